import * as v from 'valibot'
import { Permission } from './roles.ts'

/** Media type of the console family's errors. Source: RFC 9457. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What can go wrong, in the words of the rules, with its HTTP status. Each family spells the codes its own way. */
export const STATUS_OF = {
  'invalid-request': 400,
  'password-too-common': 400,
  'password-of-own-words': 400,
  'password-too-uniform': 400,
  'webhook-address-refused': 400,
  'wrong-password': 400,
  'passkey-refused': 400,
  'signed-out': 401,
  'set-up-required': 401,
  'sign-in-refused': 401,
  'fresh-sign-in-required': 401,
  /** The OpenID Connect provider has not let whoever it was in. */
  'provider-refused': 401,
  'sign-in-expired': 401,
  'token-required': 401,
  'invalid-token': 401,
  forbidden: 403,
  'password-sign-in-off': 403,
  /** Whose roles come from the provider signs in there. */
  'provider-sign-in-only': 403,
  suspended: 403,
  /** The provider vouches for somebody else than who is signed in. */
  'another-account': 403,
  /** The provider has let somebody in without asking who they are. */
  'provider-not-fresh': 403,
  'no-role': 403,
  'not-invited': 403,
  'email-not-verified': 403,
  'not-same-origin': 403,
  'second-step-required': 403,
  'insufficient-scope': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  /** Finished already, begun elsewhere or too long ago. */
  'sign-in-out-of-date': 409,
  /** There is somebody with that e-mail or that account at the provider, who signs in otherwise. */
  'other-sign-in': 409,
  'roles-from-provider': 409,
  'too-many-tokens': 409,
  'too-many-targets': 409,
  'too-many-workspaces': 409,
  'name-taken': 409,
  'last-administrator': 409,
  'sign-in-to-accept': 409,
  'too-many-passkeys': 409,
  'last-way-to-sign-in': 409,
  'mail-not-set-up': 409,
  'precondition-failed': 412,
  'content-too-large': 413,
  'uri-too-long': 414,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  /** What the provider said of itself or of the person is not to be believed. */
  'provider-not-trusted': 502,
  /** By more than five minutes, against the clock of this service. */
  'provider-clock-off': 502,
  /** The provider does not take the client for what the operator has set it to. */
  'provider-refuses-us': 502,
  unavailable: 503,
  'provider-unavailable': 503,
} as const

export type ErrorCode = keyof typeof STATUS_OF

/** What became of a token; `prolonged`: it was let work longer, or again. */
export const TokenAct = v.picklist(['generated', 'ended', 'prolonged'])
export type TokenAct = v.InferOutput<typeof TokenAct>

/** By whom, and when: ISO 8601 in UTC. */
const done = { by: v.string(), at: v.string() }

/** Who was first, where a change is refused with 404, 409 or 412; also of what is not there any more. */
export const First = v.variant('changed', [
  v.object({ changed: v.literal('settings'), ...done }),
  v.object({ changed: v.literal('token'), act: TokenAct, ...done }),
  v.object({ changed: v.literal('person'), ...done }),
  v.object({ changed: v.literal('workspace'), ...done }),
])
export type First = v.InferOutput<typeof First>

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
  /** What it takes, where that is why it was refused. */
  permission: v.optional(Permission),
  first: v.optional(First),
})
export type Problem = v.InferOutput<typeof Problem>

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
      /** Ours, in a field that Adobe documents: who was `first`, or which `permission` it takes. */
      meta: v.optional(v.object({ first: v.optional(First), permission: v.optional(Permission) })),
    }),
  ),
})
export type ErrorResponse = v.InferOutput<typeof ErrorResponse>

/** Adobe publishes one code, `Unsupported.Feature`; the others follow its form (wire fact A10). */
export function adminErrorCodeOf(code: ErrorCode): string {
  if (code === 'not-acceptable') return 'Unsupported.Feature'
  return code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('.')
}

/** The error body of the profile family's XML. Source: wire fact D22. */
export const ProfileRefusal = v.object({
  success: v.literal(false),
  batchStatus: v.literal(''),
  message: v.string(),
})
export type ProfileRefusal = v.InferOutput<typeof ProfileRefusal>

/** The error body of reads. Source: wire fact D38. */
export const ProfileError = v.object({ status: v.number(), message: v.string() })
export type ProfileError = v.InferOutput<typeof ProfileError>
