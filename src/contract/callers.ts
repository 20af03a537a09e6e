import * as v from 'valibot'
import { NamedCaller, outlined, VerdictKind } from './caller-outline.ts'
import { Instant } from './instant.ts'
import { operation } from './operation.ts'
import { PersonName } from './users.ts'

/** Most callers that are told apart; the calls of all others are counted together. */
export const CALLER_LIMIT = 500

/** How long calls stay counted, in days; a caller that has not called for so long is forgotten, with its name. */
export const CALLS_KEPT_DAYS = 35

export const CallKind = v.picklist(['bulk-update', 'single-update', 'read', 'batch-status'])
export type CallKind = v.InferOutput<typeof CallKind>

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

export const Caller = v.object({
  ...outlined,
  /** Since `from`. */
  calls: v.number(),
  firstCallAt: v.string(),
  uses: v.array(CallerUse),
})
export type Caller = v.InferOutput<typeof Caller>

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
      v.pipe(
        Instant,
        v.description('Counts from the hour it lies in; 24 hours ago without it, 35 days ago at most.'),
      ),
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
