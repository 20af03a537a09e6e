import {
  MOST_REFUSED_CALLERS,
  MOST_REFUSING_CHANGES,
  type RefusedCalls,
  type RefusedSinceChange,
  type RefusedToken,
  type RefusingChange,
} from '#contract/refused-calls.ts'
import type { Context } from '../context.ts'
import { etagOf } from '../http/etag.ts'
import type { StoredToken } from '../profile-auth/store.ts'
import { canWorkAgain } from '../profile-auth/token.ts'
import { namedOf } from './judged.ts'
import { instant } from './periods.ts'
import { type RefusedNeeds, type RefusedSince, refusedSince } from './refused-since.ts'

/** The same as `refusedSince`, in an answer that stays short however many callers are refused; null for none. */
export async function listRefused(needs: RefusedNeeds, context: Context): Promise<RefusedSinceChange | null> {
  const refused = await refusedSince(needs, context)
  if (refused.length === 0) return null
  const byCaller = [...Map.groupBy(refused, ({ callerId }) => callerId).values()].toSorted(mostFirst)
  return {
    calls: total(refused),
    callerCount: byCaller.length,
    lastCallAt: lastOf(refused),
    changes: changesBehind(refused).slice(0, MOST_REFUSING_CHANGES),
    refused: byCaller.slice(0, MOST_REFUSED_CALLERS).flatMap(byReason),
    tokens: tokensShown(refused, context.now).slice(0, MOST_REFUSING_CHANGES),
  }
}

const total = (refused: RefusedSince[]) => refused.reduce((sum, { calls }) => sum + calls, 0)
const lastOf = (refused: RefusedSince[]) => instant(Math.max(...refused.map(({ lastCallAt }) => lastCallAt)))
const mostFirst = (one: RefusedSince[], other: RefusedSince[]) =>
  total(other) - total(one) || (lastOf(one) < lastOf(other) ? 1 : -1)

function changesBehind(refused: RefusedSince[]): RefusingChange[] {
  const byChange = Map.groupBy(refused, ({ change: { kind, at, token } }) => `${kind} ${at} ${token?.id}`)
  return [...byChange.values()]
    .flatMap((alike) =>
      alike.slice(0, 1).map(({ change: { kind, at, by, token } }) => ({
        kind,
        at: instant(at),
        by,
        lastFour: token?.lastFour ?? null,
        calls: total(alike),
      })),
    )
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** Of one caller; its kinds of calls are refused for the same reason when they show the same. */
function byReason(refused: RefusedSince[]): RefusedCalls[] {
  const alike = Map.groupBy(refused, ({ verdict, token }) => `${verdict} ${token?.id}`).values()
  return [...alike].toSorted(mostFirst).flatMap((calls) =>
    calls.slice(0, 1).map(({ caller, verdict, token }) => ({
      caller: caller && namedOf(caller),
      verdict,
      lastFour: token?.lastFour ?? null,
      calls: total(calls),
      lastCallAt: lastOf(calls),
      areLetInToo: calls.some(({ areLetInToo }) => areLetInToo),
    })),
  )
}

function tokensShown(refused: RefusedSince[], now: number): RefusedToken[] {
  const byToken = Map.groupBy(refused, ({ token }) => token?.id)
  return [...byToken.values()].toSorted(mostFirst).flatMap((calls) =>
    calls
      .slice(0, 1)
      .flatMap(({ token }) => token ?? [])
      .map(tokenShown(total(calls), now)),
  )
}

const tokenShown =
  (calls: number, now: number) =>
  (token: StoredToken): RefusedToken => ({
    id: token.id,
    lastFour: token.lastFour,
    calls,
    canWorkAgain: canWorkAgain(token, now),
    isEndedForGood: token.isEndedForGood,
    expiresAt: instant(token.expiresAt),
    etag: etagOf(token.revision),
  })
