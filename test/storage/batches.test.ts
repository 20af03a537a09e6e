import { describe, expect, it } from 'vitest'
import type { BatchFilter } from '#contract/batches.ts'
import {
  APPLY_ATTEMPTS,
  BATCH_FAILURES_KEPT,
  type BatchSelection,
  type BatchStore,
  type Decision,
  type NewBatch,
  REMOVED_AT_ONCE,
} from '#service/batches/store.ts'
import type { Stores } from '#service/stores.ts'
import { FULL_CHUNK_ROWS, makeAudit, makeBatch, makeChunk, makeFullChunk, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

const all: BatchSelection = { clientCode: 'acme', only: null, from: 0, until: START * 2 }
const only = (filter: BatchFilter): BatchSelection => ({ ...all, only: filter })
const idsOf = (batches: { batchId: string }[]) => batches.map(({ batchId }) => batchId)

const makeRefused = (batchId: string, receivedAt = START) => {
  const { idKind: _, ...upload } = makeBatch({ batchId, receivedAt })
  return { ...upload, refusal: 'Line 3 has 6 cells, the header names 7.' }
}

/** Accepts a batch that waits, in a chunk for each of the rows. */
async function accept(batches: BatchStore, batch: Partial<NewBatch>, rows = ['anna,Oslo,gold']) {
  const opened = makeBatch(batch)
  await batches.open(opened, 100)
  let firstLine = 2
  for (const chunk of rows) {
    await batches.stage(opened, makeChunk(chunk, { firstLine }))
    firstLine += chunk.split('\n').length
  }
  await batches.accept(opened, { rows: firstLine - 2, bytes: 100 })
  return opened
}

const applyAll = async (batches: BatchStore, now = START) => {
  while (await batches.applyNextChunk('acme', now));
}

async function makeStuck(batches: BatchStore, batch: Partial<NewBatch> = {}, rows?: string[]) {
  await accept(batches, batch, rows)
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1) await batches.countFailure('acme', START + 5)
}

const decisionOf = (by: string, overrides: Partial<Decision> = {}): Decision => ({
  clientCode: 'acme',
  batchId: 'acme-1',
  sawStuckAt: START + 5,
  by,
  at: START + 9,
  ...overrides,
})

const recorded = async ({ audit }: Stores) =>
  (await audit.list(10)).map(({ action }) => action).filter((action) => action.startsWith('batch.'))
const triedAgain = makeAudit({ action: 'batch.tried-again', detail: { consumedCount: 0, batchSize: 1 } })
const givenUp = makeAudit({ action: 'batch.given-up', detail: { consumedCount: 0, batchSize: 1 } })

describe.each(storeKinds)('a batch that a person sends, in $kind', ({ open }) => {
  const sent = makeAudit({ action: 'batch.sent', detail: { version: 2, rows: 1 } })

  it('is accepted together with its record', async () => {
    const stores = await open()
    await stores.batches.open(makeBatch(), 100)

    await stores.batches.accept(makeBatch(), { rows: 1, bytes: 100 }, sent)

    expect(await recorded(stores)).toEqual(['batch.sent'])
    expect(await stores.batches.backlog('acme')).toMatchObject({ waitingRows: 1 })
  })

  it('has no record where it is gone', async () => {
    const stores = await open()

    await expect(stores.batches.accept(makeBatch(), { rows: 1, bytes: 100 }, sent)).rejects.toThrow('is gone')

    expect(await recorded(stores)).toEqual([])
  })
})

