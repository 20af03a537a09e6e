import { parse, serialize } from 'hono/utils/cookie'
import type { Client } from '../context.ts'
import { isHttps, originOf } from './origin.ts'

type Cookie = {
  name: string
  value: string
  /** Left out, the browser keeps it until it is closed. */
  maxAgeSeconds?: number
  /** `Strict` when left out; `Lax` for what is to come along when another site has led here. */
  sameSite?: 'Strict' | 'Lax'
}

/** The value of `Set-Cookie` that gives a browser a cookie which no script can read and no other site can have sent with a change. */
export function settingCookie(
  client: Client,
  request: Request,
  { name, value, maxAgeSeconds, sameSite = 'Strict' }: Cookie,
): string {
  return serialize(nameOf(client, request, name), value, {
    path: '/',
    httpOnly: true,
    sameSite,
    secure: isHttps(client, request),
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  })
}

/** What a browser sends along in that cookie; undefined when it sends none. */
export const cookieIn = (client: Client, request: Request, name: string): string | undefined =>
  cookiesIn(client, request, name)[0]

/** The same where there may be several of the name: over http another host of the domain can set one beside ours. */
export function cookiesIn(client: Client, request: Request, name: string): string[] {
  const given = nameOf(client, request, name)
  const pairs = (request.headers.get('Cookie') ?? '').split(';')
  return pairs.flatMap((pair) => parse(pair, given)[given] ?? [])
}

/**
 * Browsers send a host's cookies to every program on it, whatever the port: the name is ours, with the port by which people
 * come. Over https it stands behind the prefix that binds it to this very host and keeps it from going in clear.
 */
function nameOf(client: Client, request: Request, name: string): string {
  const { port } = new URL(originOf(client, request))
  return `${isHttps(client, request) ? '__Host-' : ''}profile-api${port}-${name}`
}
