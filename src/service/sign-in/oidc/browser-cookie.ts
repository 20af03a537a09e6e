import type { Context } from '../../context.ts'
import { cookieIn, settingCookie } from '../../http/cookies.ts'

/**
 * What the cookie by which a browser is known that comes back from the provider is called, as of `cookies.ts`. `Lax`,
 * unlike the session's: a browser may take all that follows a redirect of another site for that site's.
 */
const BROWSER_COOKIE = 'oidc'

/** The cookie, as a value of `Set-Cookie`. @param maxAgeSeconds 0 takes it away again */
export const givingBrowserCookie = (
  { client }: Context,
  request: Request,
  value: string,
  maxAgeSeconds: number,
) => settingCookie(client, request, { name: BROWSER_COOKIE, value, maxAgeSeconds, sameSite: 'Lax' })

/** What a browser sends along in it; undefined when it sends none. */
export const browserSecretIn = ({ client }: Context, request: Request) =>
  cookieIn(client, request, BROWSER_COOKIE)
