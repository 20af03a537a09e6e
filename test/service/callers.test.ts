import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { NamedCaller } from '#contract/caller-outline.ts'
import { CALLER_LIMIT, listCallers } from '#contract/callers.ts'
import { operations } from '#contract/features.ts'
import { removeOldCounts, writeCounts } from '#service/callers/rules.ts'
import { bearer, BULK, instant, makeObserved, READ, SETTINGS } from '../support/observed.ts'
import { json, withHeaders } from '../support/service.ts'

const HOUR = 3600
const DAY = 24 * HOUR

describe('calls of the profile API', () => {
  it('are counted by caller, kind, verdict and token, also while authentication is off', async () => {
    const { as, generate, callers, advance } = await makeObserved()
    const { id, accessToken } = await generate()
    const pointOfSale = as('198.51.100.20', 'Java-http-client/21.0.2')
    await pointOfSale(READ, bearer(accessToken))
    advance(1)
    await pointOfSale(READ, bearer(accessToken))
    await pointOfSale(`${READ}&access_token=x`, bearer(accessToken))
    await as('192.0.2.44', 'curl/8.5.0')(BULK, { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' })

    const answer = await callers()

    const span = (from: number, to: number) => ({ firstCallAt: instant(from), lastCallAt: instant(to) })
    expect(answer).toMatchObject({
      from: instant(-23 * HOUR),
      judgedSince: instant(0),
      knownSince: instant(0),
      others: null,
    })
    expect(answer.callers).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        name: null,
        address: '192.0.2.44',
        userAgent: 'curl',
        standing: 'left-behind',
        standingIfRequired: 'left-behind',
        calls: 1,
        callsPerDay: 1,
        ...span(1, 1),
        uses: [
          {
            kind: 'bulk-update',
            verdict: 'no-credentials',
            refused: false,
            tokenId: null,
            calls: 1,
            ...span(1, 1),
          },
        ],
      },
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        name: null,
        address: '198.51.100.20',
        userAgent: 'Java-http-client',
        standing: 'sends-both',
        standingIfRequired: 'sends-both',
        calls: 3,
        callsPerDay: 3,
        ...span(0, 1),
        uses: [
          { kind: 'read', verdict: 'current-token', refused: false, tokenId: id, calls: 2, ...span(0, 1) },
          { kind: 'read', verdict: 'two-ways', refused: false, tokenId: id, calls: 1, ...span(1, 1) },
        ],
      },
    ])
  })

  it('have a kind for every operation of the family', async () => {
    const { call, callers } = await makeObserved()
    const ofFamily = operations.filter(({ family }) => family === 'profile')

    for (const { method, path } of ofFamily) {
      const address = path.replace(':client', 'acme').replaceAll(/:\w+/g, '1')
      await call(`${address}?client=acme`, { method, ...(method === 'POST' && { body: 'batch=' }) })
    }

    const answer = await callers()
    expect(answer.callers).toMatchObject([{ calls: ofFamily.length }])
    expect(new Set(answer.callers[0]?.uses.map(({ kind }) => kind)).size).toBe(4)
  })

  it.each([
    ['a wrong client code', READ.replace('acme', 'other')],
    ['no client code', READ.replace('?client=acme', '')],
    ['an address where there is nothing', '/m2/acme/profile/nothing'],
    ['the admin API', SETTINGS],
  ])('are not calls with %s', async (_, path) => {
    const { call, callers } = await makeObserved()

    await call(path)

    expect(await callers()).toMatchObject({ callers: [], knownSince: null })
  })

  it('are counted as the client’s by the word that connectors write for its code', async () => {
    const { call, callers } = await makeObserved()

    await call('/m2/client/profile/update?mboxPC=1&profile.a=1')

    expect((await callers()).callers).toMatchObject([{ uses: [{ kind: 'single-update' }] }])
  })

  it.each([
    ['no credentials', 'no-credentials', {}],
    ['a token of nobody', 'no-token', bearer('tpa_nonsense')],
    ['a header that cannot be read', 'unreadable-header', { headers: { Authorization: 'Bearer' } }],
  ])('are counted as refused with the reason: %s', async (_, verdict, init) => {
    const { call, callers, require } = await makeObserved()
    await require(true)

    await call(READ, init)

    const answer = await callers()
    expect(answer.callers).toMatchObject([{ uses: [{ verdict, refused: true }] }])
    expect(answer.columns.refused.at(-1)).toBe(1)
  })

  it('are not judged, and not counted, while the settings cannot be read', async () => {
    const { call, callers, ports } = await makeObserved()
    const find = vi.spyOn(ports.access, 'find').mockRejectedValue(new Error('out of reach'))

    expect((await call(READ)).status).toBe(503)
    find.mockRestore()

    expect((await callers()).callers).toEqual([])
  })

  it('tell of nobody knows where, without a name, as such', async () => {
    const { from, callers } = await makeObserved()

    await from({})(READ, {
      headers: { 'User-Agent': 'tpa_0000000000000000000000000000000000000000000000000' },
    })

    expect((await callers()).callers).toMatchObject([{ address: null, userAgent: null }])
  })

  it('go together over the room that there is, in memory and in the database', async () => {
    const { from, callers } = await makeObserved()
    const callFrom = async (index: number) => {
      await from({ remoteAddress: `198.51.100.${index}` })(READ)
    }
    for (let index = 0; index < CALLER_LIMIT + 3; index += 1) await callFrom(index)
    await callFrom(CALLER_LIMIT)
    await callers()
    await callFrom(0)
    await callFrom(CALLER_LIMIT)

    const answer = await callers()

    expect(answer.callers).toHaveLength(CALLER_LIMIT)
    expect(answer.callers[0]).toMatchObject({ address: '198.51.100.0', calls: 2 })
    expect(answer.others).toMatchObject({ calls: 5, uses: [{ verdict: 'no-credentials', calls: 5 }] })
  })

  it('are none the worse for a database that cannot take them, and are written later', async () => {
    const { call, callers, ports } = await makeObserved()
    await call(READ)
    const count = vi.spyOn(ports.callers, 'count').mockRejectedValue(new Error('no room left'))

    await expect(writeCounts(ports, ports.client)).rejects.toThrow('no room left')
    expect((await call(READ)).status).toBe(404)
    const meanwhile = await callers()
    count.mockRestore()

    expect(meanwhile.callers).toEqual([])
    expect((await callers()).callers).toMatchObject([{ calls: 2, uses: [{ calls: 2 }] }])
  })

  it('are kept for 35 days', async () => {
    const { call, callers, ports, advance } = await makeObserved()
    const tidy = async () => {
      while (await removeOldCounts(ports, ports.client, ports.now()));
    }
    await call(READ)
    await callers()

    advance(35 * DAY)
    await tidy()
    const kept = await callers('?from=2026-01-01T00:00:00Z')
    advance(DAY)
    await tidy()

    expect(kept).toMatchObject({ from: '2026-11-21T00:00:00.000Z', callers: [{ calls: 1 }] })
    expect(await callers()).toMatchObject({ callers: [], knownSince: null })
  })
})

