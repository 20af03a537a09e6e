import { useEffect, useState } from 'react'
import type { TokenSummary } from '#contract/profile-auth.ts'
import type { OldTokens } from '#contract/implementation.ts'
import { useServiceNow } from '../../../messages/service-clock.ts'

/** From this many seconds before its end a token counts as expiring soon: 14 days. */
const EXPIRING_SECONDS = 14 * 86_400

/** The token as of this second. `secondsLeft` is whole and counts down. */
export type TokenState =
  | { kind: 'none' }
  | { kind: 'live' | 'expiring'; token: TokenSummary; secondsLeft: number }
  | { kind: 'expired'; token: TokenSummary; secondsLeft: 0 }

/** Whether calls with the token are let in at this second. */
export function isUsable(state: TokenState): state is Extract<TokenState, { kind: 'live' | 'expiring' }> {
  return state.kind === 'live' || state.kind === 'expiring'
}

/**
 * Follows a token to its end, by the time the service gave it and the time that has passed since: the browser's
 * wall clock may be wrong.
 *
 * @param receivedAtMs when `token` came, milliseconds on the performance clock
 */
export function useTokenState(token: TokenSummary | null, receivedAtMs: number): TokenState {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const ticking = setInterval(() => setNowMs(performance.now()), 1000)
    return () => clearInterval(ticking)
  }, [])

  if (!token) return { kind: 'none' }
  const passedSeconds = Math.max(0, nowMs - receivedAtMs) / 1000
  const secondsLeft = Math.max(0, Math.ceil(token.expiresIn - passedSeconds))
  if (secondsLeft === 0) return { kind: 'expired', token, secondsLeft }
  return { kind: secondsLeft <= EXPIRING_SECONDS ? 'expiring' : 'live', token, secondsLeft }
}

/** Those old tokens that work at this second. */
export function useWorking({ working }: OldTokens): OldTokens['working'] {
  const nowMs = useServiceNow()
  return working.filter(({ worksUntil }) => nowMs < Date.parse(worksUntil))
}
