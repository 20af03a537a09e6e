// For the operator: copies the SQLite database to a file, also while the service runs.
import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { resolve } from 'node:path'
import { backUpSqlite } from '#storage/sql/sqlite-backup.ts'
import { readConfig } from '../config.ts'
import { databaseFile } from '../data-folder.ts'
import { reasonOf } from '../reason.ts'
import { orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

const USER_ALONE = 0o600
/** With which every SQLite file begins. Source: sqlite.org/fileformat.html, section 1.3. */
const SQLITE = 'SQLite format 3\0'

await orRefuse(async () => {
  const { databaseUrl, dataFolder } = readConfig(process.env)
  if (databaseUrl !== null) {
    throw new StartError('With DATABASE_URL everything is in PostgreSQL, of which pg_dump makes a backup.')
  }
  const [given] = process.argv.slice(2)
  if (given === undefined) {
    throw new StartError('Say where to, such as: npm run backup -- /backup/profile-api.sqlite')
  }
  const file = databaseFile(dataFolder)
  if (!existsSync(file)) throw new StartError(`There is no ${file} to copy.`)
  const to = resolve(given)
  try {
    requireReplaceable(to, file)
    await copy(file, to)
  } catch (error) {
    throw new StartError(`The backup ${to} was not made: ${reasonOf(error)}.`)
  }
  say(
    `The backup ${to} is whole: ${statSync(to).size} bytes. The encryption key is not in it: keep that too, in another place.`,
  )
})

/** A backup from before is replaced, and nothing else. @throws Error that says what is there */
function requireReplaceable(to: string, file: string) {
  if (!existsSync(to)) return
  if (realpathSync(to) === realpathSync(file)) throw new Error('it is the database itself')
  const descriptor = openSync(to, 'r')
  try {
    const head = Buffer.alloc(SQLITE.length)
    readSync(descriptor, head)
    if (head.toString('latin1') !== SQLITE) throw new Error('something else is in its place')
  } finally {
    closeSync(descriptor)
  }
}

/** The one before stays until the new one is whole. */
async function copy(file: string, to: string) {
  const partial = `${to}.partial-${process.pid}`
  closeSync(openSync(partial, 'wx', USER_ALONE))
  try {
    await backUpSqlite(file, partial)
    renameSync(partial, to)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
