import { describe, expect, it } from 'vitest'
import { RECORDED_OF_ADDRESSES, RECORDED_OF_EACH, refusalTrace } from '#service/audit/refusals.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { SET_UP_LINK_SECONDS } from '#service/users/set-up-link.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import { makeAudit, START } from '../storage/records.ts'
import { json, makeService, ORIGIN } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

const refusedIn = async ({ ports }: ReturnType<typeof makeService>) =>
  (await ports.audit.list(1000)).filter(({ action }) => action === 'call.refused')

describe('a refusal leaves a record', () => {
  it('for each of 12 calls of the admin API that an Observer may not make', async () => {
    const service = makeService()
    const observer = await service.as('observer', 'Olga')

    const answers = []
    for (let call = 0; call < 12; call += 1) answers.push(await observer(TOKEN, { method: 'POST' }))

    const records = await refusedIn(service)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    expect(records.map(({ requestId }) => requestId).toReversed()).toEqual(
      answers.map(({ headers }) => headers.get('X-Request-Id')),
    )
    expect(records).toHaveLength(12)
    expect(records[0]).toMatchObject({
      clientCode: 'acme',
      actorKind: 'script',
      actorName: 'Olga',
      remoteAddress: '203.0.113.7',
      subject: 'requestAuthorizationToken',
      result: 'refused',
      detail: { code: 'forbidden', permission: 'token.generate' },
    })
  })

  it('for a call of the console API that takes more than they hold', async () => {
    const service = makeService()
    const approver = await service.as('approver')

    await approver('/console/v1/users/user-Olga/suspend', { method: 'POST' })

    expect(await refusedIn(service)).toMatchObject([
      { subject: 'suspendUser', detail: { code: 'forbidden', permission: 'users.manage' } },
    ])
  })

  it('for a change that the page of another site has the browser of someone signed in ask for', async () => {
    const service = makeService()
    const url = await makeFirstSetUpLink(
      service.ports,
      contextWithoutRequest(service.ports, 'system'),
      ORIGIN,
    )
    const person = {
      code: url?.split('#code=')[1],
      name: 'Ana',
      email: 'ana@example.com',
      password: PASSWORD,
    }
    const setUp = await service.call('/console/v1/set-up', json('POST', person, { Origin: ORIGIN }))
    const Cookie = setUp.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const from = { Cookie, Origin: 'https://evil.example' }

    const answer = await service.call('/acme/target/clients/settings', json('PATCH', { locale: 'sv' }, from))

    expect(answer.status).toBe(403)
    expect(await refusedIn(service)).toMatchObject([
      {
        actorKind: 'person',
        actorName: 'Ana',
        subject: 'patchSettings',
        detail: { code: 'not-same-origin', permission: null },
      },
    ])
  })

  it('for a sign-in that a page of another site has a browser ask for', async () => {
    const service = makeService()
    const body = { email: 'ana@example.com', password: PASSWORD }

    await service.call('/console/v1/session', json('POST', body, { Origin: 'https://evil.example' }))

    expect(await refusedIn(service)).toMatchObject([
      {
        actorKind: 'anonymous',
        remoteAddress: '203.0.113.7',
        subject: 'signIn',
        detail: { code: 'not-same-origin' },
      },
    ])
  })

  it('for an attempt to sign in after too many', async () => {
    const service = makeService({ signInAttempts: attemptLimiter(memoryCounts()) })
    const body = { email: 'ana@example.com', password: 'wrong password, surely' }
    const signIn = () => service.call('/console/v1/access-token', json('POST', body))
    let answer = await signIn()
    while (answer.status === 401) answer = await signIn()

    const [record] = await refusedIn(service)

    expect(answer.status).toBe(429)
    expect(record).toMatchObject({
      requestId: answer.headers.get('X-Request-Id'),
      actorKind: 'anonymous',
      remoteAddress: '203.0.113.7',
      subject: 'getAccessToken',
      detail: { code: 'too-many-requests', permission: null },
    })
    expect(JSON.stringify(record)).not.toContain('ana@')
  })

  it('for a set-up code that is wrong, used or expired, asked about or used', async () => {
    const service = makeService()
    const url = await makeFirstSetUpLink(
      service.ports,
      contextWithoutRequest(service.ports, 'system'),
      ORIGIN,
    )
    const code = url?.split('#code=')[1]
    const person = { name: 'Ana', email: 'ana@example.com', password: PASSWORD }
    const setUp = (given: unknown) =>
      service.call('/console/v1/set-up', json('POST', { ...person, code: given }, { Origin: ORIGIN }))
    const describeLink = (given: unknown) =>
      service.call('/console/v1/set-up/link', json('POST', { code: given }))

    const wrong = [await setUp('tsu_wrong'), await describeLink('tsu_wrong')]
    service.advance(SET_UP_LINK_SECONDS)
    const expired = [await describeLink(code), await setUp(code)]
    const renewed = await makeFirstSetUpLink(
      service.ports,
      contextWithoutRequest(service.ports, 'system'),
      ORIGIN,
    )
    await setUp(renewed?.split('#code=')[1])
    const used = [await setUp(renewed?.split('#code=')[1])]

    const records = (await refusedIn(service)).toReversed()
    expect(records.map(({ requestId }) => requestId)).toEqual(
      [...wrong, ...expired, ...used].map(({ headers }) => headers.get('X-Request-Id')),
    )
    expect(records.map(({ subject }) => subject)).toEqual([
      'setUp',
      'describeSetUpLink',
      'describeSetUpLink',
      'setUp',
      'setUp',
    ])
    expect(records.every(({ detail }) => 'code' in detail && detail.code === 'not-found')).toBe(true)
    expect(JSON.stringify(records)).not.toContain('tsu_')
  })

  it('and not for what anyone may get wrong', async () => {
    const service = makeService()
    const approver = await service.as('approver')

    await approver('/console/v1/batches/none')
    await approver('/acme/target/clients/settings', json('PATCH', { enableProfileApiAuthentication: 2 }))
    await service.call('/console/v1/session')

    expect(await refusedIn(service)).toEqual([])
  })

  it('and stands when the record cannot be stored, which the log says', async () => {
    const stores = memoryStores()
    const failure = new Error('no room left')
    const audit = { ...stores.audit, append: () => Promise.reject(failure) }
    const service = makeService({ ...stores, audit })
    const observer = await service.as('observer')

    const answer = await observer(TOKEN, { method: 'POST' })

    expect(answer.status).toBe(403)
    expect(service.unrecorded).toEqual([[failure, answer.headers.get('X-Request-Id')]])
  })
})

