import { getCertificate } from '@vitejs/plugin-basic-ssl'
import { BlockList, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { HostAddress } from '#server/notices/callable.ts'
import { webhookSender } from '#server/notices/webhook.ts'
import { networksFrom } from '#server/remote-address.ts'
import type { WebhookMessage } from '#service/ports.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { listenUntilTestEnds, startReceiver, verified } from '../../support/webhook-receiver.ts'

const LOOPBACK = networksFrom('127.0.0.0/8') ?? new BlockList()
const SECRET = `whsec_${btoa('a secret of twenty-four b')}`

const makeMessage = (overrides: Partial<WebhookMessage> = {}): WebhookMessage => ({
  address: 'http://127.0.0.1/hook',
  secret: SECRET,
  id: '0123456789abcdef01234567',
  body: '{"type":"test","timestamp":"2026-11-21T12:00:00.000Z","data":{"by":"Bo Ek"}}',
  at: Date.now(),
  ...overrides,
})

const failure = (reason: string, status: number | null = null, said: string | null = null) => ({
  failure: { reason, status, said },
})

const AT_127 = (last: number): HostAddress => ({ address: `127.0.0.${last}`, family: 4 })

it('sends what a receiver can verify, as Standard Webhooks has it', async () => {
  const { received, url } = await startReceiver()

  const tried = await webhookSender(LOOPBACK).send(makeMessage({ address: url }))

  expect(tried).toEqual({ receipt: { status: 204, durationMs: expect.any(Number) } })
  const [request] = received
  if (request === undefined) throw new Error('Nothing came.')
  expect(verified(request, SECRET)).toEqual({
    type: 'test',
    timestamp: '2026-11-21T12:00:00.000Z',
    data: { by: 'Bo Ek' },
  })
  expect(() => verified(request, `whsec_${btoa('the secret of someone else')}`)).toThrow('signature')
  expect(() => verified({ ...request, body: request.body.replace('Bo', 'Ann') }, SECRET)).toThrow('signature')
  expect(request.path).toBe('/hook')
  expect(request.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': '0123456789abcdef01234567',
  })
})

it('takes any answer from 200 to 299 for success, and tells of any other in its own words', async () => {
  const answers: [status: number, body: string][] = [
    [200, 'ok'],
    [299, ''],
    [404, 'no such\nhook'],
    [503, ''],
  ]
  const { url } = await startReceiver({
    answer: (_, response) => {
      const [status = 500, body] = answers.shift() ?? []
      response.writeHead(status).end(body)
    },
  })
  const send = () => webhookSender(LOOPBACK).send(makeMessage({ address: url }))

  expect(await send()).toMatchObject({ receipt: { status: 200 } })
  expect(await send()).toMatchObject({ receipt: { status: 299 } })
  expect(await send()).toEqual(failure('answered', 404, 'no such hook'))
  expect(await send()).toEqual(failure('answered', 503))
})

it('does not go where an answer sends it', async () => {
  const elsewhere = await startReceiver()
  const { url } = await startReceiver({
    answer: (_, response) => response.writeHead(307, { Location: elsewhere.url }).end(),
  })

  const tried = await webhookSender(LOOPBACK).send(makeMessage({ address: url }))

  expect(tried).toEqual(failure('answered', 307))
  expect(elsewhere.received).toEqual([])
})

it('reads no more of an answer than its beginning', async () => {
  const { url } = await startReceiver({
    answer: (_, response) => {
      response.writeHead(500)
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    },
  })

  const tried = await webhookSender(LOOPBACK).send(makeMessage({ address: url }))

  expect(tried).toEqual(failure('answered', 500, `${'x'.repeat(199)}…`))
})

