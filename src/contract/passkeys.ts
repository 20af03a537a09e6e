import * as v from 'valibot'
import { operation } from './operation.ts'
import { Session } from './sign-in.ts'
import { PersonName } from './users.ts'
import {
  AuthenticationCredential,
  CreationOptions,
  RegistrationCredential,
  RequestOptions,
} from './webauthn.ts'

/** Of one person. */
export const MOST_PASSKEYS = 20

/** Made at once; those from before are worth nothing then. */
export const RECOVERY_CODES = 10

/** What a person calls a passkey, such as the device that it is on. */
export const PasskeyName = PersonName

export const Passkey = v.object({
  id: v.string(),
  name: v.string(),
  /** The host at which it can be used. */
  host: v.string(),
  /** Whether that is the host at which this was asked. */
  isOfThisHost: v.boolean(),
  /** Whether its maker keeps a copy, so that it is not lost with the device. */
  isBackedUp: v.boolean(),
  /** ISO 8601 in UTC. */
  createdAt: v.string(),
  /** Null until it is used for the first time. */
  lastUsedAt: v.nullable(v.string()),
})
export type Passkey = v.InferOutput<typeof Passkey>

export const PasskeyList = v.object({
  /** The oldest first. */
  passkeys: v.array(Passkey),
  recoveryCodesLeft: v.number(),
})
export type PasskeyList = v.InferOutput<typeof PasskeyList>

export const AddPasskeyInput = v.strictObject({ name: PasskeyName, credential: RegistrationCredential })
export type AddPasskeyInput = v.InferOutput<typeof AddPasskeyInput>

const RecoveryCodes = v.array(v.string())

/** `recoveryCodes`: made with a person's first passkey, and shown here alone; null where they have some. */
export const AddedPasskey = v.object({ passkey: Passkey, recoveryCodes: v.nullable(RecoveryCodes) })
export type AddedPasskey = v.InferOutput<typeof AddedPasskey>

export const RenamePasskeyInput = v.strictObject({ name: PasskeyName })
export type RenamePasskeyInput = v.InferOutput<typeof RenamePasskeyInput>

export const MadeRecoveryCodes = v.object({ recoveryCodes: RecoveryCodes })
export type MadeRecoveryCodes = v.InferOutput<typeof MadeRecoveryCodes>

export const PasskeySignInInput = v.strictObject({ credential: AuthenticationCredential })
export type PasskeySignInInput = v.InferOutput<typeof PasskeySignInInput>

/** Blanks and hyphens in a code, and whether its letters are capitals, make no difference. */
export const SecondStepInput = v.variant('kind', [
  v.strictObject({ kind: v.literal('passkey'), credential: AuthenticationCredential }),
  v.strictObject({
    kind: v.literal('recovery-code'),
    code: v.pipe(v.string(), v.minLength(1, 'a recovery code'), v.maxLength(100)),
  }),
])
export type SecondStepInput = v.InferOutput<typeof SecondStepInput>

export const SignedInWithFirstPasskey = v.object({ session: Session, recoveryCodes: RecoveryCodes })
export type SignedInWithFirstPasskey = v.InferOutput<typeof SignedInWithFirstPasskey>

export const listPasskeys = operation({
  id: 'listPasskeys',
  family: 'console',
  method: 'GET',
  path: '/console/v1/account/passkeys',
  summary: 'List your passkeys',
  description: 'With how many recovery codes are left.',
  permission: 'signed-in',
  status: 200,
  output: PasskeyList,
  refusals: [],
})

export const startAddingPasskey = operation({
  id: 'startAddingPasskey',
  family: 'console',
  method: 'POST',
  path: '/console/v1/account/passkeys/options',
  summary: 'Start adding a passkey',
  description: 'What to ask the browser for. Good for five minutes, once, and in this session only.',
  permission: 'signed-in',
  freshSignIn: 'always',
  status: 200,
  output: CreationOptions,
  refusals: ['too-many-passkeys'],
})

export const addPasskey = operation({
  id: 'addPasskey',
  family: 'console',
  method: 'POST',
  path: '/console/v1/account/passkeys',
  summary: 'Add a passkey',
  description:
    'With what the browser answered. A person’s first passkey brings recovery codes, which are answered here and nowhere else. From then on their password alone signs nobody in.',
  body: AddPasskeyInput,
  permission: 'signed-in',
  status: 201,
  output: AddedPasskey,
  refusals: ['passkey-refused', 'too-many-passkeys', 'conflict'],
})

