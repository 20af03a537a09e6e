import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CALLER_LIMIT } from '#contract/callers.ts'
import { DAY_MS, HOUR_MS, hourOfDay, startOfDay } from '#service/callers/periods.ts'
import type { CallCount, CallerStore, SeenCaller } from '#service/callers/store.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeAudit } from './records.ts'
import { storeKinds } from './store-kinds.ts'

/** Noon. */
const START = Date.parse('2026-11-21T12:00:00Z')
const TODAY = startOfDay(START)

const makeSeen = (overrides: Partial<SeenCaller> = {}): SeenCaller => ({
  id: 'caller-1',
  address: '203.0.113.7',
  userAgent: 'curl',
  firstCallAt: START,
  ...overrides,
})

/** Calls that all came at `at`. */
function makeCount({ at = START, ...overrides }: Partial<CallCount> & { at?: number } = {}): CallCount {
  return {
    callerId: 'caller-1',
    kind: 'read',
    verdict: 'no-credentials',
    isRefused: false,
    tokenId: null,
    periodStart: startOfDay(at),
    hour: hourOfDay(at),
    calls: 1,
    firstCallAt: at,
    lastCallAt: at,
    ...overrides,
  }
}

const seenOf = (howMany: number, prefix = 'caller') =>
  Array.from({ length: howMany }, (_, index) => makeSeen({ id: `${prefix}-${index}` }))

const byCaller = (callers: CallerStore) => callers.calls('acme', TODAY, TODAY)

