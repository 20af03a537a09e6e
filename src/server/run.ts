import { once } from 'node:events'
import type { StopCause } from '#contract/audit-details.ts'
import { ServiceError } from '#service/errors.ts'
import { standardError, standardOutput } from './output.ts'
import { messageOf } from './reason.ts'
import { StartError } from './start-error.ts'

/** Sentences for the operator go to standard error, so that standard output is the log and nothing else. */
export const say = (sentence: string) => standardError().write(`${sentence}\n`)

/** A sentence and its link, which stands apart with nothing beside it that would be copied along. */
export const linkAfter = (sentence: string, url: string) => `\n${sentence}\n\n    ${url}\n`

/** Does the work; a reason not to start is said in its sentence and ends the process with exit code 1. */
export async function orRefuse(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    say(sentence)
    await exit(1)
  }
}

/** For a reader who is slow; one who does not read at all is not waited for longer. */
const LAST_WORDS_MS = 1000

async function exit(code: number): Promise<never> {
  await Promise.all([standardOutput(), standardError()].map((output) => output.flushed(LAST_WORDS_MS)))
  process.exit(code)
}

/** What lies in the machine is told in a sentence; null for a fault of ours, which its stack trace tells best. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof StartError) return error.message
  if (error instanceof ServiceError && error.code === 'unavailable')
    return `The database failed: ${messageOf(error.cause)}.`
  return null
}

type Service = {
  url: string
  setUpUrl: string | null
  /** Null where they are off. */
  metricsUrl: string | null
  /** For the operator; undefined when all is well. */
  warning: string | undefined
  /** Settles with the reason when it can only be started anew. */
  failed: Promise<Error>
  stop: (because: StopCause) => Promise<void>
}

/**
 * The life of a service: starts, says where it is, stops at Ctrl+C or SIGTERM (a second one ends it at once), and with
 * exit code 1 when it has failed.
 */
export const run = (start: () => Promise<Service>) =>
  orRefuse(async () => {
    // Listened for first: a signal that comes during the start counts, and whoever reads that it runs may stop it at once.
    const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const { url, setUpUrl, metricsUrl, warning, failed, stop } = await start()
    const metrics = metricsUrl === null ? '' : `\nMetrics are at ${metricsUrl}`
    const first =
      setUpUrl === null ? '' : `\n${linkAfter('Nobody has set it up yet. This link does, once:', setUpUrl)}`
    if (warning !== undefined) say(warning)
    say(`Profile API Console is at ${url}${metrics}${first}`)
    const failure = await Promise.race([failed, asked])
    if (failure instanceof Error)
      say(`${failure.message}. What was acknowledged is stored; start the service again.`)
    await stop(failure instanceof Error ? 'failed' : 'asked')
    await exit(failure instanceof Error ? 1 : 0)
  })
