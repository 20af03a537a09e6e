import type { RefusingChangeKind } from '#contract/refused-calls.ts'
import type { StoredToken } from '../profile-auth/store.ts'
import { stateOf } from '../profile-auth/token.ts'
import type { StoredSettings } from '../settings/store.ts'
import { columnOf } from './columns.ts'
import type { CallsBetween, RefusedCalls, RefusedWay } from './store.ts'

/** A change since which calls are refused that were let in before it. */
export type RefusingChange = {
  kind: RefusingChangeKind
  /** Milliseconds since 1970. */
  at: number
  /** Null where it was the clock. */
  by: string | null
  /** The token that stopped working; null for the switch. */
  token: StoredToken | null
}

/** Undefined while authentication is not required. */
export function turningOn({ settings, switchedAt, switchedBy }: StoredSettings): RefusingChange | undefined {
  if (!settings.enableProfileApiAuthentication) return undefined
  return { kind: 'turned-on', at: switchedAt ?? 0, by: switchedBy, token: null }
}

/** Since when calls with a token are refused; undefined for one that works. */
function endOf(token: StoredToken, now: number): RefusingChange | undefined {
  const state = stateOf(token, now)
  if (!('at' in state)) return undefined
  if (state.kind === 'ended') return { ...state, by: token.endedBy, token }
  if (state.kind === 'expired') return { ...state, by: null, token }
  return token.worksUntil > state.at
    ? { kind: 'overlap-ended', at: token.worksUntil, by: null, token }
    : { ...state, by: token.replacedBy, token }
}

/**
 * Since which change calls are refused in a way: the later one of turning authentication on and the end of the token that
 * they show. Undefined when they would be let in now.
 *
 * @param token the client's, that they show
 */
export function refusingSince(
  { verdict }: RefusedWay,
  turnedOn: RefusingChange,
  token: StoredToken | undefined,
  now: number,
): RefusingChange | undefined {
  const isAboutItsEnd =
    verdict === 'replaced-token' || verdict === 'ended-token' || verdict === 'expired-token'
  if (!isAboutItsEnd || token === undefined) return turnedOn
  const end = endOf(token, now)
  return end !== undefined && end.at < turnedOn.at ? turnedOn : end
}

/**
 * To which change it is due that calls of one caller and kind are refused; undefined for none. A caller that was not let in
 * before the change is none of its victims. One that had moved to a token since authentication was turned on is not refused
 * because of the switch: whatever it sends instead, it changed it after the token was replaced or ended, or by itself.
 *
 * @param change since which calls like them are refused
 * @param letIn what was let in of the same caller and kind
 */
export function dueTo(
  calls: RefusedCalls,
  change: RefusingChange,
  letIn: CallsBetween[],
  tokenOf: (id: string | null) => StoredToken | undefined,
  now: number,
): RefusingChange | undefined {
  const movedTo = change.kind === 'turned-on' ? movedToBefore(calls, change.at, letIn) : undefined
  const token = movedTo && tokenOf(movedTo.tokenId)
  const due = token === undefined ? change : lastChangeOf(token, calls.firstCallAt, now)
  return due && letIn.some(({ firstCallAt }) => firstCallAt < due.at) ? due : undefined
}

/** The last calls with a token, when those without had come to their end before the first one with it. */
function movedToBefore(
  { firstCallAt }: RefusedCalls,
  turnedOnAt: number,
  letIn: CallsBetween[],
): CallsBetween | undefined {
  const { without = [], withToken = [] } = Object.groupBy(letIn, ({ verdict }) =>
    columnOf(verdict) === 'without' ? 'without' : 'withToken',
  )
  const firstWithToken = Math.min(...withToken.map((calls) => calls.firstCallAt))
  if (without.some(({ lastCallAt }) => lastCallAt >= firstWithToken)) return undefined
  return withToken
    .filter((calls) => calls.firstCallAt >= turnedOnAt && calls.firstCallAt < firstCallAt)
    .toSorted((one, other) => other.lastCallAt - one.lastCallAt)[0]
}

/** What happened last to a token until calls were refused. */
function lastChangeOf(token: StoredToken, until: number, now: number): RefusingChange | undefined {
  const { replacedAt, replacedBy } = token
  const replacement: RefusingChange | undefined =
    replacedAt === null ? undefined : { kind: 'replaced', at: replacedAt, by: replacedBy, token }
  return [endOf(token, now), replacement].find((change) => change !== undefined && change.at <= until)
}
