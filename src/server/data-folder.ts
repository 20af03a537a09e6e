import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from './reason.ts'
import { StartError } from './start-error.ts'

/** Where SQLite keeps everything. */
export const databaseFile = (dataFolder: string) => join(dataFolder, 'profile-api.sqlite')

/** Where the key is kept that no variable gives. */
export const encryptionKeyFile = (dataFolder: string) => join(dataFolder, 'encryption-key')

/** There once a database belongs to the folder, also where `ENCRYPTION_KEY` gives the key. */
const databaseMark = (dataFolder: string) => join(dataFolder, 'has-database')

/** The files by which a database that was lost is told from one that was never made; none before the first start. */
export const tracesOfDatabase = (dataFolder: string): string[] =>
  [encryptionKeyFile(dataFolder), databaseMark(dataFolder)].filter((file) => existsSync(file))

/** Leaves a trace of the database. @throws StartError when the folder cannot be written to */
export function markDatabase(dataFolder: string) {
  const mark = databaseMark(dataFolder)
  if (existsSync(mark)) return
  try {
    writeFileSync(
      mark,
      'A database belongs to this folder: docs/operating.md, "When the database is lost".\n',
    )
  } catch (error) {
    throw cannotBeUsed(dataFolder, error)
  }
}

/** Makes the data folder if it is not there, and whatever is made from now on for this user alone. @throws StartError */
export function prepareDataFolder(folder: string) {
  process.umask(0o077)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw cannotBeUsed(folder, error)
  }
}

const cannotBeUsed = (folder: string, error: unknown) =>
  new StartError(`The data folder ${folder} cannot be used: ${reasonOf(error)}.`, { cause: error })
