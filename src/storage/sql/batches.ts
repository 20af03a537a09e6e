import { type ExpressionBuilder, type NotNull, type RawBuilder, sql } from 'kysely'
import * as v from 'valibot'
import {
  BATCH_LIMIT_ROWS,
  BatchAct,
  BatchCondition,
  type BatchFilter,
  FailureReason,
  StuckCause,
} from '#contract/batches.ts'
import { ProfileIdKind } from '#contract/profiles.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import {
  APPLY_ATTEMPTS,
  BATCH_FAILURES_KEPT,
  type BatchCaller,
  type BatchKey,
  type BatchPlace,
  type BatchSelection,
  type BatchStore,
  type Decision,
  NOTHING_APPLIED,
  REFUSED_UPLOADS_KEPT,
  REMOVED_AT_ONCE,
  SHORTEST_ROW_BYTES,
  type StoredBatch,
  WAITING_LIMIT,
} from '#service/batches/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import type { Database, Tables } from './schema.ts'

const GAVE_UP: StuckCause = 'apply-failed'

/** What a batch has that was just opened or refused, besides its own. */
const AT_FIRST = {
  ...NOTHING_APPLIED,
  failedAttempts: 0,
  appliedId: null,
  appliedLine: null,
  stuckAt: null,
  finishedAt: null,
  refusal: null,
  lastAct: null,
  lastActBy: null,
  lastActAt: null,
} as const

export function sqlBatches({ read, write, transaction, applyNextChunk, stage }: SqlEngine): BatchStore {
  return {
    stage,
    applyNextChunk,

    async open({ caller, ...batch }, reservedBytes) {
      await write
        .insertInto('batches')
        .values({ ...batch, ...AT_FIRST, ...columnsOf(caller), state: 'receiving', reservedBytes })
        .execute()
      // Looked at after it is stored: of two that are opened at once, in whatever process, each sees the other.
      const waiting = await waitingFor(write, batch.clientCode)
      if (waiting.bytes <= WAITING_LIMIT.bytes && waiting.rows <= WAITING_LIMIT.rows) return true
      await write.deleteFrom('batches').where(isIt(batch)).execute()
      return false
    },

    accept: (batch, { rows: batchSize, bytes: reservedBytes }, audit) =>
      transaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('batches')
          .set({ state: 'incomplete', batchSize, reservedBytes })
          .where(isIt(batch))
          .executeTakeFirst()
        if (numUpdatedRows === 0n) throw new Error(`Batch ${batch.batchId} is gone.`)
        if (audit !== undefined) await insertAudit(trx, audit)
      }),

    async discard(batch) {
      await write.deleteFrom('batches').where(isIt(batch)).execute()
    },

    async keepRefused({ caller, ...upload }) {
      const { clientCode } = upload
      const refused = { ...AT_FIRST, ...upload, ...columnsOf(caller), state: 'refused', idKind: '' } as const
      await write
        .insertInto('batches')
        .values({ ...refused, reservedBytes: 0, finishedAt: upload.receivedAt })
        .execute()
      await sql`
        delete from batches where client_code = ${clientCode} and state = 'refused' and sequence <= (
          select sequence from batches where client_code = ${clientCode} and state = 'refused'
          order by sequence desc limit 1 offset ${sql.lit(REFUSED_UPLOADS_KEPT)})`.execute(write)
    },

    async discardUnaccepted(clientCode, receivedBefore) {
      await write
        .deleteFrom('batches')
        .where('state', '=', 'receiving')
        .where('receivedAt', '<', receivedBefore)
        .$if(clientCode !== null, (query) => query.where('clientCode', '=', clientCode ?? ''))
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
        .select(['batchId', 'batchSize', 'consumedCount', 'stuckAt', 'lastActAt as triedAgainAt'])
        .where('clientCode', '=', clientCode)
        .where('stuckAt', '>=', since)
        .where('state', '=', 'stuck')
        .orderBy('stuckAt')
        .orderBy('batchId')
        .$narrowType<{ stuckAt: NotNull }>()
        .execute()
    },

    async failures(batch, afterLine = 0, limit = BATCH_FAILURES_KEPT) {
      const rows = await read
        .selectFrom('batchFailures')
        .select(['line', 'id', 'reason'])
        .where(isIt(batch))
        .where('line', '>', afterLine)
        .orderBy('line')
        .limit(limit)
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

    async find({ clientCode, batchId }) {
      const [batch] = await listed(
        read,
        sql`
          select * from batches
          where client_code = ${clientCode} and batch_id = ${batchId} and state <> 'receiving'`,
      )
      return batch
    },

    page: (selection, before, limit) => listed(read, pageQuery(selection, before, limit)),

    async count(selection, most) {
      const { rows } = await countQuery(selection, most).execute(read)
      return rows[0]?.count ?? 0
    },

    tryAgain: (decision, audit) =>
      decide(decision, audit, async (trx) => {
        await trx
          .updateTable('batches')
          .set({ ...actOf(decision, 'tried-again'), state: 'incomplete', failedAttempts: 0 })
          .set({ stuckBecause: null, stuckAt: null })
          .where(isIt(decision))
          .execute()
      }),

    giveUp: (decision, audit) =>
      decide(decision, audit, async (trx) => {
        const { clientCode, batchId } = decision
        await trx
          .deleteFrom('batchChunks')
          .where((eb) => eb.and({ clientCode, batchId }))
          .execute()
        await trx
          .updateTable('batches')
          .set({ ...actOf(decision, 'given-up'), state: 'given-up', finishedAt: decision.at })
          .where(isIt(decision))
          .execute()
      }),

    async removeBefore(clientCode, instant) {
      const old = await write
        .selectFrom('batches')
        .select('batchId')
        .where('clientCode', '=', clientCode)
        .where('receivedAt', '<', instant)
        .where('state', 'not in', ['receiving', 'incomplete', 'stuck'])
        .orderBy('receivedAt')
        .orderBy('sequence')
        .limit(REMOVED_AT_ONCE.batches)
        .execute()
      if (old.length === 0) return false
      const areThey = (eb: ExpressionBuilder<Tables, 'batches' | 'batchFailures'>) =>
        eb.and([
          eb('clientCode', '=', clientCode),
          eb(
            'batchId',
            'in',
            old.map(({ batchId }) => batchId),
          ),
        ])
      const { numDeletedRows } = await write
        .deleteFrom('batchFailures')
        .where('clientCode', '=', clientCode)
        .where((eb) =>
          eb(
            eb.refTuple('batchId', 'line'),
            'in',
            eb
              .selectFrom('batchFailures')
              .select(['batchId', 'line'])
              .where(areThey)
              .limit(REMOVED_AT_ONCE.failures)
              .$asTuple('batchId', 'line'),
          ),
        )
        .executeTakeFirst()
      if (numDeletedRows > 0n) return true
      await write.deleteFrom('batches').where(areThey).execute()
      return old.length === REMOVED_AT_ONCE.batches
    },
  }

  /** Does it where the batch is stuck as it was seen to be. */
  function decide(decision: Decision, audit: AuditRecord, work: (trx: Database) => Promise<void>) {
    return transaction(async (trx) => {
      const found = await trx
        .selectFrom('batches')
        .select(['state', 'stuckAt'])
        .where(isIt(decision))
        .executeTakeFirst()
      if (found?.state !== 'stuck' || found.stuckAt !== decision.sawStuckAt) return false
      await work(trx)
      await insertAudit(trx, audit)
      return true
    })
  }
}

