import * as v from 'valibot'

/** Media type of the console family's errors. Source: RFC 9457. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What can go wrong, in the words of the rules. Each family of the API spells the codes its own way; the statuses are the service's. */
export type ErrorCode =
  | 'invalid-request'
  | 'signed-out'
  | 'set-up-required'
  | 'sign-in-refused'
  | 'forbidden'
  | 'not-same-origin'
  | 'not-found'
  | 'not-acceptable'
  | 'unsupported-media-type'
  | 'conflict'
  | 'precondition-failed'
  | 'content-too-large'
  | 'uri-too-long'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal'

/** The one error body of the console family: RFC 9457, with a stable `code` to switch on. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  /** A sentence for a person. */
  detail: v.string(),
  code: v.string(),
  requestId: v.string(),
  /** What is wrong with which field of the request's body. */
  fields: v.optional(v.record(v.string(), v.string())),
})
export type Problem = v.InferOutput<typeof Problem>