describe('the list of callers', () => {
  it('has a column for each hour since the one that was asked for', async () => {
    const { as, generate, require, callers, advance } = await makeObserved()
    const job = as('192.0.2.44', 'curl')
    await job(READ)
    advance(DAY)
    const { accessToken } = await generate()
    await job(READ, bearer(accessToken))
    advance(HOUR)
    await require(true)
    await job(READ)

    const { from, columns, callers: listed } = await callers(`?from=${instant(DAY - 90)}`)
    const since = await callers(`?from=${instant(-120 * DAY)}`)
    const later = await callers(`?from=${instant(120 * DAY)}`)

    expect(from).toBe(instant(DAY - HOUR))
    expect(columns).toEqual({
      startsAt: instant(DAY - HOUR),
      currentToken: [0, 1, 0],
      overlappingToken: [0, 0, 0],
      without: [0, 0, 0],
      refused: [0, 0, 1],
    })
    expect(listed).toMatchObject([{ calls: 2 }])
    expect(since.from).toBe('2026-10-18T00:00:00.000Z')
    expect(since.columns.without).toHaveLength(35 * 24 + 14)
    expect(later.columns).toEqual({
      startsAt: instant(DAY + HOUR),
      currentToken: [0],
      overlappingToken: [0],
      without: [0],
      refused: [1],
    })
  })

  it('has who needs something first, then whoever calls most', async () => {
    const { as, generate, callers, advance } = await makeObserved()
    const [old, rare, busy, both] = ['old', 'rare', 'busy', 'both'].map((name) => as('192.0.2.1', name))
    await old?.(READ)
    advance(8 * DAY)
    const { accessToken } = await generate()
    await both?.(READ, bearer(accessToken))
    await both?.(READ)
    await rare?.(READ)
    for (let time = 0; time < 3; time += 1) await busy?.(READ, bearer(accessToken))
    await as('192.0.2.1', 'left')(READ)
    await as('192.0.2.1', 'left')(READ)

    const answer = await callers()

    expect(answer.callers.map(({ userAgent, standing, calls }) => [userAgent, standing, calls])).toEqual([
      ['left', 'left-behind', 2],
      ['rare', 'left-behind', 1],
      ['both', 'sends-both', 2],
      ['old', 'not-seen', 0],
      ['busy', 'moved', 3],
    ])
  })

  it('follows one caller from no token to the token, over the switch and a new token', async () => {
    const { as, generate, require, callers, advance } = await makeObserved()
    const job = as('192.0.2.44', 'curl')
    const standing = async () => (await callers()).callers.map((caller) => caller.standing)
    const seen: string[][] = []
    await job(READ)
    seen.push(await standing())
    advance(1)
    const first = await generate()
    seen.push(await standing())
    advance(1)
    await job(READ, bearer(first.accessToken))
    seen.push(await standing())
    await require(true)
    advance(1)
    await generate()
    seen.push(await standing())
    await job(READ, bearer(first.accessToken))
    seen.push(await standing())

    expect(seen).toEqual([['left-behind'], ['not-seen'], ['moved'], ['not-seen'], ['left-behind']])
  })

  it('tells who still sends the token before during an overlap, which is let in until its end', async () => {
    const { as, generate, require, callers, advance } = await makeObserved()
    const job = as('192.0.2.44', 'curl')
    const former = await generate()
    await require(true)
    await job(READ, bearer(former.accessToken))
    advance(60)
    await generate(HOUR)
    advance(60)
    await job(READ, bearer(former.accessToken))
    const during = await callers()
    advance(HOUR)
    await job(READ, bearer(former.accessToken))
    const after = await callers()

    const overlapping = { tokenId: former.id, verdict: 'overlapping-token', refused: false }
    expect(during).toMatchObject({ judgedSince: instant(60), judgedIfRequiredSince: instant(0) })
    expect(during.callers).toMatchObject([
      {
        standing: 'left-behind',
        standingIfRequired: 'moved',
        uses: [{ verdict: 'current-token' }, overlapping],
      },
    ])
    expect(during.columns.overlappingToken.at(-1)).toBe(1)
    expect(after.callers).toMatchObject([{ standing: 'left-behind', standingIfRequired: 'left-behind' }])
  })

  it('says calls a day over the last seven days, or since the first', async () => {
    const { as, callers, advance } = await makeObserved()
    const job = as('192.0.2.44', 'curl')
    for (let day = 0; day < 10; day += 1) {
      for (let time = 0; time < 6; time += 1) await job(READ)
      if (day < 9) advance(DAY)
    }

    const [caller] = (await callers()).callers

    expect(caller?.callsPerDay).toBeCloseTo((7 * 6) / 6.5)
  })

  it.each(['yesterday', '2026-13-45T00:00:00Z', ''])('refuses %j for an instant', async (from) => {
    const { approver } = await makeObserved()

    const answer = await approver(`${listCallers.path}?from=${from}`)

    expect(answer.status).toBe(400)
  })

  it('is bounded in size, however many calls in how many ways', async () => {
    const { from, approver, generate, ports } = await makeObserved()
    const { accessToken } = await generate()
    for (let index = 0; index < CALLER_LIMIT; index += 1) {
      const call = from({ remoteAddress: `2001:db8:1234:5678:9abc:def0:1234:${index}` })
      const init = withHeaders(bearer(accessToken), { 'User-Agent': 'Apache-HttpClient Java-http-client' })
      await call(READ, init)
      await call(READ)
      await call('/m2/acme/profile/update?mboxPC=1&profile.a=1', init)
    }
    await writeCounts(ports, ports.client)

    const text = await (await approver(`${listCallers.path}?from=2026-10-22T00:00:00Z`)).text()

    expect(text.length).toBeLessThan(450_000)
  })
})

