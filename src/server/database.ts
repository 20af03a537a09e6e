import { join } from 'node:path'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import type { Config } from './config.ts'
import { lockDataFolder } from './lock.ts'
import { StartError } from './start-error.ts'

/** The PostgreSQL database at DATABASE_URL, or else SQLite in the data folder. @throws StartError */
export function openDatabase({ databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>) {
  return databaseUrl === null ? openInDataFolder(dataFolder) : openAt(databaseUrl)
}

/** Where SQLite keeps everything. */
export const databaseFile = (dataFolder: string) => join(dataFolder, 'profile-api.sqlite')

/** SQLite in the data folder, which no other process may then use. @throws StartError */
export async function openInDataFolder(dataFolder: string): Promise<SqlStorage> {
  const unlock = lockDataFolder(dataFolder)
  const storage = await openFile(databaseFile(dataFolder))
  return {
    ...storage,
    async close() {
      await storage.close()
      unlock()
    },
  }
}

async function openFile(file: string): Promise<SqlStorage> {
  try {
    return await openSqlite(file)
  } catch (error) {
    throw new StartError(`The database ${file} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

/** @throws StartError that says what is wrong, never the password in the address */
export async function openAt(databaseUrl: string): Promise<SqlStorage> {
  try {
    return await openPostgres(databaseUrl)
  } catch (error) {
    throw new StartError(`The database at DATABASE_URL cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  // A host name with several addresses fails once for each; the first says it.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
