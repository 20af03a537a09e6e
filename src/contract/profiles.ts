import * as v from 'valibot'

/** A batch must be smaller than this many bytes on the wire; MB read as 2^20 as known clients do. Source: wire fact D13. */
export const BATCH_LIMIT_BYTES = 50 * 1024 * 1024
/** Most rows in one batch. Source: wire fact D13. */
export const BATCH_LIMIT_ROWS = 500_000
/** Longest pcId or thirdPartyId, in characters. Source: wire fact D19. */
export const PROFILE_ID_LIMIT = 256

/** Most bytes a profile may take: its attributes as stored, with names, values and instants. Source: wire fact D14. */
export const PROFILE_LIMIT_BYTES = 64 * 1024
/** Longest single update, in bytes: in the address, in the body. Source: wire fact D35. */
export const UPDATE_LIMIT_QUERY_BYTES = 8 * 1024
export const UPDATE_LIMIT_BODY_BYTES = 60 * 1024
/** Rows that were not applied are kept with line and reason up to this many a batch; the counts go on. */
export const BATCH_FAILURES_KEPT = 10_000

/** The two names the first column of a batch may have. Source: wire fact D10. */
export const ProfileIdKind = v.picklist(['pcId', 'thirdPartyId'])
export type ProfileIdKind = v.InferOutput<typeof ProfileIdKind>

/** `stuck`: tried again and given up. Source: wire fact D28. */
export const BatchState = v.picklist(['complete', 'incomplete', 'stuck'])
export type BatchState = v.InferOutput<typeof BatchState>

/** A row that was not applied. `line`: its number in the body; the header is line 1. */
export const BatchFailure = v.object({ line: v.number(), id: v.string(), reason: v.string() })
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
  stuckBecause: v.nullable(v.string()),
  /** The first BATCH_FAILURES_KEPT rows that were not applied, by line. */
  failures: v.array(BatchFailure),
})
export type Batch = v.InferOutput<typeof Batch>

/**
 * A profile as read back; `visitorId` is the identifier it was asked for by. Instants carry milliseconds and a
 * numeric offset. Source: Adobe Target documentation, "Fetch profiles", wire fact D37.
 */
export const Profile = v.object({
  client: v.string(),
  visitorId: v.string(),
  modifiedAt: v.string(),
  profileAttributes: v.record(v.string(), v.object({ value: v.string(), modifiedAt: v.string() })),
})
export type Profile = v.InferOutput<typeof Profile>

/** The error body of reads. Source: wire fact D38. */
export const ProfileError = v.object({ status: v.number(), message: v.string() })
export type ProfileError = v.InferOutput<typeof ProfileError>