export const renamePasskey = operation({
  id: 'renamePasskey',
  family: 'console',
  method: 'PATCH',
  path: '/console/v1/account/passkeys/:passkeyId',
  summary: 'Rename a passkey',
  description: 'The name is for the person alone.',
  body: RenamePasskeyInput,
  permission: 'signed-in',
  status: 200,
  output: Passkey,
  refusals: ['not-found'],
})

export const removePasskey = operation({
  id: 'removePasskey',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/account/passkeys/:passkeyId',
  summary: 'Remove a passkey',
  description:
    'It signs nobody in any more. The last way to sign in cannot be removed; with the last passkey go the recovery codes.',
  permission: 'signed-in',
  freshSignIn: 'always',
  status: 204,
  refusals: ['not-found', 'last-way-to-sign-in'],
})

export const makeRecoveryCodes = operation({
  id: 'makeRecoveryCodes',
  family: 'console',
  method: 'POST',
  path: '/console/v1/account/recovery-codes',
  summary: 'Make new recovery codes',
  description:
    'Each is good once, in place of a passkey after the password. They are answered here and nowhere else, and those from before are worth nothing.',
  permission: 'signed-in',
  freshSignIn: 'always',
  status: 201,
  output: MadeRecoveryCodes,
  refusals: ['conflict'],
})

export const startPasskeySignIn = operation({
  id: 'startPasskeySignIn',
  family: 'console',
  method: 'POST',
  path: '/console/v1/session/passkey/options',
  summary: 'Start signing in with a passkey',
  description:
    'What to ask the browser for, and the cookie that binds it to this browser. Good for five minutes, once. The same for everyone.',
  permission: 'none',
  status: 200,
  output: RequestOptions,
  answerHeaders: ['Set-Cookie'],
  refusals: ['too-many-requests'],
})

export const signInWithPasskey = operation({
  id: 'signInWithPasskey',
  family: 'console',
  method: 'POST',
  path: '/console/v1/session/passkey',
  summary: 'Sign in with a passkey alone',
  description: 'With what the browser answered. The session comes as a cookie, as by password.',
  body: PasskeySignInInput,
  permission: 'none',
  status: 200,
  output: Session,
  answerHeaders: ['Set-Cookie'],
  refusals: ['sign-in-refused', 'sign-in-expired', 'provider-sign-in-only'],
})

export const finishSignIn = operation({
  id: 'finishSignIn',
  family: 'console',
  method: 'POST',
  path: '/console/v1/session/second-step',
  summary: 'Finish signing in',
  description:
    'With the passkey or a recovery code that a password alone is not enough without, within ten minutes and in the same browser. A passkey that is refused ends the sign-in; a code that is none can be typed again.',
  body: SecondStepInput,
  permission: 'none',
  status: 200,
  output: Session,
  answerHeaders: ['Set-Cookie'],
  refusals: ['sign-in-refused', 'sign-in-expired', 'provider-sign-in-only', 'too-many-requests'],
})

export const finishSignInWithFirstPasskey = operation({
  id: 'finishSignInWithFirstPasskey',
  family: 'console',
  method: 'POST',
  path: '/console/v1/session/first-passkey',
  summary: 'Finish signing in by adding a passkey',
  description:
    'For someone whose rights take a second step and who has none yet. Answers their recovery codes, here and nowhere else.',
  body: AddPasskeyInput,
  permission: 'none',
  status: 201,
  output: SignedInWithFirstPasskey,
  answerHeaders: ['Set-Cookie'],
  refusals: ['passkey-refused', 'sign-in-expired', 'provider-sign-in-only', 'conflict'],
})

export const resetSecondStep = operation({
  id: 'resetSecondStep',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/users/:userId/second-step',
  summary: 'Take all passkeys of a user away',
  description:
    'For someone who lost them: their passkeys, their recovery codes and their sessions end, and their password signs them in. The last way to sign in cannot be removed.',
  permission: 'users.manage',
  freshSignIn: 'always',
  status: 204,
  refusals: ['not-found', 'last-way-to-sign-in'],
})
