import type { AttemptLimiter, SignInCandidate } from '#service/ports.ts'
import type { CountStore } from '#storage/sql/counts.ts'
import { buckets, giveBack, take, type Turn } from './counts.ts'
import { networkOf } from './remote-address.ts'

const MINUTE_MS = 60_000

/**
 * Failed sign-ins that are let through at once, and after how long one more each time: nobody waits for more than a minute.
 * A network's own number of one person is below that person's from everywhere, and refilled no faster, so that who fails
 * in one place slows down nobody elsewhere.
 */
const ON_KNOWN_DEVICE = buckets('sign-ins by device', 10, MINUTE_MS)
const OF_PERSON_IN_NETWORK = buckets('sign-ins by person in network', 10, MINUTE_MS)
const OF_PERSON = buckets('sign-ins by person', 30, MINUTE_MS)
/** Of all persons. An office behind one address has more hands to mistype with than one person: 50 in 15 minutes. */
const OF_NETWORK = buckets('sign-ins by network', 50, 18_000)

/** What a candidate's failures are taken from: `own` is no one else's. */
function takenFrom({ email, remoteAddress, deviceId }: SignInCandidate): { own: Turn; shared: Turn[] } {
  if (deviceId !== null) return { own: { limit: ON_KNOWN_DEVICE, key: deviceId }, shared: [] }
  const network = networkOf(remoteAddress)
  return {
    own: { limit: OF_PERSON_IN_NETWORK, key: `${network} ${email}` },
    shared: [
      { limit: OF_PERSON, key: email },
      { limit: OF_NETWORK, key: network },
    ],
  }
}

/** Bounds failed sign-ins by device where it is known, by network and person elsewhere; decision 017 says why so. */
export function attemptLimiter(counts: CountStore): AttemptLimiter {
  const all = (candidate: SignInCandidate) => {
    const { own, shared } = takenFrom(candidate)
    return [own, ...shared]
  }
  return {
    consume: (candidate) => take(counts, all(candidate)),
    giveBack: (candidate) => giveBack(counts, all(candidate)),
    succeed(candidate) {
      const { own, shared } = takenFrom(candidate)
      return giveBack(counts, shared, [own])
    },
  }
}
