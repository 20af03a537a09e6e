import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import type { ServiceEnv } from '#service/http/serve.ts'
import { readConfig } from '#server/config.ts'
import { listen } from '#server/listen.ts'

const ANY_PORT = { ...readConfig({}), port: 0 }

async function open(
  fetch: (request: Request, bindings: ServiceEnv['Bindings']) => Response | Promise<Response>,
) {
  const server = await listen(fetch, ANY_PORT)
  onTestFinished(() => server.close())
  return server
}

/** Sends those bytes and nothing more. @returns what comes back until the server closes or `until` has come */
async function raw(port: number, text: string, until: RegExp) {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  onTestFinished(() => void socket.destroy())
  socket.write(text.replaceAll('\n', '\r\n'))
  let received = ''
  while (!until.test(received)) received += String((await once(socket, 'data'))[0])
  return { received, socket }
}

it('hands on both of two Authorization headers, so that the service can refuse them', async () => {
  const { port } = await open((request) => new Response(request.headers.get('Authorization')))

  const { received } = await raw(
    port,
    'GET / HTTP/1.1\nHost: localhost\nAuthorization: Bearer one\nAuthorization: Bearer two\n\n',
    /Bearer.*/,
  )

  expect(received).toContain('Bearer one, Bearer two')
})

const WAITING_UPLOAD = 'POST / HTTP/1.1\nHost: localhost\nContent-Length: 5\nExpect: 100-continue\n\n'

it('asks a waiting caller for the body when the service reads it', async () => {
  const { port } = await open(async (request) => new Response(`got ${await request.text()}`))

  const { received, socket } = await raw(port, WAITING_UPLOAD, /\r\n\r\n/)
  socket.write('hello')

  expect(received).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  expect(String((await once(socket, 'data'))[0])).toContain('got hello')
})

it('does not ask a waiting caller for a body that is refused unread', async () => {
  const { port } = await open(() => new Response('no', { status: 401 }))

  const { received } = await raw(port, WAITING_UPLOAD, /no$/)

  expect(received).toMatch(/^HTTP\/1.1 401 /)
})

it('tells the service where a request comes from', async () => {
  const { port } = await open((_, { remoteAddress }) => new Response(remoteAddress))

  const { received } = await raw(
    port,
    'GET / HTTP/1.1\nHost: localhost\nX-Forwarded-For: 198.51.100.1, 203.0.113.7\nX-Forwarded-For: ::ffff:cb00:7108\n\n',
    /\r\n\r\n./,
  )

  expect(received).toContain('\r\n203.0.113.8')
})

it('answers the request at hand before it closes, and takes no other', async () => {
  const reached = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const { port, close } = await listen(async () => {
    reached.resolve()
    await release.promise
    return new Response('done')
  }, ANY_PORT)
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await reached.promise

  const closed = close()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
  release.resolve()

  expect(await (await answer).text()).toBe('done')
  await closed
})
