import * as v from 'valibot'
import { operation } from './operation.ts'
import { Permission } from './roles.ts'
import { User } from './user.ts'

/** How a person proves who they are. */
export const SignInMethod = v.picklist(['password', 'passkey', 'recovery-code', 'oidc'])
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
  answerHeaders: ['Set-Cookie'],
  refusals: [],
})
