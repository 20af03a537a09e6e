import * as v from 'valibot'
import { instant } from './instant.ts'
import { operation } from './operation.ts'
import { PersonName } from './users.ts'

/** Most callers that are told apart; the calls of all others are counted together. */
export const CALLER_LIMIT = 500

/** How long calls stay counted, in days; a caller that has not called for so long is forgotten, with its name. */
export const CALLS_KEPT_DAYS = 35

export const CallKind = v.picklist(['bulk-update', 'single-update', 'read', 'batch-status'])
export type CallKind = v.InferOutput<typeof CallKind>

/** What a call deserved by its credentials alone, whether or not authentication was required: all but the first two are reasons to refuse it. */
export const VerdictKind = v.picklist([
  'current-token',
  'overlapping-token',
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

/** Calls of one caller that are alike. Instants are ISO 8601 in UTC. */
const use = {
  kind: CallKind,
  verdict: VerdictKind,
  /** Whether they were refused for it: not while authentication was off. */
  refused: v.boolean(),
  /** The token that they showed; null where it is none of this client's. */
  tokenId: v.nullable(v.string()),
  firstCallAt: v.string(),
  lastCallAt: v.string(),
}

/** `calls`: since `from`; the instants are of all calls that are kept. */
export const CallerUse = v.object({ ...use, calls: v.number() })
export type CallerUse = v.InferOutput<typeof CallerUse>

/**
 * How a caller stands to the current token, by its calls since `judgedSince`: each kind of call is sent with it now
 * (`moved`), some are and some are not (`sends-both`), none is (`left-behind`), or it has not called (`not-seen`).
 */
export const Standing = v.picklist(['left-behind', 'sends-both', 'not-seen', 'moved'])
export type Standing = v.InferOutput<typeof Standing>

/** What is enough to speak of a caller in a sentence. */
const outlined = {
  ...named,
  standing: Standing,
  /** The same, to the tokens that work: whether its calls would be let in, were authentication required. */
  standingIfRequired: Standing,
  /** In the last seven days, or since its first call; not rounded. */
  callsPerDay: v.number(),
  lastCallAt: v.string(),
}

export const Caller = v.object({
  ...outlined,
  /** Since `from`. */
  calls: v.number(),
  firstCallAt: v.string(),
  uses: v.array(CallerUse),
})
export type Caller = v.InferOutput<typeof Caller>

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

/** A number of calls for each hour from `startsAt` to now. A reader's days are made of the hours that begin in them. */
export const CallColumns = v.object({
  startsAt: v.string(),
  currentToken: v.array(v.number()),
  overlappingToken: v.array(v.number()),
  /** Let in without a token that works, while authentication was off. */
  without: v.array(v.number()),
  refused: v.array(v.number()),
})
export type CallColumns = v.InferOutput<typeof CallColumns>

export const Callers = v.object({
  /** The first hour that `calls` counts. */
  from: v.string(),
  /** Since when `standing` is judged: since the current token was made, seven days at most. */
  judgedSince: v.string(),
  /** The same of `standingIfRequired`: since the first token that works was made. */
  judgedIfRequiredSince: v.string(),
  /** The first call that is kept; null while there is none. */
  knownSince: v.nullable(v.string()),
  /** Who needs something first: by `standingIfRequired`, by `standing`, then by calls. */
  callers: v.array(Caller),
  /** Calls of those for whom there was no room in the list; null without such calls. */
  others: v.nullable(
    v.object({
      calls: v.number(),
      callsPerDay: v.number(),
      firstCallAt: v.string(),
      lastCallAt: v.string(),
      uses: v.array(CallerUse),
    }),
  ),
  columns: CallColumns,
})
export type Callers = v.InferOutput<typeof Callers>

export const listCallers = operation({
  id: 'listCallers',
  family: 'console',
  method: 'GET',
  path: '/console/v1/callers',
  summary: 'Who calls the profile API, and with what',
  description:
    'Every caller of the last 35 days, 500 at most and the rest together, with its calls since `from` by kind, verdict and token, and the calls of all by the hour. Calls are counted while authentication is off as well.',
  query: v.object({
    from: v.optional(
      instant('Counts from the hour it lies in; 24 hours ago without it, 35 days ago at most.'),
    ),
  }),
  permission: 'callers.view',
  status: 200,
  output: Callers,
  refusals: [],
})

/** Null takes the name away. */
export const NameCallerInput = v.strictObject({ name: v.nullable(PersonName) })
export type NameCallerInput = v.InferOutput<typeof NameCallerInput>

export const NamedCaller = v.object(named)
export type NamedCaller = v.InferOutput<typeof NamedCaller>

export const nameCaller = operation({
  id: 'nameCaller',
  family: 'console',
  method: 'PATCH',
  path: '/console/v1/callers/:callerId',
  summary: 'Give a caller a name',
  description: 'Such as “Nightly CRM job”, which is easier to know than an address.',
  body: NameCallerInput,
  permission: 'callers.update',
  status: 200,
  output: NamedCaller,
  refusals: ['not-found'],
})
