import { type ExpressionBuilder, sql } from 'kysely'
import { APPLY_ATTEMPTS, type BatchKey, type BatchStore } from '#service/batches/store.ts'
import type { ProfileStore, StoredProfile } from '#service/profiles/store.ts'
import type { Tables } from './schema.ts'
import type { SqlEngine } from './sql-storage.ts'

export function sqlProfiles(engine: SqlEngine): { batches: BatchStore; profiles: ProfileStore } {
  return { batches: sqlBatches(engine), profiles: sqlProfileStore(engine) }
}

function sqlBatches({ read, write, applyNextChunk, stage }: SqlEngine): BatchStore {
  return {
    stage,
    applyNextChunk,

    async open(batch) {
      await write
        .insertInto('batches')
        .values({
          ...batch,
          state: 'receiving',
          batchSize: 0,
          consumedCount: 0,
          successfulUpdates: 0,
          profilesNotFound: 0,
          failedUpdates: 0,
          stuckBecause: null,
          failedAttempts: 0,
        })
        .execute()
    },

    async accept(batch, batchSize) {
      const { numUpdatedRows } = await write
        .updateTable('batches')
        .set({ state: 'incomplete', batchSize })
        .where(isIt(batch))
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Error(`Batch ${batch.batchId} is gone.`)
    },

    async discard(batch) {
      await write.deleteFrom('batches').where(isIt(batch)).execute()
    },

    async discardUnaccepted(receivedBefore) {
      await write
        .deleteFrom('batches')
        .where('state', '=', 'receiving')
        .where('receivedAt', '<', receivedBefore)
        .execute()
    },

    async countFailure(clientCode, cause) {
      const isLast = sql<boolean>`failed_attempts + 1 >= ${APPLY_ATTEMPTS}`
      await sql`
        update batches set
          failed_attempts = failed_attempts + 1,
          state = case when ${isLast} then 'stuck' else state end,
          stuck_because = case when ${isLast} then ${cause} else stuck_because end
        where client_code = ${clientCode} and state = 'incomplete' and sequence = (
          select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')`.execute(
        write,
      )
    },

    failures: (batch) =>
      read
        .selectFrom('batchFailures')
        .select(['line', 'id', 'reason'])
        .where(isIt(batch))
        .orderBy('line')
        .execute(),

    async find(key) {
      const batch = await read
        .selectFrom('batches')
        .select(['batchId', 'state', 'batchSize', 'consumedCount', 'successfulUpdates', 'profilesNotFound'])
        .select(['failedUpdates', 'stuckBecause'])
        .where(isIt(key))
        .executeTakeFirst()
      if (!batch || batch.state === 'receiving') return undefined
      return { ...batch, state: batch.state }
    },
  }
}

const isIt =
  ({ clientCode, batchId }: BatchKey) =>
  (eb: ExpressionBuilder<Tables, 'batches' | 'batchFailures'>) =>
    eb.and({ clientCode, batchId })

function sqlProfileStore({ read, updateProfile }: SqlEngine): ProfileStore {
  return {
    update: updateProfile,

    async find(clientCode, idKind, id) {
      const row = await read
        .selectFrom('profiles')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('idKind', '=', idKind)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && { ...row, attributes: attributesFrom(row.attributes) }
    },
  }
}

function attributesFrom(json: string): StoredProfile['attributes'] {
  const stored: Record<string, [value: string, modifiedAt: number]> = JSON.parse(json)
  return Object.fromEntries(
    Object.entries(stored).map(([name, [value, modifiedAt]]) => [name, { value, modifiedAt }]),
  )
}
