import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from './config.ts'
import { start } from './start.ts'
import { StartError } from './start-error.ts'

const CONSOLE_FOLDER = resolve(import.meta.dirname, '../../dist')

/** Sentences for the operator go to standard error, so that standard output is the log and nothing else. */
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

try {
  const isBuilt = existsSync(CONSOLE_FOLDER)
  const service = await start(readConfig(process.env), isBuilt ? CONSOLE_FOLDER : null)
  const facts = [
    `Profile API Console is at ${service.url}`,
    isBuilt ? null : 'This is the API alone, for the console is not built: npm run build makes it.',
    service.setUpUrl && `Nobody has set it up yet. This link does, once: ${service.setUpUrl}`,
  ]
  say(facts.filter((fact) => fact !== null).join('\n'))

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await service.stop()
  process.exit(0)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  say(error.message)
  process.exit(1)
}
