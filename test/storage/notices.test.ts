import { describe, expect, it, onTestFinished } from 'vitest'
import type { StoredDelivery, TryOutcome } from '#service/notices/store.ts'
import type { Stores } from '#service/stores.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { makeAudit, makeDelivery, makeTarget, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

const MINUTE = 60_000
const NOBODY = { clientCode: 'acme', id: 'nobody' }

/** A lease of a minute from an instant on. */
const from = (now: number) => ({ now, until: now + MINUTE })

const DELIVERED: TryOutcome = {
  state: 'delivered',
  nextTryAt: null,
  failure: null,
  receipt: { durationMs: 200, status: 204 },
}
const toBeTriedAgain = (nextTryAt: number): TryOutcome => ({
  state: 'waiting',
  nextTryAt,
  failure: { reason: 'answered', status: 503, said: 'later' },
  receipt: null,
})

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** The store with one target and those deliveries to it. */
async function opened(open: () => Promise<Stores>, ...deliveries: Partial<StoredDelivery>[]) {
  const { notices, audit } = await open()
  await notices.addTarget(makeTarget(), 20, makeAudit())
  await notices.add(deliveries.map((overrides) => makeDelivery(overrides)))
  return { notices, audit }
}

describe.each(storeKinds)('targets of notices in $kind', ({ open }) => {
  const email = makeTarget({
    id: 'target-2',
    kind: 'email',
    address: 'ops@example.com',
    language: 'pt-BR',
    kinds: { 'token-expiry': START + 5 },
    sealedSecret: null,
    createdAt: START - 1,
  })

  it('come back as they were added, the oldest first, each client its own', async () => {
    const { notices, audit } = await open()
    const [first, second] = [makeAudit(), makeAudit()]

    const added = [
      await notices.addTarget(makeTarget(), 20, first),
      await notices.addTarget(email, 20, second),
    ]

    expect(added).toEqual([true, true])
    expect(await notices.targets('acme')).toEqual([email, makeTarget()])
    expect(await notices.targets('other')).toEqual([])
    expect(await audit.list(10)).toEqual([second, first])
  })

  it('are no more than a client may have, without a record of one that was not added', async () => {
    const { notices, audit } = await open()
    await notices.addTarget(makeTarget(), 1, makeAudit())
    const ofOther = makeTarget({ clientCode: 'other' })

    expect(await notices.addTarget(email, 1, makeAudit())).toBe(false)
    expect(await notices.addTarget(ofOther, 1, makeAudit({ clientCode: 'other' }))).toBe(true)

    expect(await notices.targets('acme')).toEqual([makeTarget()])
    expect(await audit.list(10)).toHaveLength(2)
  })

  it('change only from what was seen', async () => {
    const { notices, audit } = await opened(open)
    const renamed = makeTarget({ name: 'On-call channel', revision: 2 })

    expect(await notices.changeTarget(renamed, makeAudit())).toBe(true)
    expect(await notices.changeTarget(makeTarget({ name: 'Too late', revision: 2 }), makeAudit())).toBe(false)
    expect(await notices.changeTarget(makeTarget({ id: 'nobody', revision: 2 }), makeAudit())).toBe(false)

    expect(await notices.targets('acme')).toEqual([renamed])
    expect(await audit.list(10)).toHaveLength(2)
  })

  it('take with them what waits, and leave what was sent', async () => {
    const { notices, audit } = await opened(open, { id: 'waits' }, { id: 'sent', nextTryAt: START - 1 })
    const claimed = await notices.claimNext('acme', from(START))
    await notices.recordTry(claimed ?? makeDelivery(), DELIVERED)

    expect(await notices.removeTarget(makeTarget({ revision: 2 }), makeAudit())).toBe(false)
    expect(await notices.removeTarget(makeTarget(), makeAudit())).toBe(true)
    expect(await notices.removeTarget(makeTarget(), makeAudit())).toBe(false)

    expect(await notices.targets('acme')).toEqual([])
    expect(idsOf(await notices.deliveries('acme', {}, 10))).toEqual(['sent'])
    expect(await audit.list(10)).toHaveLength(2)
  })
})

