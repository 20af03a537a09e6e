import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { AttemptLimiter } from '#service/ports.ts'
import { networkOf } from './remote-address.ts'

const WINDOW_SECONDS = 15 * 60
const FAILURES_PER_EMAIL = 10
/** An office behind one address has more hands to mistype with than one person. */
const FAILURES_PER_ADDRESS = 50

/**
 * Bounds failed sign-ins in a window of 15 minutes, by network address and by e-mail. What is counted is forgotten
 * after the window, and an address that is refused makes no further keys, so the counts cannot fill the memory.
 */
export function memoryAttempts(): AttemptLimiter {
  const byAddress = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS })
  const byEmail = new RateLimiterMemory({ points: FAILURES_PER_EMAIL, duration: WINDOW_SECONDS })
  return {
    async consume(attempt) {
      try {
        await byAddress.consume(networkOf(attempt.remoteAddress))
        await byEmail.consume(attempt.email)
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.ceil(refusal.msBeforeNext / 1000)
      }
    },

    async giveBack(attempt) {
      await byAddress.reward(networkOf(attempt.remoteAddress))
      await byEmail.reward(attempt.email)
    },
  }
}
