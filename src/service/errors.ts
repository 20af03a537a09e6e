import { type ErrorCode, type First, STATUS_OF } from '#contract/errors.ts'
import type { Permission } from '#contract/roles.ts'

type Details = {
  /** What is wrong with which field of the request's body. */
  fields?: Record<string, string>
  headers?: Record<string, string>
  /** Where it is not the one that goes with the code. */
  status?: number
  /** Who was first, for a change that is refused because of it. */
  first?: First | undefined
  /** What it takes, for what is refused because of it. */
  permission?: Permission
  /** The message without the values that it quotes from what was sent; where it quotes none, it is left out. */
  withoutValues?: string
  cause?: unknown
}

/** A refusal whose message is a sentence for the caller. Anything else that is thrown is a fault and answers 500. */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly code: ErrorCode
  readonly status: number
  readonly fields: Record<string, string> | undefined
  readonly headers: Record<string, string>
  readonly first: First | undefined
  readonly permission: Permission | undefined
  readonly withoutValues: string

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    const { stackTraceLimit } = Error
    // Where a refusal was made is of use to nobody, and takes longer to find out than all else that is done for it.
    if (code !== 'internal' && code !== 'unavailable') Error.stackTraceLimit = 0
    super(message, { cause: details.cause })
    Error.stackTraceLimit = stackTraceLimit
    this.code = code
    this.status = details.status ?? STATUS_OF[code]
    this.fields = details.fields
    this.headers = details.headers ?? {}
    this.first = details.first
    this.permission = details.permission
    this.withoutValues = details.withoutValues ?? message
  }
}

/** A fault whose words say where and never what, so that they may stand in the log. Of any other only its name does. */
export class Fault extends Error {
  override name = 'Fault'
}

/** The refusal to answer with: the one thrown, or `internal` for a fault, whose own words stay inside. */
export function serviceErrorOf(thrown: unknown): ServiceError {
  return thrown instanceof ServiceError
    ? thrown
    : new ServiceError('internal', 'Something went wrong on our side.')
}
