import { ApiError } from '#client/api-error.ts'
import type { ErrorCode, First } from '#contract/errors.ts'
import type { Permission } from '#contract/roles.ts'
import type { Messages } from '../messages/en.ts'
import type { Formats } from '../messages/formats.ts'

type Refusals = Messages['failures']['refusals']

/** Told by what became of the call, or by the one page that can meet it. */
type ToldOtherwise =
  | 'wrong-password'
  | 'passkey-refused'
  | 'sign-in-expired'
  | 'second-step-required'
  | 'too-many-passkeys'
  | 'last-way-to-sign-in'
  | 'fresh-sign-in-required'
  | 'method-not-allowed'
  | 'password-too-common'
  | 'password-of-own-words'
  | 'password-too-uniform'
  | 'webhook-address-refused'
  | 'token-required'
  | 'invalid-token'
  | 'insufficient-scope'
  | 'forbidden'
  | 'too-many-targets'
  | 'too-many-workspaces'
  | 'name-taken'
  | 'last-administrator'
  | 'sign-in-to-accept'
  | 'mail-not-set-up'
  | 'too-many-requests'
  | 'internal'
  | 'provider-refused'
  | 'password-sign-in-off'
  | 'provider-sign-in-only'
  | 'suspended'
  | 'another-account'
  | 'provider-not-fresh'
  | 'no-role'
  | 'not-invited'
  | 'email-not-verified'
  | 'sign-in-out-of-date'
  | 'other-sign-in'
  | 'roles-from-provider'
  | 'provider-not-trusted'
  | 'provider-clock-off'
  | 'provider-refuses-us'
  | 'provider-unavailable'

/** Which words tell of which code of the service. */
type Told = Exclude<ErrorCode, ToldOtherwise>
const REFUSALS: Record<Told, Exclude<keyof Refusals, 'forbidden' | 'tooManyAttempts'>> = {
  'invalid-request': 'notUnderstood',
  'signed-out': 'signedOut',
  'set-up-required': 'setUpRequired',
  'sign-in-refused': 'signInRefused',
  'not-same-origin': 'notSameOrigin',
  'not-found': 'notFound',
  'not-acceptable': 'notUnderstood',
  'unsupported-media-type': 'notUnderstood',
  conflict: 'changed',
  'precondition-failed': 'changed',
  'too-many-tokens': 'tooManyTokens',
  'content-too-large': 'notUnderstood',
  'uri-too-long': 'notUnderstood',
  unavailable: 'unavailable',
}

/** What takes Approver or administrator rights, as most does. */
type OfApprovers =
  | 'batches.send'
  | 'profiles.view'
  | 'settings.update'
  | 'token.view'
  | 'token.generate'
  | 'batches.update'
  | 'callers.view'
  | 'callers.update'
  | 'notices.view'
  | 'notices.update'
  | 'audit.view'

type Taken = keyof Refusals['forbidden']
const TAKES: { [Each in Permission]?: Taken } & Record<Exclude<Permission, OfApprovers>, Taken> = {
  'settings.view': 'anyRole',
  'batches.view': 'anyRole',
  'users.view': 'admin',
  'users.invite': 'admin',
  'users.manage': 'sysadmin',
  'workspaces.manage': 'sysadmin',
}

/** Who is permitted, as far as a refusal tells of it. */
export const takenFor = (permission: Permission | undefined): Taken =>
  (permission && TAKES[permission]) ?? 'approver'

/** What to tell about an error, in the reader's words; the service's own, which are English, only where we know none. */
export function failureText(error: unknown, { failures }: Messages, { instant, seconds }: Formats): string {
  if (!(error instanceof ApiError)) return failures.brokenPageAdvice
  if (error.first) return firstText(error.first, failures, instant)
  if (error.code === 'forbidden') {
    return failures.refusals.forbidden[takenFor(error.permission)]
  }
  if (error.code === 'too-many-requests') {
    return failures.refusals.tooManyAttempts(seconds(error.retryAfterSeconds))
  }
  if (isTold(error.code)) return failures.refusals[REFUSALS[error.code]]
  return error.kind === 'refused' ? failures.refused(error.message) : failures[error.kind]
}

/** Who was first with another change, where that is why it was refused. */
export const firstIn = (error: unknown): First | undefined =>
  error instanceof ApiError ? error.first : undefined

/** Who was first with another change. */
export function firstText(
  first: First,
  { first: words }: Messages['failures'],
  instant: Formats['instant'],
): string {
  return tellOf()(first.by, instant(first.at))

  function tellOf() {
    if (first.changed === 'token') return words.token[first.act]
    return first.changed === 'settings' ? words.settings : words.other
  }
}

const isTold = (code: string): code is Told => Object.hasOwn(REFUSALS, code)

/** What to quote to the operator; null where the operator has nothing to find by it. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError && error.kind !== 'refused' ? error.requestId : null
}
