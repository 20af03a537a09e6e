import * as v from 'valibot'
import { GivenEmail } from './email.ts'
import { operation } from './operation.ts'
import { TypedPassword } from './passwords.ts'
import { Session } from './sign-in.ts'
import { CreationOptions, RequestOptions } from './webauthn.ts'

/**
 * What is asked of someone whose password was right, before they are signed in. `passkey`: one of theirs, or a recovery
 * code; `first-passkey`: to make one, because what they may do takes a second step and they have none. `expiresAt`: until
 * when, ISO 8601 in UTC.
 */
export const SecondStep = v.variant('kind', [
  v.object({ kind: v.literal('passkey'), options: RequestOptions, expiresAt: v.string() }),
  v.object({ kind: v.literal('first-passkey'), options: CreationOptions, expiresAt: v.string() }),
])
export type SecondStep = v.InferOutput<typeof SecondStep>

/** Answered in place of a session: a cookie names the sign-in that waits for its second step. */
export const SecondStepAsked = v.object({ secondStep: SecondStep })
export type SecondStepAsked = v.InferOutput<typeof SecondStepAsked>

/** The page of signing in. */
export const SIGN_IN_PATH = '/sign-in'

/** Someone whose password was right is signed in, or asked for their second step. */
export const SignInAnswer = v.variant('secondStep', [
  SecondStepAsked,
  // Left out of every session, by which the two are told apart.
  v.object({ ...Session.entries, secondStep: v.optional(v.literal(false)) }),
])
export type SignInAnswer = v.InferOutput<typeof SignInAnswer>

export const SignInInput = v.strictObject({
  email: GivenEmail,
  password: TypedPassword,
})
export type SignInInput = v.InferOutput<typeof SignInInput>

/** What a script gets in place of a cookie: `Authorization: Bearer <accessToken>` on the admin and console API. */
export const AccessToken = v.object({
  accessToken: v.string(),
  tokenType: v.literal('bearer'),
  /** Seconds left until the session ends whatever happens. */
  expiresIn: v.number(),
})
export type AccessToken = v.InferOutput<typeof AccessToken>

export const signIn = operation({
  id: 'signIn',
  family: 'console',
  method: 'POST',
  path: '/console/v1/session',
  summary: 'Sign in by cookie',
  description:
    'For browsers: the session comes as a cookie that no script can read. Someone who has a passkey, or needs one, is asked for it first: the answer says so, and its cookie names the sign-in that waits. The request must carry the `Origin` of this service.',
  body: SignInInput,
  permission: 'none',
  status: 200,
  output: SignInAnswer,
  answerHeaders: ['Set-Cookie'],
  refusals: ['sign-in-refused', 'password-sign-in-off', 'provider-sign-in-only', 'too-many-requests'],
})

export const getAccessToken = operation({
  id: 'getAccessToken',
  family: 'console',
  method: 'POST',
  path: '/console/v1/access-token',
  summary: 'Sign in from a script',
  description:
    'The session comes as an access token, to be sent as `Authorization: Bearer`. Someone who has a passkey, or needs one, gets none: a script cannot use it.',
  body: SignInInput,
  permission: 'none',
  status: 201,
  output: AccessToken,
  refusals: [
    'sign-in-refused',
    'password-sign-in-off',
    'provider-sign-in-only',
    'second-step-required',
    'too-many-requests',
  ],
})
