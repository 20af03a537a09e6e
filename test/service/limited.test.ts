import { expect, it } from 'vitest'
import * as v from 'valibot'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { AccessToken } from '#contract/second-step.ts'
import { ADMIN_CALLS_PER_MINUTE, callLimiter } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { ServiceError } from '#service/errors.ts'
import { json, makeService, withHeaders } from '../support/service.ts'

const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const BATCH = '/m2/acme/v2/profile/batchUpdate'
const batch: RequestInit = { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' }
const badBatch: RequestInit = { method: 'POST', body: 'pcId,city\n1,Oslo\n' }
const turnOn = json('PATCH', { enableProfileApiAuthentication: true })

/** A service with the limits of the server, in one and the same minute, and fifty as its number of bulk updates. */
function makeLimited() {
  const standingStill = () => 0
  const service = makeService({
    adminCalls: callLimiter(memoryCounts(standingStill), 'admin calls', ADMIN_CALLS_PER_MINUTE),
    bulkUpdates: callLimiter(memoryCounts(standingStill), 'bulk updates', 50),
  })
  const withToken = (token: string, init: RequestInit) =>
    withHeaders(init, { Authorization: `Bearer ${token}` })
  return { ...service, withToken }
}

type Call = ReturnType<typeof makeService>['call']

/** Calls that often. @returns the statuses that came, each once */
async function often(times: number, call: Call, path: string, init?: RequestInit): Promise<number[]> {
  const statuses = new Set<number>()
  for (let time = 0; time < times; time += 1) statuses.add((await call(path, init)).status)
  return [...statuses]
}

async function generateToken(call: Call): Promise<string> {
  const answer = await call(TOKEN, { method: 'POST' })
  return v.parse(AuthorizationToken, await answer.json()).accessToken
}

it('answers 503 with Retry-After over the limit, in the family’s shape, and says which limit', async () => {
  const { as, call } = makeLimited()
  const approver = await as('approver')
  expect(await often(50, approver, SETTINGS)).toEqual([200])
  expect(await often(50, call, BATCH, batch)).toEqual([200])

  const admin = await approver(SETTINGS)
  const bulk = await call(BATCH, batch)

  expect([admin.status, bulk.status]).toEqual([503, 503])
  expect([admin.headers.get('Retry-After'), bulk.headers.get('Retry-After')]).toEqual(['60', '60'])
  expect(await admin.json()).toMatchObject({
    errors: [
      {
        errorCode: 'Unavailable',
        message: 'Too many calls of the admin API in a minute with this session. Wait a while.',
      },
    ],
  })
  expect(await bulk.text()).toContain(
    '<success>false</success><batchStatus></batchStatus><message>Too many bulk updates in a minute without a token from this network address. Wait a while.</message>',
  )
})

it('lets an administrator stop what uses up all that others may send', async () => {
  const { as, call, withToken } = makeLimited()
  const approver = await as('approver')
  await often(60, call, BATCH, batch)
  await often(60, call, BATCH, badBatch)

  expect((await approver(SETTINGS, turnOn)).status).toBe(200)
  const token = await generateToken(approver)
  expect((await approver(TOKEN)).status).toBe(200)

  expect((await call(BATCH, batch)).status).toBe(401)
  expect((await call(BATCH, withToken(token, batch))).status).toBe(200)
})

it('counts each token by itself, so that the new one is not used up by whoever has the old one', async () => {
  const { as, call, withToken } = makeLimited()
  const approver = await as('approver')
  const stolen = await generateToken(approver)
  expect(await often(60, call, BATCH, withToken(stolen, batch))).toEqual([200, 503])
  const refusal = await (await call(BATCH, withToken(stolen, batch))).text()

  const token = await generateToken(approver)

  expect(refusal).toContain('Too many bulk updates in a minute with this token.')
  expect((await call(BATCH, withToken(token, batch))).status).toBe(200)
})

it('counts those who show a good token apart from their neighbours who show none, while none is needed', async () => {
  const { as, call, withToken } = makeLimited()
  const token = await generateToken(await as('approver'))
  expect(await often(60, call, BATCH, batch)).toEqual([200, 503])
  expect(await often(1, call, BATCH, withToken('tpa_unknown', batch))).toEqual([503])

  expect((await call(BATCH, withToken(token, batch))).status).toBe(200)
})

it('counts the two sessions of one person apart', async () => {
  const { as, call } = makeLimited()
  const one = await as('approver', 'Ana')
  expect(await often(60, one, SETTINGS)).toEqual([200, 503])

  const credentials = { email: 'ana@example.com', password: 'correct horse battery staple' }
  const signedIn = await call('/console/v1/access-token', json('POST', credentials))
  const { accessToken } = v.parse(AccessToken, await signedIn.json())
  const other = await call(SETTINGS, { headers: { Authorization: `Bearer ${accessToken}` } })

  expect(other.status).toBe(200)
})

it.each([
  ['without a session', 401, SETTINGS, {}],
  ['of another tenant', 404, '/other/target/clients/settings', {}],
  ['that the role does not permit', 403, SETTINGS, turnOn],
  ['with a body that cannot be read', 400, SETTINGS, json('PATCH', { nonsense: true })],
  ['of another version', 406, SETTINGS, { headers: { Accept: 'text/html' } }],
])('does not count admin calls %s', async (_, status, path, init) => {
  const { as, call } = makeLimited()
  const [observer, approver] = [await as('observer'), await as('approver')]
  const caller = { 401: call, 403: observer }[status] ?? approver
  expect(await often(60, caller, path, init)).toEqual([status])

  expect((await caller(SETTINGS)).status).toBe(status === 401 ? 401 : 200)
})

it('does not count batches that are refused for what is in them, but bounds how many are under way', async () => {
  const { call } = makeLimited()
  expect(await often(60, call, BATCH, badBatch)).toEqual([400])
  expect(await often(60, call, BATCH, json('POST', {}))).toEqual([415])
  const uploads = Array.from({ length: 50 }, () => openUpload())
  const underWay = uploads.map(({ body }) =>
    call(BATCH, { method: 'POST', body, duplex: 'half' } as RequestInit),
  )

  const oneMore = await call(BATCH, batch)
  for (const { breakOff } of uploads) breakOff()
  const brokenOff = await Promise.all(underWay)

  expect(oneMore.status).toBe(503)
  expect(new Set(brokenOff.map(({ status }) => status))).toEqual(new Set([400]))
  expect((await call(BATCH, batch)).status).toBe(200)
})

it.each([
  ['a fault', new Error('out of order')],
  ['no room', new ServiceError('unavailable', 'no room left')],
])('goes on counting calls that fail on our side: %s', async (_, error) => {
  const { ports, call } = makeLimited()
  const open = ports.batches.open.bind(ports.batches)
  ports.batches.open = () => Promise.reject(error)
  await often(50, call, BATCH, batch)
  ports.batches.open = open

  expect((await call(BATCH, batch)).status).toBe(503)
})

it('counts neither reads, nor status, nor single updates, nor the console', async () => {
  const { as, call } = makeLimited()
  const approver = await as('approver')

  expect(await often(60, call, '/rest/v1/profiles/1?client=acme')).toEqual([404])
  expect(await often(60, call, '/m2/acme/profile/batchStatus?batchId=acme-1-1')).toEqual([404])
  expect(await often(60, call, '/m2/acme/profile/update?mboxPC=1&profile.a=1')).toEqual([200])
  expect(await often(60, approver, '/console/v1/implementation')).toEqual([200])
})

function openUpload() {
  const upload = Promise.withResolvers<void>()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('batch=pcId,city\n')),
    pull: () => upload.promise,
  })
  return { body, breakOff: () => upload.reject(new Error('broken off')) }
}
