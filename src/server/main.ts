import { resolve } from 'node:path'
import { isBuilt } from './built-console.ts'
import { readConfig } from './config.ts'
import { run, say } from './run.ts'
import { start } from './start.ts'

const CONSOLE_FOLDER = resolve(import.meta.dirname, '../../dist/console')

await run(async () => {
  const hasConsole = isBuilt(CONSOLE_FOLDER)
  const service = await start(readConfig(process.env), hasConsole ? CONSOLE_FOLDER : null)
  if (!hasConsole) say('The console is not built, so this is the API alone: npm run build makes it.')
  return service
})
