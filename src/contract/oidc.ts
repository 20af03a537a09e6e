import * as v from 'valibot'
import { operation } from './operation.ts'
import { SetUpCode } from './set-up.ts'
import { Session } from './sign-in.ts'

/** The page that a provider leads back to. The operator registers its address with the provider. */
export const OIDC_RETURN_PATH = '/sign-in/return'

/** Longest of what a provider may add to that address, in characters. */
export const LONGEST_PROVIDER_ANSWER = 8192

/** Where to go on after signing in: an address of this console, so that nothing leads to another site. */
const ReturnPath = v.pipe(
  v.string(),
  v.maxLength(2000, 'at most 2000 characters'),
  v.regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u, 'a path of this console'),
)

/** How people may sign in here. */
export const SignInWays = v.object({
  password: v.boolean(),
  /** The OpenID Connect provider by the name that the operator gives it; null where there is none. */
  provider: v.nullable(v.object({ name: v.string() })),
})
export type SignInWays = v.InferOutput<typeof SignInWays>

export const getSignInWays = operation({
  id: 'getSignInWays',
  family: 'console',
  method: 'GET',
  path: '/console/v1/sign-in-ways',
  summary: 'How people may sign in',
  description: 'What the page of signing in offers. Asks no provider for anything.',
  permission: 'none',
  status: 200,
  output: SignInWays,
  refusals: [],
})

export const BeginOidcInput = v.strictObject({
  returnTo: ReturnPath,
  /** Of a set-up link that whoever signs in was given: it makes them the one whom the link is for. */
  setUpCode: v.optional(SetUpCode),
})
export type BeginOidcInput = v.InferOutput<typeof BeginOidcInput>

export const beginOidcSignIn = operation({
  id: 'beginOidcSignIn',
  family: 'console',
  method: 'POST',
  path: '/console/v1/oidc/sign-in',
  summary: 'Begin to sign in at the provider',
  description:
    'For browsers: answers the address at the OpenID Connect provider to go to, and gives the cookie by which this browser is known when it comes back, within ten minutes.',
  body: BeginOidcInput,
  permission: 'none',
  status: 201,
  output: v.object({ url: v.string() }),
  answerHeaders: ['Set-Cookie'],
  refusals: ['not-found', 'set-up-required', 'provider-unavailable', 'provider-not-trusted'],
})

/** The query of the address that the provider led back to, as it came. */
export const ProviderAnswer = v.pipe(
  v.string(),
  v.maxLength(LONGEST_PROVIDER_ANSWER, 'at most 8192 characters'),
)

export const FinishOidcInput = v.strictObject({ answer: ProviderAnswer })

/** Why nobody is vouched for by an answer of the provider. */
export const REFUSALS_OF_ANSWER = [
  'not-found',
  'sign-in-out-of-date',
  'provider-refused',
  'provider-unavailable',
  'provider-not-trusted',
  'provider-clock-off',
  'provider-refuses-us',
  'no-role',
] as const

export const FinishedOidcSignIn = v.object({
  session: Session,
  /** Where to go on, as it was said at the beginning. */
  returnTo: v.string(),
  /** Whether the provider has given the person less this time than they held here. */
  hasLostRoles: v.boolean(),
})
export type FinishedOidcSignIn = v.InferOutput<typeof FinishedOidcSignIn>

export const finishOidcSignIn = operation({
  id: 'finishOidcSignIn',
  family: 'console',
  method: 'POST',
  path: '/console/v1/oidc/session',
  summary: 'Sign in with what the provider answered',
  description:
    'For browsers: what the provider answered to a sign-in that began in this browser, once. The roles are taken from the provider where `OIDC_ROLES` says how, and somebody new is let in if it gives them any.',
  body: FinishOidcInput,
  permission: 'none',
  status: 201,
  output: FinishedOidcSignIn,
  answerHeaders: ['Set-Cookie'],
  refusals: [
    ...REFUSALS_OF_ANSWER,
    'set-up-required',
    'suspended',
    'not-invited',
    'email-not-verified',
    'other-sign-in',
  ],
})
