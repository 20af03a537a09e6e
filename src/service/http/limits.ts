import type { Client } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { CallLimiter } from '../ports.ts'

/**
 * Refuses calls over the limit with 503, as Adobe Target does (wire fact A14), and says when to come back. To be called
 * after the check of who calls, so that nobody without credentials can use up the limit of those who have them.
 *
 * @throws ServiceError `unavailable` with `Retry-After` in seconds
 */
export async function requireWithinLimit(calls: CallLimiter, { clientCode }: Client): Promise<void> {
  const retryAfterSeconds = await calls.consume(clientCode)
  if (retryAfterSeconds === 0) return
  throw new ServiceError(
    'unavailable',
    'Too many calls of the admin API and bulk updates in a minute. Wait a while.',
    { headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}
