import { it } from 'vitest'
import { crashRun } from '../support/crash-run.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('loses and doubles nothing on PostgreSQL when it is killed at 200 random points', async () => {
  await crashRun({ DATA_DIR: temporaryFolder(), DATABASE_URL: await emptyDatabase() })
}, 900_000)
