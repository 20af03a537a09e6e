import * as v from 'valibot'
import { NamedCaller } from './caller-outline.ts'
import { Instant } from './instant.ts'
import { operation } from './operation.ts'
import { ProfileIdKind } from './profiles.ts'

/** A batch must be smaller than this many bytes on the wire; MB read as 2^20 as known clients do. Source: wire fact D13. */
export const BATCH_LIMIT_BYTES = 50 * 1024 * 1024
/** Most rows in one batch. Source: wire fact D13. */
export const BATCH_LIMIT_ROWS = 500_000

/** `stuck`: tried again and given up. Source: wire fact D28. */
export const BatchState = v.picklist(['complete', 'incomplete', 'stuck'])
export type BatchState = v.InferOutput<typeof BatchState>

/**
 * Why a row was not applied. `not-found`: there is no such profile, and this version of the bulk update creates none;
 * `too-large`: the profile would hold more than 64 KB of data.
 */
export const FailureReason = v.picklist(['not-found', 'too-large'])
export type FailureReason = v.InferOutput<typeof FailureReason>

/** Why a batch was given up. `apply-failed`: applying it failed again and again; the log says with what error. */
export const StuckCause = v.picklist(['apply-failed'])
export type StuckCause = v.InferOutput<typeof StuckCause>

/** A row that was not applied. `line`: its number in the body; the header is line 1. */
export const BatchFailure = v.object({ line: v.number(), id: v.string(), reason: FailureReason })
export type BatchFailure = v.InferOutput<typeof BatchFailure>

/** Most batches in one answer. */
export const BATCH_PAGE = 50
/** Most rows that were not applied in one answer. */
export const FAILURE_PAGE = 100
/** Batches are counted no further. */
export const BATCH_COUNT_LIMIT = 1000

/**
 * What became of a batch. `given-up`: a person decided that the rows which were not applied never will be; the profile API
 * goes on to call it stuck. `refused`: an upload that was refused whole, of which nothing was stored.
 */
export const BatchCondition = v.picklist([...BatchState.options, 'given-up', 'refused'])
export type BatchCondition = v.InferOutput<typeof BatchCondition>

/** What a person did about a stuck batch. */
export const BatchAct = v.picklist(['tried-again', 'given-up'])
export type BatchAct = v.InferOutput<typeof BatchAct>

const summarized = {
  /** Of a refused upload one that nobody was told. */
  batchId: v.string(),
  state: BatchCondition,
  /** When it began to arrive, ISO 8601 in UTC like every instant here. */
  receivedAt: v.string(),
  /** When nothing of it was left to be applied; null while there is, and for one from before this was kept. */
  finishedAt: v.nullable(v.string()),
  /** Null for who may not see callers, and for a batch from before this was kept. */
  caller: v.nullable(NamedCaller),
  /** 1 updates profiles that exist, 2 also creates those that do not. */
  version: v.picklist([1, 2]),
  /** By what its rows name profiles; null for a refused upload. */
  idKind: v.nullable(ProfileIdKind),
  batchSize: v.number(),
  consumedCount: v.number(),
  successfulUpdates: v.number(),
  profilesNotFound: v.number(),
  failedUpdates: v.number(),
  /** Why it became stuck; null unless it is, or was given up. */
  stuckBecause: v.nullable(StuckCause),
  /** Since when; null too for one that became so before this was kept. */
  stuckSince: v.nullable(v.string()),
  /** What the caller of a refused upload was told, without the values that it quoted; null for what was not refused. */
  refusal: v.nullable(v.string()),
  /** What was last done about it; null while nobody has. */
  lastAct: v.nullable(v.object({ act: BatchAct, by: v.string(), at: v.string() })),
}

/** All that is known of a batch but its rows; counts are rows. */
export const BatchSummary = v.object(summarized)
export type BatchSummary = v.InferOutput<typeof BatchSummary>

