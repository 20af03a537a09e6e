import type { Client } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Scheme, host and port under which the caller reaches the service: what the operator set, else what was called. */
export function originOf({ publicUrl }: Client, request: Request): string {
  return publicUrl ?? new URL(request.url).origin
}

/**
 * Demands proof that a changing request comes from our own pages, for a browser sends the session's cookie along
 * with requests that other sites make. Every browser sends `Origin` with these methods; `Sec-Fetch-Site` only over https.
 *
 * @throws ServiceError `not-same-origin`
 */
export function requireSameOrigin(client: Client, request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('Sec-Fetch-Site')
  const proven =
    site === null ? request.headers.get('Origin') === originOf(client, request) : site === 'same-origin'
  if (proven) return
  throw new ServiceError(
    'not-same-origin',
    `A change made with the session's cookie must carry "Origin: ${originOf(client, request)}". Scripts use an access token instead.`,
  )
}
