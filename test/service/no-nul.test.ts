import { expect, it } from 'vitest'
import { json, makeService } from '../support/service.ts'

const batch = (body: string): RequestInit => ({ method: 'POST', body })
const form = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
})
const BATCH = '/m2/acme/v2/profile/batchUpdate'
const UPDATE = '/m2/acme/profile/update'

it.each([
  ['a batch with an encoded one', BATCH, batch('batch=pcId,city\n1,Oslo\n2,a%00b')],
  ['a batch with a raw one', BATCH, batch('batch=pcId,city\n1,Oslo\n2,a\0b')],
  ['a batch with one in an id', BATCH, batch('batch=pcId,city\n1,Oslo\n%00,b')],
  ['a batch with one in a name', BATCH, batch('batch=pcId,ci%00ty\n1,Oslo')],
  ['a form with an encoded one', UPDATE, form('mboxPC=1&profile.city=a%00b')],
  ['a form with a raw one', UPDATE, form('mboxPC=1&profile.city=a\0b')],
  ['a form with one in a name', UPDATE, form('mboxPC=1&profile.ci%00ty=a')],
  ['an update with one in its address', `${UPDATE}?mboxPC=%00&profile.city=Oslo`, {}],
  ['a read', '/rest/v1/profiles/thirdPartyId/%00?client=acme', {}],
  ['a batch status', '/m2/acme/profile/batchStatus?batchId=%00', {}],
])('refuses a NUL in %s', async (_, path, init) => {
  const { call } = makeService()

  const answer = await call(path, init)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('NUL character')
})

it('says which line of a batch holds a NUL, and applies nothing of it', async () => {
  const { call } = makeService()

  const answer = await call(BATCH, batch('batch=pcId,city\n1,Oslo\n2,a%00b'))

  expect(await answer.text()).toContain('Line 3 holds a NUL character')
  expect((await call('/rest/v1/profiles/1?client=acme')).status).toBe(404)
})

it.each([
  ['a name', '/console/v1/users', json('POST', { name: 'Be\0n', email: 'ben@example.com', roles: [] })],
  ['an address', '/console/v1/batches/%00', {}],
  ['a setting', '/acme/target/clients/settings', json('PATCH', { defaultCompanyName: 'a\0b' })],
])('refuses a NUL in %s from the console', async (_, path, init) => {
  const asSysadmin = await makeService().as('sysadmin')

  const answer = await asSysadmin(path, init)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('NUL character')
})
