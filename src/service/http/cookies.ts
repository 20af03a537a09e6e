import { parse, serialize } from 'hono/utils/cookie'
import type { Client } from '../context.ts'
import { isHttps } from './origin.ts'

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
export function cookieIn(client: Client, request: Request, name: string): string | undefined {
  const given = nameOf(client, request, name)
  return parse(request.headers.get('Cookie') ?? '', given)[given]
}

/** Over https it stands behind the prefix that binds it to this very host and keeps it from going in clear. */
const nameOf = (client: Client, request: Request, name: string) =>
  isHttps(client, request) ? `__Host-${name}` : name
