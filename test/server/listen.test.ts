import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { contentOf } from '#service/http/content.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import { readConfig } from '#server/config.ts'
import { listen, type ListenOptions } from '#server/listen.ts'

const ANY_PORT = { ...readConfig({}), port: 0 }

async function open(
  fetch: (request: Request, bindings: ServiceEnv['Bindings']) => Response | Promise<Response>,
  options: Partial<ListenOptions> = {},
) {
  const server = await listen(fetch, { ...ANY_PORT, ...options })
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

const refusing = () => new Response('no', { status: 401 })
const reading = async (request: Request) => {
  await request.body?.getReader().read()
  return new Response('no', { status: 400 })
}

const decoding = async (request: Request) => {
  for await (const _ of contentOf(request, 64 * 1024 * 1024)) break
  return new Response('no', { status: 400 })
}

it.each([
  ['unread', refusing, Buffer.alloc(9_000_000, 'a')],
  ['half-way', reading, Buffer.alloc(9_000_000, 'a')],
  ['half-way out of gzip', decoding, gzipSync(randomBytes(9_000_000), { level: 0 })],
])('tells a caller who sends all before it reads why its body was refused %s', async (_, fetch, body) => {
  const { port } = await open(fetch)
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())

  const fields = `Host: localhost\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}`
  socket.write(`POST / HTTP/1.1\r\n${fields}\r\n\r\n`)
  await new Promise((resolve) => socket.write(body, resolve))
  const first = String((await once(socket, 'data'))[0])
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const second = String((await once(socket, 'data'))[0])

  expect(first).toMatch(/^HTTP\/1.1 40[01] [^]*no$/)
  expect(second).toMatch(/^HTTP\/1.1 40[01] [^]*no$/)
})

it('refuses at once, before all of a body has come', async () => {
  const { port } = await open(reading)

  const { received } = await raw(
    port,
    'POST / HTTP/1.1\nHost: localhost\nContent-Length: 9000000\n\nThat is not all',
    /no$/,
  )

  expect(received).toMatch(/^HTTP\/1.1 400 /)
})

it('answers an upload that does not go on with 408', async () => {
  const { port } = await open(async (request) => new Response(await request.text()), { silenceLimitMs: 300 })

  const { received, socket } = await raw(
    port,
    'POST / HTTP/1.1\nHost: localhost\nContent-Length: 5\n\nhe',
    /408[\s\S]+\.$/,
  )
  await once(socket, 'close')

  expect(received).toMatch(/^HTTP\/1.1 408 Request Timeout\r\nConnection: close\r\n/)
})

