import * as v from 'valibot'

/** A batch must be smaller than this many bytes on the wire; MB read as 2^20 as known clients do. Source: wire fact D13. */
export const BATCH_LIMIT_BYTES = 50 * 1024 * 1024
/** Most rows in one batch. Source: wire fact D13. */
export const BATCH_LIMIT_ROWS = 500_000
/** Longest pcId or thirdPartyId, in characters. Source: wire fact D19. */
export const PROFILE_ID_LIMIT = 256

/** The two names the first column of a batch may have. Source: wire fact D10. */
export const ProfileIdKind = v.picklist(['pcId', 'thirdPartyId'])
export type ProfileIdKind = v.InferOutput<typeof ProfileIdKind>

/** `stuck`: tried again and given up. Source: wire fact D28. */
export const BatchState = v.picklist(['complete', 'incomplete', 'stuck'])
export type BatchState = v.InferOutput<typeof BatchState>

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
