import type { First } from '#contract/errors.ts'
import type { Permission } from '#contract/roles.ts'

/**
 * What became of a call: `refused` (4xx: nothing happened, and the message says why), `failed` (5xx), `unreachable`
 * (no answer), `unreadable` (an answer of a wrong shape). After the last three the act may have happened all the same.
 */
export type ApiErrorKind = 'refused' | 'failed' | 'unreachable' | 'unreadable'

type Details = {
  kind: ApiErrorKind
  status?: number
  code?: string
  message: string
  fields?: Record<string, string> | undefined
  requestId?: string | null
  retryAfterSeconds?: number
  first?: First | undefined
  permission?: Permission | undefined
}

/** The one error of the client. It never holds a body: what the service answers may be a secret. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly kind: ApiErrorKind
  /** HTTP status, 0 when there was no answer. */
  readonly status: number
  /** The service's stable word for what went wrong; empty when it gave none. */
  readonly code: string
  /** What is wrong with which field of the input. */
  readonly fields: Record<string, string>
  /** What to quote to the operator; null when the answer named none. */
  readonly requestId: string | null
  /** How long to wait before the next try; 0 when the answer named nothing. */
  readonly retryAfterSeconds: number
  /** Who was first with another change, where that is why the call was refused. */
  readonly first: First | undefined
  /** What it takes, where that is why the call was refused. */
  readonly permission: Permission | undefined

  constructor({
    kind,
    status = 0,
    code = '',
    message,
    fields = {},
    requestId = null,
    retryAfterSeconds = 0,
    first,
    permission,
  }: Details) {
    super(message)
    this.kind = kind
    this.status = status
    this.code = code
    this.fields = fields
    this.requestId = requestId
    this.retryAfterSeconds = retryAfterSeconds
    this.first = first
    this.permission = permission
  }
}
