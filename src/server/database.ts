import { existsSync, statSync } from 'node:fs'
import { hasAuditChains } from '#storage/sql/audit-chains.ts'
import { LostDatabaseError, type Opening } from '#storage/sql/opening.ts'
import type { Database } from '#storage/sql/schema.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite, readSqlite } from '#storage/sql/sqlite.ts'
import type { Config } from './config.ts'
import { databaseFile, tracesOfDatabase, tracesOfDatabaseFile } from './data-folder.ts'
import { lockDataFolder } from './lock.ts'
import { messageOf, reasonOf } from './reason.ts'
import { StartError } from './start-error.ts'

/**
 * The PostgreSQL database at DATABASE_URL, or else SQLite in the data folder. Empty, it is a new one only where the data folder
 * has no trace of an earlier one.
 *
 * @param tell takes what the database holds in doubt, and what is made of it
 * @throws StartError
 */
export async function openDatabase(
  { databaseUrl, poolSize, dataFolder }: Pick<Config, 'databaseUrl' | 'poolSize' | 'dataFolder'>,
  tell: Opening['tell'],
): Promise<SqlStorage> {
  const traces = databaseUrl === null ? tracesOfDatabaseFile(dataFolder) : tracesOfDatabase(dataFolder)
  const opening = { mayBeNew: traces.length === 0, tell }
  try {
    return await (databaseUrl === null
      ? openInDataFolder(dataFolder, opening)
      : openAt(databaseUrl, opening, poolSize))
  } catch (error) {
    const lost = error instanceof StartError ? error.cause : undefined
    if (!(error instanceof StartError && lost instanceof LostDatabaseError)) throw error
    throw new StartError([error.message, ...howToGoOn(lost, traces, databaseUrl, dataFolder)].join(' '))
  }
}

function howToGoOn(
  { isEmpty }: LostDatabaseError,
  traces: string[],
  databaseUrl: string | null,
  dataFolder: string,
) {
  const file = databaseFile(dataFolder)
  const names = traces.join(', ')
  return [
    isEmpty && `Yet ${names} ${traces.length > 1 ? 'say' : 'says'} that there was something in it.`,
    'Put it back from a backup.',
    databaseUrl !== null &&
      existsSync(file) &&
      `If what it should hold is in ${file}: npm run move-to-postgres.`,
    isEmpty && `To start anew with nothing, open to everyone, remove ${names}.`,
    'docs/operating.md says more under "When the database is lost".',
  ].filter((sentence) => sentence !== false)
}

/**
 * The same database as it is, for reading its audit records alone, beside a service that uses it too.
 *
 * @throws StartError when it cannot be read, or is of a version that did not chain them
 */
export async function openAuditChains({
  databaseUrl,
  dataFolder,
}: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Database> {
  const file = databaseFile(dataFolder)
  if (databaseUrl === null && !existsSync(file)) throw new StartError(`There is no ${file} to read.`)
  try {
    const database = databaseUrl === null ? readSqlite(file) : (await postgres()).readPostgres(databaseUrl)
    if (await hasAuditChains(database)) return database
  } catch (error) {
    throw cannotBeUsed(databaseUrl === null ? file : 'at DATABASE_URL', messageOf(error), error)
  }
  throw new StartError(
    'The audit records of this database are not chained yet: start this version of the service on it once.',
  )
}

/** SQLite in the data folder, which no other process may then use. @throws StartError */
export async function openInDataFolder(dataFolder: string, opening: Opening): Promise<SqlStorage> {
  const unlock = lockDataFolder(dataFolder)
  try {
    const storage = await openFile(databaseFile(dataFolder), opening)
    // Nobody else takes uploads in here: what was not accepted is what a crash left.
    await storage.stores.batches.discardUnaccepted(null, Number.MAX_SAFE_INTEGER)
    return {
      ...storage,
      async close() {
        await storage.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openFile(file: string, opening: Opening): Promise<SqlStorage> {
  try {
    const found = statSync(file, { throwIfNoEntry: false })
    if (found && !found.isFile()) throw new Error('it is no file')
    // SQLite throws away the `-wal` file, which may hold everything, when it opens a database that is missing or empty.
    if (!opening.mayBeNew && !found?.size) throw new LostDatabaseError(true)
    return await openSqlite(file, opening)
  } catch (error) {
    throw cannotBeUsed(file, reasonOf(error), error)
  }
}

/** @throws StartError that says what is wrong, never the password in the address */
export async function openAt(databaseUrl: string, opening: Opening, poolSize?: number): Promise<SqlStorage> {
  try {
    const { openPostgres } = await postgres()
    return await openPostgres(databaseUrl, opening, poolSize)
  } catch (error) {
    throw cannotBeUsed('at DATABASE_URL', messageOf(error), error)
  }
}

/** Loaded only where it is used: SQLite takes less memory without. */
const postgres = () => import('#storage/sql/postgres.ts')

const cannotBeUsed = (which: string, reason: string, cause: unknown) =>
  new StartError(`The database ${which} cannot be used: ${reason}.`, { cause })