const columnsOf = ({ id, address, userAgent }: BatchCaller) => ({
  callerId: id,
  callerAddress: address,
  callerUserAgent: userAgent,
})

const actOf = ({ by, at }: Decision, act: BatchAct) => ({ lastAct: act, lastActBy: by, lastActAt: at })

/** Each as an index has it, in the order of arrival. */
const SELECTED_BY = {
  running: sql`state = 'incomplete'`,
  stuck: sql`state = 'stuck'`,
  refused: sql`state = 'refused'`,
  'with-failures': sql`failed_updates + profiles_not_found > 0`,
} as const satisfies Record<BatchFilter, RawBuilder<unknown>>

/** The rows of a page of the list, which an index has in their order. */
export const pageQuery = (selection: BatchSelection, before: BatchPlace | null, limit: number) => sql`
  select * from batches where ${selected(selection, before)}
  order by received_at desc, sequence desc limit ${limit}`

/** How many rows the list has, counted no further than that. */
export const countQuery = (selection: BatchSelection, most: number) => sql<{ count: number }>`
  select count(*) as count from (${pageQuery(selection, null, most)}) as selected`

function selected(
  { clientCode, only, from, until }: BatchSelection,
  before: BatchPlace | null,
): RawBuilder<unknown> {
  const isEarlier =
    before === null
      ? sql`received_at < ${until}`
      : sql`(received_at, sequence) < (cast(${before.receivedAt} as bigint), cast(${before.sequence} as bigint))`
  const isOne = only === null ? sql`state <> 'receiving'` : SELECTED_BY[only]
  return sql`client_code = ${clientCode} and ${isOne} and received_at >= ${from} and ${isEarlier}`
}

const Listed = v.object({
  state: BatchCondition,
  version: v.picklist([1, 2]),
  idKind: v.nullable(ProfileIdKind),
  stuckBecause: v.nullable(StuckCause),
  act: v.nullable(BatchAct),
})

type ListedRow = Pick<
  Tables['batches'],
  | 'batchId'
  | 'state'
  | 'version'
  | 'receivedAt'
  | 'batchSize'
  | 'consumedCount'
  | 'successfulUpdates'
  | 'profilesNotFound'
  | 'failedUpdates'
  | 'stuckBecause'
  | 'stuckAt'
  | 'finishedAt'
  | 'refusal'
  | 'callerId'
  | 'callerAddress'
  | 'callerUserAgent'
  | 'lastActBy'
  | 'lastActAt'
> & { idKind: string | null; callerName: string | null; act: string | null; sequence: number }

async function listed(db: Database, batches: RawBuilder<unknown>): Promise<StoredBatch[]> {
  const { rows } = await sql<ListedRow>`
    select batch_id, state, version, nullif(id_kind, '') as id_kind, received_at, batch_size, consumed_count,
      successful_updates, profiles_not_found, failed_updates, stuck_because, stuck_at, finished_at, refusal,
      caller_id, caller_address, caller_user_agent, callers.name as caller_name,
      last_act as act, last_act_by, last_act_at, sequence
    from (${batches}) as batches
    left join callers on callers.client_code = batches.client_code and callers.id = caller_id
    order by received_at desc, sequence desc`.execute(db)
  return rows.map(storedFrom)
}

function storedFrom(row: ListedRow): StoredBatch {
  const { callerId, callerAddress, callerUserAgent, callerName, lastActBy, lastActAt, ...batch } = row
  const { act, ...known } = parsed(Listed, row, 'batches')
  const { act: _, ...counts } = batch
  return {
    ...counts,
    ...known,
    caller:
      callerId === null
        ? null
        : { id: callerId, address: callerAddress, userAgent: callerUserAgent, name: callerName },
    lastAct: act === null ? null : { act, by: lastActBy ?? '', at: lastActAt ?? 0 },
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
