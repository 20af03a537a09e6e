import * as v from 'valibot'
import { changePassword } from '#contract/account.ts'
import { signInAgain } from '#contract/fresh-sign-in.ts'
import { setUp } from '#contract/set-up.ts'
import {
  AccessToken,
  getAccessToken,
  Session,
  signIn as signInByCookie,
  SignInInput,
  signOut,
} from '#contract/sign-in.ts'
import { SESSION_COOKIE } from '#service/sign-in/session-cookie.ts'

/** Somebody's browser before the service. */
export type BrowserSession = {
  /** Answers a request as that browser would be; signing in, setting up and signing out change its session. */
  fetch: (request: Request) => Promise<Response>
  /** The same for a path and a JSON body. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  /** Lets the session go, as if its cookie had been deleted. */
  forget: () => void
}

/**
 * Does what a browser does around a request and what a service worker's answer cannot: it says where the request
 * comes from, and keeps the session's cookie. Its secret comes as an access token, for no script can read a cookie.
 */
export function browserSession(
  answer: (request: Request) => Promise<Response>,
  origin: string,
): BrowserSession {
  let accessToken: string | null = null
  const cookie = origin.startsWith('https:') ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE

  async function send(request: Request): Promise<Response> {
    const headers = new Headers(request.headers)
    headers.set('Origin', origin)
    if (accessToken !== null) headers.set('Cookie', `${cookie}=${accessToken}`)
    const sent = new Request(request)
    Object.defineProperty(sent, 'headers', { value: headers }) // a browser's Request takes neither
    return answer(sent)
  }

  async function signIn(credentials: SignInInput): Promise<void> {
    const response = await send(jsonRequest('POST', origin + getAccessToken.path, credentials))
    accessToken = v.parse(AccessToken, await response.json()).accessToken
  }

  async function fetch(request: Request): Promise<Response> {
    const act = `${request.method} ${new URL(request.url).pathname}`
    const body = request.clone()
    const response = await send(request)
    if (!response.ok) return response
    if (act === `DELETE ${signOut.path}`) accessToken = null
    if (act === `POST ${signInByCookie.path}`) await signIn(v.parse(SignInInput, await body.json()))
    if (act === `POST ${setUp.path}` || act === `POST ${signInAgain.path}`) {
      const { password } = v.parse(v.object({ password: v.string() }), await body.json())
      const { user } = v.parse(Session, await response.clone().json())
      await signIn({ email: user.email, password })
    }
    if (act === `PUT ${changePassword.path}`) {
      const { newPassword } = v.parse(v.object({ newPassword: v.string() }), await body.json())
      const { user } = v.parse(Session, await response.clone().json())
      await signIn({ email: user.email, password: newPassword })
    }
    return response
  }

  return {
    fetch,
    call: (method, path, body, headers) => fetch(jsonRequest(method, origin + path, body, headers)),
    forget: () => {
      accessToken = null
    },
  }
}

function jsonRequest(method: string, url: string, body?: unknown, headers?: Record<string, string>): Request {
  if (body === undefined) return new Request(url, { method, headers: { ...headers } })
  const all = { 'Content-Type': 'application/json', ...headers }
  return new Request(url, { method, headers: all, body: JSON.stringify(body) })
}