describe.each([
  ['never answers', () => {}],
  [
    'never ends its answer',
    (_: unknown, response: { writeHead: (s: number) => { write: (t: string) => void } }) =>
      response.writeHead(200).write('.'),
  ],
])('a receiver that %s', (_, answer) => {
  it('is waited for no longer than the limit', async () => {
    const { url } = await startReceiver({ answer })

    const tried = await webhookSender(LOOPBACK, undefined, 50).send(makeMessage({ address: url }))

    expect(tried).toEqual(failure('timed-out'))
  })
})

it('waits for a name no longer either', async () => {
  const never = () => new Promise<HostAddress[]>(() => {})

  const tried = await webhookSender(LOOPBACK, never, 50).send(
    makeMessage({ address: 'https://hooks.example.com/' }),
  )

  expect(tried).toEqual(failure('timed-out'))
})

describe('an address in a network of our own', () => {
  it('is not called, by itself or by a name of the system that leads there', async () => {
    const { received, port } = await startReceiver()
    const sender = webhookSender(new BlockList())

    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433']) {
      const address = `http://${host}:${port}/hook`
      expect([host, await sender.send(makeMessage({ address }))]).toEqual([host, failure('address-refused')])
      expect(await sender.refusalOf(address)).toBe('address-refused')
    }

    expect(received).toEqual([])
  })

  it('is not called by a name that leads there once it was looked at', async () => {
    const meant = await startReceiver({ host: '127.0.0.2' })
    const inside = await startReceiver({ host: '127.0.0.1', port: meant.port })
    const asked: string[] = []
    const rebinding = async (hostname: string) => {
      asked.push(hostname)
      return [AT_127(asked.length === 1 ? 2 : 1)]
    }
    const onlyMeant = networksFrom('127.0.0.2') ?? new BlockList()

    const sender = webhookSender(onlyMeant, rebinding)
    const address = `http://rebinding.example.com:${meant.port}/hook`
    const [first, second] = [
      await sender.send(makeMessage({ address })),
      await sender.send(makeMessage({ address })),
    ]

    expect(first).toMatchObject({ receipt: { status: 204 } })
    expect(second).toEqual(failure('address-refused'))
    expect(asked).toHaveLength(2)
    expect(meant.received).toHaveLength(1)
    expect(meant.received[0]?.headers).toMatchObject({ host: `rebinding.example.com:${meant.port}` })
    expect(inside.received).toEqual([])
  })
})

it('says which names it does not know, before and when they are called', async () => {
  const unknown = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  }
  const sender = webhookSender(new BlockList(), unknown)

  expect(await sender.refusalOf('https://hooks.example.com/')).toBeNull()
  expect(await sender.send(makeMessage({ address: 'https://hooks.example.com/' }))).toEqual(
    failure('name-unknown', null, 'ENOTFOUND'),
  )
})

it('says that nobody listens, or speaks another language', async () => {
  const deaf = createServer((socket) => socket.destroy())
  const port = await listenUntilTestEnds(deaf)
  const { url } = await startReceiver()
  const send = (address: string) => webhookSender(LOOPBACK).send(makeMessage({ address }))

  expect(await send(`http://127.0.0.1:${port}/`)).toEqual(failure('not-connected', null, 'ECONNRESET'))
  expect(await send('http://127.0.0.1:1/')).toEqual(failure('not-connected', null, 'ECONNREFUSED'))
  expect(await send(url.replace('http:', 'https:'))).toMatchObject({ failure: { reason: 'not-connected' } })
})

it('calls by https only whoever shows a certificate of that name that someone vouches for', async () => {
  const pem = await getCertificate(temporaryFolder(), 'hooks.example.com', ['hooks.example.com'])
  const { received, port } = await startReceiver({ tls: { key: pem, cert: pem } })
  const sender = webhookSender(LOOPBACK, async () => [AT_127(1)])

  const tried = await sender.send(makeMessage({ address: `https://hooks.example.com:${port}/` }))

  expect(tried).toEqual(failure('certificate', null, 'self-signed certificate'))
  expect(received).toEqual([])
})
