import type { AttemptLimiter, SignInCandidate } from '#service/ports.ts'
import { buckets } from './counts.ts'
import { networkOf } from './remote-address.ts'

const MINUTE_MS = 60_000

/**
 * Failed sign-ins that are let through at once, and after how long one more each time: nobody waits for more than a minute.
 * A network's own number of one person is below that person's from everywhere, and refilled no faster, so that who fails
 * in one place slows down nobody elsewhere.
 */
const ON_KNOWN_DEVICE = [10, MINUTE_MS] as const
const OF_PERSON_IN_NETWORK = [10, MINUTE_MS] as const
const OF_PERSON = [30, MINUTE_MS] as const
/** Of all persons. An office behind one address has more hands to mistype with than one person: 50 in 15 minutes. */
const OF_NETWORK = [50, 18_000] as const

/** Bounds failed sign-ins by device where it is known, by network and person elsewhere; decision 017 says why so. */
export function memoryAttempts(now?: () => number): AttemptLimiter {
  const onKnownDevice = buckets(...ON_KNOWN_DEVICE, now)
  const ofPersonInNetwork = buckets(...OF_PERSON_IN_NETWORK, now)
  const ofPerson = buckets(...OF_PERSON, now)
  const ofNetwork = buckets(...OF_NETWORK, now)

  /** What a candidate's failures are taken from: `own` is no one else's. */
  function takenFrom({ email, remoteAddress, deviceId }: SignInCandidate) {
    if (deviceId !== null) return { own: { from: onKnownDevice, key: deviceId }, shared: [] }
    const network = networkOf(remoteAddress)
    return {
      own: { from: ofPersonInNetwork, key: `${network} ${email}` },
      shared: [
        { from: ofPerson, key: email },
        { from: ofNetwork, key: network },
      ],
    }
  }

  return {
    async consume(candidate) {
      const { own, shared } = takenFrom(candidate)
      const all = [own, ...shared]
      const waitSeconds = Math.max(...all.map(({ from, key }) => from.waitSeconds(key)))
      if (waitSeconds === 0) for (const { from, key } of all) from.take(key)
      return waitSeconds
    },

    async giveBack(candidate) {
      const { own, shared } = takenFrom(candidate)
      for (const { from, key } of [own, ...shared]) from.giveBack(key)
    },

    async succeed(candidate) {
      const { own, shared } = takenFrom(candidate)
      own.from.refill(own.key)
      for (const { from, key } of shared) from.giveBack(key)
    },
  }
}