describe.each(storeKinds)('deliveries of notices in $kind', ({ open }) => {
  it('are one for each event and target, whoever adds them', async () => {
    const { notices, audit } = await opened(open, { id: 'first', event: 'batch.stuck 1' })
    await notices.addTarget(makeTarget({ id: 'target-2' }), 20, makeAudit())
    const test = makeAudit()

    await notices.add([
      makeDelivery({ id: 'again', event: 'batch.stuck 1' }),
      makeDelivery({ id: 'to the other', event: 'batch.stuck 1', targetId: 'target-2' }),
      makeDelivery({ id: 'of another', event: 'batch.stuck 2' }),
      makeDelivery({ id: 'to nobody', event: 'batch.stuck 1', targetId: 'nobody' }),
    ])
    await notices.add([makeDelivery({ id: 'a test' })], test)

    const stored = await notices.deliveries('acme', {}, 10)
    expect(idsOf(stored).toSorted()).toEqual(['a test', 'first', 'of another', 'to the other'])
    expect(stored).toContainEqual(makeDelivery({ id: 'first', event: 'batch.stuck 1' }))
    expect(await notices.told('acme', ['batch.stuck 1', 'batch.stuck 3'])).toEqual(
      expect.arrayContaining([
        { event: 'batch.stuck 1', targetId: 'target-1', createdAt: START },
        { event: 'batch.stuck 1', targetId: 'target-2', createdAt: START },
      ]),
    )
    expect(await notices.told('acme', ['batch.stuck 1', 'batch.stuck 3'])).toHaveLength(2)
    expect(await notices.told('acme', [])).toEqual([])
    expect((await audit.list(1))[0]).toEqual(test)
  })

  it('are tried when their time has come, who waited longest first, and by one alone', async () => {
    const { notices } = await opened(
      open,
      { id: 'second', nextTryAt: START + 10 },
      { id: 'first', nextTryAt: START },
      { id: 'later', nextTryAt: START + 100 },
      { id: 'of another client', clientCode: 'other' },
    )

    const before = await notices.claimNext('acme', from(START - 1))
    const first = await notices.claimNext('acme', from(START + 50))
    const second = await notices.claimNext('acme', from(START + 50))
    const none = await notices.claimNext('acme', from(START + 50))

    expect([before, none]).toEqual([undefined, undefined])
    expect(first).toEqual(
      makeDelivery({
        id: 'first',
        tries: 1,
        lastTryAt: START + 50,
        leasedUntil: START + 50 + MINUTE,
      }),
    )
    expect(second?.id).toBe('second')
  })

  it('are tried again by whoever comes when a try was broken off, whose word then counts no more', async () => {
    const { notices } = await opened(open, {})
    const broken = await notices.claimNext('acme', from(START))

    const within = await notices.claimNext('acme', from(START + MINUTE - 1))
    const after = await notices.claimNext('acme', from(START + MINUTE))

    expect([broken?.tries, within, after?.tries]).toEqual([1, undefined, 2])
    expect(await notices.recordTry({ ...makeDelivery(), tries: 1 }, toBeTriedAgain(START))).toBe(false)
    expect(await notices.recordTry({ ...makeDelivery(), tries: 2 }, DELIVERED)).toBe(true)
    expect(await notices.find(makeDelivery())).toMatchObject({ ...DELIVERED, tries: 2, leasedUntil: null })
  })

  it('wait for their next try with why the last one failed', async () => {
    const { notices } = await opened(open, {})
    const claimed = await notices.claimNext('acme', from(START))

    await notices.recordTry(claimed ?? makeDelivery(), toBeTriedAgain(START + 5 * MINUTE))

    expect(await notices.find(makeDelivery())).toEqual(
      makeDelivery({
        ...toBeTriedAgain(START + 5 * MINUTE),
        tries: 1,
        lastTryAt: START,
      }),
    )
    expect(await notices.claimNext('acme', from(START + 4 * MINUTE))).toBeUndefined()
    expect(await notices.claimNext('acme', from(START + 5 * MINUTE))).toMatchObject({ tries: 2 })
  })

  it('are tried before their time when somebody asks, but not while they are, nor once they have arrived', async () => {
    const { notices, audit } = await opened(open, { nextTryAt: START + 1000 })
    const asked = makeAudit()

    const claimed = await notices.claim(makeDelivery(), from(START), asked)
    const meanwhile = await notices.claim(makeDelivery(), from(START + 1), makeAudit())
    await notices.recordTry(claimed ?? makeDelivery(), { ...DELIVERED, state: 'failed' })
    const again = await notices.claim(makeDelivery(), from(START + 2), makeAudit())
    await notices.recordTry(again ?? makeDelivery(), DELIVERED)
    const arrived = await notices.claim(makeDelivery(), from(START + 3), makeAudit())
    const unknown = await notices.claim(NOBODY, from(START), makeAudit())

    expect(claimed).toMatchObject({ tries: 1, lastTryAt: START, nextTryAt: START + 1000 })
    expect(again).toMatchObject({ state: 'waiting', tries: 2, nextTryAt: START + 2 })
    expect([meanwhile, arrived, unknown]).toEqual([undefined, undefined, undefined])
    expect(await audit.list(10)).toHaveLength(3)
  })

  it('are listed by state and page by page, the newest first', async () => {
    const made = ['e', 'd', 'c', 'b', 'a'].map((id, index) => ({
      id,
      createdAt: START + (index > 2 ? 1000 : 0),
      nextTryAt: START,
    }))
    const { notices } = await opened(open, ...made)
    for (const tries of [1, 2]) {
      const claimed = await notices.claimNext('acme', from(START))
      await notices.recordTry(claimed ?? makeDelivery(), {
        ...DELIVERED,
        state: tries === 1 ? 'failed' : 'delivered',
      })
    }

    const first = await notices.deliveries('acme', {}, 2)
    const second = await notices.deliveries('acme', { after: first[1] }, 2)
    const last = await notices.deliveries('acme', { after: second[1] }, 2)

    expect([first, second, last].map(idsOf)).toEqual([['b', 'a'], ['e', 'd'], ['c']])
    expect(idsOf(await notices.deliveries('acme', { state: 'failed' }, 10))).toEqual(['a'])
    expect(idsOf(await notices.deliveries('acme', { state: 'waiting', after: first[0] }, 10))).toEqual([
      'e',
      'd',
      'c',
    ])
    expect(await notices.countDeliveries('acme')).toEqual({ waiting: 3, delivered: 1, failed: 1 })
    expect(await notices.countDeliveries('other')).toEqual({ waiting: 0, delivered: 0, failed: 0 })
  })

  it('tell of each target which was tried last', async () => {
    const { notices } = await open()
    for (const id of ['target-1', 'target-2', 'untold']) {
      await notices.addTarget(makeTarget({ id }), 20, makeAudit())
    }
    const tried = (id: string, targetId: string, lastTryAt: number | null) =>
      makeDelivery({ id, targetId, lastTryAt, createdAt: START + (id === 'older' ? 0 : 1) })
    await notices.add([
      tried('newer', 'target-1', START),
      tried('older', 'target-1', START + 1),
      tried('never', 'target-2', null),
      tried('once', 'target-2', START),
      tried('not yet', 'untold', null),
    ])

    expect(idsOf(await notices.lastTried('acme')).toSorted()).toEqual(['older', 'once'])
  })

  it('are forgotten after their time', async () => {
    const { notices } = await opened(open, { id: 'old', createdAt: START - 1 }, { id: 'new' })

    await notices.removeDeliveriesBefore('other', START)
    const before = idsOf(await notices.deliveries('acme', {}, 10))
    await notices.removeDeliveriesBefore('acme', START)

    expect(before).toEqual(['new', 'old'])
    expect(idsOf(await notices.deliveries('acme', {}, 10))).toEqual(['new'])
  })
})

it('are each claimed by one of several processes, however often all of them look', async () => {
  const url = await emptyDatabase()
  const open = async () => {
    const storage = await openPostgres(url)
    onTestFinished(() => storage.close())
    return storage.stores.notices
  }
  const processes = [await open(), await open(), await open()]
  await processes[0]?.addTarget(makeTarget(), 20, makeAudit())
  const ids = Array.from({ length: 60 }, (_, index) => `delivery-${index}`)
  await processes[0]?.add(ids.map((id) => makeDelivery({ id })))

  const claimed = await Promise.all(
    processes.flatMap((notices) =>
      [1, 2].map(async () => {
        const mine: string[] = []
        for (;;) {
          const delivery = await notices.claimNext('acme', from(START))
          if (delivery === undefined) return mine
          mine.push(delivery.id)
        }
      }),
    ),
  )

  expect(claimed.flat().toSorted()).toEqual(ids.toSorted())
})
