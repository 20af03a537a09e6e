import { describe, expect, it } from 'vitest'
import type { Stores } from '#service/stores.ts'
import { APPLY_ATTEMPTS, type BatchChunk, type NewBatch, WAITING_LIMIT } from '#service/batches/store.ts'
import { attributesOf, FULL_CHUNK_ROWS, makeBatch, makeChunk, makeFullChunk, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

/** Takes a batch of one chunk in and applies it; `now` is when. */
async function apply(
  { batches }: Stores,
  lines: string,
  { attributeNames, ...batch }: Partial<NewBatch & Pick<BatchChunk, 'attributeNames'>> = {},
  now = START,
) {
  const opened = makeBatch(batch)
  const chunk = makeChunk(lines, attributeNames ? { attributeNames } : {})
  await batches.open(opened, 100)
  await batches.stage(opened, chunk)
  await batches.accept(opened, { rows: chunk.rows.lines.length, bytes: 100 })
  while (await batches.applyNextChunk('acme', now));
  return batches.find(opened)
}

const profileOf = async ({ profiles }: Stores, id: string) => {
  const profile = await profiles.find('acme', 'thirdPartyId', id)
  return profile && Object.fromEntries(profile.attributes.map(({ name, value }) => [name, value]))
}

describe.each(storeKinds)('profiles in $kind', ({ open }) => {
  it('are created by version 2, each attribute with the instant it was set', async () => {
    const stores = await open()

    await apply(stores, 'anna,Oslo,gold\nbo,Malm%C3%B6,silver')

    const bo = await stores.profiles.find('acme', 'thirdPartyId', 'bo')
    expect(bo).toEqual({
      clientCode: 'acme',
      idKind: 'thirdPartyId',
      id: 'bo',
      modifiedAt: START,
      attributes: expect.any(Array),
    })
    expect(attributesOf(bo)).toEqual({
      city: { value: 'Malmö', modifiedAt: START },
      tier: { value: 'silver', modifiedAt: START },
    })
  })

  it('keep attributes that a later batch does not name, and overwrite those it does', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    await apply(
      stores,
      'anna,platinum,7',
      { batchId: 'acme-2', attributeNames: ['tier', 'visits'] },
      START + 1000,
    )

    const anna = await stores.profiles.find('acme', 'thirdPartyId', 'anna')
    expect(anna?.modifiedAt).toBe(START + 1000)
    expect(attributesOf(anna)).toEqual({
      city: { value: 'Oslo', modifiedAt: START },
      tier: { value: 'platinum', modifiedAt: START + 1000 },
      visits: { value: '7', modifiedAt: START + 1000 },
    })
  })

  it('are not cleared by empty values', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    await apply(stores, 'anna,,platinum', { batchId: 'acme-2' })

    expect(await profileOf(stores, 'anna')).toEqual({ city: 'Oslo', tier: 'platinum' })
  })

  it('are not made by a row of empty values only, which still counts as done', async () => {
    const stores = await open()

    const status = await apply(stores, 'anna,,\nbo,,')

    expect(await profileOf(stores, 'anna')).toBeUndefined()
    expect(status).toMatchObject({ state: 'complete', consumedCount: 2, successfulUpdates: 2 })
  })

  it('take the last of several rows with the same id', async () => {
    const stores = await open()

    await apply(stores, 'anna,Oslo,gold\nanna,,silver\nanna,Bergen,')

    expect(await profileOf(stores, 'anna')).toEqual({ city: 'Bergen', tier: 'silver' })
  })

  it('are updated but never created by version 1, which counts the ids it does not find', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    const status = await apply(stores, 'anna,Bergen,\nnobody,Paris,gold', { batchId: 'acme-2', version: 1 })

    expect(await profileOf(stores, 'anna')).toEqual({ city: 'Bergen', tier: 'gold' })
    expect(await profileOf(stores, 'nobody')).toBeUndefined()
    expect(status).toMatchObject({ consumedCount: 2, successfulUpdates: 1, profilesNotFound: 1 })
  })

  it('of another client or another kind of id stay apart', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    expect(await stores.profiles.find('other', 'thirdPartyId', 'anna')).toBeUndefined()
    expect(await stores.profiles.find('acme', 'pcId', 'anna')).toBeUndefined()
  })

  it('keep any attribute name and value as it was sent', async () => {
    const stores = await open()
    const awkward = ['__proto__', 'constructor', 'a"b', 'a\\b', "it's", 'a.b', '$[0]', '名前', '😀', ' ', '1']
    const row = awkward.map((name) => encodeURIComponent(`<${name}>`)).join()

    await apply(stores, `anna,${row}`, { attributeNames: awkward })
    await apply(stores, `anna,${row}`, { attributeNames: awkward, batchId: 'acme-2' })

    const profile = await stores.profiles.find('acme', 'thirdPartyId', 'anna')
    const given = profile?.attributes.map(({ name, value }) => `${name}=${value}`)
    expect(new Set(given)).toEqual(new Set(awkward.map((name) => `${name}=<${name}>`)))
  })

  it.each([
    'a"b',
    'a\\b',
    'a\\u0062',
    ' ',
    '名前',
    '😀',
    '\u001A',
    '\u001E',
    '\u001F',
    '\u007F',
    '__proto__',
  ])('keep any id and any value as it was sent: %j', async (text) => {
    const stores = await open()
    const encoded = encodeURIComponent(text)

    await apply(stores, `${encoded},${encoded},gold`)
    await apply(stores, `${encoded},,${encoded}`, { batchId: 'acme-2' })

    expect(await profileOf(stores, text)).toEqual({ city: text, tier: text })
  })

  it('that stand twice in a chunk take what both give, and the later where both give the same', async () => {
    const stores = await open()

    const status = await apply(stores, 'anna,Oslo,gold\nbo,Rome,\nanna,Bergen,\nanna,,silver')

    expect(status).toMatchObject({ state: 'complete', consumedCount: 4, successfulUpdates: 4 })
    expect(await profileOf(stores, 'anna')).toEqual({ city: 'Bergen', tier: 'silver' })
  })

  it('refuse to grow beyond 64 KB, which counts and keeps the row as failed', async () => {
    const stores = await open()
    await apply(stores, `anna,${'x'.repeat(40_000)},gold`)

    const status = await apply(stores, `bo,Oslo,\nanna,,${'y'.repeat(40_000)}\ncleo,Rome,`, {
      batchId: 'acme-2',
    })

    expect(status).toMatchObject({
      state: 'complete',
      consumedCount: 3,
      successfulUpdates: 2,
      failedUpdates: 1,
    })
    expect(await stores.batches.failures(makeBatch({ batchId: 'acme-2' }))).toEqual([
      { line: 3, id: 'anna', reason: 'too-large' },
    ])
    expect(await profileOf(stores, 'anna')).toMatchObject({ tier: 'gold' })
  })

  it('are kept as not found, with their lines, by version 1', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    const status = await apply(stores, 'bo,Rome,\nanna,Rome,\ncleo,,', { batchId: 'acme-2', version: 1 })

    expect(status).toMatchObject({ successfulUpdates: 2, profilesNotFound: 1, failedUpdates: 0 })
    expect(await stores.batches.failures(makeBatch({ batchId: 'acme-2' }))).toMatchObject([
      { line: 2, id: 'bo' },
    ])
  })

  it('take a single update, if they exist and have room', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')
    const update = (id: string, attributes: [string, string][]) =>
      stores.profiles.update({
        clientCode: 'acme',
        idKind: 'thirdPartyId',
        id,
        attributes,
        modifiedAt: START + 1,
      })

    expect(
      await update('anna', [
        ['city', 'Rome'],
        ['__proto__', 'x'],
      ]),
    ).toBe('updated')
    expect(await update('bo', [['city', 'Rome']])).toBe('not-found')
    expect(await update('anna', [['city', 'x'.repeat(70_000)]])).toBe('too-large')

    const profile = await stores.profiles.find('acme', 'thirdPartyId', 'anna')
    expect(profile?.modifiedAt).toBe(START + 1)
    expect(profile?.attributes.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining([
        ['city', 'Rome'],
        ['tier', 'gold'],
        ['__proto__', 'x'],
      ]),
    )
    expect(await profileOf(stores, 'bo')).toBeUndefined()
  })
})

