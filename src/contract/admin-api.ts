import * as v from 'valibot'

/** Media type of the admin family's requests and answers. Source: Adobe Target Admin API, wire fact A9. */
export const ADMIN_MEDIA_TYPE = 'application/vnd.adobe.target.v1+json'

/** Who was first, where a change is refused with 409 or 412: `meta.first` of the error. Ours, in a field that Adobe documents. */
export const First = v.object({
  changed: v.picklist(['settings', 'token']),
  by: v.string(),
  /** ISO 8601 in UTC. */
  at: v.string(),
})
export type First = v.InferOutput<typeof First>

/** The one error body of the admin family. Source: Adobe Target Admin API, `ErrorResponse`. */
export const ErrorResponse = v.object({
  httpStatus: v.number(),
  requestId: v.string(),
  /** ISO 8601 in UTC. */
  requestTime: v.string(),
  errors: v.array(
    v.object({
      errorCode: v.string(),
      message: v.string(),
      meta: v.optional(v.record(v.string(), v.record(v.string(), v.unknown()))),
    }),
  ),
})
export type ErrorResponse = v.InferOutput<typeof ErrorResponse>
