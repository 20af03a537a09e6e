import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { Server, Socket } from 'node:net'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { onTestFinished } from 'vitest'

/** What came to a receiver, with its header fields. */
export type Received = { path: string; headers: Record<string, string>; body: string }

/** Listens on an address of this machine until the test ends. @returns its port */
export async function listenUntilTestEnds(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(port, host)
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('It listens on no port.')
  return address.port
}

/**
 * Receives webhooks as someone would who reads docs/api.md.
 *
 * @param answer what is answered to each, 204 without it
 * @param tls with key and certificate it speaks https
 */
export async function startReceiver({
  answer = (_request, response) => void response.writeHead(204).end(),
  host = '127.0.0.1',
  port = 0,
  tls,
}: {
  answer?: RequestListener
  host?: string
  port?: number
  tls?: ServerOptions
} = {}) {
  const received: Received[] = []
  const take: RequestListener = async (request, response) => {
    received.push({ path: request.url ?? '', headers: fieldsOf(request), body: await text(request) })
    answer(request, response)
  }
  const server = tls === undefined ? createServer(take) : createSecureServer(tls, take)
  const taken = await listenUntilTestEnds(server, host, port)
  return { received, port: taken, url: `${tls === undefined ? 'http' : 'https'}://${host}:${taken}/hook` }
}

const fieldsOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** What it says, once its signature is found to be right. @throws WebhookVerificationError */
export const verified = ({ headers, body }: Received, secret: string): unknown =>
  new Webhook(secret).verify(body, headers)
