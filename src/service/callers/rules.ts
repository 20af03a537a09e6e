import {
  type Caller,
  type Callers,
  type CallerUse,
  CALLS_KEPT_DAYS,
  type NamedCaller,
  type RefusedSince,
  Standing,
} from '#contract/callers.ts'
import { MAX_OVERLAPPING_TOKENS } from '#contract/rotation.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import type { StoredToken, TokenStore } from '../profile-auth/store.ts'
import { stateOf, works } from '../profile-auth/token.ts'
import { columnsOf } from './columns.ts'
import type { CallObserver } from './observer.ts'
import { DAY_MS, HOUR_MS, startOfDay, startOfHour } from './periods.ts'
import { standingOf } from './standing.ts'
import { type CallerCalls, type CallerStore, OTHERS, type StoredCaller } from './store.ts'

export type CountNeeds = { callers: CallerStore; observer: CallObserver }
export type CallerNeeds = CountNeeds & { tokens: TokenStore; random: Random }

const JUDGED_DAYS = 7
/** What is listed when nothing else is asked for: this hour and 23 before it. */
const HOURS_BEFORE_MS = 23 * HOUR_MS

/**
 * Writes what was counted. What cannot be written waits for the next time.
 *
 * @throws whatever the database throws
 */
export async function writeCounts(
  { callers, observer }: CountNeeds,
  { clientCode }: Context['client'],
): Promise<void> {
  const observed = observer.take()
  if (observed.size === 0) return
  const seen = observed
    .values()
    .map(({ id, address, userAgent, firstCallAt }) => ({ id, address, userAgent, firstCallAt }))
  const counts = observed.values().flatMap((caller) => caller.counts.values())
  try {
    await callers.count(clientCode, seen.filter(({ id }) => id !== OTHERS).toArray(), counts.toArray())
  } catch (error) {
    observer.giveBack(observed)
    throw error
  }
}

/**
 * Removes the next few counts that are too old to be kept.
 *
 * @param now milliseconds since 1970
 * @returns whether there are more
 */
export const removeOldCounts = (
  { callers }: Pick<CountNeeds, 'callers'>,
  { clientCode }: Context['client'],
  now: number,
) => callers.removeBefore(clientCode, keptSince(now))

const keptSince = (now: number) => startOfDay(now) - CALLS_KEPT_DAYS * DAY_MS

/** Everyone who called, how each stands to the current token, and the calls by the hour. @param from ISO 8601 */
export async function listCallers(
  needs: CallerNeeds,
  context: SignedInContext,
  from: string | undefined,
): Promise<Callers> {
  await writeWhatCanBe(needs, context)
  const { now, client } = context
  const { clientCode } = client
  const since = from === undefined ? now - HOURS_BEFORE_MS : bounded(Date.parse(from), now)
  const firstHour = startOfHour(since)
  const firstDay = startOfDay(now) - (JUDGED_DAYS - 1) * DAY_MS
  const [callers, calls, days, tokens] = await Promise.all([
    needs.callers.list(clientCode),
    needs.callers.calls(clientCode, firstHour, firstDay),
    needs.callers.days(clientCode, firstHour),
    needs.tokens.list({ clientCode, scope: 'profile_api', now }, 1 + MAX_OVERLAPPING_TOKENS),
  ])
  const toCurrent = judgedBy(
    tokens.filter((token) => stateOf(token, now).kind === 'current'),
    now,
  )
  const toWorking = judgedBy(
    tokens.filter((token) => works(token, now)),
    now,
  )
  const byCaller = Map.groupBy(calls, ({ callerId }) => callerId)
  const listed = callers.flatMap((caller) => {
    const own = byCaller.get(caller.id)
    if (own === undefined) return []
    return {
      ...namedOf(caller),
      standing: standingOf(own, toCurrent.ids, toCurrent.since),
      standingIfRequired: standingOf(own, toWorking.ids, toWorking.since),
      ...summed(own),
      callsPerDay: perDay(own, firstDay, now),
    }
  })
  const ofOthers = byCaller.get(OTHERS)
  return {
    from: instant(firstHour),
    judgedSince: instant(toCurrent.since),
    judgedIfRequiredSince: instant(toWorking.since),
    knownSince: calls.length === 0 ? null : instant(Math.min(...calls.map(({ firstCallAt }) => firstCallAt))),
    callers: listed.toSorted(byNeed),
    others: ofOthers === undefined ? null : summed(ofOthers),
    columns: columnsOf(days, firstHour, now),
  }
}

