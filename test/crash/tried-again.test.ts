import { join } from 'node:path'
import { it } from 'vitest'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { triedAgainRun, TRIES } from './tried-again-run.ts'

const SENTENCE = `a stuck batch that is tried again is applied once or not at all when the service is killed, ${TRIES} times`

it(`${SENTENCE}, on SQLite`, async () => {
  const folder = temporaryFolder()
  await triedAgainRun({ DATA_DIR: folder }, () => openSqlite(join(folder, 'profile-api.sqlite')))
})

it(`${SENTENCE}, on PostgreSQL`, async () => {
  const url = await emptyDatabase()
  await triedAgainRun({ DATA_DIR: temporaryFolder(), DATABASE_URL: url }, () => openPostgres(url))
})
