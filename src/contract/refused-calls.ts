import * as v from 'valibot'
import { NamedCaller, RefusalReason } from './caller-outline.ts'
import { operation } from './operation.ts'

/** How long a caller that was refused and has not called since is told of, in days. */
export const REFUSED_TOLD_DAYS = 7

/** Most callers that are told one by one. */
export const MOST_REFUSED_CALLERS = 10

/** Most changes that are told, and most tokens: the latest, and those that most of the calls show. */
export const MOST_REFUSING_CHANGES = 5

/**
 * What had calls refused that were let in before: authentication was turned on, or a token was replaced at once, reached the
 * end of its overlap, was ended by hand, or expired.
 */
export const RefusingChangeKind = v.picklist(['turned-on', 'replaced', 'overlap-ended', 'ended', 'expired'])
export type RefusingChangeKind = v.InferOutput<typeof RefusingChangeKind>

export const RefusingChange = v.object({
  kind: RefusingChangeKind,
  at: v.string(),
  /** Null where it was the clock. */
  by: v.nullable(v.string()),
  /** Of the token; null for the switch. */
  lastFour: v.nullable(v.string()),
  /** How many calls were refused by it. */
  calls: v.number(),
})
export type RefusingChange = v.InferOutput<typeof RefusingChange>

/** Calls of one caller that were refused for the same reason. */
export const RefusedCalls = v.object({
  /** Null for those for whom there was no room in the list of callers. */
  caller: v.nullable(NamedCaller),
  verdict: RefusalReason,
  /** Of the client's token that they show; null for none. */
  lastFour: v.nullable(v.string()),
  calls: v.number(),
  lastCallAt: v.string(),
  /** Whether calls of the same kind are let in by turns with them. */
  areLetInToo: v.boolean(),
})
export type RefusedCalls = v.InferOutput<typeof RefusedCalls>

/** A token that refused calls show and that does not work any more. */
export const RefusedToken = v.object({
  id: v.string(),
  lastFour: v.string(),
  /** How many of the calls show it: what would have been let in, had it gone on working. */
  calls: v.number(),
  /** Whether it can be let work again, until `expiresAt`. */
  canWorkAgain: v.boolean(),
  isEndedForGood: v.boolean(),
  expiresAt: v.string(),
  /** What to send as `If-Match` to let it work again. */
  etag: v.string(),
})
export type RefusedToken = v.InferOutput<typeof RefusedToken>

/** Calls that are refused since a change, of callers that were let in before it. Instants are ISO 8601 in UTC. */
export const RefusedSinceChange = v.object({
  calls: v.number(),
  callerCount: v.number(),
  lastCallAt: v.string(),
  /** The latest first. */
  changes: v.array(RefusingChange),
  /** Of the callers with the most calls. */
  refused: v.array(RefusedCalls),
  /** Those that most of the calls show first. */
  tokens: v.array(RefusedToken),
})
export type RefusedSinceChange = v.InferOutput<typeof RefusedSinceChange>

export const listRefused = operation({
  id: 'listRefusedCalls',
  family: 'console',
  method: 'GET',
  path: '/console/v1/callers/refused',
  summary: 'Calls refused since a change',
  description:
    'Of callers that were let in before it: how many, whose, why and when last, and what would let them in again. Null when there are none. A caller whose calls are let in again is not among them, nor one that has not called for seven days since.',
  permission: 'callers.view',
  status: 200,
  output: v.nullable(RefusedSinceChange),
  refusals: [],
})
