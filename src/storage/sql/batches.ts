import { type ExpressionBuilder, sql } from 'kysely'
import * as v from 'valibot'
import { BatchState, FailureReason, StuckCause } from '#contract/batches.ts'
import { APPLY_ATTEMPTS, type BatchKey, type BatchStore, NOTHING_APPLIED } from '#service/batches/store.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import type { Tables } from './schema.ts'

const GAVE_UP: StuckCause = 'apply-failed'

const StoredState = v.object({ state: BatchState, stuckBecause: v.nullable(StuckCause) })

export function sqlBatches({ read, write, applyNextChunk, stage }: SqlEngine): BatchStore {
  return {
    stage,
    applyNextChunk,

    async open(batch) {
      await write
        .insertInto('batches')
        .values({
          ...batch,
          state: 'receiving',
          ...NOTHING_APPLIED,
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

    async countFailure(clientCode) {
      const isLast = sql<boolean>`failed_attempts + 1 >= ${APPLY_ATTEMPTS}`
      await sql`
        update batches set
          failed_attempts = failed_attempts + 1,
          state = case when ${isLast} then 'stuck' else state end,
          stuck_because = case when ${isLast} then ${GAVE_UP} else stuck_because end
        where client_code = ${clientCode} and state = 'incomplete' and sequence = (
          select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')`.execute(
        write,
      )
    },

    async failures(batch) {
      const rows = await read
        .selectFrom('batchFailures')
        .select(['line', 'id', 'reason'])
        .where(isIt(batch))
        .orderBy('line')
        .execute()
      return rows.map((row) => ({ ...row, reason: parsed(FailureReason, row.reason, 'batch_failures') }))
    },

    async find(key) {
      const batch = await read
        .selectFrom('batches')
        .select(['batchId', 'state', 'batchSize', 'consumedCount', 'successfulUpdates', 'profilesNotFound'])
        .select(['failedUpdates', 'stuckBecause'])
        .where(isIt(key))
        .executeTakeFirst()
      if (!batch || batch.state === 'receiving') return undefined
      return { ...batch, ...parsed(StoredState, batch, 'batches') }
    },
  }
}

const isIt =
  ({ clientCode, batchId }: BatchKey) =>
  (eb: ExpressionBuilder<Tables, 'batches' | 'batchFailures'>) =>
    eb.and({ clientCode, batchId })
