import { sql } from 'kysely'
import type { ChainLink, FoundRecord } from '#service/audit/store.ts'
import type { ChainReader } from '#service/audit/verification.ts'
import type { Database } from './schema.ts'

const ROWS_AT_ONCE = 1000

/** Whether the database has the form in which records are chained. */
export async function hasAuditChains(db: Database): Promise<boolean> {
  const tables = await db.withoutPlugins().introspection.getTables()
  return tables.some(({ name }) => name === 'audit_chains')
}

/** The client codes of all chains, those too of which someone left only the records or only the head; empty for none. */
export async function auditChains(db: Database): Promise<string[]> {
  const { rows } = await sql<{ chain: string }>`
    select client_code as chain from audit_chains union select coalesce(client_code, '') from audit_records
    order by chain`.execute(db)
  return rows.map(({ chain }) => chain)
}

/** Reads the chain of a client as it is found, without taking for granted what a column holds. */
export const auditChainReader = (db: Database, chain: string): ChainReader => ({
  head: () => chainHead(db, chain),
  removal: () => lastRemoval(db, chain),
  after: (record) => recordsAfter(db, chain, record, ROWS_AT_ONCE),
})

export async function chainHead(db: Database, chain: string): Promise<ChainLink | undefined> {
  const { rows } = await sql<{ position: string; hash: string }>`
    select cast(position as text) as position, hash from audit_chains where client_code = ${chain}`.execute(
    db,
  )
  return rows[0] && { position: Number(rows[0].position), hash: rows[0].hash }
}

export async function lastRemoval(db: Database, chain: string): Promise<FoundRecord | undefined> {
  const { rows } = await sql<FoundRecord>`
    select ${COLUMNS} from audit_records
    where coalesce(client_code, '') = ${chain} and action = 'audit.removed'
    order by audit_records.position desc limit 1`.execute(db)
  return rows.map(found)[0]
}

export async function recordsAfter(
  db: Database,
  chain: string,
  record: FoundRecord | undefined,
  limit: number,
): Promise<FoundRecord[]> {
  const isLater = record && sql`and (position, sequence) > (${record.position}, ${record.sequence})`
  const { rows } = await sql<FoundRecord>`
    select ${COLUMNS} from audit_records where coalesce(client_code, '') = ${chain} ${isLater ?? sql``}
    order by audit_records.position, audit_records.sequence limit ${limit}`.execute(db)
  return rows.map(found)
}

/** Numbers as text, because SQLite gives no number that is too large for one. */
export const COLUMNS = sql`cast(sequence as text) as sequence, cast(position as text) as position, hash, id, client_code,
  cast(at as text) as at, actor_kind, actor_id, actor_name, remote_address, request_id, action, subject, result, detail`

/** A row of these columns. */
export const found = ({ sequence, position, at, ...texts }: FoundRecord): FoundRecord => ({
  ...texts,
  sequence: wholeNumber(sequence),
  position: wholeNumber(position),
  at: wholeNumber(at),
})

/** The number that a text writes in the one way; the text itself for any other. */
function wholeNumber(text: unknown): unknown {
  const value = Number(text)
  return Number.isSafeInteger(value) && String(value) === text ? value : text
}
