import { it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { crashRun, KILLS } from './crash-run.ts'

it(`loses and doubles nothing on SQLite when it is killed at ${KILLS} random points`, async () => {
  await crashRun('SQLite', { DATA_DIR: temporaryFolder() })
})
