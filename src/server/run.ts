import { once } from 'node:events'
import { StartError } from './start-error.ts'

/** Sentences for the operator go to standard error, so that standard output is the log and nothing else. */
export const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

/** Does the work; a reason not to start is said in its sentence and ends the process with exit code 1. */
export async function orRefuse(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    say(error.message)
    process.exit(1)
  }
}

/** The life of a service: starts, says where it is, stops at Ctrl+C or SIGTERM. */
export const run = (
  start: () => Promise<{ url: string; setUpUrl: string | null; stop: () => Promise<void> }>,
) =>
  orRefuse(async () => {
    const { url, setUpUrl, stop } = await start()
    const first = setUpUrl === null ? '' : `\nNobody has set it up yet. This link does, once: ${setUpUrl}`
    say(`Profile API Console is at ${url}${first}`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await stop()
    process.exit(0)
  })
