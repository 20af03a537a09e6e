import { ServiceError } from '#service/errors.ts'
import type { WhoWaits } from '#service/ports.ts'
import { networkOf } from './remote-address.ts'

const COME_BACK_SECONDS = 5

type Place = { network: string; round: number; go: () => void; sendAway: () => void }

/**
 * Lets so many pieces of work run at once; the others wait in a line. In each round every network that waits gets one turn,
 * so that nobody stands behind all that someone else sent. When the line is full, who would come last loses the place;
 * who has gone loses theirs.
 *
 * @returns what does a piece of work in its turn, or throws ServiceError `unavailable` when it gets none
 */
export function waitingLine({ atOnce, places }: { atOnce: number; places: number }) {
  let running = 0
  let round = 0
  /** By round; the first is next. */
  const waiting: Place[] = []

  async function turn({ remoteAddress, signal }: WhoWaits): Promise<void> {
    if (signal.aborted) throw hasGone()
    if (running < atOnce) {
      running += 1
      return
    }
    const { promise: itsTurn, resolve, reject } = Promise.withResolvers<void>()
    const place = { ...newPlace(networkOf(remoteAddress)), go: resolve, sendAway: () => reject(isFull()) }
    signal.addEventListener('abort', () => {
      const at = waiting.indexOf(place)
      if (at !== -1) waiting.splice(at, 1)
      reject(hasGone()) // which changes nothing for whoever is served already
    })
    stand(place)
    await itsTurn
  }

  function newPlace(network: string): Pick<Place, 'network' | 'round'> {
    const before = waiting.findLast((place) => place.network === network)
    return { network, round: before === undefined ? round : before.round + 1 }
  }

  function stand(place: Place): void {
    const later = waiting.findIndex((other) => other.round > place.round)
    waiting.splice(later === -1 ? waiting.length : later, 0, place)
    if (waiting.length > places) waiting.pop()?.sendAway()
  }

  function next(): void {
    const first = waiting.shift()
    if (first === undefined) {
      running -= 1
      return
    }
    round = first.round
    first.go()
  }

  return async <Result>(who: WhoWaits, work: () => Promise<Result>): Promise<Result> => {
    await turn(who)
    try {
      return await work()
    } finally {
      next()
    }
  }
}

const isFull = () =>
  new ServiceError(
    'unavailable',
    'Too many people are signing in at the moment. Try again in a few seconds.',
    {
      headers: { 'Retry-After': String(COME_BACK_SECONDS) },
    },
  )

/** Nobody reads it, but the log has its status. */
const hasGone = () => new ServiceError('unavailable', 'Whoever asked has gone.')