it('tells the service where a request of HTTP/1.0 was sent to', async () => {
  const { port } = await open((request) => new Response(`at ${request.url}`))

  const { received } = await raw(port, 'GET /two HTTP/1.0\n\n', /at .*/)

  expect(received).toContain(`at http://127.0.0.1:${port}/two`)
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

/** A server whose answers wait until they are released; `reached` settles when a request has come. */
async function openHeldBack() {
  const reached = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const server = await listen(async () => {
    reached.resolve()
    await release.promise
    return new Response('done')
  }, ANY_PORT)
  return { ...server, reached: reached.promise, release: release.resolve }
}

it('answers the request at hand before it closes, and takes no other', async () => {
  const { port, close, reached, release } = await openHeldBack()
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await reached

  const closed = close()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
  release()

  expect(await (await answer).text()).toBe('done')
  await closed
})

it('answers a request that comes while it closes, and says that the connection ends', async () => {
  const { port, close, reached, release } = await openHeldBack()
  const two = 'GET / HTTP/1.1\nHost: localhost\n\nGET / HTTP/1.1\nHost: localhost\n\n'
  const answers = raw(port, two, /Connection: close[^]*done/)
  await reached

  const closed = close()
  release()

  expect((await answers).received).toMatch(/^HTTP\/1.1 200 OK/)
  await closed
})

/** An app that says what was asked and with what body. */
const echo = async (request: Request) =>
  new Response(`[${request.method} ${new URL(request.url).pathname}: ${await request.text()}]`)

const POST = 'POST /one HTTP/1.1\nHost: localhost\nContent-Length: 5\n'
const NEXT = 'GET /two HTTP/1.1\nHost: localhost\nConnection: close\n\n'
const CHUNKED = 'POST /one HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n'
const UPGRADE = 'Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAAQ\n'
const ONE = /^HTTP\/1.1 200 OK[^]*\[POST \/one: hello\]/
const NO_HTTP = /HTTP\/1.1 400 Bad Request[^]*This is not HTTP\/1.1/

/** What is sent, in pieces that arrive apart, and what comes back until the connection ends. */
const messages: Record<string, { sent: string[]; answered: RegExp[] }> = {
  'a body and the next request': { sent: [`${POST}\nhello${NEXT}`], answered: [ONE, /\[GET \/two: \]$/] },
  'a body that is longer than its length': { sent: [`${POST}\nhello and more`], answered: [ONE, NO_HTTP] },
  'what follows a body, later': { sent: [`${POST}\nhello`, 'and more\n\n'], answered: [ONE, NO_HTTP] },
  'two requests and what is none': {
    sent: [`${POST}\nhello${POST}\nagainrubbish\n\n`],
    answered: [ONE, /\[POST \/one: again\]/, NO_HTTP],
  },
  'an upgrade beside a body': {
    sent: [`${POST}${UPGRADE}\nhello`],
    answered: [ONE, /^(?!.*101 Switching)/s],
  },
  'an upgrade whose body comes later': { sent: [`${POST}${UPGRADE}\n`, 'he', 'llo'], answered: [ONE] },
  'an upgrade beside a body in chunks': {
    sent: [`${CHUNKED}${UPGRADE}\n`, '5\nhello\n0\n\n'],
    answered: [ONE],
  },
  'an upgrade with a request behind it, which is to be sent anew': {
    sent: [`${POST}${UPGRADE}\nhello${NEXT}`],
    answered: [/Connection: close/, ONE],
  },
  'two Host fields': {
    sent: ['GET / HTTP/1.1\nHost: one.example\nHost: two.example\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*one Host field/],
  },
  'a coding of the transfer that nobody knows': {
    sent: [`${CHUNKED.replace('chunked', 'gzip, chunked')}\n5\nhello\n0\n\n`],
    answered: [/^HTTP\/1.1 501 [^]*than chunked/],
  },
  'such a coding and none that says where the body ends': {
    sent: [`${CHUNKED.replace('chunked', 'gzip')}\n5\nhello\n0\n\n`],
    answered: [/^HTTP\/1.1 501 /, /known here\.$/],
  },
  'a path with letters that are not escaped': {
    sent: ['GET /Malm\u00F6 HTTP/1.1\nHost: localhost\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*percent-encoded/],
  },
  'a query with letters that are not escaped': {
    sent: ['GET /?city=Malm\u00F6 HTTP/1.1\nHost: localhost\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*percent-encoded/],
  },
  'the one that is known, written otherwise': {
    sent: [`${CHUNKED.replace('chunked', 'Chunked ')}Connection: close\n\n5\nhello\n0\n\n`],
    answered: [ONE],
  },
  'HTTP/1.0, which names no host': {
    sent: ['GET /two HTTP/1.0\n\n'],
    answered: [/^HTTP\/1.1 200 OK[^]*\[GET \/two: \]$/],
  },
  'HTTP/1.0 with two Host fields': {
    sent: ['GET / HTTP/1.0\nHost: one.example\nHost: two.example\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*one Host field/],
  },
  'no Host field': { sent: ['GET / HTTP/1.1\nAccept: */*\n\n'], answered: [/^HTTP\/1.1 400 /] },
  'an empty Host field': {
    sent: ['GET / HTTP/1.1\nHost:\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*one Host field/],
  },
  'a Host field that is no host': {
    sent: ['GET / HTTP/1.1\nHost: a@evil.example/b\n\n'],
    answered: [/^HTTP\/1.1 400 [^]*one Host field/],
  },
  'an address that is none': {
    sent: ['OPTIONS * HTTP/1.1\nHost: localhost\n\n'],
    answered: [/^HTTP\/1.1 400 /],
  },
  'two lengths': { sent: [`${POST}Content-Length: 6\n\nhello`], answered: [NO_HTTP] },
  'a length beside chunks': { sent: [`${CHUNKED}Content-Length: 5\n\n5\nhello\n0\n\n`], answered: [NO_HTTP] },
  'a chunk of no length': { sent: [`${CHUNKED}\n5\nhello\nxx\n`], answered: [NO_HTTP] },
  'a header that is too long': {
    sent: [`GET / HTTP/1.1\nHost: localhost\nX: ${'x'.repeat(20_000)}\n\n`],
    answered: [/^HTTP\/1.1 431 [^]*longer than 16 KB/],
  },
  'a method that is none': { sent: ['FETCH / HTTP/1.1\nHost: localhost\n\n'], answered: [NO_HTTP] },
  'a call for a tunnel': {
    sent: ['CONNECT evil.example:443 HTTP/1.1\nHost: evil.example:443\n\n'],
    answered: [/^HTTP\/1.1 405 /],
  },
  'an expectation that is none': {
    sent: ['GET / HTTP/1.1\nHost: localhost\nExpect: 200-ok\nConnection: close\n\n'],
    answered: [/^HTTP\/1.1 417 /],
  },
  'another protocol': { sent: ['\u0016\u0003\u0001 hello'], answered: [NO_HTTP] },
}

it.each(Object.entries(messages))('answers in order, and clearly, %s', async (_what, { sent, answered }) => {
  const { port } = await open(echo)
  const socket = connect(port, '127.0.0.1').setEncoding('latin1').setNoDelay()
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.on('data', (text) => (received += String(text)))
  const ended = once(socket, 'end')

  for (const piece of sent) {
    socket.write(piece.replaceAll('\n', '\r\n'))
    await delay(20) // so that they arrive apart; together they are answered alike
  }
  socket.end()
  await ended

  for (const answer of answered) expect(received).toMatch(answer)
  expect(received).not.toMatch(/\sat .*:\d+:\d+/)
})
