import type { Client } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Scheme, host and port under which the caller reaches the service: what the operator set, else what was called. */
export function originOf({ publicUrl }: Client, request: Request): string {
  return publicUrl ?? new URL(request.url).origin
}

/** Whether the caller reaches the service by https, as far as the service knows. */
export const isHttps = (client: Client, request: Request): boolean =>
  originOf(client, request).startsWith('https:')

/** Whether a page of ours has come by https, which nobody told the service: its cookies are then not bound to it. */
export function isHttpsUntold(client: Client, request: Request): boolean {
  const origin = request.headers.get('Origin')
  if (origin === null || !origin.startsWith('https:') || isHttps(client, request)) return false
  const isOfHost = URL.parse(origin)?.host === new URL(request.url).host
  return isOfHost || request.headers.get('Sec-Fetch-Site') === 'same-origin'
}

/**
 * Demands proof that a changing request comes from our own pages, for a browser sends the session's cookie along
 * with requests that other sites make. Every browser sends `Origin` with these methods; `Sec-Fetch-Site` only over https.
 *
 * @throws ServiceError `not-same-origin`
 */
export function requireSameOrigin(client: Client, request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD' || senderOf(client, request) === 'own-page')
    return
  throw new ServiceError(
    'not-same-origin',
    `A change made with the session's cookie must carry "Origin: ${originOf(client, request)}". Scripts use an access token instead.`,
  )
}

/**
 * Refuses what a page of another site has a browser send where no session is asked for: it would use up the attempts of
 * whoever looks at that page. A program that is no browser says nothing of where it comes from.
 *
 * @throws ServiceError `not-same-origin`
 */
export function refuseOtherSites(client: Client, request: Request): void {
  if (senderOf(client, request) !== 'other-page') return
  throw new ServiceError(
    'not-same-origin',
    `A page of another site may not ask this. In a browser it takes "Origin: ${originOf(client, request)}".`,
  )
}

/** Whose page had a browser send the request, as far as its header fields tell. */
function senderOf(client: Client, request: Request): 'own-page' | 'other-page' | 'unknown' {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin' ? 'own-page' : site === 'none' ? 'unknown' : 'other-page'
  const origin = request.headers.get('Origin')
  if (origin === null) return 'unknown'
  return origin === originOf(client, request) ? 'own-page' : 'other-page'
}
