import { type DueNeeds, noteDue } from '#service/notices/due.ts'
import { sendNext, type SendNeeds } from '#service/notices/sending.ts'

/** How soon a notice is sent that waits, by whichever process finds it first. */
const LOOK_MS = 5000
/** At every sixth look it is also found out what there is to tell. */
const LOOKS_FOR_EACH_NOTING = 6
/** A few, because looking up a name takes a thread of those that passwords are worked on by as well. */
const SENT_AT_ONCE = 2

/**
 * Finds out twice a minute what there is to tell, and sends what waits. What fails is reported once until a look goes well.
 *
 * @returns what ends it, and resolves when the tries that are under way have ended
 */
export function startTellingNotices(
  needs: DueNeeds & SendNeeds,
  report: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  let isFailing = false
  let looks = 0
  let looking: Promise<void> | undefined

  async function sendWaiting() {
    while (!stopping.signal.aborted && (await sendNext(needs, needs.client))) {
      // each turn sends one
    }
  }

  async function look() {
    try {
      if (looks % LOOKS_FOR_EACH_NOTING === 0) await noteDue(needs)
      looks += 1
      await Promise.all(Array.from({ length: SENT_AT_ONCE }, sendWaiting))
      isFailing = false
    } catch (error) {
      if (!isFailing) report(error)
      isFailing = true
    }
    looking = undefined
  }

  const begin = () => (looking ??= look())
  void begin()
  const timer = setInterval(begin, LOOK_MS)
  return async () => {
    stopping.abort()
    clearInterval(timer)
    await looking
  }
}