describe.each(storeKinds)('the list of batches in $kind', ({ open }) => {
  async function makeList() {
    const stores = await open()
    const { batches } = stores
    await accept(batches, { batchId: 'failed', receivedAt: START + 1, version: 1 }, ['nobody,Oslo,'])
    await accept(batches, { batchId: 'applied', receivedAt: START + 2 })
    await applyAll(batches, START + 7)
    await makeStuck(batches, { batchId: 'stuck', receivedAt: START + 3 })
    await accept(batches, { batchId: 'waits', receivedAt: START + 4 })
    await batches.keepRefused(makeRefused('refused', START + 5))
    await batches.open(makeBatch({ batchId: 'being received', receivedAt: START + 6 }), 100)
    await accept(batches, { batchId: 'of another client', clientCode: 'other' })
    return stores
  }

  it('has the newest first, refused uploads among them, and what is being received not yet', async () => {
    const { batches } = await makeList()

    const page = await batches.page(all, null, 10)

    expect(idsOf(page)).toEqual(['refused', 'waits', 'stuck', 'applied', 'failed'])
    expect(page[3]).toMatchObject({ state: 'complete', receivedAt: START + 2, finishedAt: START + 7 })
    expect(page[2]).toMatchObject({ state: 'stuck', stuckAt: START + 5, finishedAt: null, lastAct: null })
  })

  it('goes on behind a batch, also among those of one instant', async () => {
    const { batches } = await open()
    for (const batchId of ['one', 'two', 'three']) await accept(batches, { batchId })

    const [first] = await batches.page(all, null, 1)
    const rest = await batches.page(all, first ?? null, 10)

    expect(idsOf([first ?? { batchId: '' }, ...rest])).toEqual(['three', 'two', 'one'])
  })

  it.each([
    ['running', ['waits']],
    ['with-failures', ['failed']],
    ['stuck', ['stuck']],
    ['refused', ['refused']],
  ] as const)('can be of those %s', async (filter, expected) => {
    const { batches } = await makeList()

    expect(idsOf(await batches.page(only(filter), null, 10))).toEqual(expected)
    expect(await batches.count(only(filter), 10)).toBe(1)
  })

  it('can be of a time, of which the end is not part, and is counted no further than asked', async () => {
    const { batches } = await makeList()
    const time = { ...all, from: START + 2, until: START + 4 }

    expect(idsOf(await batches.page(time, null, 10))).toEqual(['stuck', 'applied'])
    expect([await batches.count(all, 10), await batches.count(all, 3)]).toEqual([5, 3])
  })

  it('says who sent each, by the name that the caller has now', async () => {
    const stores = await makeList()
    const caller = { id: 'caller-1', address: '192.0.2.44', userAgent: 'curl' }
    await stores.callers.count('acme', [{ ...caller, firstCallAt: START }], [])

    const [before] = await stores.batches.page(all, null, 1)
    await stores.callers.name('acme', 'caller-1', 'Nightly CRM job', makeAudit())
    const [after] = await stores.batches.page(all, null, 1)

    expect(before?.caller).toEqual({ ...caller, name: null })
    expect(after?.caller).toEqual({ ...caller, name: 'Nightly CRM job' })
  })

  it('has of a refused upload what the caller was told, and nothing to apply', async () => {
    const { batches } = await open()
    await batches.keepRefused(makeRefused('refused'))

    expect(await batches.find(makeBatch({ batchId: 'refused' }))).toMatchObject({
      state: 'refused',
      idKind: null,
      batchSize: 0,
      refusal: 'Line 3 has 6 cells, the header names 7.',
    })
    expect(await batches.applyNextChunk('acme', START)).toBeNull()
    expect(await batches.backlog('acme')).toMatchObject({ waitingRows: 0, stuckBatches: 0 })
  })

  it('keeps the first failures by line, in whatever order the ids are', async () => {
    const { batches } = await open()
    const rows = Array.from({ length: BATCH_FAILURES_KEPT + 2 }, (_, row) => `nobody-${20_000 - row},Oslo,`)
    const batch = await accept(batches, { version: 1 }, [
      rows.slice(0, 5).join('\n'),
      rows.slice(5).join('\n'),
    ])
    await applyAll(batches)

    const last = await batches.failures(batch, BATCH_FAILURES_KEPT - 1)

    expect(last).toMatchObject([{ line: BATCH_FAILURES_KEPT }, { line: BATCH_FAILURES_KEPT + 1 }])
  })

  it('has failures by line, a page at a time', async () => {
    const { batches } = await open()
    const batch = await accept(batches, { version: 1 }, ['a,1,', 'b,1,', 'c,1,'])
    await applyAll(batches)

    const first = await batches.failures(batch, undefined, 2)
    const rest = await batches.failures(batch, first.at(-1)?.line, 2)

    expect([first, rest].map((page) => page.map(({ line, id }) => `${line} ${id}`))).toEqual([
      ['2 a', '3 b'],
      ['4 c'],
    ])
  })
})