describe.each(storeKinds)('batches in $kind', ({ open }) => {
  it('count for nothing until they are accepted', async () => {
    const { batches } = await open()
    await batches.open(makeBatch(), 100)
    await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))

    expect(await batches.find(makeBatch())).toBeUndefined()
    expect(await batches.applyNextChunk('acme', START)).toBeNull()
  })

  it('are complete when their last chunk is applied, one chunk at a time', async () => {
    const stores = await open()
    const { batches } = stores
    await batches.open(makeBatch(), 100)
    await batches.stage(makeBatch(), makeFullChunk())
    await batches.stage(makeBatch(), makeChunk('zoe,Oslo,gold', { firstLine: 2 + FULL_CHUNK_ROWS }))
    await batches.accept(makeBatch(), { rows: FULL_CHUNK_ROWS + 1, bytes: 100 })

    await batches.applyNextChunk('acme', START)
    const halfWay = await batches.find(makeBatch())
    await batches.applyNextChunk('acme', START)

    const batchSize = FULL_CHUNK_ROWS + 1
    expect(halfWay).toMatchObject({ state: 'incomplete', batchSize, consumedCount: FULL_CHUNK_ROWS })
    expect(await batches.find(makeBatch())).toMatchObject({
      batchId: 'acme-1',
      state: 'complete',
      batchSize,
      consumedCount: batchSize,
      successfulUpdates: batchSize,
      profilesNotFound: 0,
      failedUpdates: 0,
      stuckBecause: null,
    })
    expect(await batches.applyNextChunk('acme', START)).toBeNull()
  })

  it('say of each chunk what became of its rows', async () => {
    const stores = await open()
    const chunk = makeChunk(`anna,Oslo,\nbo,,\ncleo,${'x'.repeat(70_000)},`)
    const applied = async (version: 1 | 2) => {
      const batch = makeBatch({ batchId: `acme-${version}`, version })
      await stores.batches.open(batch, 100)
      await stores.batches.stage(batch, chunk)
      await stores.batches.accept(batch, { rows: 3, bytes: 100 })
      return stores.batches.applyNextChunk('acme', START)
    }

    expect([await applied(2), await applied(1)]).toEqual([
      { successfulUpdates: 2, profilesNotFound: 0, failedUpdates: 1 },
      { successfulUpdates: 2, profilesNotFound: 1, failedUpdates: 0 },
    ])
  })

  it('are a backlog of their client from when they are accepted until they are applied or given up', async () => {
    const { batches } = await open()
    const acceptedAt = async (batchId: string, receivedAt: number, clientCode = 'acme') => {
      const batch = makeBatch({ batchId, receivedAt, clientCode })
      await batches.open(batch, 100)
      for (const firstLine of [2, 2 + FULL_CHUNK_ROWS]) await batches.stage(batch, makeFullChunk(firstLine))
      await batches.accept(batch, { rows: 2 * FULL_CHUNK_ROWS, bytes: 100 })
    }
    await batches.open(makeBatch({ batchId: 'being received' }), 100)
    expect(await batches.backlog('acme')).toEqual({ waitingRows: 0, oldestReceivedAt: null, stuckBatches: 0 })

    await acceptedAt('first', START + 1)
    await acceptedAt('second', START + 2)
    await acceptedAt('of another', START, 'beta')
    await batches.applyNextChunk('acme', START)
    const halfWay = await batches.backlog('acme')
    for (let failure = 1; failure <= APPLY_ATTEMPTS; failure += 1) await batches.countFailure('acme', START)
    const givenUp = await batches.backlog('acme')
    while (await batches.applyNextChunk('acme', START));

    expect(halfWay).toEqual({
      waitingRows: 3 * FULL_CHUNK_ROWS,
      oldestReceivedAt: START + 1,
      stuckBatches: 0,
    })
    expect(givenUp).toEqual({
      waitingRows: 2 * FULL_CHUNK_ROWS,
      oldestReceivedAt: START + 2,
      stuckBatches: 1,
    })
    expect(await batches.backlog('acme')).toEqual({ waitingRows: 0, oldestReceivedAt: null, stuckBatches: 1 })
  })

  it('are applied in the order they came, so that the later one wins', async () => {
    const stores = await open()
    for (const [batchId, city] of [
      ['acme-9', 'Oslo'],
      ['acme-1', 'Bergen'],
    ] as const) {
      await stores.batches.open(makeBatch({ batchId }), 100)
      await stores.batches.stage(makeBatch({ batchId }), makeChunk(`anna,${city},`))
      await stores.batches.accept(makeBatch({ batchId }), { rows: 1, bytes: 100 })
    }

    while (await stores.batches.applyNextChunk('acme', START));

    expect(await profileOf(stores, 'anna')).toEqual({ city: 'Bergen' })
  })

  it('of another client and unknown ones are not found', async () => {
    const stores = await open()
    await apply(stores, 'anna,Oslo,gold')

    expect(await stores.batches.find(makeBatch({ clientCode: 'other' }))).toBeUndefined()
    expect(await stores.batches.find(makeBatch({ batchId: 'acme-2' }))).toBeUndefined()
  })

  it('leave nothing when they are discarded', async () => {
    const { batches } = await open()
    await batches.open(makeBatch(), 100)
    await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))

    await batches.discard(makeBatch())

    await expect(batches.accept(makeBatch(), { rows: 1, bytes: 100 })).rejects.toThrow('is gone')
    expect(await batches.find(makeBatch())).toBeUndefined()
    expect(await batches.applyNextChunk('acme', START)).toBeNull()
  })

  it('that an upload left behind are forgotten, accepted ones and newer ones are not', async () => {
    const { batches } = await open()
    await batches.open(makeBatch({ batchId: 'left-behind' }), 100)
    await batches.open(makeBatch({ batchId: 'uploading', receivedAt: START + 1 }), 100)
    await batches.open(makeBatch({ batchId: 'of-another', clientCode: 'beta' }), 100)
    await batches.open(makeBatch({ batchId: 'accepted' }), 100)
    await batches.accept(makeBatch({ batchId: 'accepted' }), { rows: 1, bytes: 100 })

    await batches.discardUnaccepted('acme', START + 1)

    await expect(
      batches.accept(makeBatch({ batchId: 'left-behind' }), { rows: 1, bytes: 100 }),
    ).rejects.toThrow('is gone')
    await batches.accept(makeBatch({ batchId: 'uploading' }), { rows: 1, bytes: 100 })
    expect(await batches.find(makeBatch({ batchId: 'left-behind' }))).toBeUndefined()
    expect(await batches.find(makeBatch({ batchId: 'uploading' }))).toBeDefined()
    expect(await batches.find(makeBatch({ batchId: 'accepted' }))).toBeDefined()
  })

  it('wait for a client up to so many bytes, those that are being received with all they may have', async () => {
    const { batches } = await open()
    const openOf = (clientCode: string, batchId: string, bytes: number) =>
      batches.open(makeBatch({ clientCode, batchId }), bytes)

    expect(await openOf('acme', 'first', WAITING_LIMIT.bytes - 3)).toBe(true)
    expect(await openOf('acme', 'too much', 4)).toBe(false)
    expect(await openOf('beta', 'of another', 4)).toBe(true)
    expect(await openOf('acme', 'just so', 3)).toBe(true)
    await batches.accept(makeBatch({ batchId: 'first' }), { rows: 1, bytes: 100 })
    expect(await openOf('acme', 'too much', WAITING_LIMIT.bytes - 102)).toBe(false)
    expect(await openOf('acme', 'just so again', WAITING_LIMIT.bytes - 103)).toBe(true)
    await expect(batches.accept(makeBatch({ batchId: 'too much' }), { rows: 1, bytes: 1 })).rejects.toThrow(
      'is gone',
    )
  })

  it('wait for a client up to so many rows, until they are applied or given up', async () => {
    const { batches } = await open()
    const large = makeBatch({ batchId: 'large' })
    await batches.open(large, 100)
    await batches.accept(large, { rows: WAITING_LIMIT.rows - 2, bytes: 100 })
    const openOf = (batchId: string, bytes: number) => batches.open(makeBatch({ batchId }), bytes)

    expect(await openOf('of three rows', 6)).toBe(false)
    expect(await openOf('of two rows', 4)).toBe(true)
    for (let failure = 1; failure <= APPLY_ATTEMPTS; failure += 1) await batches.countFailure('acme', START)
    expect(await openOf('of three rows', 6)).toBe(true)
  })

  it('are stuck after the fifth failure in a row to apply them, and let the next one pass', async () => {
    const stores = await open()
    const { batches } = stores
    await batches.open(makeBatch(), 100)
    for (const firstLine of [2, 2 + FULL_CHUNK_ROWS])
      await batches.stage(makeBatch(), makeFullChunk(firstLine))
    await batches.accept(makeBatch(), { rows: 2 * FULL_CHUNK_ROWS, bytes: 100 })
    const fail = async (times: number) => {
      for (let time = 0; time < times; time += 1) await batches.countFailure('acme', START + 1000)
    }

    await fail(4)
    await batches.applyNextChunk('acme', START)
    await fail(4)
    const before = await batches.find(makeBatch())
    await batches.countFailure('other', START)
    await fail(1)

    expect(before).toMatchObject({ state: 'incomplete', consumedCount: FULL_CHUNK_ROWS })
    const stuck = {
      batchId: 'acme-1',
      batchSize: 2 * FULL_CHUNK_ROWS,
      consumedCount: FULL_CHUNK_ROWS,
      triedAgainAt: null,
      stuckAt: START + 1000,
    }
    expect(await batches.stuckSince('acme', START + 1000)).toEqual([stuck])
    expect(await batches.stuckSince('acme', START + 1001)).toEqual([])
    expect(await batches.stuckSince('other', 0)).toEqual([])
    expect(await batches.find(makeBatch())).toMatchObject({
      state: 'stuck',
      stuckBecause: 'apply-failed',
      consumedCount: FULL_CHUNK_ROWS,
    })
    expect(await apply(stores, 'bo,Oslo,gold', { batchId: 'acme-2' })).toMatchObject({ state: 'complete' })
  })
})
