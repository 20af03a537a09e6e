import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { createApp } from '#service/app.ts'
import { readConfig } from '#server/config.ts'
import { listen } from '#server/listen.ts'
import { makeService } from '../support/service.ts'

const BATCH = '/m2/acme/v2/profile/batchUpdate'
const FORM = 'Content-Type: application/x-www-form-urlencoded'
const JSON_TEXT = 'Content-Type: application/json'

it.each([
  ['a batch', BATCH, FORM, BATCH_LIMIT_BYTES, 'smaller than 50 MB'],
  ['a batch of version 1', '/m2/acme/profile/batchUpdate', FORM, BATCH_LIMIT_BYTES, 'smaller than 50 MB'],
  ['a coded batch', BATCH, 'Content-Encoding: gzip', BATCH_LIMIT_BYTES + 1, 'longer than 52428800 bytes'],
  ['an update', '/m2/acme/profile/update', FORM, 61_441, 'longer than 60 KB (61440 bytes)'],
  ['a sign-in', '/console/v1/access-token', JSON_TEXT, 65_537, 'longer than 64 KB (65536 bytes)'],
])(
  'refuses %s that is announced too long before its sender is asked for it',
  async (_, path, header, bytes, said) => {
    const app = createApp(makeService().ports)
    const fetch = async (request: Request) => app.fetch(request)
    const { port, close } = await listen(fetch, { ...readConfig({}), port: 0 })
    onTestFinished(() => close())
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    onTestFinished(() => void socket.destroy())
    const lines = [`POST ${path} HTTP/1.1`, 'Host: localhost', header, `Content-Length: ${bytes}`]

    socket.write([...lines, 'Expect: 100-continue', '', ''].join('\r\n'))
    let received = ''
    while (!received.includes(said) && !received.includes('100 Continue'))
      received += String((await once(socket, 'data'))[0])

    expect(received).toMatch(/^HTTP\/1.1 413 /)
  },
)
