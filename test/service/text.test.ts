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
  ['a name', '/console/v1/workspaces', json('POST', { name: 'Nor\0dics' })],
  ['an address', '/console/v1/batches/%00', {}],
  ['a setting', '/acme/target/clients/settings', json('PATCH', { defaultCompanyName: 'a\0b' })],
])('refuses a NUL in %s from the console', async (_, path, init) => {
  const asSysadmin = await makeService().as('sysadmin')

  const answer = await asSysadmin(path, init)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('NUL character')
})

const bytes = (...parts: (string | number)[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : Uint8Array.of(part))))
const asForm = (body: Blob | string, charset = ''): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': `application/x-www-form-urlencoded${charset}` },
})

it.each([
  [
    'an update by its address',
    `${UPDATE}?mboxPC=123&profile.city=Malm%F6`,
    {},
    'The parameter profile.city is not',
  ],
  ['a form', UPDATE, asForm('mboxPC=123&profile.city=Malm%F6'), 'The parameter profile.city is not'],
  ['a form, raw', UPDATE, asForm(bytes('mboxPC=123&profile.city=Malm', 0xf6)), 'body is not UTF-8'],
  ['a name', UPDATE, asForm('mboxPC=123&profile.st%E4d=1'), 'A parameter is not'],
  [
    'an id that is read',
    '/rest/v1/profiles/thirdPartyId/Malm%F6?client=acme',
    {},
    'The path of the address is not',
  ],
  [
    'an update with half a character',
    `${UPDATE}?mboxPC=123&profile.city=Malm%C3&profile.b=1`,
    {},
    'profile.city',
  ],
  ['an address of the console', '/console/v1/batches/%F6', {}, 'The path of the address is not'],
])('refuses what is not UTF-8 in %s, and stores nothing', async (_, path, init, words) => {
  const service = await makeService().as('sysadmin')

  const answer = await service(path, init)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(words)
})

it.each([
  ['escaped', asForm('mboxPC=123&profile.city=Malm%F6', '; charset=ISO-8859-1')],
  ['raw', asForm(bytes('mboxPC=123&profile.city=Malm', 0xf6), ';charset="windows-1252"')],
  ['in UTF-8, escaped', asForm('mboxPC=123&profile.city=Malm%C3%B6')],
  ['in UTF-8, between line ends', asForm('\r\n mboxPC=123&profile.city=Malmö\n', ';charset=utf-8')],
  ['in UTF-8, a parameter a line', asForm('mboxPC=123\n&profile.city=Malmö\r\n&\tprofile.x=1\n')],
])('takes a form in the charset that it names, %s', async (_, init) => {
  const service = makeService()
  await service.call(BATCH, batch('batch=pcId,city\n123,Oslo'))
  await service.applyBatches()

  const answer = await service.call(UPDATE, init)

  expect(answer.status).toBe(200)
  const read = await service.call('/rest/v1/profiles/123?client=acme')
  expect(await read.json()).toMatchObject({ profileAttributes: { city: { value: 'Malmö' } } })
})

it('keeps a byte order mark that stands in a value, and tells ids by it', async () => {
  const service = makeService()
  await service.call(BATCH, batch('batch=pcId,city\n%EF%BB%BF123,Oslo'))
  await service.applyBatches()

  await service.call(UPDATE, asForm('mboxPC=123&profile.city=Rome'))
  await service.call(UPDATE, asForm('mboxPC=%EF%BB%BF123&profile.city=%EF%BB%BFMalm%C3%B6'))

  expect((await service.call('/rest/v1/profiles/123?client=acme')).status).toBe(404)
  const read = await service.call('/rest/v1/profiles/%EF%BB%BF123?client=acme')
  expect(await read.json()).toMatchObject({ profileAttributes: { city: { value: '\uFEFFMalmö' } } })
})

it.each([
  ['a charset that nobody knows', asForm('mboxPC=1&profile.a=1', '; charset=klingon'), 415],
  ['JSON', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/vnd.api+json' } }, 415],
  [
    'plain text',
    { method: 'POST', body: 'mboxPC=1&profile.a=1', headers: { 'Content-Type': 'text/plain' } },
    415,
  ],
  ['XML', { method: 'POST', body: '<a/>', headers: { 'Content-Type': 'text/xml' } }, 415],
  ['JSON that is called a form', asForm('{"mboxPC":"1"}'), 400],
  ['no attribute', asForm('mboxPC=1'), 400],
  ['an attribute without a name', asForm('mboxPC=1&profile.=1'), 400],
])('refuses %s as an update', async (_, init, status) => {
  const answer = await makeService().call(UPDATE, init)

  expect(answer.status).toBe(status)
})

it.each([
  ['bytes that are no UTF-8', bytes('{"defaultCompanyName":"a', 0xff, 'b"}'), 'is not UTF-8'],
  ['half a surrogate pair', String.raw`{"defaultCompanyName":"a\ud800b"}`, 'surrogate'],
  ['half a surrogate pair in a name', String.raw`{"a\udfff":"b"}`, 'surrogate'],
  ['a field twice', '{"defaultCompanyName":"a","defaultCompanyName":"a"}', 'defaultCompanyName twice'],
  ['a field twice, escaped', String.raw`{"a\"b":{"x":[{}]}, "a\u0022b" :2}`, 'a"b twice'],
])('refuses JSON with %s', async (_, body, words) => {
  const asSysadmin = await makeService().as('sysadmin')

  const answer = await asSysadmin('/acme/target/clients/settings', {
    method: 'PATCH',
    body,
    headers: { 'Content-Type': 'application/vnd.adobe.target.v1+json' },
  })

  expect(answer.status).toBe(400)
  const { errors }: { errors: { message: string }[] } = await answer.json()
  expect(errors[0]?.message).toContain(words)
})

it('answers XML that can be read, whatever was sent', async () => {
  const answer = await makeService().call(BATCH, batch('batch=pcId,city\n1,Oslo,\u0001\u000b\ufffe\n'))

  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/)
})
