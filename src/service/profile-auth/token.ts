import type { AuthorizationScope } from '#contract/profile-auth.ts'
import type { StoredToken } from './store.ts'

/** Lifetime in seconds when none is asked for: 90 days and 6 hours. Source: wire fact A6. */
export const DEFAULT_LIFETIME_SECONDS: Record<AuthorizationScope, number> = {
  profile_api: 7_776_000,
  debug_tools: 21_600,
}

/** `at`: since when, milliseconds since 1970. A token that was replaced stays `ended` when it would have expired. */
export type TokenState = { kind: 'current' } | { kind: 'ended' | 'expired'; at: number }

/** What state a token is in at an instant, milliseconds since 1970. */
export function stateOf({ endedAt, expiresAt }: StoredToken, now: number): TokenState {
  if (endedAt !== null) return { kind: 'ended', at: endedAt }
  return now >= expiresAt ? { kind: 'expired', at: expiresAt } : { kind: 'current' }
}

/** Whole seconds until the token expires, 0 from then on. */
export function secondsLeft({ expiresAt }: StoredToken, now: number): number {
  return Math.max(0, Math.floor((expiresAt - now) / 1000))
}
