import {
  type CallerOutline,
  type CallersSummary,
  type NamedCaller,
  OUTLINED_CALLERS,
  type Standing,
  type StandingCounts,
} from '#contract/caller-outline.ts'
import { type Caller, type Callers, CALLS_KEPT_DAYS } from '#contract/callers.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import { columnsOf } from './columns.ts'
import { JUDGED_DAYS, judgedCallers, namedOf } from './judged.ts'
import type { CallObserver } from './observer.ts'
import { DAY_MS, instant, startOfDay, startOfHour, dayBefore } from './periods.ts'
import { type CallerStore, OTHERS } from './store.ts'

export type CountNeeds = { callers: CallerStore; observer: CallObserver }
export type CallerNeeds = CountNeeds & { tokens: TokenStore; random: Random }

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
  const counted = observed.values().flatMap(({ counts }) => counts)
  try {
    await callers.count(clientCode, seen.filter(({ id }) => id !== OTHERS).toArray(), counted.toArray())
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
  const since = from === undefined ? dayBefore(now) : bounded(Date.parse(from), now)
  const firstHour = startOfHour(since)
  const [judged, days] = await Promise.all([
    judgedCallers(needs, context, firstHour),
    needs.callers.days(client.clientCode, firstHour),
  ])
  return { from: instant(firstHour), ...judged, columns: columnsOf(days, firstHour, now) }
}

/** Who called in the last seven days, in an answer that stays short however many they are. */
export async function summarizeCallers(
  needs: CallerNeeds,
  context: SignedInContext,
): Promise<CallersSummary> {
  await writeWhatCanBe(needs, context)
  const since = context.now - JUDGED_DAYS * DAY_MS
  const { knownSince, callers, others } = await judgedCallers(needs, context, startOfHour(since))
  const isRecent = ({ lastCallAt }: { lastCallAt: string }) => Date.parse(lastCallAt) >= since
  const recent = callers.filter(isRecent)
  return {
    knownSince,
    count: recent.length,
    standings: countedBy(recent, ({ standing }) => standing),
    standingsIfRequired: countedBy(recent, ({ standingIfRequired }) => standingIfRequired),
    first: recent.slice(0, OUTLINED_CALLERS).map(outlineOf),
    othersPerDay: others !== null && isRecent(others) ? others.callsPerDay : null,
  }
}

function outlineOf(caller: Caller): CallerOutline {
  const { id, name, address, userAgent, standing, standingIfRequired, callsPerDay, lastCallAt } = caller
  return { id, name, address, userAgent, standing, standingIfRequired, callsPerDay, lastCallAt }
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
export const writeWhatCanBe = (needs: CountNeeds, { client }: Pick<Context, 'client'>) =>
  writeCounts(needs, client).catch(() => {})

const bounded = (instantMs: number, now: number) => Math.min(now, Math.max(keptSince(now), instantMs))

function countedBy(callers: Caller[], standingOf: (caller: Caller) => Standing): StandingCounts {
  const counts = { 'left-behind': 0, 'sends-both': 0, 'not-seen': 0, moved: 0 }
  for (const caller of callers) counts[standingOf(caller)] += 1
  return counts
}
