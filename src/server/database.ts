import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasAuditChains } from '#storage/sql/audit-chains.ts'
import { openPostgres, readPostgres } from '#storage/sql/postgres.ts'
import type { Database } from '#storage/sql/schema.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite, readSqlite } from '#storage/sql/sqlite.ts'
import type { Config } from './config.ts'
import { lockDataFolder } from './lock.ts'
import { StartError } from './start-error.ts'

/** Takes what the database holds in doubt, and what is made of it. */
type Tell = (doubt: Error) => void

/** The PostgreSQL database at DATABASE_URL, or else SQLite in the data folder. @throws StartError */
export function openDatabase(
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  tell: Tell,
) {
  return databaseUrl === null ? openInDataFolder(dataFolder, tell) : openAt(databaseUrl, tell)
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
    const database = databaseUrl === null ? readSqlite(file) : readPostgres(databaseUrl)
    if (await hasAuditChains(database)) return database
  } catch (error) {
    throw cannotBeUsed(databaseUrl === null ? file : 'at DATABASE_URL', error)
  }
  throw new StartError(
    'The audit records of this database are not chained yet: start this version of the service on it once.',
  )
}

/** Where SQLite keeps everything. */
export const databaseFile = (dataFolder: string) => join(dataFolder, 'profile-api.sqlite')

/** SQLite in the data folder, which no other process may then use. @throws StartError */
export async function openInDataFolder(dataFolder: string, tell: Tell): Promise<SqlStorage> {
  const unlock = lockDataFolder(dataFolder)
  const storage = await openFile(databaseFile(dataFolder), tell)
  return {
    ...storage,
    async close() {
      await storage.close()
      unlock()
    },
  }
}

async function openFile(file: string, tell: Tell): Promise<SqlStorage> {
  try {
    return await openSqlite(file, tell)
  } catch (error) {
    throw cannotBeUsed(file, error)
  }
}

/** @throws StartError that says what is wrong, never the password in the address */
export async function openAt(databaseUrl: string, tell: Tell): Promise<SqlStorage> {
  try {
    return await openPostgres(databaseUrl, tell)
  } catch (error) {
    throw cannotBeUsed('at DATABASE_URL', error)
  }
}

function cannotBeUsed(which: string, error: unknown): StartError {
  // A host name with several addresses fails once for each; the first says it.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const reason = first instanceof Error ? first.message : String(first)
  return new StartError(`The database ${which} cannot be used: ${reason}.`, { cause: error })
}
