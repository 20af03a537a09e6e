import { it } from 'vitest'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { crashRun, KILLS } from './crash-run.ts'

it(`loses and doubles nothing on PostgreSQL when it is killed at ${KILLS} random points`, async () => {
  await crashRun('PostgreSQL', { DATA_DIR: temporaryFolder(), DATABASE_URL: await emptyDatabase() })
})
