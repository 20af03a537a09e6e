import type { AuthorizationScope } from '#contract/profile-auth.ts'
import type { StoredToken, TokenStore } from './store.ts'

/** Lifetime in seconds when none is asked for: 90 days and 6 hours. Source: wire fact A6. */
export const DEFAULT_LIFETIME_SECONDS: Record<AuthorizationScope, number> = {
  profile_api: 7_776_000,
  debug_tools: 21_600,
}

/** `at`: since when, milliseconds since 1970. A token that was replaced stays `ended` when it would have expired. */
export type TokenState = { kind: 'current' } | { kind: 'ended' | 'expired'; at: number }

/** What state a token is in at an instant, milliseconds since 1970. One that was seen expired stays so. */
export function stateOf({ endedAt, expiresAt, seenExpiredAt }: StoredToken, now: number): TokenState {
  if (endedAt !== null) return { kind: 'ended', at: endedAt }
  return seenExpiredAt === null && now < expiresAt ? { kind: 'current' } : { kind: 'expired', at: expiresAt }
}

/** Whole seconds until the token expires, 0 from then on. */
export function secondsLeft({ expiresAt, seenExpiredAt }: StoredToken, now: number): number {
  return seenExpiredAt === null ? Math.max(0, Math.floor((expiresAt - now) / 1000)) : 0
}

/**
 * Keeps what was seen, so that a clock that jumps back does not make the token work again. Whoever saw it waits for that,
 * once a token, and goes on if it cannot be kept: it is expired all the same.
 */
export async function noteIfExpired(
  tokens: Pick<TokenStore, 'noteExpired'>,
  token: StoredToken,
  now: number,
): Promise<void> {
  if (token.seenExpiredAt !== null || now < token.expiresAt) return
  await tokens.noteExpired(token.clientCode, now).catch(() => {})
}
