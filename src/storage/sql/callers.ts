import { type RawBuilder, sql } from 'kysely'
import * as v from 'valibot'
import { RefusalReason, VerdictKind } from '#contract/caller-outline.ts'
import { CALLER_LIMIT, CallKind } from '#contract/callers.ts'
import { DAY_MS, HOUR_MS, startOfDay } from '#service/callers/periods.ts'
import {
  type CallCount,
  type CallerStore,
  type CallerCalls,
  type CallsBetween,
  OTHERS,
  type RefusedCalls,
  type RefusedWay,
  type SeenCaller,
} from '#service/callers/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const columnOf = (hour: number) => `h${String(hour).padStart(2, '0')}`
const hourColumns = HOURS.map((hour) => sql.ref(columnOf(hour)))

/** Wider than the columns, which their sum may not fit. */
const allHours = sql.join(
  hourColumns.map((column) => sql`cast(${column} as bigint)`),
  sql` + `,
)
const hoursOf = (mask: number[]) =>
  sql.join(
    hourColumns.map((column, hour) => sql`cast(${column} as bigint) * cast(${mask[hour]} as integer)`),
    sql` + `,
  )

/** How many of a row's calls came from the beginning of an hour on. */
function callsFrom(hourStart: number): RawBuilder<number> {
  const dayStart = startOfDay(hourStart)
  const mask = HOURS.map((hour) => Number(dayStart + hour * HOUR_MS >= hourStart))
  return sql`case
    when period_start >= ${dayStart + DAY_MS} then ${allHours}
    when period_start >= ${dayStart} then ${hoursOf(mask)}
    else 0 end`
}

const summed = (calls: RawBuilder<unknown>) => sql<number>`cast(sum(${calls}) as bigint)`

const Kinds = v.object({ kind: CallKind, verdict: VerdictKind })
const IsRefused = v.picklist([0, 1])
type UseRow = { callerId: string; kind: string; verdict: string; tokenId: string }

const tokenIdFrom = (tokenId: string) => (tokenId === '' ? null : tokenId)
const useFrom = <Row extends UseRow>(row: Row) => ({
  ...row,
  ...parsed(Kinds, row, 'call_counts'),
  tokenId: tokenIdFrom(row.tokenId),
})
const wayFrom = ({ verdict, tokenId }: { verdict: string; tokenId: string }): RefusedWay => ({
  verdict: parsed(RefusalReason, verdict, 'call_counts'),
  tokenId: tokenIdFrom(tokenId),
})

