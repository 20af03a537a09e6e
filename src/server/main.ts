import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from './config.ts'
import { run, say } from './run.ts'
import { start } from './start.ts'

const CONSOLE_FOLDER = resolve(import.meta.dirname, '../../dist')

await run(async () => {
  const isBuilt = existsSync(join(CONSOLE_FOLDER, 'index.html'))
  const service = await start(readConfig(process.env), isBuilt ? CONSOLE_FOLDER : null)
  if (!isBuilt) say('The console is not built, so this is the API alone: npm run build makes it.')
  return service
})
