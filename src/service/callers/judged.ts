import { type NamedCaller, Standing } from '#contract/caller-outline.ts'
import type { Caller, Callers, CallerUse } from '#contract/callers.ts'
import { MAX_OVERLAPPING_TOKENS } from '#contract/rotation.ts'
import type { Context } from '../context.ts'
import type { StoredToken, TokenStore } from '../profile-auth/store.ts'
import { stateOf, works } from '../profile-auth/token.ts'
import { DAY_MS, instant, startOfDay } from './periods.ts'
import { standingOf } from './standing.ts'
import { type CallerCalls, type CallerStore, OTHERS, type StoredCaller } from './store.ts'

/** How far back calls say how a caller stands, in days. */
export const JUDGED_DAYS = 7

type Judged = Omit<Callers, 'from' | 'columns'>

/**
 * Everyone who called, and how each stands to the tokens.
 *
 * @param from beginning of the hour that calls are counted from, milliseconds since 1970
 */
export async function judgedCallers(
  { callers, tokens }: { callers: CallerStore; tokens: TokenStore },
  { now, client: { clientCode } }: Context,
  from: number,
): Promise<Judged> {
  const firstDay = startOfDay(now) - (JUDGED_DAYS - 1) * DAY_MS
  const [stored, calls, listed] = await Promise.all([
    callers.list(clientCode),
    callers.calls(clientCode, from, firstDay),
    tokens.list({ clientCode, scope: 'profile_api', now }, 1 + MAX_OVERLAPPING_TOKENS),
  ])
  const toCurrent = judgedBy(
    listed.filter((token) => stateOf(token, now).kind === 'current'),
    now,
  )
  const toWorking = judgedBy(
    listed.filter((token) => works(token, now)),
    now,
  )
  const summed = (own: CallerCalls[]) => ({
    calls: own.reduce((sum, one) => sum + one.calls, 0),
    callsPerDay: perDay(own, firstDay, now),
    firstCallAt: instant(Math.min(...own.map(({ firstCallAt }) => firstCallAt))),
    lastCallAt: instant(Math.max(...own.map(({ lastCallAt }) => lastCallAt))),
    uses: own.map(useOf),
  })
  const byCaller = Map.groupBy(calls, ({ callerId }) => callerId)
  const known = stored.flatMap((caller) => {
    const own = byCaller.get(caller.id)
    if (own === undefined) return []
    return {
      ...namedOf(caller),
      standing: standingOf(own, toCurrent.ids, toCurrent.since),
      standingIfRequired: standingOf(own, toWorking.ids, toWorking.since),
      ...summed(own),
    }
  })
  const ofOthers = byCaller.get(OTHERS)
  return {
    judgedSince: instant(toCurrent.since),
    judgedIfRequiredSince: instant(toWorking.since),
    knownSince: calls.length === 0 ? null : instant(Math.min(...calls.map(({ firstCallAt }) => firstCallAt))),
    callers: known.toSorted(byNeed),
    others: ofOthers === undefined ? null : summed(ofOthers),
  }
}

export const namedOf = ({ id, name, address, userAgent }: StoredCaller): NamedCaller => ({
  id,
  name,
  address,
  userAgent,
})

/** By which tokens callers are judged, and since when: since the first of them was made, seven days at most. */
const judgedBy = (tokens: StoredToken[], now: number) => ({
  ids: new Set(tokens.map(({ id }) => id)),
  since: Math.max(
    now - JUDGED_DAYS * DAY_MS,
    tokens.length === 0 ? 0 : Math.min(...tokens.map(({ createdAt }) => createdAt)),
  ),
})

const useOf = ({
  kind,
  verdict,
  isRefused,
  tokenId,
  calls,
  firstCallAt,
  lastCallAt,
}: CallerCalls): CallerUse => ({
  kind,
  verdict,
  refused: isRefused,
  tokenId,
  calls,
  firstCallAt: instant(firstCallAt),
  lastCallAt: instant(lastCallAt),
})

function perDay(calls: CallerCalls[], firstDay: number, now: number): number {
  const began = Math.max(firstDay, Math.min(...calls.map(({ firstCallAt }) => firstCallAt)))
  const callsOfDays = calls.reduce((sum, one) => sum + one.callsOfDays, 0)
  return callsOfDays / Math.max(1, (now - began) / DAY_MS)
}

const needOf = (standing: Standing) => Standing.options.indexOf(standing)

/** Who is refused, or would be, comes before who will be once the overlap is over. */
const byNeed = (one: Caller, other: Caller) =>
  needOf(one.standingIfRequired) - needOf(other.standingIfRequired) ||
  needOf(one.standing) - needOf(other.standing) ||
  other.calls - one.calls ||
  (one.id < other.id ? -1 : 1)