describe.each(storeKinds)('a stuck batch in $kind', ({ open }) => {
  it('goes on where it stopped when it is tried again, before those that wait', async () => {
    const stores = await open()
    const { batches } = stores
    await batches.open(makeBatch(), 100)
    for (const firstLine of [2, 2 + FULL_CHUNK_ROWS])
      await batches.stage(makeBatch(), makeFullChunk(firstLine))
    await batches.accept(makeBatch(), { rows: 2 * FULL_CHUNK_ROWS, bytes: 100 })
    await batches.applyNextChunk('acme', START)
    for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
      await batches.countFailure('acme', START + 5)
    await accept(batches, { batchId: 'acme-2' }, ['bo,Rome,'])

    expect(await batches.tryAgain(decisionOf('Ana'), triedAgain)).toBe(true)

    expect(await batches.find(makeBatch())).toMatchObject({
      state: 'incomplete',
      consumedCount: FULL_CHUNK_ROWS,
      stuckAt: null,
      stuckBecause: null,
      lastAct: { act: 'tried-again', by: 'Ana', at: START + 9 },
    })
    await batches.applyNextChunk('acme', START + 10)
    expect(await batches.find(makeBatch())).toMatchObject({
      state: 'complete',
      successfulUpdates: 2 * FULL_CHUNK_ROWS,
    })
    expect(await batches.find(makeBatch({ batchId: 'acme-2' }))).toMatchObject({ consumedCount: 0 })
    expect(await recorded(stores)).toEqual(['batch.tried-again'])
  })

  it('may fail as often as before once it is tried again', async () => {
    const { batches } = await open()
    await makeStuck(batches)
    await batches.tryAgain(decisionOf('Ana'), triedAgain)

    for (let attempt = 1; attempt < APPLY_ATTEMPTS; attempt += 1)
      await batches.countFailure('acme', START + 20)
    expect(await batches.find(makeBatch())).toMatchObject({ state: 'incomplete' })
    await batches.countFailure('acme', START + 20)

    expect(await batches.find(makeBatch())).toMatchObject({ state: 'stuck', stuckAt: START + 20 })
    expect(await batches.stuckSince('acme', 0)).toMatchObject([{ triedAgainAt: START + 9 }])
  })

  it('is over when it is given up: its rows are gone, and those behind it are applied', async () => {
    const stores = await open()
    const { batches } = stores
    await makeStuck(batches)
    await accept(batches, { batchId: 'acme-2' }, ['bo,Rome,'])

    expect(await batches.giveUp(decisionOf('Ben'), givenUp)).toBe(true)
    await applyAll(batches)

    expect(await batches.find(makeBatch())).toMatchObject({
      state: 'given-up',
      consumedCount: 0,
      finishedAt: START + 9,
      stuckBecause: 'apply-failed',
      lastAct: { act: 'given-up', by: 'Ben' },
    })
    expect(await stores.profiles.find('acme', 'thirdPartyId', 'anna')).toBeUndefined()
    expect(await batches.find(makeBatch({ batchId: 'acme-2' }))).toMatchObject({ state: 'complete' })
    expect(await batches.stuckSince('acme', 0)).toEqual([])
    expect(await batches.backlog('acme')).toMatchObject({ stuckBatches: 0 })
    expect(await recorded(stores)).toEqual(['batch.given-up'])
  })

  it('is decided about once, by two at the same time', async () => {
    const stores = await open()
    const { batches } = stores
    await makeStuck(batches)

    const done = await Promise.all([
      batches.tryAgain(decisionOf('Ana'), triedAgain),
      batches.giveUp(decisionOf('Ben'), givenUp),
    ])

    expect(done.toSorted()).toEqual([false, true])
    expect(await recorded(stores)).toHaveLength(1)
  })

  it('is left alone by whoever saw it stuck at another time, or where it is not', async () => {
    const stores = await open()
    const { batches } = stores
    await makeStuck(batches)
    await accept(batches, { batchId: 'acme-2' })

    expect(await batches.giveUp(decisionOf('Ana', { sawStuckAt: START }), givenUp)).toBe(false)
    expect(await batches.giveUp(decisionOf('Ana', { batchId: 'acme-2', sawStuckAt: null }), givenUp)).toBe(
      false,
    )
    expect(await batches.giveUp(decisionOf('Ana', { batchId: 'none' }), givenUp)).toBe(false)
    expect(await batches.giveUp(decisionOf('Ana', { clientCode: 'other' }), givenUp)).toBe(false)

    expect(await batches.find(makeBatch())).toMatchObject({ state: 'stuck', lastAct: null })
    expect(await recorded(stores)).toEqual([])
  })
})