/** How many there are; null when there are more than can be counted. */
const Count = v.nullable(v.number())

export const BatchList = v.object({
  /** The newest first. */
  batches: v.array(BatchSummary),
  /** What to ask for as `before` for those that follow; null at the end. */
  older: v.nullable(v.string()),
  /** Of the time that was asked for. */
  counts: v.object({ all: Count, running: Count, 'with-failures': Count, stuck: Count, refused: Count }),
  /** How long they are kept; 0: for ever. */
  keptDays: v.number(),
  /** The service's time. */
  now: v.string(),
})
export type BatchList = v.InferOutput<typeof BatchList>

/** A batch and a page of its rows that were not applied, by line. */
export const Batch = v.object({
  ...summarized,
  failures: v.array(BatchFailure),
  /** What to ask for as `after` for those that follow; null at the end. The first 10,000 are kept. */
  nextFailures: v.nullable(v.number()),
  /** The service's time. */
  now: v.string(),
})
export type Batch = v.InferOutput<typeof Batch>

/** Which batches are asked for; `with-failures`: of which a row was not applied. */
export const BatchFilter = v.picklist(
  ['running', 'with-failures', 'stuck', 'refused'],
  'running, with-failures, stuck or refused',
)
export type BatchFilter = v.InferOutput<typeof BatchFilter>

/** The answer to a batch that is stored safely. Source: wire fact D26. */
export const BatchAccepted = v.object({
  success: v.literal(true),
  /** Where to ask how far it has come. */
  batchStatus: v.string(),
  message: v.string(),
})
export type BatchAccepted = v.InferOutput<typeof BatchAccepted>

/** How far a batch has come; the counts are rows, and there where details were asked for. Source: wire facts D27 to D29. */
export const BatchStatusAnswer = v.object({
  batchId: v.string(),
  status: BatchState,
  batchSize: v.number(),
  consumedCount: v.optional(v.number()),
  successfulUpdates: v.optional(v.number()),
  profilesNotFound: v.optional(v.number()),
  failedUpdates: v.optional(v.number()),
})
export type BatchStatusAnswer = v.InferOutput<typeof BatchStatusAnswer>

const update = {
  family: 'profile',
  method: 'POST',
  body: 'stream',
  permission: 'profile-token',
  status: 200,
  output: BatchAccepted,
  mediaType: 'text/xml',
  refusals: [],
} as const

export const batchUpdateV2 = operation({
  ...update,
  id: 'batchUpdateV2',
  path: '/m2/:client/v2/profile/batchUpdate',
  summary: 'Update profiles in bulk, creating those that do not exist',
  description:
    'The body is `batch=pcId,…` or `batch=thirdPartyId,…` and a row a line, smaller than 50 MB and of at most 500,000 rows. When the answer comes, every row is checked and stored safely; it is applied soon after.',
})

export const batchUpdateV1 = operation({
  ...update,
  id: 'batchUpdateV1',
  path: '/m2/:client/profile/batchUpdate',
  summary: 'Update existing profiles in bulk',
  description: 'As version 2, but a row whose profile does not exist is counted as not found.',
})

const status = {
  family: 'profile',
  method: 'GET',
  query: v.object({
    batchId: v.pipe(
      v.string(),
      v.minLength(1, 'the id that the batch was given'),
      v.description('The id that the batch was given.'),
    ),
    showDetails: v.optional(v.pipe(v.string(), v.description('`true` adds the counts.'))),
  }),
  permission: 'profile-token',
  status: 200,
  output: BatchStatusAnswer,
  mediaType: 'text/xml',
  refusals: [],
} as const

export const batchStatus = operation({
  ...status,
  id: 'batchStatusV1',
  path: '/m2/:client/profile/batchStatus',
  summary: 'How far a batch has come',
  description: 'The address that the answer to a batch names.',
})

