import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
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

/** The same of SQLite's: a first start leaves no `-wal` file of something beside a database of nothing. */
export function tracesOfDatabaseFile(dataFolder: string): string[] {
  const [file, log] = [databaseFile(dataFolder), `${databaseFile(dataFolder)}-wal`]
  const isOrphaned = !hasContent(file) && hasContent(log)
  return [...tracesOfDatabase(dataFolder), ...(isOrphaned ? [log] : [])]
}

const hasContent = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0

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

/** Our files by their names, and copies of them that someone made beside them. */
const OURS = /^(?:(?:profile-api\.sqlite|encryption-key).*|has-database|lock)$/

const GROUP_AND_OTHERS = 0o077
const OTHERS = 0o007

/**
 * Makes the data folder if it is not there, and keeps other users of the machine out of what is in it.
 *
 * @returns what had to be changed for that, or could not be, as sentences for the operator
 * @throws StartError when there can be no such folder, or anyone may read the encryption key and that cannot be changed
 */
export function prepareDataFolder(folder: string): string[] {
  process.umask(GROUP_AND_OTHERS)
  try {
    mkdirSync(folder, { recursive: true })
    return keepOthersOut(folder)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw cannotBeUsed(folder, error)
  }
}

const cannotBeUsed = (folder: string, error: unknown) =>
  new StartError(`The data folder ${folder} cannot be used: ${reasonOf(error)}.`, { cause: error })

function keepOthersOut(folder: string): string[] {
  const names = readdirSync(folder)
  const ours = names.filter((name) => OURS.test(name)).map((name) => join(folder, name))
  // A folder that holds other things too may be there for others.
  const paths = ours.length === names.length ? [folder, ...ours] : ours
  const open = paths.filter((path) => isOpenTo(GROUP_AND_OTHERS, path))
  for (const path of open) closeToOthers(path)
  const stillOpen = open.filter((path) => isOpenTo(GROUP_AND_OTHERS, path))
  const key = encryptionKeyFile(folder)
  if (stillOpen.includes(key) && isOpenTo(OTHERS, key)) {
    throw new StartError(
      `Anyone on this machine may use ${key}, and that cannot be changed from here: chmod 600 it, or set ENCRYPTION_KEY.`,
    )
  }
  const closed = open.filter((path) => !stillOpen.includes(path))
  return [
    ...(closed.length > 0 ? [`Other users could open ${named(closed)}: from now on they cannot.`] : []),
    ...(stillOpen.length > 0 ? [`Other users can open ${named(stillOpen)}: that could not be changed.`] : []),
  ]
}

/** By what a link leads to. One that leads to nothing is open to nobody. */
function isOpenTo(who: number, path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && (found.mode & who) !== 0
}

/** What a link leads to may be another's: it stays as it is. */
function closeToOthers(path: string) {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  try {
    chmodSync(path, found.isDirectory() ? 0o700 : 0o600)
  } catch {
    // Whoever asks looks whether it helped: on some disks it does nothing, and says nothing.
  }
}

const named = (paths: string[]) => paths.join(', ')
