import { ApiError } from '#client/api-error.ts'
import type { ErrorCode, First } from '#contract/errors.ts'
import type { Permission } from '#contract/roles.ts'
import type { Messages } from '../messages/en.ts'
import type { Formats } from '../messages/formats.ts'

type Refusals = Messages['failures']['refusals']

/** Which words tell of which code of the service; null for a fault, which is told by what became of the call. */
const REFUSALS: Record<ErrorCode, Exclude<keyof Refusals, 'forbidden' | 'tooManyAttempts'> | null> = {
  'invalid-request': 'notUnderstood',
  'password-too-common': null,
  'password-of-own-words': null,
  'password-too-uniform': null,
  'webhook-address-refused': null,
  'wrong-password': null,
  'signed-out': 'signedOut',
  'set-up-required': 'setUpRequired',
  'sign-in-refused': 'signInRefused',
  'fresh-sign-in-required': null,
  'token-required': null,
  'invalid-token': null,
  'insufficient-scope': null,
  forbidden: null,
  'not-same-origin': 'notSameOrigin',
  'not-found': 'notFound',
  'not-acceptable': 'notUnderstood',
  'unsupported-media-type': 'notUnderstood',
  conflict: 'changed',
  'precondition-failed': 'changed',
  'too-many-tokens': 'tooManyTokens',
  'too-many-targets': null,
  'mail-not-set-up': null,
  'content-too-large': 'notUnderstood',
  'uri-too-long': 'notUnderstood',
  'too-many-requests': null,
  unavailable: 'unavailable',
  internal: null,
}

/** Who is permitted, as far as a refusal tells of it. */
export const TAKES: Record<Permission, keyof Refusals['forbidden']> = {
  'settings.view': 'anyRole',
  'batches.view': 'anyRole',
  'settings.update': 'approver',
  'token.view': 'approver',
  'token.generate': 'approver',
  'callers.view': 'approver',
  'callers.update': 'approver',
  'notices.view': 'approver',
  'notices.update': 'approver',
  'audit.view': 'approver',
  'users.manage': 'sysadmin',
}

/** What to tell about an error, in the reader's words; the service's own, which are English, only where we know none. */
export function failureText(error: unknown, { failures }: Messages, { instant, seconds }: Formats): string {
  if (!(error instanceof ApiError)) return failures.brokenPageAdvice
  if (error.first) return firstText(error.first, failures, instant)
  if (error.code === 'forbidden') {
    return failures.refusals.forbidden[error.permission ? TAKES[error.permission] : 'approver']
  }
  if (error.code === 'too-many-requests') {
    return failures.refusals.tooManyAttempts(seconds(error.retryAfterSeconds))
  }
  const refusal = isErrorCode(error.code) ? REFUSALS[error.code] : null
  if (refusal !== null) return failures.refusals[refusal]
  return error.kind === 'refused' ? failures.refused(error.message) : failures[error.kind]
}

function firstText(
  first: First,
  { first: words }: Messages['failures'],
  instant: Formats['instant'],
): string {
  const tell = first.changed === 'token' ? words.token[first.act] : words.settings
  return tell(first.by, instant(first.at))
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(REFUSALS, code)

/** What to quote to the operator; null where the operator has nothing to find by it. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError && error.kind !== 'refused' ? error.requestId : null
}
