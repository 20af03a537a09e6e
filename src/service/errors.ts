import type { First } from '#contract/admin-api.ts'
import type { ErrorCode } from '#contract/problem.ts'

const STATUS = {
  'invalid-request': 400,
  'signed-out': 401,
  'set-up-required': 401,
  'sign-in-refused': 401,
  forbidden: 403,
  'not-same-origin': 403,
  'not-found': 404,
  'not-acceptable': 406,
  'unsupported-media-type': 415,
  conflict: 409,
  'precondition-failed': 412,
  'content-too-large': 413,
  'uri-too-long': 414,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

type Details = {
  /** What is wrong with which field of the request's body. */
  fields?: Record<string, string>
  headers?: Record<string, string>
  /** Who was first, for a change that is refused because of it. */
  first?: First | undefined
  cause?: unknown
}

/** A refusal whose message is a sentence for the caller. Anything else that is thrown is a fault and answers 500. */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  readonly headers: Record<string, string>
  readonly first: First | undefined

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.code = code
    this.fields = details.fields
    this.headers = details.headers ?? {}
    this.first = details.first
  }

  get status() {
    return STATUS[this.code]
  }
}

/** The refusal to answer with: the one thrown, or `internal` for a fault, whose own words stay inside. */
export function serviceErrorOf(thrown: unknown): ServiceError {
  return thrown instanceof ServiceError
    ? thrown
    : new ServiceError('internal', 'Something went wrong on our side.')
}
