import { type AuthorizationScope, END_TOLD_SECONDS } from '#contract/profile-auth.ts'
import type { StoredToken, TokenStore } from './store.ts'

/** Lifetime in seconds when none is asked for: 90 days and 6 hours. Source: wire fact A6. */
export const DEFAULT_LIFETIME_SECONDS: Record<AuthorizationScope, number> = {
  profile_api: 7_776_000,
  debug_tools: 21_600,
}

/**
 * What state a token is in. The first two work. `at`: since when, milliseconds since 1970; for `replaced` when a newer one
 * took its place, though it may have worked on for an overlap. `ended`: by hand.
 */
export type TokenState =
  { kind: 'current' | 'overlapping' } | { kind: 'replaced' | 'ended' | 'expired'; at: number }

/** What tells when a token works. */
type Ends = Pick<StoredToken, 'endedAt' | 'replacedAt' | 'worksUntil' | 'expiresAt' | 'seenOverAt'>

/** What state a token is in at an instant, milliseconds since 1970. One whose time was seen over stays so. */
export function stateOf(token: Ends, now: number): TokenState {
  const { endedAt, replacedAt, worksUntil, expiresAt, seenOverAt } = token
  if (endedAt !== null) return { kind: 'ended', at: endedAt }
  // Of two ends the earlier one counts: the database may hold one that cannot be read, and then it is long past.
  const until = Math.min(worksUntil, expiresAt)
  if (seenOverAt === null && now < until) return { kind: replacedAt === null ? 'current' : 'overlapping' }
  return replacedAt !== null && worksUntil < expiresAt
    ? { kind: 'replaced', at: replacedAt }
    : { kind: 'expired', at: until }
}

/** Whether calls with it are let in at that instant. */
export function works(token: Ends, now: number): boolean {
  const { kind } = stateOf(token, now)
  return kind === 'current' || kind === 'overlapping'
}

/** Whether a token that does not work can be let work again: neither one that expired nor one that was ended for good. */
export function canWorkAgain(token: StoredToken, now: number): boolean {
  const { kind } = stateOf(token, now)
  return (kind === 'replaced' || kind === 'ended') && !token.isEndedForGood && now < token.expiresAt
}

/** Whole seconds that the token has left, 0 once it does not work any more. */
export function secondsLeft(token: Ends, now: number): number {
  return works(token, now) ? Math.floor((token.worksUntil - now) / 1000) : 0
}

/** Whether the answers to calls with a token that works say until when: during an overlap, and 14 days before its end. */
export function tellsItsEnd({ replacedAt, worksUntil }: Ends, now: number): boolean {
  return replacedAt !== null || worksUntil - now <= END_TOLD_SECONDS * 1000
}

/**
 * Keeps what was seen, so that a clock that jumps back does not make the token work again. Whoever saw it waits for that,
 * once a token, and goes on if it cannot be kept: its time is over all the same.
 */
export async function noteIfOver(
  tokens: Pick<TokenStore, 'noteOver'>,
  token: Ends & { clientCode: string },
  now: number,
): Promise<void> {
  if (token.seenOverAt !== null || now < token.worksUntil) return
  await tokens.noteOver(token.clientCode, now).catch(() => {})
}