describe.each(storeKinds)('callers in $kind', ({ open }) => {
  it('add up, each use by itself, over several writes', async () => {
    const { callers } = await open()
    const moved = { verdict: 'current-token', tokenId: 'token-1' } as const

    await callers.count('acme', [makeSeen()], [makeCount({ calls: 2 }), makeCount({ ...moved, calls: 5 })])
    await callers.count(
      'acme',
      [makeSeen({ firstCallAt: START + 2000 })],
      [makeCount({ at: START + 2000, calls: 3 }), makeCount({ at: START + 2000, kind: 'bulk-update' })],
    )

    expect(await callers.list('acme')).toEqual([{ ...makeSeen(), name: null }])
    const use = { callerId: 'caller-1', verdict: 'no-credentials', isRefused: false, tokenId: null }
    const calls = await byCaller(callers)
    expect(calls).toHaveLength(3)
    expect(calls).toEqual(
      expect.arrayContaining([
        {
          ...use,
          kind: 'read',
          calls: 5,
          callsOfDays: 5,
          firstCallAt: START,
          lastCallAt: START + 2000,
        },
        {
          ...use,
          ...moved,
          kind: 'read',
          calls: 5,
          callsOfDays: 5,
          firstCallAt: START,
          lastCallAt: START,
        },
        {
          ...use,
          kind: 'bulk-update',
          calls: 1,
          callsOfDays: 1,
          firstCallAt: START + 2000,
          lastCallAt: START + 2000,
        },
      ]),
    )
  })

  it('are counted from the hour and from the day that are asked for', async () => {
    const { callers } = await open()
    const instants = [-2 * DAY_MS, -DAY_MS, -DAY_MS + HOUR_MS, -HOUR_MS, 0].map((ago) => START + ago)
    await callers.count(
      'acme',
      [makeSeen()],
      instants.map((at) => makeCount({ at })),
    )

    const lastDay = await callers.calls('acme', START - DAY_MS + HOUR_MS, TODAY - 2 * DAY_MS)
    const today = await callers.calls('acme', START, TODAY)
    const later = await callers.calls('acme', START + HOUR_MS, TODAY + DAY_MS)

    const span = { firstCallAt: instants[0], lastCallAt: START }
    expect(lastDay).toMatchObject([{ calls: 3, callsOfDays: 5, ...span }])
    expect(today).toMatchObject([{ calls: 1, callsOfDays: 2, ...span }])
    expect(later).toMatchObject([{ calls: 0, callsOfDays: 0, ...span }])
  })

  it('give the calls of everyone by the hour', async () => {
    const { callers } = await open()
    const [yesterday, tonight] = [START - DAY_MS, START + 11 * HOUR_MS]
    await callers.count('acme', seenOf(2), [
      makeCount({ callerId: 'caller-0', at: yesterday, calls: 7 }),
      makeCount({ callerId: 'caller-0', calls: 2 }),
      makeCount({ callerId: 'caller-1', calls: 3, kind: 'bulk-update' }),
      makeCount({ callerId: 'caller-1', at: tonight, periodStart: START, calls: 4 }),
      makeCount({ callerId: 'caller-1', isRefused: true }),
    ])

    const days = await callers.days('acme', TODAY)

    const hours = (calls: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => calls[hour] ?? 0)
    const today = { dayStart: TODAY, verdict: 'no-credentials' }
    expect(days).toHaveLength(2)
    expect(days).toEqual(
      expect.arrayContaining([
        { ...today, isRefused: false, byHour: hours({ 12: 5, 23: 4 }) },
        { ...today, isRefused: true, byHour: hours({ 12: 1 }) },
      ]),
    )
  })

  it('have room for so many of a client, over writes too, and the calls of all others together', async () => {
    const { callers } = await open()
    await callers.count('acme', seenOf(CALLER_LIMIT - 1), [])

    const late = seenOf(3, 'late')
    const counts = late.map(({ id }) => makeCount({ callerId: id, calls: 10 }))
    await callers.count('acme', late, counts)
    await callers.count('acme', late, counts)
    await callers.count('other', seenOf(1), [makeCount({ callerId: 'caller-0' })])

    const listed = await callers.list('acme')
    expect(listed).toHaveLength(CALLER_LIMIT)
    const withRoom = listed.filter(({ id }) => id.startsWith('late'))
    expect(withRoom).toHaveLength(1)
    const calls = new Map((await byCaller(callers)).map((one) => [one.callerId, one.calls]))
    expect(calls).toEqual(
      new Map([
        [withRoom[0]?.id, 20],
        ['others', 40],
      ]),
    )
    expect(await callers.list('other')).toHaveLength(1)
  })

  it('tell in which ways calls were refused since an instant', async () => {
    const { callers } = await open()
    const refused = { isRefused: true, tokenId: 'token-1', verdict: 'ended-token' } as const
    const old = { verdict: 'expired-token', tokenId: 'token-0', isRefused: true } as const
    await callers.count('acme', seenOf(2), [
      makeCount({ ...refused, callerId: 'caller-0' }),
      makeCount({ ...refused, callerId: 'caller-1', at: START + DAY_MS }),
      makeCount({ callerId: 'caller-1', isRefused: true }),
      makeCount({ ...old, callerId: 'caller-1', at: START - 1 }),
      makeCount({ callerId: 'caller-0', verdict: 'no-token' }),
    ])

    const ways = await callers.refusedWays('acme', START)

    expect(ways).toHaveLength(2)
    expect(ways).toEqual(
      expect.arrayContaining([
        { verdict: 'ended-token', tokenId: 'token-1' },
        { verdict: 'no-credentials', tokenId: null },
      ]),
    )
    expect(await callers.refusedWays('acme', START + DAY_MS + 1)).toEqual([])
    expect(await callers.refusedWays('other', START)).toEqual([])
  })

  it('tell what was refused in each way since an instant of its own', async () => {
    const { callers } = await open()
    const ended = { isRefused: true, tokenId: 'token-1', verdict: 'ended-token' } as const
    const without = { isRefused: true, verdict: 'no-credentials' } as const
    const [turnedOn, end] = [START - 2 * DAY_MS, START + 60_000]
    await callers.count('acme', seenOf(2), [
      makeCount({ ...ended, callerId: 'caller-0', at: end - 1, calls: 9 }),
      makeCount({ ...ended, callerId: 'caller-0', at: end, periodStart: end, calls: 3 }),
      makeCount({ ...ended, callerId: 'caller-0', at: START + DAY_MS, calls: 4 }),
      makeCount({ ...ended, callerId: 'caller-0', at: end, kind: 'bulk-update' }),
      makeCount({ ...ended, callerId: 'caller-0', at: end, tokenId: 'token-2' }),
      makeCount({ ...without, callerId: 'caller-1', at: turnedOn, periodStart: turnedOn, calls: 5 }),
      makeCount({ ...without, callerId: 'caller-1', at: turnedOn - 1, calls: 6 }),
      makeCount({ callerId: 'caller-1', at: end, calls: 7 }),
    ])

    const refused = await callers.refused('acme', [
      { verdict: 'ended-token', tokenId: 'token-1', since: end },
      { verdict: 'no-credentials', tokenId: null, since: turnedOn },
    ])

    const use = { callerId: 'caller-0', kind: 'read', verdict: 'ended-token', tokenId: 'token-1' }
    const none = { callerId: 'caller-1', kind: 'read', verdict: 'no-credentials', tokenId: null }
    expect(refused).toHaveLength(3)
    expect(refused).toEqual(
      expect.arrayContaining([
        { ...use, calls: 7, firstCallAt: end, lastCallAt: START + DAY_MS },
        { ...use, kind: 'bulk-update', calls: 1, firstCallAt: end, lastCallAt: end },
        { ...none, calls: 5, firstCallAt: turnedOn, lastCallAt: turnedOn },
      ]),
    )
  })

  it('tell what was let in of some of them, before a change and since it apart', async () => {
    const { callers } = await open()
    const current = { verdict: 'current-token', tokenId: 'token-1' } as const
    await callers.count('acme', seenOf(3), [
      makeCount({ ...current, callerId: 'caller-0', at: START - DAY_MS }),
      makeCount({ ...current, callerId: 'caller-0', at: START - 1 }),
      makeCount({ ...current, callerId: 'caller-0', at: START, periodStart: START }),
      makeCount({ ...current, callerId: 'caller-0', at: START + DAY_MS }),
      makeCount({ callerId: 'caller-1', at: START - 1 }),
      makeCount({ callerId: 'caller-1', at: START, isRefused: true }),
      makeCount({ callerId: 'caller-2' }),
    ])

    const letIn = await callers.letIn('acme', ['caller-0', 'caller-1'], START)

    const use = { ...current, callerId: 'caller-0', kind: 'read' }
    const none = { callerId: 'caller-1', kind: 'read', verdict: 'no-credentials', tokenId: null }
    expect(letIn).toHaveLength(3)
    expect(letIn).toEqual(
      expect.arrayContaining([
        { ...use, firstCallAt: START - DAY_MS, lastCallAt: START - 1 },
        { ...use, firstCallAt: START, lastCallAt: START + DAY_MS },
        { ...none, firstCallAt: START - 1, lastCallAt: START - 1 },
      ]),
    )
    expect(await callers.letIn('other', ['caller-0'], START)).toEqual([])
  })

  it('take a name with its record, and lose it again', async () => {
    const { callers, audit } = await open()
    await callers.count('acme', [makeSeen()], [])
    const record = makeAudit({
      action: 'caller.named',
      detail: { name: 'CRM', address: null, userAgent: null },
    })

    const named = await callers.name('acme', 'caller-1', 'Nightly CRM job', record)
    const listed = await callers.list('acme')
    const unnamed = await callers.name('acme', 'caller-1', null, makeAudit())
    const unknown = [
      await callers.name('acme', 'nobody', 'CRM', makeAudit()),
      await callers.name('other', 'caller-1', 'CRM', makeAudit()),
    ]

    expect([named, unnamed, ...unknown]).toEqual([true, true, false, false])
    expect(listed).toEqual([{ ...makeSeen(), name: 'Nightly CRM job' }])
    expect(await callers.list('acme')).toEqual([{ ...makeSeen(), name: null }])
    expect(await audit.list(10)).toMatchObject([{ action: 'session.started' }, { id: record.id }])
  })

  it('keep their name while they are counted again', async () => {
    const { callers } = await open()
    await callers.count('acme', [makeSeen()], [])
    await callers.name('acme', 'caller-1', 'Nightly CRM job', makeAudit())

    await callers.count('acme', [makeSeen({ firstCallAt: START + 1 })], [makeCount()])

    expect(await callers.list('acme')).toEqual([{ ...makeSeen(), name: 'Nightly CRM job' }])
  })

  it('lose old counts a period at a time, and are forgotten with their last ones', async () => {
    const { callers } = await open()
    const old = START - 2 * DAY_MS
    const [gone, kept, fresh] = [
      makeSeen({ id: 'gone', firstCallAt: old }),
      makeSeen({ id: 'kept', firstCallAt: old }),
      makeSeen({ id: 'fresh' }),
    ]
    const counts = [old, old + DAY_MS].map((at) => makeCount({ callerId: 'gone', at }))
    await callers.count('acme', [gone, kept, fresh], [...counts, makeCount({ callerId: 'kept' })])
    await callers.count('other', [gone], [makeCount({ callerId: 'gone', at: old })])

    const steps: boolean[] = []
    do steps.push(await callers.removeBefore('acme', TODAY))
    while (steps.at(-1))

    expect(steps).toEqual([true, true, false])
    expect((await callers.list('acme')).map(({ id }) => id).toSorted()).toEqual(['fresh', 'kept'])
    expect(await byCaller(callers)).toMatchObject([{ callerId: 'kept' }])
    expect(await callers.list('other')).toHaveLength(1)
  })

  it('are others’ when they were forgotten meanwhile', async () => {
    const { callers } = await open()

    await callers.count('acme', [], [makeCount({ callerId: 'forgotten' }), makeCount({ callerId: 'others' })])

    expect(await byCaller(callers)).toMatchObject([{ callerId: 'others', calls: 2 }])
  })
})