/** Calls refused since an instant, and what of them showed a token that was ended. @param since ISO 8601 */
export async function listRefused(
  needs: CallerNeeds,
  context: SignedInContext,
  since: string,
): Promise<RefusedSince> {
  await writeWhatCanBe(needs, context)
  const { now, client } = context
  const changedAt = bounded(Date.parse(since), now)
  const [callers, refused] = await Promise.all([
    needs.callers.list(client.clientCode),
    needs.callers.refusedSince(client.clientCode, changedAt),
  ])
  const byId = new Map(callers.map((caller) => [caller.id, namedOf(caller)]))
  const ended = Map.groupBy(
    refused.filter(({ verdict }) => verdict === 'replaced-token' || verdict === 'ended-token'),
    ({ tokenId }) => tokenId ?? '',
  )
  return {
    since: instant(changedAt),
    calls: total(refused),
    lastCallAt:
      refused.length === 0 ? null : instant(Math.max(...refused.map(({ lastCallAt }) => lastCallAt))),
    refused: refused
      .toSorted((one, other) => other.calls - one.calls || other.lastCallAt - one.lastCallAt)
      .map(({ callerId, firstCallAt, lastCallAt, ...calls }) => ({
        caller: byId.get(callerId) ?? null,
        ...calls,
        refused: true,
        firstCallAt: instant(firstCallAt),
        lastCallAt: instant(lastCallAt),
      })),
    withEndedToken: [...ended].map(([tokenId, calls]) => ({ tokenId, calls: total(calls) })),
  }
}

/** Gives a caller a name, or takes it away. @throws ServiceError `not-found` */
export async function nameCaller(
  { callers, random }: Pick<CallerNeeds, 'callers' | 'random'>,
  context: SignedInContext,
  callerId: string,
  name: string | null,
): Promise<NamedCaller> {
  const { clientCode } = context.client
  const caller = (await callers.list(clientCode)).find(({ id }) => id === callerId)
  if (caller !== undefined) {
    const { address, userAgent } = caller
    const record = auditRecord({ random }, context, 'caller.named', callerId, { name, address, userAgent })
    if (await callers.name(clientCode, callerId, name, record)) return namedOf({ ...caller, name })
  }
  throw new ServiceError('not-found', 'There is no such caller.')
}

/** So that who looks sees their own last call too; where it fails, the next write in the background tells of it. */
const writeWhatCanBe = (needs: CountNeeds, { client }: Context) => writeCounts(needs, client).catch(() => {})

const bounded = (instantMs: number, now: number) => Math.min(now, Math.max(keptSince(now), instantMs))

/** By which tokens callers are judged, and since when: since the first of them was made, seven days at most. */
const judgedBy = (tokens: StoredToken[], now: number) => ({
  ids: new Set(tokens.map(({ id }) => id)),
  since: Math.max(
    now - JUDGED_DAYS * DAY_MS,
    tokens.length === 0 ? 0 : Math.min(...tokens.map(({ createdAt }) => createdAt)),
  ),
})

const namedOf = ({ id, name, address, userAgent }: StoredCaller): NamedCaller => ({
  id,
  name,
  address,
  userAgent,
})

type Calls = Pick<CallerCalls, 'calls'>
const total = (calls: Calls[]) => calls.reduce((sum, one) => sum + one.calls, 0)

function summed(calls: CallerCalls[]) {
  return {
    calls: total(calls),
    firstCallAt: instant(Math.min(...calls.map(({ firstCallAt }) => firstCallAt))),
    lastCallAt: instant(Math.max(...calls.map(({ lastCallAt }) => lastCallAt))),
    uses: calls.map(useOf),
  }
}

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

const byNeed = (one: Caller, other: Caller) =>
  Standing.options.indexOf(one.standing) - Standing.options.indexOf(other.standing) ||
  other.calls - one.calls ||
  (one.id < other.id ? -1 : 1)

const instant = (ms: number) => new Date(ms).toISOString()
