import * as v from 'valibot'
import { operation } from './operation.ts'

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

/** All that is known of a batch; counts are rows. */
export const Batch = v.object({
  batchId: v.string(),
  state: BatchState,
  batchSize: v.number(),
  consumedCount: v.number(),
  successfulUpdates: v.number(),
  profilesNotFound: v.number(),
  failedUpdates: v.number(),
  /** Why the batch was given up; null unless it is stuck. */
  stuckBecause: v.nullable(StuckCause),
  /** The first rows that were not applied, by line: 10,000 of them at most. */
  failures: v.array(BatchFailure),
})
export type Batch = v.InferOutput<typeof Batch>

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
  refusals: ['unsupported-media-type'],
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

export const getBatch = operation({
  ...view,
  id: 'getBatch',
  path: '/console/v1/batches/:batchId',
  summary: 'A batch and the rows of it that were not applied',
  description: 'What the profile API has no room for: which rows, and why.',
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
