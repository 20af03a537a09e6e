import type { Context } from '../context.ts'
import { cookieIn, settingCookie } from '../http/cookies.ts'

/** What the cookie that binds a sign-in that waits for an authenticator to its browser is called, as of `cookies.ts`. */
const PENDING_COOKIE = 'signing-in'

/** The longest that any waits. */
const KEPT_SECONDS = 600

/** The cookie that names a sign-in that waits, as a value of `Set-Cookie`. It is no session. */
export const givingPending = ({ client }: Context, request: Request, secret: string) =>
  settingCookie(client, request, { name: PENDING_COOKIE, value: secret, maxAgeSeconds: KEPT_SECONDS })

/** The one that takes it away again. */
export const takingPending = ({ client }: Context, request: Request) =>
  settingCookie(client, request, { name: PENDING_COOKIE, value: '', maxAgeSeconds: 0 })

/** What a browser sends along of a sign-in that waits; undefined when it sends none. */
export const pendingSecretIn = ({ client }: Context, request: Request) =>
  cookieIn(client, request, PENDING_COOKIE)
