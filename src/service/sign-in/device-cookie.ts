import type { Context } from '../context.ts'
import { cookieIn, settingCookie } from '../http/cookies.ts'

/** What the cookie by which a device is known again is called, as of `cookies.ts`. */
const DEVICE_COOKIE = 'device'

/** A year from the last sign-in; browsers keep no cookie for more than 400 days. */
const KEPT_SECONDS = 365 * 86_400

/** The cookie that lets a browser's device be known again, as a value of `Set-Cookie`. Signing out leaves it. */
export const givingDevice = ({ client }: Context, request: Request, proof: string) =>
  settingCookie(client, request, { name: DEVICE_COOKIE, value: proof, maxAgeSeconds: KEPT_SECONDS })

/** The proof that a browser sends along; undefined when it sends none. */
export const deviceProofIn = ({ client }: Context, request: Request) =>
  cookieIn(client, request, DEVICE_COOKIE)
