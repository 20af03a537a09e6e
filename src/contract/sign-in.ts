import * as v from 'valibot'
import { operation } from './operation.ts'
import { TypedPassword } from './passwords.ts'
import { Permission } from './roles.ts'
import { User } from './user.ts'

/** How a person proves who they are. */
export const SignInMethod = v.picklist(['password', 'passkey', 'oidc'])
export type SignInMethod = v.InferOutput<typeof SignInMethod>

/** Who is signed in and what they are permitted. */
export const Session = v.object({
  user: User,
  permitted: v.array(Permission),
  /** Those in which they hold a role: what they are called. */
  workspaces: v.array(v.object({ id: v.string(), name: v.string() })),
  /** The client that the service holds the profiles of. */
  clientCode: v.string(),
  /** Whether the service takes itself to be reached by https, and so binds the session's cookie to it (`Secure`). */
  isCookieSecure: v.boolean(),
  /** When the session ends whatever happens, ISO 8601 in UTC; idle sessions end earlier. */
  expiresAt: v.string(),
})
export type Session = v.InferOutput<typeof Session>

export const SignInInput = v.strictObject({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.minLength(1, 'an e-mail address'), v.maxLength(254)),
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
    'For browsers: the session comes as a cookie that no script can read. The request must carry the `Origin` of this service.',
  body: SignInInput,
  permission: 'none',
  status: 200,
  output: Session,
  answerHeaders: ['Set-Cookie'],
  refusals: ['sign-in-refused', 'password-sign-in-off', 'provider-sign-in-only', 'too-many-requests'],
})

export const getAccessToken = operation({
  id: 'getAccessToken',
  family: 'console',
  method: 'POST',
  path: '/console/v1/access-token',
  summary: 'Sign in from a script',
  description: 'The session comes as an access token, to be sent as `Authorization: Bearer`.',
  body: SignInInput,
  permission: 'none',
  status: 201,
  output: AccessToken,
  refusals: ['sign-in-refused', 'password-sign-in-off', 'provider-sign-in-only', 'too-many-requests'],
})

export const getSession = operation({
  id: 'getSession',
  family: 'console',
  method: 'GET',
  path: '/console/v1/session',
  summary: 'Who is signed in',
  description: 'The person, what they hold and what they are permitted.',
  permission: 'signed-in',
  status: 200,
  output: Session,
  refusals: [],
})

export const signOut = operation({
  id: 'signOut',
  family: 'console',
  method: 'DELETE',
  path: '/console/v1/session',
  summary: 'Sign out',
  description:
    'Ends the session that the request is made with. Where it was begun at the OpenID Connect provider, `providerUrl` is where a browser signs out there too; null for any other.',
  permission: 'signed-in',
  status: 200,
  output: v.object({ providerUrl: v.nullable(v.string()) }),
  answerHeaders: ['Set-Cookie', 'Clear-Site-Data'],
  refusals: [],
})