describe('a flood of refusals', () => {
  function makeTrace() {
    const { audit } = memoryStores()
    const failures: unknown[] = []
    let ids = 0
    const random = () => new Uint8Array(12).fill((ids += 1))
    const trace = refusalTrace({ audit, random }, (error) => failures.push(error))
    const refuse = (overrides: Partial<ReturnType<typeof makeAudit>>) =>
      trace.record(
        makeAudit({
          action: 'call.refused',
          subject: 'signIn',
          result: 'refused',
          detail: { code: 'too-many-requests', permission: null },
          ...overrides,
        }),
      )
    const from = (remoteAddress: string | null, at = START) =>
      refuse({ actorKind: 'anonymous', actorId: null, actorName: '', remoteAddress, at })
    const recorded = async () => (await audit.list(1000)).toReversed()
    return { trace, refuse, from, recorded }
  }

  it('of one person has a record each up to a number, and one for all the others', async () => {
    const { trace, refuse, recorded } = makeTrace()

    for (let call = 1; call <= RECORDED_OF_EACH + 7; call += 1) await refuse({ requestId: `request-${call}` })
    const before = await recorded()
    await trace.flush()
    await trace.flush()
    await refuse({})
    await trace.flush()

    const counts = (await recorded()).slice(before.length)
    expect(before).toHaveLength(RECORDED_OF_EACH)
    expect(counts.map(({ detail }) => detail)).toEqual([{ count: 7 }, { count: 1 }])
    expect(counts[0]).toMatchObject({
      action: 'refusals.counted',
      actorId: 'user-ana',
      actorName: 'Ana',
      subject: 'user-ana',
      requestId: null,
      result: 'refused',
    })
  })

  it('begins anew with each minute, when what was counted is recorded first', async () => {
    const { refuse, recorded } = makeTrace()

    for (let call = 1; call <= RECORDED_OF_EACH + 2; call += 1) await refuse({ at: START + 59_999 })
    await refuse({ at: START + 60_000 })

    const records = await recorded()
    expect(records).toHaveLength(RECORDED_OF_EACH + 2)
    expect(records.slice(-2)).toMatchObject([
      { action: 'refusals.counted', at: START + 59_999, detail: { count: 2 } },
      { action: 'call.refused', at: START + 60_000 },
    ])
  })

  it('from many addresses has no more records than a number, and hides nothing of people', async () => {
    const { trace, refuse, from, recorded } = makeTrace()

    for (let host = 0; host < RECORDED_OF_ADDRESSES + 50; host += 1) await from(`198.51.100.${host}`)
    await from('198.51.100.0')
    await refuse({})
    const before = await recorded()
    await trace.flush()

    const counts = (await recorded()).slice(before.length)
    expect(before).toHaveLength(RECORDED_OF_ADDRESSES + 1)
    expect(before.at(-1)).toMatchObject({ actorName: 'Ana' })
    expect(counts).toMatchObject([
      { remoteAddress: '198.51.100.0', subject: '198.51.100.0', detail: { count: 1 } },
      { remoteAddress: null, subject: 'unknown', detail: { count: 50 } },
    ])
  })
})
