import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeService } from '../support/service.ts'

/**
 * The examples that Adobe prints for its Profile API ("Profile bulk update API", "Profile single update API", "Fetch
 * profiles"), without the line breaks and indents that clients cannot take (wire fact D26), and with instants in UTC.
 */
const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8')

const HOST = 'http://mboxedge45.tt.omtrdc.net'
const SENT_AT = 1_701_473_848_678
const BATCH_NUMBER = 13_029_383

/** The service as the examples show it; its clock stands still. */
function makeDemo(now = () => SENT_AT) {
  const service = makeService({
    client: { clientCode: 'demo', tenant: 'demo', imsOrgId: null, publicUrl: HOST },
    now,
    random: (byteCount) => {
      const bytes = new Uint8Array(Math.max(byteCount, 4))
      new DataView(bytes.buffer).setUint32(0, BATCH_NUMBER)
      return bytes.subarray(0, byteCount)
    },
  })
  const post = (path: string, body: string) =>
    service.call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    })
  const text = async (answer: Promise<Response>) => (await answer).text()
  return { ...service, post, text }
}

it('accepts the printed batch with the printed answer', async () => {
  const { post, text } = makeDemo()

  const answer = await text(post('/m2/demo/v2/profile/batchUpdate', golden('batch.txt')))

  expect(answer).toBe(golden('batch-accepted.xml'))
})

it.each([
  ['', 'batch-status.xml'],
  ['&showDetails=true', 'batch-status-details.xml'],
])('tells the status with "%s" as in %s', async (parameters, file) => {
  const { call, post, text, applyBatches } = makeDemo()
  await post('/m2/demo/v2/profile/batchUpdate', 'batch=pcId,param1\n123,value1\n')
  await applyBatches()

  const answer = call(`/m2/demo/profile/batchStatus?batchId=demo-${SENT_AT}-${BATCH_NUMBER}${parameters}`)

  expect(await text(answer)).toBe(golden(file))
})

it('answers a single update as printed, and as the rendering that lost its tags', async () => {
  const { call, text } = makeDemo()

  const answer = await text(call('/m2/demo/profile/update?mbox3rdPartyId=a1&profile.city=Oslo'))

  expect(answer).toBe(golden('profile-updated.xml'))
  expect(answer.replaceAll(/<[^>]*>/g, '')).toBe('trueRequest successfully submitted')
})

it('reads a profile in the printed shape', async () => {
  let now = Date.parse('2017-07-31T20:34:55.625-04:00')
  const { call, post, text, applyBatches } = makeDemo(() => now)
  await post(
    '/m2/demo/v2/profile/batchUpdate',
    'batch=thirdPartyId,insurance,country\na1-mbox3rdPartyId,false,spain\n',
  )
  await applyBatches()
  now = Date.parse('2017-08-18T17:53:39.003-04:00')
  await call('/m2/demo/profile/update?mbox3rdPartyId=a1-mbox3rdPartyId&profile.country=france')

  expect(await text(call('/rest/v1/profiles/thirdPartyId/a1-mbox3rdPartyId?client=demo'))).toBe(
    golden('profile.json'),
  )
})

it.each([
  ['/rest/v1/profiles/thirdPartyId/a1', 'profile-not-found-by-third-party-id.json'],
  ['/rest/v1/profiles/123', 'profile-not-found-by-pcid.json'],
])('says of %s that there is no such profile as in %s', async (path, file) => {
  const { call, text } = makeDemo()

  expect(await text(call(`${path}?client=demo`))).toBe(golden(file))
})
