import { ApiError } from '#client/api-error.ts'
import type { Messages } from '../messages/en.ts'

/** What to tell about an error: the service's own sentence for a refusal, ours where it could not give one. */
export function failureText(error: unknown, { failures }: Messages): string {
  if (!(error instanceof ApiError)) return failures.brokenPageAdvice
  return error.kind === 'refused' ? error.message : failures[error.kind]
}

/** What to quote to the operator; null where the operator has nothing to find by it. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError && error.kind !== 'refused' ? error.requestId : null
}
