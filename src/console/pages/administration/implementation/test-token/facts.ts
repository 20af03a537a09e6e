import type { ChangedToken } from '#contract/rotation.ts'
import type { CheckedSecret } from '#contract/token-check.ts'
import type { Formats } from '../../../../messages/formats.ts'
import type { Words } from './words/en.ts'

/** Whether calls with that verdict are let in where authentication is required. */
export const letsIn = (verdict: CheckedSecret['verdict']): boolean =>
  verdict === 'current-token' || verdict === 'overlapping-token'

/** Why a token does not work that is shown as it should be, to go on a sentence; null for one that works. */
export function verdictOf({ kind, verdict }: CheckedSecret, { verdicts }: Words): string | null {
  if (kind === 'set-up-code') return verdicts.setUpCode
  switch (verdict) {
    case 'current-token':
    case 'overlapping-token':
      return null
    case 'replaced-token':
      return verdicts.replaced
    case 'ended-token':
      return verdicts.ended
    case 'expired-token':
      return verdicts.expired
    case 'debugger-token':
      return verdicts.debugger
    case 'access-token':
      return verdicts.accessToken
    case 'token-of-other-client':
      return verdicts.otherClient
    default:
      return verdicts.unknown
  }
}

/** Something that is true of a token: what lets its calls in, what ends that, what keeps them out. */
export type Fact = { text: string; sign: 'check' | 'clock' | 'refused' }

/** What is true of a token that is sent as it should be. @param now milliseconds since 1970 */
export function factsOf(
  secret: CheckedSecret,
  { clientCode, now }: { clientCode: string; now: number },
  words: Words,
  formats: Formats,
): Fact[] {
  const { token } = secret
  const whole: Fact = { text: words.whole, sign: 'check' }
  if (token === null) return [whole, { text: otherText(secret, words), sign: 'refused' }]
  return [
    whole,
    identityOf(secret.kind, token, clientCode, words, formats),
    ...timesOf(token, now, words, formats),
  ]
}

function otherText({ kind, verdict }: CheckedSecret, words: Words): string {
  if (kind === 'set-up-code') return words.setUpCode
  if (kind === 'access-token') return words.accessToken
  return verdict === 'token-of-other-client' ? words.otherClient : words.unknown
}

function identityOf(
  kind: CheckedSecret['kind'],
  { state, createdAt, createdBy }: ChangedToken,
  clientCode: string,
  words: Words,
  { instant }: Formats,
): Fact {
  const made = [clientCode, instant(createdAt), createdBy] as const
  if (kind === 'debugger-token') return { text: words.debuggerToken(...made), sign: 'refused' }
  return { text: state === 'current' ? words.currentToken(...made) : words.oldToken(...made), sign: 'check' }
}

function timesOf(token: ChangedToken, now: number, words: Words, { instant, duration }: Formats): Fact[] {
  const { state, worksUntil, expiresAt, replacedAt, replacedBy, endedAt, endedBy, isEndedForGood } = token
  const isWorking = state === 'current' || state === 'overlapping'
  const done = (tell: Words['replaced'], at: string | null, by: string | null): Fact[] =>
    at === null ? [] : [{ text: tell(instant(at), by ?? ''), sign: isWorking ? 'clock' : 'refused' }]
  const secondsLeft = Math.max(0, Math.floor((Date.parse(worksUntil) - now) / 1000))
  return [
    ...(state === 'expired' ? [] : done(words.replaced, replacedAt, replacedBy)),
    ...done(isEndedForGood ? words.endedForGood : words.ended, endedAt, endedBy),
    ...(isWorking
      ? [{ text: words.worksUntil(instant(worksUntil), duration(secondsLeft)), sign: 'check' } as const]
      : []),
    ...(state === 'expired' ? [{ text: words.expired(instant(expiresAt)), sign: 'refused' } as const] : []),
  ]
}
