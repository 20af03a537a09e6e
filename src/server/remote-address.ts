import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Where a request comes from. A reverse proxy on this machine writes that behind whatever the caller put into
 * X-Forwarded-For; anyone else's header is not believed.
 */
export function remoteAddressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>) {
  const peer = socket.remoteAddress?.replace(/^::ffff:/, '')
  if (peer !== '127.0.0.1' && peer !== '::1') return peer
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join().split(',').at(-1)?.trim()
  return forwarded && isIP(forwarded) ? forwarded : peer
}
