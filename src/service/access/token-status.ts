import type { TokenStatus } from '#contract/token-status.ts'
import { sha256Hex } from '#service/sha256.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { credentialsOf } from '../http/credentials.ts'
import { headerMistake } from '../http/header-mistake.ts'
import type { CallLimiter } from '../ports.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import { noteIfOver, secondsLeft } from '../profile-auth/token.ts'
import type { AccessStore } from './store.ts'
import { judge } from './verdict.ts'

export type TokenStatusNeeds = { access: AccessStore; tokens: TokenStore; tokenGuesses: CallLimiter }

/**
 * Whether a profile authentication token works and for how long, told to whoever has it. It counts as no use; only a
 * question about one that does not work counts against the caller.
 *
 * @param header `Authorization` as it came; empty where it did not
 * @throws ServiceError `token-required` without credentials; `too-many-requests` with `Retry-After` in seconds
 */
export async function tokenStatus(
  { access, tokens, tokenGuesses }: TokenStatusNeeds,
  { client: { clientCode }, actor, now }: Context,
  header: string,
): Promise<TokenStatus> {
  const credentials = credentialsOf(header)
  if (credentials.kind === 'none') {
    const mistake = header === '' ? '' : ` ${headerMistake(header)}.`
    throw new ServiceError(
      'token-required',
      `Send the profile authentication token that is asked about.${mistake}`,
      {
        headers: { 'WWW-Authenticate': 'Bearer realm="profile-api"' },
      },
    )
  }
  const caller = {
    by: 'address',
    remoteAddress: 'remoteAddress' in actor ? actor.remoteAddress : null,
  } as const
  const retryAfterSeconds = await tokenGuesses.consume(caller)
  if (retryAfterSeconds > 0) {
    throw new ServiceError(
      'too-many-requests',
      'Too many questions about tokens that do not work. Wait a while.',
      {
        headers: { 'Retry-After': String(retryAfterSeconds) },
      },
    )
  }
  if (credentials.kind === 'malformed') return { active: false }
  const { token } = await access.find(clientCode, sha256Hex(credentials.secret))
  if (token) await noteIfOver(tokens, token, now)
  const verdict = judge({ credentials, hasTokenInAddress: false }, { clientCode, token }, now)
  if (verdict.kind !== 'current-token' && verdict.kind !== 'overlapping-token') return { active: false }
  await tokenGuesses.giveBack(caller)
  const { createdAt, worksUntil } = verdict.token
  return {
    active: true,
    scope: 'profile_api',
    client_id: clientCode,
    token_type: 'bearer',
    exp: Math.floor(worksUntil / 1000),
    iat: Math.floor(createdAt / 1000),
    secondsLeft: secondsLeft(verdict.token, now),
  }
}
