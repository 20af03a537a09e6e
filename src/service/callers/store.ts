import type { RefusalReason } from '#contract/caller-outline.ts'
import type { CallKind } from '#contract/callers.ts'
import type { Verdict } from '../access/verdict.ts'
import type { AuditRecord } from '../audit/store.ts'

/** Who called: a network address with the names of its programs; each null where it is not known. */
export type SeenCaller = {
  /** Made of the other two, so that every process gives the same one. */
  id: string
  address: string | null
  userAgent: string | null
  /** Milliseconds since 1970. */
  firstCallAt: number
}

export type StoredCaller = SeenCaller & { name: string | null }

/** Stands for the callers for whom there is no room. */
export const OTHERS = 'others'

/** What makes calls of one caller alike. */
export type Use = {
  kind: CallKind
  verdict: Verdict['kind']
  /** Whether they were refused for it: not while authentication was off. */
  isRefused: boolean
  /** The client's token that they showed; null for none. */
  tokenId: string | null
}

/** Calls that are alike, of one caller in one hour. Instants are milliseconds since 1970. */
export type CallCount = Use & {
  callerId: string
  /**
   * From when on calls are counted together: the day's beginning in UTC, or the last change on that day of what they
   * are judged by, so that calls before and after it are told apart.
   */
  periodStart: number
  /** 0 to 23 in UTC. */
  hour: number
  calls: number
  firstCallAt: number
  lastCallAt: number
}

/** All calls of one caller that are alike. */
export type CallerCalls = Use & {
  callerId: string
  /** Since the hour that was asked for. */
  calls: number
  /** Since the day that was asked for. */
  callsOfDays: number
  /** Of all that are kept. */
  firstCallAt: number
  lastCallAt: number
}

/** Calls of everyone on a day, by the hour. */
export type DayOfCalls = Pick<Use, 'verdict' | 'isRefused'> & {
  /** Milliseconds since 1970. */
  dayStart: number
  /** 24 numbers. */
  byHour: number[]
}

/** Why calls are refused, and the client's token that they show. */
export type RefusedWay = Pick<Use, 'tokenId'> & { verdict: RefusalReason }

/** Calls of one caller and kind that were let in alike, and when the first and last of them came. */
export type CallsBetween = Omit<Use, 'isRefused'> & {
  callerId: string
  firstCallAt: number
  lastCallAt: number
}

/** The same of calls that were refused in one way. */
export type RefusedCalls = CallsBetween & RefusedWay & { calls: number }

export interface CallerStore {
  /**
   * Adds counts to those that are there; several processes add up. A caller that is not there yet is added while there
   * is room for it, `CALLER_LIMIT` a client; the calls of all others go to `OTHERS`.
   */
  count(clientCode: string, callers: SeenCaller[], counts: CallCount[]): Promise<void>
  /** Callers that have room of their own. */
  list(clientCode: string): Promise<StoredCaller[]>
  /** @returns false, with nothing stored, when there is no such caller */
  name(clientCode: string, callerId: string, name: string | null, audit: AuditRecord): Promise<boolean>
  /**
   * @param from beginning of an hour; `calls` counts from there on
   * @param fromDay beginning of a day; `callsOfDays` counts from there on
   */
  calls(clientCode: string, from: number, fromDay: number): Promise<CallerCalls[]>
  /** Days from that of `from` on; those without calls are left out. */
  days(clientCode: string, from: number): Promise<DayOfCalls[]>
  /** The ways in which calls were refused since an instant. */
  refusedWays(clientCode: string, since: number): Promise<RefusedWay[]>
  /** Refused calls, of each way since an instant of its own: one at which a period began for it. */
  refused(clientCode: string, ways: (RefusedWay & { since: number })[]): Promise<RefusedCalls[]>
  /** What was let in of some callers, before an instant and since it apart: one at which a period began for all. */
  letIn(clientCode: string, callerIds: string[], apartAt: number): Promise<CallsBetween[]>
  /**
   * Removes the counts of the oldest period, when it began before an instant; when there is none, the callers from before
   * it that have no counts left.
   *
   * @returns whether there may be more to remove
   */
  removeBefore(clientCode: string, instant: number): Promise<boolean>
}
