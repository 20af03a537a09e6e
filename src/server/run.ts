import { once } from 'node:events'
import { StartError } from './start-error.ts'

/** Sentences for the operator go to standard error, so that standard output is the log and nothing else. */
export const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

/**
 * The life of the process: starts, says where it is, stops at Ctrl+C or SIGTERM. A reason not to start is said in a
 * sentence; the exit code is then 1.
 */
export async function run(
  start: () => Promise<{ url: string; setUpUrl: string | null; stop: () => Promise<void> }>,
) {
  try {
    const { url, setUpUrl, stop } = await start()
    const first = setUpUrl === null ? '' : `\nNobody has set it up yet. This link does, once: ${setUpUrl}`
    say(`Profile API Console is at ${url}${first}`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await stop()
    process.exit(0)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    say(error.message)
    process.exit(1)
  }
}
