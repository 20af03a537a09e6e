import { type ExpressionBuilder, type NotNull, type RawBuilder, sql } from 'kysely'
import * as v from 'valibot'
import { BATCH_LIMIT_ROWS, BatchState, FailureReason, StuckCause } from '#contract/batches.ts'
import {
  APPLY_ATTEMPTS,
  type BatchKey,
  type BatchStore,
  NOTHING_APPLIED,
  SHORTEST_ROW_BYTES,
  WAITING_LIMIT,
} from '#service/batches/store.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import type { Database, Tables } from './schema.ts'

const GAVE_UP: StuckCause = 'apply-failed'

const StoredState = v.object({ state: BatchState, stuckBecause: v.nullable(StuckCause) })

export function sqlBatches({ read, write, applyNextChunk, stage }: SqlEngine): BatchStore {
  return {
    stage,
    applyNextChunk,

    async open(batch, reservedBytes) {
      await write
        .insertInto('batches')
        .values({
          ...batch,
          state: 'receiving',
          ...NOTHING_APPLIED,
          reservedBytes,
          failedAttempts: 0,
          stuckAt: null,
        })
        .execute()
      // Looked at after it is stored: of two that are opened at once, in whatever process, each sees the other.
      const waiting = await waitingFor(write, batch.clientCode)
      if (waiting.bytes <= WAITING_LIMIT.bytes && waiting.rows <= WAITING_LIMIT.rows) return true
      await write.deleteFrom('batches').where(isIt(batch)).execute()
      return false
    },

    async accept(batch, { rows: batchSize, bytes: reservedBytes }) {
      const { numUpdatedRows } = await write
        .updateTable('batches')
        .set({ state: 'incomplete', batchSize, reservedBytes })
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

    async countFailure(clientCode, now) {
      const isLast = sql<boolean>`failed_attempts + 1 >= ${APPLY_ATTEMPTS}`
      await sql`
        update batches set
          failed_attempts = failed_attempts + 1,
          state = case when ${isLast} then 'stuck' else state end,
          stuck_because = case when ${isLast} then ${GAVE_UP} else stuck_because end,
          stuck_at = case when ${isLast} then cast(${now} as bigint) else stuck_at end
        where client_code = ${clientCode} and state = 'incomplete' and sequence = (
          select min(sequence) from batches where client_code = ${clientCode} and state = 'incomplete')`.execute(
        write,
      )
    },

    async stuckSince(clientCode, since) {
      return read
        .selectFrom('batches')
        .select(['batchId', 'batchSize', 'consumedCount', 'stuckAt'])
        .where('clientCode', '=', clientCode)
        .where('stuckAt', '>=', since)
        .orderBy('stuckAt')
        .orderBy('batchId')
        .$narrowType<{ stuckAt: NotNull }>()
        .execute()
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

    async backlog(clientCode) {
      return read
        .selectFrom('batches')
        .select([
          sql<number>`cast(coalesce(sum(case when state = 'incomplete' then batch_size - consumed_count end), 0) as bigint)`.as(
            'waitingRows',
          ),
          sql<number | null>`min(case when state = 'incomplete' then received_at end)`.as('oldestReceivedAt'),
          sql<number>`count(case when state = 'stuck' then 1 end)`.as('stuckBatches'),
        ])
        .where('clientCode', '=', clientCode)
        .where('state', 'in', ['incomplete', 'stuck'])
        .executeTakeFirstOrThrow()
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

/** Of what is being received no more is known than how many rows there is room for. */
const ROWS = sql<number>`
  case
    when state = 'incomplete' then batch_size - consumed_count
    when reserved_bytes < ${BATCH_LIMIT_ROWS * SHORTEST_ROW_BYTES} then reserved_bytes / ${SHORTEST_ROW_BYTES}
    else ${BATCH_LIMIT_ROWS}
  end`

async function waitingFor(db: Database, clientCode: string): Promise<{ rows: number; bytes: number }> {
  const sum = (of: RawBuilder<number>) => sql<number>`cast(coalesce(sum(${of}), 0) as bigint)`
  return db
    .selectFrom('batches')
    .select([sum(ROWS).as('rows'), sum(sql<number>`reserved_bytes`).as('bytes')])
    .where('clientCode', '=', clientCode)
    .where('state', 'in', ['receiving', 'incomplete'])
    .executeTakeFirstOrThrow()
}

const isIt =
  ({ clientCode, batchId }: BatchKey) =>
  (eb: ExpressionBuilder<Tables, 'batches' | 'batchFailures'>) =>
    eb.and({ clientCode, batchId })
