import { sql } from 'kysely'
import { FILLED_TABLE, TABLE_NAMES, type TableName } from './copy-tables.ts'
import { requireNotNewer } from './migrate.ts'
import type { Database } from './schema.ts'

/** How a database is opened. */
export type Opening = {
  /** Whether one that holds nothing is a new one, to be filled; otherwise what it held has been lost. */
  mayBeNew: boolean
  /** Takes what it holds in doubt, each time with what is made of it. */
  tell: (doubt: Error) => void
}

/** As a first start opens it. */
export const NEW: Opening = { mayBeNew: true, tell: () => {} }

/** What a database held is gone, or which encryption key belongs to what it holds. Nothing has been written to it. */
export class LostDatabaseError extends Error {
  override name = 'LostDatabaseError'
  /** Whether it holds nothing at all. */
  readonly isEmpty: boolean

  constructor(isEmpty: boolean) {
    super(isEmpty ? 'it is empty' : 'it does not say which encryption key belongs to it')
    this.isEmpty = isEmpty
  }
}

/** Looks at a database before anything is written to it. @throws LostDatabaseError, and Error when a newer version has written it */
export async function requireKnown(db: Database, { mayBeNew }: Pick<Opening, 'mayBeNew'>) {
  const tables = await db.withoutPlugins().introspection.getTables({ withInternalKyselyTables: true })
  const names = new Set(tables.filter(({ schema = 'public' }) => schema === 'public').map(({ name }) => name))
  if (names.has('kysely_migration')) await requireNotNewer(db)
  const there = TABLE_NAMES.filter((name) => names.has(inDatabase(name)))
  // First and alone, so that a database that is damaged elsewhere still starts, and says so to those whom it concerns.
  const isKept = there.includes('keyChecks') && (await withRows(db, ['keyChecks'])).length > 0
  if (isKept) return
  const held = await withRows(
    db,
    there.filter((name) => name !== FILLED_TABLE),
  )
  if (held.includes('keyChecks') || (held.length === 0 && mayBeNew)) return
  throw new LostDatabaseError(held.length === 0)
}

/** Which of the tables hold something, all seen at one instant: another process may be filling them for the first time. */
async function withRows(db: Database, tables: TableName[]): Promise<TableName[]> {
  if (tables.length === 0) return []
  const found: Partial<Record<TableName, unknown>> = await db
    .selectNoFrom((eb) =>
      tables.map((name) => eb.exists(eb.selectFrom(name).select(sql.lit(1).as('one'))).as(name)),
    )
    .executeTakeFirstOrThrow()
  return tables.filter((name) => found[name])
}

const inDatabase = (name: TableName) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
