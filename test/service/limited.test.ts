import { expect, it } from 'vitest'
import { json, makeService } from '../support/service.ts'

const SETTINGS = '/acme/target/clients/settings'
const BATCH = '/m2/acme/v2/profile/batchUpdate'
const batch: RequestInit = { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' }

function makeLimited(limit: number) {
  let calls = 0
  return makeService({
    calls: {
      consume: () => {
        calls += 1
        return Promise.resolve(calls > limit ? 42 : 0)
      },
    },
  })
}

it('answers 503 with Retry-After to admin calls and bulk updates over the limit, each in its family’s shape', async () => {
  const service = makeLimited(2)
  const approver = await service.as('approver')
  expect((await approver(SETTINGS)).status).toBe(200)
  expect((await service.call(BATCH, batch)).status).toBe(200)

  const admin = await approver(SETTINGS)
  const bulk = await service.call(BATCH, batch)

  expect([admin.status, bulk.status]).toEqual([503, 503])
  expect([admin.headers.get('Retry-After'), bulk.headers.get('Retry-After')]).toEqual(['42', '42'])
  expect(await admin.json()).toMatchObject({ errors: [{ errorCode: 'Unavailable' }] })
  expect(await bulk.text()).toContain('<success>false</success>')
})

it('counts neither reads, nor status, nor single updates, nor the console', async () => {
  const service = makeLimited(0)
  const approver = await service.as('approver')

  expect((await service.call('/rest/v1/profiles/1?client=acme')).status).toBe(404)
  expect((await service.call('/m2/acme/profile/batchStatus?batchId=acme-1-1')).status).toBe(404)
  expect((await service.call('/m2/acme/profile/update?mboxPC=1')).status).toBe(200)
  expect((await approver('/console/v1/implementation')).status).toBe(200)
})

it('cannot be used up by callers without credentials', async () => {
  const service = makeLimited(2)
  const approver = await service.as('approver')
  await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await service.call(BATCH, batch)
    await service.call(SETTINGS)
  }

  expect((await approver(SETTINGS)).status).toBe(200)
})
