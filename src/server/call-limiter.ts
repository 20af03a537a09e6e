import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CallLimiter } from '#service/ports.ts'

const WINDOW_SECONDS = 60

/** Lets so many calls of a client through in a minute; each process counts its own. */
export function memoryCallLimiter(callsPerMinute: number): CallLimiter {
  const byClient = new RateLimiterMemory({ points: callsPerMinute, duration: WINDOW_SECONDS })
  return {
    async consume(clientCode) {
      try {
        await byClient.consume(clientCode)
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    },
  }
}
