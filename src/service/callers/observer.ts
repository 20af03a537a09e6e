import { CALLER_LIMIT, type CallKind } from '#contract/callers.ts'
import type { Verdict } from '../access/verdict.ts'
import { hourOfDay, startOfDay } from './periods.ts'
import { callerKeyOf, callerOf } from './seen-caller.ts'
import { type CallCount, OTHERS, type SeenCaller } from './store.ts'
import { productNames } from './user-agent.ts'

/** Kept of what callers call themselves, so that it is read once. */
const MOST_USER_AGENTS = 1000
const LONGEST_USER_AGENT_KEPT = 256
/** Most counts that wait, should they not be written for long; calls that would need another one are not counted. */
const MOST_COUNTS = 10_000

/** A profile API call that was judged. Instants are milliseconds since 1970. */
export type ObservedCall = {
  remoteAddress: string | null
  /** The header field as it came. */
  userAgent: string | null
  kind: CallKind
  verdict: Verdict
  isRefused: boolean
  /** The client's token that it shows. */
  tokenId: string | null
  /** When what it is judged by was last changed; 0 for never. */
  changedAt: number
  now: number
}

type Counted = SeenCaller & { counts: CallCount[] }
/** By caller. */
export type Observed = Map<string, Counted>

/** What is told apart in what this process has judged. */
type Judged = Pick<CallCount, 'kind' | 'isRefused'> & { verdict: Verdict['kind'] }

/**
 * Counts the calls of the profile API in memory, until they are written. Nothing here waits, and nothing fails. What is alike is
 * looked for among the few ways in which a caller calls, because to spell out a key takes longer.
 */
export class CallObserver {
  #observed: Observed = new Map()
  #countCount = 0
  readonly #names = new Map<string, string | null>()
  readonly #totals: (Judged & { calls: number })[] = []

  observe(call: ObservedCall): void {
    const caller = this.#callerOf(call)
    const { kind, verdict, isRefused, tokenId, now } = call
    const [hour, periodStart] = [hourOfDay(now), periodStartOf(call)]
    const use = { kind, verdict: verdict.kind, isRefused, tokenId, callerId: caller.id, periodStart, hour }
    this.#addToTotal(use)
    const count = caller.counts.find((one) => isAlike(one, use))
    if (count !== undefined) {
      count.calls += 1
      count.lastCallAt = now
      return
    }
    this.#add(caller, { ...use, calls: 1, firstCallAt: now, lastCallAt: now })
  }

  /** How many such calls this process has judged since it started, of all callers and for whatever became of the counts. */
  total(kind: CallKind, verdict: Verdict['kind'], isRefused: boolean): number {
    return this.#totals.find((total) => isJudgedAlike(total, { kind, verdict, isRefused }))?.calls ?? 0
  }

  /** Hands over what was counted, and begins anew. */
  take(): Observed {
    const observed = this.#observed
    this.#observed = new Map()
    this.#countCount = 0
    return observed
  }

  /** Takes back what could not be written. */
  giveBack(observed: Observed): void {
    for (const [callerKey, { counts, ...seen }] of observed) {
      const caller = this.#entryFor(callerKey, () => seen)
      caller.firstCallAt = Math.min(caller.firstCallAt, seen.firstCallAt)
      for (const count of counts) {
        const since = caller.counts.find((one) => isAlike(one, count))
        if (since === undefined) this.#add(caller, { ...count, callerId: caller.id })
        else {
          since.calls += count.calls
          since.firstCallAt = Math.min(since.firstCallAt, count.firstCallAt)
          since.lastCallAt = Math.max(since.lastCallAt, count.lastCallAt)
        }
      }
    }
  }

  #callerOf({ remoteAddress, userAgent, now }: ObservedCall): Counted {
    const names = userAgent === null ? null : this.#namesIn(userAgent)
    return this.#entryFor(callerKeyOf(remoteAddress, names), () => ({
      ...callerOf(remoteAddress, names),
      firstCallAt: now,
    }))
  }

  #entryFor(key: string, seen: () => SeenCaller): Counted {
    const known = this.#observed.get(key)
    if (known !== undefined) return known
    if (this.#observed.size >= CALLER_LIMIT && key !== OTHERS) {
      return this.#entryFor(OTHERS, () => ({ ...seen(), id: OTHERS, address: null, userAgent: null }))
    }
    const caller: Counted = { ...seen(), counts: [] }
    this.#observed.set(key, caller)
    return caller
  }

  #add(caller: Counted, count: CallCount): void {
    if (this.#countCount >= MOST_COUNTS) return
    this.#countCount += 1
    caller.counts.push(count)
  }

  #addToTotal({ kind, verdict, isRefused }: Judged): void {
    const judged = { kind, verdict, isRefused }
    const total = this.#totals.find((one) => isJudgedAlike(one, judged))
    if (total === undefined) this.#totals.push({ ...judged, calls: 1 })
    else total.calls += 1
  }

  #namesIn(userAgent: string): string | null {
    const known = this.#names.get(userAgent)
    if (known !== undefined) return known
    const names = productNames(userAgent)
    if (userAgent.length > LONGEST_USER_AGENT_KEPT) return names
    if (this.#names.size >= MOST_USER_AGENTS) this.#names.clear()
    this.#names.set(userAgent, names)
    return names
  }
}

const isJudgedAlike = (one: Judged, other: Judged) =>
  one.kind === other.kind && one.verdict === other.verdict && one.isRefused === other.isRefused

/** Of counts of one caller. */
const isAlike = (one: CallCount, other: Omit<CallCount, 'calls' | 'firstCallAt' | 'lastCallAt'>) =>
  isJudgedAlike(one, other) &&
  one.tokenId === other.tokenId &&
  one.periodStart === other.periodStart &&
  one.hour === other.hour

/** A token that ended and a switch that was turned are changes; one that a clock has in the future is none yet. */
function periodStartOf({ verdict, changedAt, now }: ObservedCall): number {
  const endedAt = 'at' in verdict ? verdict.at : 0
  let start = startOfDay(now)
  if (endedAt > start && endedAt <= now) start = endedAt
  if (changedAt > start && changedAt <= now) start = changedAt
  return start
}
