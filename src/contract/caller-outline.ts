import * as v from 'valibot'

/** Why a call is refused where authentication is required. */
export const RefusalReason = v.picklist([
  'no-credentials',
  'repeated-header',
  'unreadable-header',
  'two-ways',
  'no-token',
  'unknown-token',
  'access-token',
  'token-of-other-client',
  'debugger-token',
  'replaced-token',
  'ended-token',
  'expired-token',
])
export type RefusalReason = v.InferOutput<typeof RefusalReason>

/** What a call deserved by its credentials alone, whether or not authentication was required. */
export const VerdictKind = v.picklist(['current-token', 'overlapping-token', ...RefusalReason.options])
export type VerdictKind = v.InferOutput<typeof VerdictKind>

/** An address, and what it calls itself. Null where a call tells neither. */
const named = {
  id: v.string(),
  /** Given by a person; null while nobody has. */
  name: v.nullable(v.string()),
  address: v.nullable(v.string()),
  /** Names of products without their versions, such as `python-requests`. */
  userAgent: v.nullable(v.string()),
}

export const NamedCaller = v.object(named)
export type NamedCaller = v.InferOutput<typeof NamedCaller>

/**
 * How a caller stands to the current token, by its calls since `judgedSince`: each kind of call is sent with it now
 * (`moved`), some are and some are not (`sends-both`), none is (`left-behind`), or it has not called (`not-seen`).
 */
export const Standing = v.picklist(['left-behind', 'sends-both', 'not-seen', 'moved'])
export type Standing = v.InferOutput<typeof Standing>

/** What is enough to speak of a caller in a sentence. */
export const outlined = {
  ...named,
  standing: Standing,
  /** The same, to the tokens that work: whether its calls would be let in, were authentication required. */
  standingIfRequired: Standing,
  /** In the last seven days, or since its first call; not rounded. */
  callsPerDay: v.number(),
  lastCallAt: v.string(),
}

export const CallerOutline = v.object(outlined)
export type CallerOutline = v.InferOutput<typeof CallerOutline>

/** How many callers stand so. */
export const StandingCounts = v.object({
  'left-behind': v.number(),
  'sends-both': v.number(),
  'not-seen': v.number(),
  moved: v.number(),
})
export type StandingCounts = v.InferOutput<typeof StandingCounts>

/** Most callers that are told of one by one where all are summarized. */
export const OUTLINED_CALLERS = 3

/** Who called in the last seven days, however many they are. */
export const CallersSummary = v.object({
  /** The first call that is kept; null while there is none. */
  knownSince: v.nullable(v.string()),
  /** How many; those for whom there was no room in the list are not among them. */
  count: v.number(),
  standings: StandingCounts,
  standingsIfRequired: StandingCounts,
  /** The first of them, in the order of the list. */
  first: v.array(CallerOutline),
  /** Calls a day of those for whom there was no room; null without such calls. */
  othersPerDay: v.nullable(v.number()),
})
export type CallersSummary = v.InferOutput<typeof CallersSummary>
