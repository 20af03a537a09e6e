import * as v from 'valibot'
import { operation } from './operation.ts'
import { NewPassword, PasswordWeakness, TypedPassword } from './passwords.ts'
import { Session, SignInMethod } from './sign-in.ts'
import { PersonName } from './users.ts'

/** A session of the person, as they are shown it. Instants are ISO 8601 in UTC. */
export const OwnSession = v.object({
  id: v.string(),
  /** The one that this was asked in. */
  isThis: v.boolean(),
  /** From where it was started, null where that is not known. */
  remoteAddress: v.nullable(v.string()),
  /** Names of products in the `User-Agent` of the program that started it; null where it names none. */
  userAgent: v.nullable(v.string()),
  startedAt: v.string(),
  /** To the minute. */
  lastSeenAt: v.string(),
  /** When and how the person last proved there who they are; null where the provider that they did it at does not say. */
  authenticatedAt: v.nullable(v.string()),
  method: SignInMethod,
})
export type OwnSession = v.InferOutput<typeof OwnSession>

/**
 * Somebody who can be asked for more than one is permitted. By name alone: colleagues know each other by it, and nobody learns
 * an e-mail address, and with it half of a sign-in, who may not see people.
 */
export const Administrator = v.object({
  name: v.string(),
  sysadmin: v.boolean(),
  /** Of those that the person who asks holds a role in, those that this one administers. */
  workspaces: v.array(v.string()),
})
export type Administrator = v.InferOutput<typeof Administrator>

export const Account = v.object({
  /** Whether there is a password that signs them in, to be changed. */
  hasPassword: v.boolean(),
  /** Whether they sign in at the provider alone, by neither password nor passkey, because their roles come from there. */
  isProviderOnly: v.boolean(),
  /** This one first, then as they were last seen. */
  sessions: v.array(OwnSession),
  /** By name; without the person who asks. */
  administrators: v.array(Administrator),
})
export type Account = v.InferOutput<typeof Account>

const declared = { family: 'console', permission: 'signed-in' } as const

export const getAccount = operation({
  ...declared,
  id: 'getAccount',
  method: 'GET',
  path: '/console/v1/account',
  summary: 'Your own account',
  description: 'Your sessions, and by name whom you can ask for more.',
  status: 200,
  output: Account,
  refusals: [],
})

export const RenameInput = v.strictObject({ name: PersonName })
export type RenameInput = v.InferOutput<typeof RenameInput>

export const changeName = operation({
  ...declared,
  id: 'changeName',
  method: 'PATCH',
  path: '/console/v1/account',
  summary: 'Change your own name',
  description: 'Others see it from now on; what was recorded keeps the name of then.',
  body: RenameInput,
  status: 200,
  output: Session,
  refusals: [],
})

export const ChangePasswordInput = v.strictObject({ password: TypedPassword, newPassword: NewPassword })
export type ChangePasswordInput = v.InferOutput<typeof ChangePasswordInput>

export const changePassword = operation({
  ...declared,
  id: 'changePassword',
  method: 'PUT',
  path: '/console/v1/account/password',
  summary: 'Change your own password',
  description:
    'For browsers. Takes the present one, a wrong one counting as a failed sign-in; a new one that can be guessed is refused, with why. Your other sessions and a set-up link that was not used end; this session goes on, with a new secret as a cookie.',
  body: ChangePasswordInput,
  status: 200,
  output: Session,
  answerHeaders: ['Set-Cookie'],
  refusals: ['wrong-password', 'password-sign-in-off', 'too-many-requests', ...PasswordWeakness.options],
})

export const endOwnSession = operation({
  ...declared,
  id: 'endOwnSession',
  method: 'DELETE',
  path: '/console/v1/account/sessions/:sessionId',
  summary: 'End one of your sessions',
  description: 'At once.',
  status: 204,
  refusals: ['not-found'],
})

export const endOtherSessions = operation({
  ...declared,
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/console/v1/account/sessions',
  summary: 'End all your other sessions',
  description: 'At once, access tokens included; the one that asks goes on.',
  status: 204,
  refusals: [],
})
