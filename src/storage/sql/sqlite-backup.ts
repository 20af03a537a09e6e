import { backup, DatabaseSync } from 'node:sqlite'

const ALL_PAGES = 2 ** 31 - 1

/**
 * Copies a database as it is at one instant, also while a service writes to it, and reads the copy through. In one step, which holds up
 * nobody: between two of them each change would have it begin anew.
 *
 * @param copy a file that is empty
 * @throws Error when either cannot be used, or the database is damaged
 */
export async function backUpSqlite(file: string, copy: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    await backup(database, copy, { rate: ALL_PAGES })
  } finally {
    database.close()
  }
  // Not for reading alone, which would leave an index and a log beside it.
  const copied = new DatabaseSync(copy)
  try {
    const { quick_check: found } = copied.prepare('pragma quick_check(1)').get() ?? {}
    if (found !== 'ok') throw new Error(`it is damaged (${String(found)})`)
  } finally {
    copied.close()
  }
}
