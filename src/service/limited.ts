import type { MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'
import { ServiceError } from './errors.ts'

/**
 * Refuses calls over the limit with 503, as Adobe Target does (wire fact A14), and says when to come back. It stands
 * after the check of who calls, so that nobody without credentials can use up the limit of those who have them.
 */
export const limited =
  ({ calls, account }: Pick<Deps, 'calls' | 'account'>): MiddlewareHandler =>
  async (_, next) => {
    const retryAfterSeconds = await calls.consume(account.clientCode)
    if (retryAfterSeconds > 0) {
      throw new ServiceError(
        'unavailable',
        'Too many calls of the admin API and bulk updates in a minute. Wait a while.',
        {
          headers: { 'Retry-After': String(retryAfterSeconds) },
        },
      )
    }
    await next()
  }