export function sqlCallers({ read, write, transaction, elementsOf }: SqlEngine): CallerStore {
  /** Callers who are not known here yet, while there is room for any. */
  async function newAmong(clientCode: string, seen: SeenCaller[]): Promise<SeenCaller[]> {
    const { rows } = await sql<{ id: string }>`
      select value ->> 'id' as id from ${elementsOf(seen.map(({ id }) => ({ id })))}
      where not exists (
        select 1 from callers where client_code = ${clientCode} and id = value ->> 'id')
      and (select count(*) from callers where client_code = ${clientCode}) < ${CALLER_LIMIT}`.execute(read)
    const ids = new Set(rows.map(({ id }) => id))
    return seen.filter(({ id }) => ids.has(id))
  }

  const addCallers = (clientCode: string, seen: SeenCaller[]) =>
    transaction(async (trx) => {
      const { count } = await trx
        .selectFrom('callers')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('clientCode', '=', clientCode)
        .executeTakeFirstOrThrow()
      for (const caller of seen.slice(0, CALLER_LIMIT - count)) {
        await trx
          .insertInto('callers')
          .values({ ...caller, clientCode, name: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
    })

  return {
    async count(clientCode, seen, counts) {
      const added = await newAmong(clientCode, seen)
      if (added.length > 0) await addCallers(clientCode, added)
      await addCounts(clientCode, counts)
    },

    list: (clientCode) =>
      read
        .selectFrom('callers')
        .select(['id', 'address', 'userAgent', 'name', 'firstCallAt'])
        .where('clientCode', '=', clientCode)
        .execute(),

    name: (clientCode, callerId, name, audit) =>
      transaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('callers')
          .set({ name })
          .where('clientCode', '=', clientCode)
          .where('id', '=', callerId)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),

    async calls(clientCode, from, fromDay) {
      const { rows } = await sql<Omit<CallerCalls, 'isRefused' | 'tokenId'> & UseRow & { isRefused: number }>`
        select caller_id, kind, verdict, is_refused, token_id,
          ${summed(callsFrom(from))} as calls, ${summed(callsFrom(fromDay))} as calls_of_days,
          min(first_call_at) as first_call_at, max(last_call_at) as last_call_at
        from call_counts where client_code = ${clientCode}
        group by caller_id, kind, verdict, is_refused, token_id`.execute(read)
      return rows.map((row) => ({
        ...useFrom(row),
        isRefused: parsed(IsRefused, row.isRefused, 'call_counts') === 1,
      }))
    },

    async days(clientCode, from) {
      const sums = hourColumns.map((column) => sql`cast(sum(${column}) as bigint) as ${column}`)
      const { rows } = await sql<
        Record<string, number> & { day: number; verdict: string; isRefused: number }
      >`
        select period_start / ${sql.lit(DAY_MS)} as day, verdict, is_refused, ${sql.join(sums)}
        from call_counts where client_code = ${clientCode} and period_start >= ${startOfDay(from)}
        group by 1, 2, 3`.execute(read)
      return rows.map((row) => ({
        dayStart: row.day * DAY_MS,
        verdict: parsed(VerdictKind, row.verdict, 'call_counts'),
        isRefused: parsed(IsRefused, row.isRefused, 'call_counts') === 1,
        byHour: HOURS.map((hour) => row[columnOf(hour)] ?? 0),
      }))
    },

    async refusedWays(clientCode, since) {
      const { rows } = await sql<{ verdict: string; tokenId: string }>`
        select distinct verdict, token_id from call_counts
        where client_code = ${clientCode} and period_start >= ${startOfDay(since)}
          and is_refused = 1 and last_call_at >= ${since}`.execute(read)
      return rows.map(wayFrom)
    },

    async refused(clientCode, ways) {
      const wanted = ways.map(({ tokenId, ...way }) => ({ ...way, tokenId: tokenId ?? '' }))
      const firstDay = startOfDay(Math.min(...ways.map(({ since }) => since)))
      const { rows } = await sql<Omit<RefusedCalls, 'tokenId'> & UseRow>`
        select caller_id, kind, call_counts.verdict, call_counts.token_id, ${summed(allHours)} as calls,
          min(first_call_at) as first_call_at, max(last_call_at) as last_call_at
        from call_counts
        join (
          select value ->> 'verdict' as verdict, value ->> 'tokenId' as token_id,
            cast(value ->> 'since' as bigint) as since
          from ${elementsOf(wanted)}) as wanted
          on wanted.verdict = call_counts.verdict and wanted.token_id = call_counts.token_id
        where client_code = ${clientCode} and period_start >= ${firstDay}
          and is_refused = 1 and first_call_at >= since
        group by 1, 2, 3, 4`.execute(read)
      return rows.map((row) => ({ ...useFrom(row), ...wayFrom(row) }))
    },

    async letIn(clientCode, callerIds, apartAt) {
      const { rows } = await sql<Omit<CallsBetween, 'tokenId'> & UseRow>`
        select caller_id, kind, verdict, token_id,
          min(first_call_at) as first_call_at, max(last_call_at) as last_call_at
        from call_counts
        where client_code = ${clientCode} and is_refused = 0
          and caller_id in (select value ->> 'id' from ${elementsOf(callerIds.map((id) => ({ id })))})
        group by 1, 2, 3, 4, case when first_call_at >= ${apartAt} then 1 else 0 end`.execute(read)
      return rows.map(useFrom)
    },

    async removeBefore(clientCode, instant) {
      const oldest = await write
        .selectFrom('callCounts')
        .select('periodStart')
        .where('clientCode', '=', clientCode)
        .where('periodStart', '<', instant)
        .orderBy('periodStart')
        .limit(1)
        .executeTakeFirst()
      if (oldest !== undefined) {
        await write
          .deleteFrom('callCounts')
          .where((eb) => eb.and({ clientCode, ...oldest }))
          .execute()
        return true
      }
      await sql`
        delete from callers where client_code = ${clientCode} and first_call_at < ${instant}
          and id not in (select caller_id from call_counts where client_code = ${clientCode})`.execute(write)
      return false
    },
  }

  /** In one statement, which also finds who has no room; rows in the order of their key, so that two cannot lock each other out. */
  async function addCounts(clientCode: string, counts: CallCount[]) {
    const inHours = HOURS.map((hour) => sql`sum(case when hour = ${sql.lit(hour)} then calls else 0 end)`)
    const plus = hourColumns.map((column) => sql`${column} = call_counts.${column} + excluded.${column}`)
    const rows = counts.map(({ isRefused, tokenId, ...count }) => ({
      ...count,
      isRefused: Number(isRefused),
      tokenId: tokenId ?? '',
    }))
    await sql`
      insert into call_counts (client_code, period_start, caller_id, kind, verdict, is_refused, token_id,
        first_call_at, last_call_at, ${sql.join(hourColumns)})
      select ${clientCode}, period_start, coalesce(callers.id, ${OTHERS}), kind, verdict, is_refused, token_id,
        min(counted.first_call_at), max(last_call_at), ${sql.join(inHours)}
      from (
        select cast(value ->> 'periodStart' as bigint) as period_start, value ->> 'callerId' as caller_id,
          value ->> 'kind' as kind, value ->> 'verdict' as verdict,
          cast(value ->> 'isRefused' as integer) as is_refused, value ->> 'tokenId' as token_id,
          cast(value ->> 'firstCallAt' as bigint) as first_call_at,
          cast(value ->> 'lastCallAt' as bigint) as last_call_at,
          cast(value ->> 'hour' as integer) as hour, cast(value ->> 'calls' as integer) as calls
        from ${elementsOf(rows)}) as counted
      left join callers on callers.client_code = ${clientCode} and callers.id = counted.caller_id
      where true
      group by 1, 2, 3, 4, 5, 6, 7
      order by 1, 2, 3, 4, 5, 6, 7
      on conflict (client_code, period_start, caller_id, kind, verdict, is_refused, token_id) do update set
        first_call_at = case when excluded.first_call_at < call_counts.first_call_at
          then excluded.first_call_at else call_counts.first_call_at end,
        last_call_at = case when excluded.last_call_at > call_counts.last_call_at
          then excluded.last_call_at else call_counts.last_call_at end,
        ${sql.join(plus)}`.execute(write)
  }
}