describe.each(storeKinds)('removing batches in $kind', ({ open }) => {
  const removeAll = async (batches: BatchStore, instant: number) => {
    let steps = 1
    while (await batches.removeBefore('acme', instant)) steps += 1
    return steps
  }

  it('takes what is over and older, and leaves what waits, is stuck or is being received', async () => {
    const stores = await open()
    const { batches } = stores
    const failed = await accept(batches, { batchId: 'failed', version: 1 }, ['nobody,Oslo,'])
    await applyAll(batches)
    await makeStuck(batches, { batchId: 'given up' })
    await batches.giveUp(decisionOf('Ana', { batchId: 'given up' }), givenUp)
    await batches.keepRefused(makeRefused('refused'))
    await makeStuck(batches, { batchId: 'stuck' })
    await accept(batches, { batchId: 'waits' })
    await batches.open(makeBatch({ batchId: 'being received' }), 100)
    await accept(batches, { batchId: 'of another client', clientCode: 'other' })
    await batches.keepRefused(makeRefused('newer', START + 1))

    await removeAll(batches, START + 1)

    expect(idsOf(await batches.page(all, null, 10)).toSorted()).toEqual(['newer', 'stuck', 'waits'])
    expect(await batches.failures(failed)).toEqual([])
    await batches.accept(makeBatch({ batchId: 'being received' }), { rows: 0, bytes: 0 })
    expect(await batches.find(makeBatch({ batchId: 'of another client', clientCode: 'other' }))).toBeDefined()
  })

  it('goes in small steps, and a batch that waits is applied in between', async () => {
    const { batches } = await open()
    const rows = Array.from({ length: REMOVED_AT_ONCE.failures + 1 }, (_, index) => `nobody-${index},Oslo,`)
    const failed = await accept(batches, { version: 1 }, [rows.join('\n')])
    await applyAll(batches)
    await accept(batches, { batchId: 'acme-2' })

    const isMore = await batches.removeBefore('acme', START + 1)
    const left = await batches.failures(failed)
    await applyAll(batches)

    expect([isMore, left.length]).toEqual([true, 1])
    expect(await batches.find(makeBatch({ batchId: 'acme-2' }))).toMatchObject({ state: 'complete' })
    expect(await removeAll(batches, START + 1)).toBe(2)
    expect(await batches.page(all, null, 10)).toEqual([])
  })
})
