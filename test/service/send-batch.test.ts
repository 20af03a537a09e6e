import * as v from 'valibot'
import { expect, it } from 'vitest'
import { SentBatch } from '#contract/batches.ts'
import { Problem } from '#contract/errors.ts'
import { makeService } from '../support/service.ts'

const SEND = '/console/v1/batches?version'
const BODY = 'batch=thirdPartyId,city\nanna,Oslo\nbo,Malmö\n'

async function makeSending() {
  const service = makeService()
  const ana = await service.as('approver', 'Ana')
  const send = (body: BodyInit, version = '2', headers: Record<string, string> = {}) =>
    ana(`${SEND}=${version}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  const find = (id: string) => service.ports.profiles.find('acme', 'thirdPartyId', id)
  return { ...service, ana, send, find }
}

it('puts a batch in by the session, also where the profile API takes a token', async () => {
  const { ana, send, applyBatches, find } = await makeSending()
  await ana('/acme/target/clients/settings', {
    method: 'PATCH',
    body: JSON.stringify({ enableProfileApiAuthentication: true }),
  })

  const answer = await send(BODY)
  await applyBatches()

  expect(answer.status).toBe(201)
  expect(v.parse(SentBatch, await answer.json()).batchId).toMatch(/^acme-\d+-\d+$/)
  expect(await find('anna')).toMatchObject({ attributes: [{ name: 'city', value: 'Oslo' }] })
})

it('creates no profile by version 1', async () => {
  const { send, applyBatches, find } = await makeSending()

  await send(BODY, '1')
  await applyBatches()

  expect(await find('anna')).toBeUndefined()
})

it('is recorded with the rows that it has', async () => {
  const { send, ports } = await makeSending()

  const { batchId } = v.parse(SentBatch, await (await send(BODY)).json())

  expect((await ports.audit.list(1))[0]).toMatchObject({
    action: 'batch.sent',
    actorName: 'Ana',
    subject: batchId,
    detail: { version: 2, rows: 2 },
  })
})

it.each([
  ['batch=thirdPartyId,city\na/b,Oslo\n', 400, 'Line 2: the id contains + or /.'],
  ['thirdPartyId;city\nanna;Oslo\n', 400, 'Batch is empty'],
  ['', 400, 'Batch is empty'],
])('refuses %j as the profile API does, and leaves no record of it', async (body, status, words) => {
  const { send, ports } = await makeSending()
  const before = (await ports.audit.list(100)).length

  const answer = await send(body)

  expect(answer.status).toBe(status)
  expect(v.parse(Problem, await answer.json()).detail).toContain(words)
  expect(await ports.audit.list(100)).toHaveLength(before)
  expect(await ports.batches.backlog('acme')).toMatchObject({ waitingRows: 0 })
})

it.each([
  ['3', {}, 400],
  ['2', { 'Content-Type': 'application/json' }, 415],
])('refuses version %s with %j', async (version, headers, status) => {
  const { send } = await makeSending()

  expect((await send(BODY, version, headers)).status).toBe(status)
})

it('counts with the bulk updates of the session', async () => {
  const service = makeService({ bulkUpdates: { consume: async () => 30, giveBack: async () => {} } })
  const ana = await service.as('approver', 'Ana')

  const answer = await ana(`${SEND}=2`, { method: 'POST', body: BODY })

  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('30')
})

it('takes nothing of someone who lost their rights while it was on its way', async () => {
  const { send, as, ports } = await makeSending()
  const root = await as('sysadmin', 'Root')
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      stream.enqueue(new TextEncoder().encode(BODY))
      await root('/console/v1/users/user-Ana/suspend', { method: 'POST' })
      stream.close()
    },
  })

  const answer = await send(body)

  expect(answer.status).toBe(401)
  expect(await ports.batches.backlog('acme')).toMatchObject({ waitingRows: 0 })
})