it('adds up what two processes on one PostgreSQL database count, and keeps to the room for both', async () => {
  const url = await emptyDatabase()
  const processes = await Promise.all([openPostgres(url), openPostgres(url)])
  for (const storage of processes) onTestFinished(() => storage.close())
  const [one, other] = processes.map(({ stores }) => stores.callers)
  if (!one || !other) throw new Error('There are two.')
  await one.count('acme', seenOf(CALLER_LIMIT - 1), [])
  const counts = seenOf(50).map(({ id }) => makeCount({ callerId: id }))

  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      one.count('acme', [makeSeen({ id: `one-${round}` })], counts),
      other.count('acme', [makeSeen({ id: `other-${round}` })], counts.toReversed()),
    ])
  }

  const calls = await byCaller(one)
  expect(await other.list('acme')).toHaveLength(CALLER_LIMIT)
  expect(calls).toHaveLength(50)
  expect(new Set(calls.map((each) => each.calls))).toEqual(new Set([10]))
})

const engines = [
  { engine: 'SQLite', openSql: () => openSqlite(join(temporaryFolder(), 'test.sqlite')) },
  { engine: 'PostgreSQL', openSql: async () => openPostgres(await emptyDatabase()) },
]

it.each(engines)('$engine keeps more calls in a day than fit one of its columns', async ({ openSql }) => {
  const storage = await openSql()
  onTestFinished(() => storage.close())
  const { callers } = storage.stores
  const most = 2 ** 31 - 1

  await callers.count(
    'acme',
    [makeSeen()],
    [makeCount({ calls: most }), makeCount({ at: START + HOUR_MS, calls: most })],
  )

  expect(await byCaller(callers)).toMatchObject([{ calls: 2 * most }])
})
