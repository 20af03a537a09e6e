import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Caller, CallLimiter } from '../ports.ts'

const WITH = {
  session: 'with this session',
  token: 'with this token',
  address: 'without a token from this network address',
} as const satisfies Record<Caller['by'], string>

/**
 * Does what a call asks for, unless its caller calls too often: then it is refused with 503, as Adobe Target does (wire
 * fact A14), and told when to come back. A call counts while it is under way, and after it unless it was refused (4xx).
 *
 * @param calls of one kind: what stops an abuse never shares a count with the abuse
 * @param kind what is counted there, in the plural, for the refusal
 * @throws ServiceError `unavailable` with `Retry-After` in seconds
 */
export async function withinLimit<Done>(
  calls: CallLimiter,
  kind: string,
  context: Context,
  work: () => Promise<Done>,
): Promise<Done> {
  const caller = callerOf(context)
  const retryAfterSeconds = await calls.consume(caller)
  if (retryAfterSeconds > 0) {
    throw new ServiceError('unavailable', `Too many ${kind} in a minute ${WITH[caller.by]}. Wait a while.`, {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  try {
    return await work()
  } catch (error) {
    if (error instanceof ServiceError && error.status < 500) await calls.giveBack(caller)
    throw error
  }
}

function callerOf(context: Context): Caller {
  const { actor } = context
  if ('session' in actor) return { by: 'session', id: actor.session.id }
  if ('tokenId' in actor) return { by: 'token', id: actor.tokenId }
  return { by: 'address', remoteAddress: remoteAddressIn(context) }
}
