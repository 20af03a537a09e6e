import type { Context as Call } from 'hono'
import { type CookieOptions, parse, serialize } from 'hono/utils/cookie'
import type { Client, Context, SignedInContext } from '../context.ts'
import { credentialsOf } from '../http/credentials.ts'
import { contextOf, type ContextNeeds, remoteAddressOf } from '../http/entering.ts'
import { isHttps, requireSameOrigin } from '../http/origin.ts'
import type { ServiceEnv } from '../http/serve.ts'
import type { UserStore } from '../users/store.ts'
import { authenticate } from './rules.ts'
import type { SessionStore } from './store.ts'

export type SessionNeeds = ContextNeeds & { sessions: SessionStore; users: UserStore }

/** Name of the session's cookie; over https behind the prefix that binds it to this very host and keeps it from going in clear. */
export const SESSION_COOKIE = 'session'

function cookieOf(client: Client, request: Request): { name: string; options: CookieOptions } {
  const options = { path: '/', httpOnly: true, sameSite: 'Strict' } as const
  return isHttps(client, request)
    ? { name: `__Host-${SESSION_COOKIE}`, options: { ...options, secure: true } }
    : { name: SESSION_COOKIE, options }
}

/** The header field that gives a browser its session. */
export function givingSession({ client }: Context, request: Request, secret: string) {
  const { name, options } = cookieOf(client, request)
  return { 'Set-Cookie': serialize(name, secret, options) }
}

/** The header field that takes it away again. */
export function takingSession({ client }: Context, request: Request) {
  const { name, options } = cookieOf(client, request)
  return { 'Set-Cookie': serialize(name, '', { ...options, maxAge: 0 }) }
}

/** The secret of the session that a browser sends along; undefined when it sends none. */
export function sessionSecretIn({ client }: Pick<Context, 'client'>, request: Request): string | undefined {
  const { name } = cookieOf(client, request)
  return parse(request.headers.get('Cookie') ?? '', name)[name]
}

/**
 * The context of a request that someone signed in makes: in a browser by cookie, or from a program by
 * `Authorization: Bearer` with an access token, which no browser sends unasked and which needs no same-origin proof.
 *
 * @throws ServiceError `signed-out`, `set-up-required`, `not-same-origin`
 */
export async function signedInContext(needs: SessionNeeds, call: Call<ServiceEnv>): Promise<SignedInContext> {
  const credentials = credentialsOf(call.req.header('Authorization'))
  const isScript = credentials.kind === 'bearer'
  const cookie = sessionSecretIn(needs, call.req.raw)
  const secret = isScript ? credentials.secret : cookie
  const { user, session } = await authenticate(needs, secret)
  const actor = {
    kind: isScript ? 'script' : 'person',
    user,
    session,
    remoteAddress: remoteAddressOf(call),
  } as const
  const context = contextOf(needs, call, actor)
  // Once it is known whose session it is, because the refusal is recorded.
  if (!isScript) requireSameOrigin(needs.client, call.req.raw)
  return context
}
