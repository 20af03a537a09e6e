import { type RawBuilder, sql } from 'kysely'
import type { AuditFilter, AuditPlace, AuditStore, FoundRecord } from '#service/audit/store.ts'
import { COLUMNS, found } from './audit-chains.ts'
import type { SqlEngine } from './engine.ts'

/**
 * Reads the records of a client as its log. Each client, person and act is asked for by itself, so that there is an index that
 * has its records in order, and no query reads more of them than it gives.
 */
export function sqlAuditLog({
  read,
}: Pick<SqlEngine, 'read'>): Pick<AuditStore, 'page' | 'count' | 'people'> {
  return {
    async page(filter, before, limit) {
      const runs = runsOf(filter, before, limit)
      const { rows } = await sql<FoundRecord>`
        select ${COLUMNS} from (${unionOf(runs)}) as records
        order by records.at desc, records.sequence desc limit ${limit}`.execute(read)
      return rows.map(found)
    },

    async count(filter, most) {
      const runs = runsOf(filter, null, most, sql`sequence`)
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from (${unionOf(runs)}) as records`.execute(read)
      return Math.min(most, rows[0]?.count ?? 0)
    },

    async people(clientCode) {
      const names = new Map<string, string>()
      for (const chain of ['', clientCode]) {
        const { rows } = await peopleOf(chain).execute(read)
        for (const { id, name } of rows) names.set(id, name)
      }
      return [...names].map(([id, name]) => ({ id, name }))
    },
  }
}

/** The records of one client, of one person and of one act, where the filter is of one: as an index has them. */
function runsOf(
  { clientCode, actorId, actions, from, until }: AuditFilter,
  before: AuditPlace | null,
  limit: number,
  columns = sql`*`,
): RawBuilder<unknown>[] {
  const isEarlier =
    before === null
      ? sql`at < ${until}`
      : sql`(at, sequence) < (cast(${before.at} as bigint), cast(${before.sequence} as bigint))`
  return [clientCode, ''].flatMap((chain) =>
    (actions ?? [null]).map(
      (action) => sql`
        select ${columns} from audit_records
        where ${isIn(chain)} ${actorId === null ? sql`` : sql`and actor_id = ${actorId}`}
          ${action === null ? sql`` : sql`and action = ${action}`} and at >= ${from} and ${isEarlier}
        order by at desc, sequence desc limit ${limit}`,
    ),
  )
}

const unionOf = (runs: RawBuilder<unknown>[]) =>
  sql.join(
    runs.map((run) => sql`select * from (${run}) as run`),
    sql` union all `,
  )

/** As the indexes have it. */
const isIn = (chain: string) => sql`coalesce(client_code, '') = ${chain}`

/** From one person to the next, past all their records. */
const peopleOf = (chain: string) => sql<{ id: string; name: string }>`
  with recursive people(id) as (
    select min(actor_id) from audit_records where ${isIn(chain)}
    union all
    select (select min(actor_id) from audit_records where ${isIn(chain)} and actor_id > people.id)
    from people where people.id is not null)
  select people.id, (
    select actor_name from audit_records where ${isIn(chain)} and actor_id = people.id
    order by at desc, sequence desc limit 1) as name
  from people where people.id is not null`
