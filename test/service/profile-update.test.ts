import { describe, expect, it } from 'vitest'
import { makeService } from '../support/service.ts'

const UPDATE = '/m2/acme/profile/update'
const ANSWER =
  '<response><success>true</success><pcId></pcId><message>Request successfully submitted</message></response>'

/** A query of 8,192 bytes. */
const longest = 'mboxPC=123&profile.a='.padEnd(8192, 'x')

async function makeProfiles() {
  const service = makeService()
  const bodies = ['batch=pcId,city,team\n123,Oslo,Vik\n', 'batch=thirdPartyId,city,team\na1,Oslo,Vik\n']
  for (const body of bodies) {
    await service.call('/m2/acme/v2/profile/batchUpdate', { method: 'POST', body })
  }
  await service.applyBatches()
  const attributesOf = async (path: string) => {
    const response = await service.call(`/rest/v1/profiles/${path}?client=acme`)
    if (response.status === 404) return null
    const profile: { profileAttributes: Record<string, { value: string }> } = await response.json()
    return Object.fromEntries(
      Object.entries(profile.profileAttributes).map(([name, { value }]) => [name, value]),
    )
  }
  return { service, attributesOf }
}

const form = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
})

describe('a single update', () => {
  it.each<[string, string, RequestInit | undefined, string]>([
    ['GET with all in the address', `${UPDATE}?mboxPC=123&profile.city=Rome`, undefined, '123'],
    [
      'POST with all in the address and no body',
      `${UPDATE}?mbox3rdPartyId=a1&profile.city=Rome`,
      { method: 'POST' },
      'thirdPartyId/a1',
    ],
    ['POST with a form', UPDATE, form('mboxPC=123&profile.city=Rome'), '123'],
    ['POST with the id in the address and a form', `${UPDATE}?mboxPC=123`, form('profile.city=Rome'), '123'],
    [
      'the placeholder of the documentation',
      '/m2/client/profile/update?mboxPC=123&profile.city=Rome',
      undefined,
      '123',
    ],
  ])('is taken as %s, answered to the byte and read back at once', async (_, path, init, read) => {
    const { service, attributesOf } = await makeProfiles()

    const response = await service.call(path, init)

    expect(response.status).toBe(200)
    expect(await response.text()).toBe(ANSWER)
    expect(await attributesOf(read)).toEqual({ city: 'Rome', team: 'Vik' })
  })

  it('reads with its tags stripped as the documentation prints it', () => {
    expect(ANSWER.replaceAll(/<[^>]*>/g, '')).toBe('trueRequest successfully submitted')
  })

  it('creates no profile', async () => {
    const { service, attributesOf } = await makeProfiles()

    const response = await service.call(`${UPDATE}?mboxPC=999&profile.city=Rome`)

    expect(await response.text()).toBe(ANSWER)
    expect(await attributesOf('999')).toBeNull()
  })

  it('takes as much in the address as is promised', async () => {
    const { service } = await makeProfiles()

    expect((await service.call(`${UPDATE}?${longest}`)).status).toBe(200)
  })

  it('decodes a form as forms are, and never clears by an empty value', async () => {
    const { service, attributesOf } = await makeProfiles()

    await service.call(UPDATE, form('mboxPC=123&profile.city=&profile.motto=a+b%2Bc%26d&other=x'))

    expect(await attributesOf('123')).toEqual({ city: 'Oslo', team: 'Vik', motto: 'a b+c&d' })
  })

  it.each<[string, string, RequestInit | undefined, number, string]>([
    ['no id', `${UPDATE}?profile.city=Rome`, undefined, 400, 'Give one of mboxPC and mbox3rdPartyId'],
    [
      'two ids',
      `${UPDATE}?mboxPC=1&mbox3rdPartyId=2`,
      undefined,
      400,
      'Give one of mboxPC and mbox3rdPartyId',
    ],
    ['an empty id', `${UPDATE}?mboxPC=&profile.city=Rome`, undefined, 400, 'the id is empty'],
    ['an id with a slash', `${UPDATE}?mboxPC=a%2Fb`, undefined, 400, 'the id contains + or /'],
    ['a long address', `${UPDATE}?${longest}x`, undefined, 414, 'longer than 8 KB'],
    ['a long body', UPDATE, form(`mboxPC=123&profile.a=${'x'.repeat(61_440)}`), 413, 'longer than 60 KB'],
    [
      'JSON',
      UPDATE,
      { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } },
      415,
      'curl -d',
    ],
  ])('is refused with %s', async (_, path, init, status, words) => {
    const { service, attributesOf } = await makeProfiles()

    const response = await service.call(path, init)

    expect(response.status).toBe(status)
    const text = await response.text()
    expect(text).toMatch(/^<response><success>false<\/success>/)
    expect(text).toContain(words)
    expect(await attributesOf('123')).toEqual({ city: 'Oslo', team: 'Vik' })
  })

  it('is refused when the profile would grow beyond 64 KB', async () => {
    const { service } = await makeProfiles()
    await service.call(UPDATE, form(`mboxPC=123&profile.a=${'x'.repeat(50_000)}`))

    const response = await service.call(UPDATE, form(`mboxPC=123&profile.b=${'x'.repeat(50_000)}`))

    expect(response.status).toBe(413)
    expect(await response.text()).toContain('more than 64 KB')
  })
})

describe('rows that were not applied', () => {
  it('are listed with line and reason, as JSON and as CSV', async () => {
    const { service } = await makeProfiles()
    const observer = await service.as('observer')
    const accepted = await service.call('/m2/acme/profile/batchUpdate', {
      method: 'POST',
      body: 'batch=pcId,city\n123,Rome\n=1,Rome\n%22999%22,Rome\n',
    })
    const batchId = /batchId=([^<]*)/.exec(await accepted.text())?.[1] ?? ''
    await service.applyBatches()

    const batch = await (await observer(`/console/v1/batches/${batchId}`)).json()
    const csv = await observer(`/console/v1/batches/${batchId}/failures.csv`)

    expect(batch).toMatchObject({
      batchId,
      state: 'complete',
      batchSize: 3,
      consumedCount: 3,
      successfulUpdates: 1,
      profilesNotFound: 2,
      failedUpdates: 0,
      stuckBecause: null,
      failures: [
        { line: 3, id: '=1', reason: 'not-found' },
        { line: 4, id: '"999"', reason: 'not-found' },
      ],
    })
    expect(csv.headers.get('Content-Type')).toContain('text/csv')
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer())).toBe(
      '\ufeff"line","id","reason"\r\n"3","\'=1","not-found"\r\n"4","""999""","not-found"\r\n',
    )
  })

  it('of an unknown batch are not found', async () => {
    const { service } = await makeProfiles()
    const observer = await service.as('observer')

    const response = await observer('/console/v1/batches/acme-1-1')

    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' })
  })
})