describe('the name of a caller', () => {
  it('stands in the list from then on, and its giving in the audit records', async () => {
    const { approver, call, callers, ports } = await makeObserved()
    await call(READ, { headers: { 'User-Agent': 'curl/8' } })
    const id = (await callers()).callers[0]?.id
    const path = `${listCallers.path}/${id}`

    const named = await approver(path, json('PATCH', { name: '  Nightly CRM job ' }))
    const listed = await callers()
    const unnamed = await approver(path, json('PATCH', { name: null }))

    const caller = { id, name: 'Nightly CRM job', address: '203.0.113.7', userAgent: 'curl' }
    expect(v.parse(NamedCaller, await named.json())).toEqual(caller)
    expect(listed.callers).toMatchObject([caller])
    expect(await unnamed.json()).toEqual({ ...caller, name: null })
    const { address, userAgent } = caller
    const records = await ports.audit.list(20)
    expect(records.filter(({ action }) => action === 'caller.named')).toMatchObject([
      { action: 'caller.named', subject: id, detail: { name: null, address, userAgent } },
      { action: 'caller.named', actorName: 'Ana 2', detail: { name: 'Nightly CRM job', address, userAgent } },
    ])
  })

  it.each([[''], [' '], ['x'.repeat(101)], [7]])('is not %j', async (name) => {
    const { approver } = await makeObserved()

    const answer = await approver(`${listCallers.path}/any`, json('PATCH', { name }))

    expect(answer.status).toBe(400)
  })

  it('is for a caller that there is', async () => {
    const { approver } = await makeObserved()

    const answer = await approver(`${listCallers.path}/nobody`, json('PATCH', { name: 'CRM' }))

    expect(answer.status).toBe(404)
  })
})
