import { it } from 'vitest'
import { crashRun } from '../support/crash-run.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('loses and doubles nothing on SQLite when it is killed at 200 random points', async () => {
  await crashRun({ DATA_DIR: temporaryFolder() })
}, 900_000)
