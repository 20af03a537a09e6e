import { type Kysely, sql } from 'kysely'
import { chainOf, hashOf, type KeptRecord } from '#service/audit/chain.ts'
import type { ChainLink } from '#service/audit/store.ts'
import { columnTypes } from './column-types.ts'

/**
 * Chains the audit records of each client by a hash, those of no client among themselves. Older records are chained as they
 * are found, in the order in which they came: what the chain says of them, it says from this step on.
 */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .alterTable('audit_records')
    .addColumn('position', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('audit_records')
    .addColumn('hash', text, (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createTable('audit_chains')
    .addColumn('client_code', text, (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .execute()
  await chainRecords(db)
  await sql`
    create unique index audit_records_in_chain on audit_records (coalesce(client_code, ''), position)`.execute(
    db,
  )
}

const ROWS_AT_ONCE = 500

async function chainRecords(db: Kysely<unknown>) {
  const heads = new Map<string, ChainLink>()
  for (let after = 0; ;) {
    const { rows } = await nextRows(db, after)
    if (rows.length === 0) break
    const links = rows.map((row) => {
      const head = heads.get(chainOf(row))
      const position = (head?.position ?? 0) + 1
      const link = { position, hash: hashOf({ ...row, position }, head?.hash ?? null) }
      heads.set(chainOf(row), link)
      after = row.sequence
      return sql`(${row.sequence}, ${link.position}, ${link.hash})`
    })
    await sql`
      update audit_records set
        position = cast(links.column2 as bigint), hash = cast(links.column3 as text)
      from (values ${sql.join(links)}) as links
      where audit_records.sequence = cast(links.column1 as bigint)`.execute(db)
  }
  for (const [clientCode, { position, hash }] of heads) {
    await sql`
      insert into audit_chains (client_code, position, hash) values (${clientCode}, ${position}, ${hash})`.execute(
      db,
    )
  }
}

const nextRows = (db: Kysely<unknown>, after: number) =>
  sql<KeptRecord & { sequence: number }>`
    select sequence, id, client_code as "clientCode", at, actor_kind as "actorKind", actor_id as "actorId",
      actor_name as "actorName", remote_address as "remoteAddress", request_id as "requestId", action, subject, result, detail
    from audit_records where sequence > ${after} order by sequence limit ${ROWS_AT_ONCE}`.execute(db)
