import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf } from './reason.ts'
import { StartError } from './start-error.ts'

/** SQLite's code for a file that someone else has locked. */
const BUSY = 5

/**
 * Keeps other processes off a data folder by a lock that the system drops with the process, however it ends.
 *
 * @param waitMs how long to wait for a process that has it
 * @returns what gives the folder free again
 * @throws StartError when another process has it, or what is there in place of the lock is none
 */
export function lockDataFolder(folder: string, waitMs = 0): () => void {
  const file = join(folder, 'lock')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file, { timeout: waitMs })
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock?.close()
    throw error instanceof Error && 'errcode' in error && error.errcode === BUSY
      ? inUse(folder)
      : new StartError(
          `The lock ${file} cannot be used: ${reasonOf(error)}. If it is not of this service, move it away.`,
        )
  }
  return () => lock.close()
}

const inUse = (folder: string) =>
  new StartError(
    `Another process is using the data folder ${folder}: stop it first, or set DATA_DIR to a folder of this one's own.`,
  )
