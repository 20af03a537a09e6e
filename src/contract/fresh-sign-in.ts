import * as v from 'valibot'
import { operation } from './operation.ts'
import { ProviderAnswer, REFUSALS_OF_ANSWER } from './oidc.ts'
import { TypedPassword } from './passwords.ts'
import { Session, SignInMethod } from './sign-in.ts'
import { AuthenticationCredential, RequestOptions } from './webauthn.ts'

/** How the person who is signed in can prove anew who they are, the way they signed in by first. */
export const WaysToSignInAgain = v.object({
  methods: v.array(SignInMethod),
  /** Whether they have done so already, such as in another window. */
  isFresh: v.boolean(),
})
export type WaysToSignInAgain = v.InferOutput<typeof WaysToSignInAgain>

/** With this begins the state by which the page that the provider leads back to knows an answer to signing in again. */
export const SIGNING_IN_AGAIN = 'again.'

/** What proves it, by the method. */
export const SignInAgainInput = v.variant('method', [
  v.strictObject({ method: v.literal('password'), password: TypedPassword }),
  v.strictObject({ method: v.literal('passkey'), credential: AuthenticationCredential }),
  v.strictObject({ method: v.literal('oidc'), answer: ProviderAnswer }),
])
export type SignInAgainInput = v.InferOutput<typeof SignInAgainInput>

const declared = { family: 'console', path: '/console/v1/session/fresh', permission: 'signed-in' } as const

export const getWaysToSignInAgain = operation({
  ...declared,
  id: 'getWaysToSignInAgain',
  method: 'GET',
  summary: 'How to sign in again',
  description:
    'The ways that the person has, of those that the service permits; no password where it alone would not have signed them in.',
  status: 200,
  output: WaysToSignInAgain,
  refusals: [],
})

export const startSigningInAgain = operation({
  ...declared,
  id: 'startSigningInAgain',
  method: 'POST',
  path: '/console/v1/session/fresh/options',
  summary: 'Start signing in again with a passkey',
  description: 'What to ask the browser for. Good for five minutes, once, and in this session only.',
  status: 200,
  output: RequestOptions,
  refusals: [],
})

export const startSigningInAgainAtProvider = operation({
  ...declared,
  id: 'startSigningInAgainAtProvider',
  method: 'POST',
  path: '/console/v1/session/fresh/provider',
  summary: 'Begin to sign in again at the provider',
  description:
    'For browsers: answers the address at the OpenID Connect provider to go to, where the person is asked who they are though they are signed in there, and gives the cookie by which this browser is known when it comes back. For ten minutes, once, and in this session only.',
  status: 201,
  output: v.object({ url: v.string() }),
  answerHeaders: ['Set-Cookie'],
  refusals: ['not-found', 'provider-unavailable', 'provider-not-trusted'],
})

export const signInAgain = operation({
  ...declared,
  id: 'signInAgain',
  method: 'POST',
  summary: 'Sign in again',
  description:
    'For browsers, before an act that is refused with `fresh-sign-in-required`: the session goes on, with a new secret as a cookie. A program asks for a new access token instead.',
  body: SignInAgainInput,
  status: 200,
  output: Session,
  answerHeaders: ['Set-Cookie'],
  refusals: [
    'wrong-password',
    'passkey-refused',
    'password-sign-in-off',
    'provider-sign-in-only',
    'second-step-required',
    'too-many-requests',
    ...REFUSALS_OF_ANSWER,
    'another-account',
    'provider-not-fresh',
  ],
})
