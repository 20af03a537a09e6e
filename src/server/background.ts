import { setTimeout as delay } from 'node:timers/promises'
import type { Deps } from '#service/deps.ts'
import { removeEndedSessions } from '#service/sign-in/rules.ts'
import { UPLOAD_LIMIT_MS } from './listen.ts'

const RETRY_MS = 5000
const TIDY_MS = 15 * 60_000

type Report = (error: unknown) => void

/**
 * Applies accepted batches, one chunk after the other, until `stop`. A failure, such as a full disk, is reported and
 * tried again.
 */
export function startApplying(
  { account, stores, now }: Pick<Deps, 'account' | 'stores' | 'now'>,
  report: Report,
) {
  const stopping = new AbortController()
  let accepted = Promise.withResolvers<void>()

  async function run() {
    while (!stopping.signal.aborted) {
      accepted = Promise.withResolvers()
      try {
        if (!(await stores.batches.applyNextChunk(account.clientCode, now()))) await accepted.promise
      } catch (error) {
        report(error)
        await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  const running = run()
  return {
    /** There is a batch to apply. */
    wake: () => accepted.resolve(),
    /** Resolves when the chunk at hand is applied. */
    async stop() {
      stopping.abort()
      accepted.resolve()
      await running
    },
  }
}

/** Removes ended sessions and abandoned uploads, at once and then every 15 minutes. @returns what ends it */
export function startTidying(deps: Deps, report: Report): () => void {
  const tidy = () =>
    Promise.all([
      removeEndedSessions(deps),
      deps.stores.batches.discardUnaccepted(deps.now() - UPLOAD_LIMIT_MS),
    ]).catch(report)
  void tidy()
  const timer = setInterval(tidy, TIDY_MS)
  return () => clearInterval(timer)
}
