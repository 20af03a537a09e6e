import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from './start-error.ts'

/**
 * Keeps other processes off a data folder by a lock that the system drops with the process, however it ends.
 *
 * @returns what gives the folder free again
 * @throws StartError when another process has it
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch {
    lock.close()
    throw new StartError(
      `Another process is using the data folder ${folder}: stop it first, or set DATA_DIR to a folder of this one's own.`,
    )
  }
  return () => lock.close()
}
