import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { credentialsOf } from '../bearer.ts'
import type { Bindings, Deps } from '../deps.ts'
import { originOf, requireSameOrigin } from '../origin.ts'
import { authenticate } from './rules.ts'
import type { SignedIn } from './signed-in.ts'

/** What the admin and the console family know of a request once `requireSession` has let it through. */
export type SignedInEnv = { Bindings: Bindings; Variables: { requestId: string; signedIn: SignedIn } }

const COOKIE = 'session'

/** With https the cookie is bound to this very host (`__Host-`) and never leaves it in clear. */
function cookieOptions(deps: Deps, request: Request): CookieOptions {
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict' } as const
  return originOf(deps, request).startsWith('https:')
    ? { ...attributes, secure: true, prefix: 'host' }
    : attributes
}

export function giveSession(c: Context, deps: Deps, secret: string): void {
  setCookie(c, COOKIE, secret, cookieOptions(deps, c.req.raw))
}

export function takeSession(c: Context, deps: Deps): void {
  deleteCookie(c, COOKIE, cookieOptions(deps, c.req.raw))
}

/**
 * Lets signed-in people through: browsers by cookie, scripts by `Authorization: Bearer` with an access token, which
 * no browser sends unasked and which therefore needs no same-origin proof.
 */
export const requireSession = (deps: Deps) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const credentials = credentialsOf(c.req.header('Authorization'))
    const cookie = getCookie(c, COOKIE, cookieOptions(deps, c.req.raw).prefix)
    if (credentials.kind !== 'bearer' && cookie !== undefined) requireSameOrigin(deps, c.req.raw)
    const secret = credentials.kind === 'bearer' ? credentials.secret : cookie
    c.set('signedIn', await authenticate(deps, secret, c.env?.remoteAddress ?? null))
    await next()
  })