export const batchStatusV2 = operation({
  ...status,
  id: 'batchStatusV2',
  path: '/m2/:client/v2/profile/batchStatus',
  summary: 'How far a batch has come',
  description: 'The same, where scripts guess it beside the address of version 2.',
})

const view = {
  family: 'console',
  method: 'GET',
  permission: 'batches.view',
  status: 200,
  refusals: ['not-found'],
} as const

export const listBatches = operation({
  family: 'console',
  method: 'GET',
  permission: 'batches.view',
  status: 200,
  refusals: [],
  id: 'listBatches',
  path: '/console/v1/batches',
  summary: 'Batches, and uploads that were refused',
  description:
    'The newest 50 that the filters let through, or the 50 that follow `before`. Who sent them is there for those who may see callers.',
  query: v.object({
    only: v.optional(BatchFilter),
    from: v.optional(v.pipe(Instant, v.description('Those that began to arrive from then on.'))),
    to: v.optional(v.pipe(Instant, v.description('Those that began to arrive before it.'))),
    before: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,16}-\d{1,16}$/, '`older` of an earlier answer'),
        v.description('`older` of the answer before.'),
      ),
    ),
  }),
  output: BatchList,
})

export const getBatch = operation({
  ...view,
  id: 'getBatch',
  path: '/console/v1/batches/:batchId',
  summary: 'A batch and the rows of it that were not applied',
  description:
    'What the profile API has no room for: which rows, and why. The first 100, or the 100 that follow line `after`.',
  query: v.object({
    after: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,7}$/, '`nextFailures` of an earlier answer'),
        v.transform(Number),
        v.description('`nextFailures` of the answer before.'),
      ),
    ),
  }),
  output: Batch,
})

export const getBatchFailures = operation({
  ...view,
  id: 'getBatchFailures',
  path: '/console/v1/batches/:batchId/failures.csv',
  summary: 'The rows of a batch that were not applied, as CSV',
  description: 'Columns: line, id, reason. Source: RFC 4180.',
  output: v.string(),
  mediaType: 'text/csv',
  answerHeaders: ['Content-Disposition'],
})

const decision = {
  family: 'console',
  method: 'POST',
  body: v.object({
    /** `stuckSince` as it was seen, so that nobody decides about what became of it since. */
    stuckSince: v.nullable(Instant),
  }),
  permission: 'batches.update',
  status: 200,
  output: BatchSummary,
  refusals: ['not-found', 'conflict'],
} as const

export const tryBatchAgain = operation({
  ...decision,
  id: 'tryBatchAgain',
  path: '/console/v1/batches/:batchId/try-again',
  summary: 'Try a stuck batch again',
  description:
    'Its rows that were not applied are applied before all that wait, over what later batches have set meanwhile. `stuckSince` is the one that was seen.',
})

export const giveUpBatch = operation({
  ...decision,
  id: 'giveUpBatch',
  path: '/console/v1/batches/:batchId/give-up',
  summary: 'Give a stuck batch up',
  description:
    'Its rows that were not applied are removed; those that were stay applied. `stuckSince` is the one that was seen.',
})

/** A batch that was sent from the console, and is stored safely. */
export const SentBatch = v.object({ batchId: v.string() })
export type SentBatch = v.InferOutput<typeof SentBatch>

export const sendBatch = operation({
  id: 'sendBatch',
  family: 'console',
  method: 'POST',
  path: '/console/v1/batches',
  summary: 'Send a batch as the person who is signed in',
  description:
    'As bulk updates by the profile API, under the same rules and limits, but by the session: no profile authentication token has to reach a browser. It leaves an audit record.',
  query: v.object({
    version: v.pipe(
      v.picklist(['1', '2'], '1 or 2'),
      v.description('1 updates profiles that exist, 2 also creates those that do not.'),
    ),
  }),
  body: 'stream',
  permission: 'batches.send',
  status: 201,
  output: SentBatch,
  refusals: [],
})
