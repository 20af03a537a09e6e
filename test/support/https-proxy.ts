import { once } from 'node:events'
import { request as send } from 'node:http'
import { createServer } from 'node:https'
import { getCertificate } from '@vitejs/plugin-basic-ssl'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Speaks https in front of a service, as a reverse proxy does, with a certificate that nobody signed; until the test ends.
 *
 * @param host name by which it is called
 * @returns the proxy's address
 */
export async function startHttpsProxy(host: string, serviceUrl: string): Promise<string> {
  const pem = await getCertificate(temporaryFolder(), host, [host])
  const server = createServer({ key: pem, cert: pem }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const passedOn = send(new URL(path ?? '', serviceUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passedOn.on('error', () => outgoing.destroy())
    incoming.pipe(passedOn)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('The proxy listens on no port.')
  return `https://${host}:${address.port}`
}
