import { sql } from 'kysely'
import type { Database, Tables } from './schema.ts'
import { RECORD_SEPARATOR, UNIT_SEPARATOR } from './staged-chunk.ts'

/** Every table, those that others refer to before those others. */
export const TABLE_NAMES = [
  'keyChecks',
  'clientSettings',
  'tokens',
  'auditRecords',
  'auditChains',
  'workspaces',
  'users',
  'userRoles',
  'identities',
  'setUpLinks',
  'invitations',
  'invitationRoles',
  'removedUsers',
  'sessions',
  'oidcSignIns',
  'oidcSessions',
  'passkeys',
  'recoveryCodes',
  'ceremonies',
  'batches',
  'batchChunks',
  'batchFailures',
  'profiles',
  'callers',
  'callCounts',
  'noticeTargets',
  'noticeDeliveries',
] as const satisfies (keyof Tables)[]
export type TableName = (typeof TABLE_NAMES)[number]

/** Holds a row from the beginning, which says nothing of whether a database was ever used. */
export const FILLED_TABLE = 'workspaces' satisfies TableName

/** Rows read and written at once; a chunk of a batch takes up to half a megabyte. */
const ROWS_AT_ONCE = { batchChunks: 20 } as const satisfies Partial<Record<TableName, number>>
const MOST_ROWS_AT_ONCE = 1000

export type Copied = { table: TableName; rowsFrom: number; rowsTo: number }

/** The database to copy to holds something already. */
export class NotEmptyError extends Error {
  override name = 'NotEmptyError'
}

/**
 * Copies every table from SQLite into a PostgreSQL database in one transaction, so that an interruption leaves nothing.
 *
 * @param verify looks at the copy before it counts; what it throws undoes everything
 * @throws NotEmptyError when there is a row already
 */
export function copyTables(
  from: Database,
  to: Database,
  verify: (copy: Database, copied: Copied[]) => Promise<void>,
): Promise<Copied[]> {
  return to.transaction().execute(async (trx) => {
    // A service that is started on this database meanwhile waits here until it knows which key belongs to it.
    // It locks both in this order, too.
    await sql`lock table audit_chains, key_checks in access exclusive mode`.execute(trx)
    await trx.deleteFrom(FILLED_TABLE).execute()
    for (const table of TABLE_NAMES) {
      if ((await countRows(trx, table)) > 0) throw new NotEmptyError(`There are rows in its table ${table}.`)
    }
    const copied: Copied[] = []
    for (const table of TABLE_NAMES) {
      await copyTable(from, trx, table)
      copied.push({ table, rowsFrom: await countRows(from, table), rowsTo: await countRows(trx, table) })
    }
    for (const table of ['audit_records', 'batches']) {
      await sql`
        select setval(pg_get_serial_sequence(${table}, 'sequence'), coalesce(max(sequence), 0) + 1, false)
        from ${sql.table(table)}`.execute(trx)
    }
    await dropApplied(trx)
    await verify(trx, copied)
    return copied
  })
}

/** Drops rows that are applied already from pages of sorted runs, which PostgreSQL does not merge but applies one by one. */
async function dropApplied(db: Database) {
  await sql`
    update batch_chunks
    set rows = convert_to(remaining.rows, 'UTF8'), row_count = remaining.row_count, merge_count = remaining.merge_count
    from (
      select client_code, batch_id, first_line,
        string_agg(staged, ${RECORD_SEPARATOR} order by place) as rows,
        count(*) as row_count,
        count(*) filter (where split_part(staged, ${UNIT_SEPARATOR}, 3) <> '{}') as merge_count
      from batches join batch_chunks using (client_code, batch_id),
        unnest(string_to_array(convert_from(rows, 'UTF8'), ${RECORD_SEPARATOR})) with ordinality as page (staged, place)
      where ((split_part(staged, ${UNIT_SEPARATOR}, 2)::json #>> '{}') collate "C", split_part(staged, ${UNIT_SEPARATOR}, 1)::integer)
        > (applied_id, applied_line)
      group by client_code, batch_id, first_line) as remaining
    where batch_chunks.client_code = remaining.client_code and batch_chunks.batch_id = remaining.batch_id
      and batch_chunks.first_line = remaining.first_line`.execute(db)
  await db.updateTable('batches').set({ appliedId: null, appliedLine: null }).execute()
}

async function copyTable(from: Database, to: Database, table: TableName) {
  const limit = table in ROWS_AT_ONCE ? ROWS_AT_ONCE.batchChunks : MOST_ROWS_AT_ONCE
  for (let first = 1, last = 0; ; first = last + 1) {
    last = await lastOfNext(from, table, first, limit)
    if (last === 0) return
    const { rows } = await sql<Tables[TableName]>`
      select * from ${sql.table(table)} where rowid between ${first} and ${last} order by rowid`.execute(from)
    await to.insertInto(table).values(rows).execute()
  }
}

/** SQLite numbers the rows of every table. @returns the number of the last of the next rows, 0 after the last one */
async function lastOfNext(from: Database, table: TableName, first: number, limit: number): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(rowid) as last from (
      select rowid from ${sql.table(table)} where rowid >= ${first} order by rowid limit ${limit})`.execute(
    from,
  )
  return rows[0]?.last ?? 0
}

async function countRows(db: Database, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}
