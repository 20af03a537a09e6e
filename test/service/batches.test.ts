import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Batch, BATCH_COUNT_LIMIT, BATCH_PAGE, BatchList, FAILURE_PAGE } from '#contract/batches.ts'
import { writeCounts } from '#service/callers/rules.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { makeBatch } from '../storage/records.ts'
import { json, makeService, START } from '../support/service.ts'

const BATCHES = '/console/v1/batches'
const V2 = '/m2/acme/v2/profile/batchUpdate'
const V1 = '/m2/acme/profile/batchUpdate'

async function makeBatches() {
  const service = makeService()
  const approver = await service.as('approver', 'Ana')
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    service.call(path, { method: 'POST', body, headers: { 'User-Agent': 'curl/8.5.0', ...headers } })
  const list = async (query = '', call = approver) =>
    v.parse(BatchList, await (await call(`${BATCHES}${query}`)).json())
  const see = async (batchId: string, query = '') =>
    v.parse(Batch, await (await approver(`${BATCHES}/${batchId}${query}`)).json())
  /** Accepts a batch that nothing can apply any more. */
  const makeStuck = async () => {
    await service.ports.batches.open(makeBatch(), 100)
    await service.ports.batches.accept(makeBatch(), { rows: 1, bytes: 100 })
    for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
      await service.ports.batches.countFailure('acme', START)
  }
  return { ...service, approver, send, list, see, makeStuck }
}

const STUCK = { stuckSince: new Date(START).toISOString() }

describe('the list of batches', () => {
  it('says of each who sent it, how, how many rows and what became of them', async () => {
    const { send, list, applyBatches, advance } = await makeBatches()
    await send(V1, 'batch=thirdPartyId,city\nanna,Oslo\n')
    await applyBatches()
    advance(60)
    await send(V2, 'batch=pcId,city\n1,Oslo\n2,Rome\n')

    const { batches, counts, older, keptDays } = await list()

    expect(batches).toMatchObject([
      {
        state: 'incomplete',
        version: 2,
        idKind: 'pcId',
        batchSize: 2,
        consumedCount: 0,
        finishedAt: null,
        caller: { address: '203.0.113.7', userAgent: 'curl', name: null },
      },
      {
        state: 'complete',
        version: 1,
        idKind: 'thirdPartyId',
        profilesNotFound: 1,
        finishedAt: STUCK.stuckSince,
      },
    ])
    expect(counts).toEqual({ all: 2, running: 1, 'with-failures': 1, stuck: 0, refused: 0 })
    expect([older, keptDays]).toEqual([null, 90])
  })

  it('gives its caller the name and the id that the list of callers has', async () => {
    const { send, list, approver, ports } = await makeBatches()
    await send(V2, 'batch=pcId,city\n1,Oslo\n')
    await writeCounts(ports, ports.client)
    const [caller] = (await (await approver('/console/v1/callers')).json()).callers
    await approver(`/console/v1/callers/${caller.id}`, json('PATCH', { name: 'Nightly CRM job' }))

    const { batches } = await list()

    expect(batches[0]?.caller).toMatchObject({ id: caller.id, name: 'Nightly CRM job' })
  })

  it('tells nobody who called who may not see callers', async () => {
    const { send, list, as } = await makeBatches()
    await send(V2, 'batch=pcId,city\n1,Oslo\n')

    const { batches } = await list('', await as('observer', 'Otto'))

    expect(batches).toMatchObject([{ batchSize: 1, caller: null }])
  })

  it('goes on by a cursor, through all of them once', async () => {
    const { list, ports } = await makeBatches()
    for (let index = 0; index < BATCH_PAGE + 1; index += 1) {
      const batch = makeBatch({ batchId: `acme-${index}` })
      await ports.batches.open(batch, 100)
      await ports.batches.accept(batch, { rows: 1, bytes: 100 })
    }

    const first = await list()
    const second = await list(`?before=${first.older}`)

    expect([first.batches.length, second.batches.length, second.older]).toEqual([BATCH_PAGE, 1, null])
    expect(new Set([...first.batches, ...second.batches].map(({ batchId }) => batchId)).size).toBe(
      BATCH_PAGE + 1,
    )
  })

  it('is filtered by what became of them and by time', async () => {
    const { send, list, advance } = await makeBatches()
    await send(V2, 'batch=pcId,city\n1,Oslo\n')
    advance(60)
    await send(V2, 'nothing')
    const [from, to] = [START, START + 60_000].map((ms) => new Date(ms).toISOString())

    const inTheMinute = await list(`?from=${from}&to=${to}`)
    const refused = await list('?only=refused')

    expect(inTheMinute.batches.map(({ state }) => state)).toEqual(['incomplete'])
    expect(inTheMinute.counts).toMatchObject({ all: 1, refused: 0 })
    expect(refused.batches.map(({ state }) => state)).toEqual(['refused'])
  })

  it('counts no further than a thousand', async () => {
    const { list, ports } = await makeBatches()
    const { idKind: _, ...upload } = makeBatch()
    for (let index = 0; index <= BATCH_COUNT_LIMIT; index += 1)
      await ports.batches.keepRefused({ ...upload, batchId: `acme-${index}`, refusal: 'Batch is empty.' })

    expect((await list()).counts).toMatchObject({ all: null, refused: null, stuck: 0 })
  })

  it.each(['?only=late', '?before=1', '?before=x', '?from=yesterday', '?to=1'])(
    'refuses %s',
    async (query) => {
      const { approver } = await makeBatches()

      expect((await approver(`${BATCHES}${query}`)).status).toBe(400)
    },
  )
})

describe('a refused upload', () => {
  it.each([
    ['an empty body', '', 'Batch is empty: send "batch=pcId,…" and at least one row below it.'],
    [
      'no beginning',
      'mary',
      'Batch is empty: the body must begin with "batch=pcId," or "batch=thirdPartyId,".',
    ],
    [
      'a cell too many',
      'batch=pcId,city\n1,Oslo\n2,Rome,mary\n',
      'Line 3 has 3 cells, the header names 2; write a comma inside a value as %2C.',
    ],
    ['an id that no profile has', 'batch=pcId,city\na+b,Oslo\n', 'Line 2: the id contains + or /.'],
    [
      'a first column of values',
      'batch=mary@example.com,Oslo\n',
      'Line 1: the first column must be pcId or thirdPartyId.',
    ],
    [
      'values twice in line 1',
      'batch=pcId,mary@example.com,mary@example.com\n1,a,b\n',
      'Line 1: two columns have the same name.',
    ],
  ])('of %s stands in the list with what was told, and no value', async (_, body, refusal) => {
    const { send, list } = await makeBatches()

    const answer = await send(V2, body)

    expect(answer.status).toBe(400)
    const { batches } = await list()
    expect(batches).toMatchObject([
      { state: 'refused', refusal, batchSize: 0, idKind: null, version: 2, caller: { userAgent: 'curl' } },
    ])
    expect(JSON.stringify(batches)).not.toContain('mary')
  })

  it('of another media type stands there too', async () => {
    const { send, list } = await makeBatches()

    await send(V1, '{}', { 'Content-Type': 'application/json' })

    expect((await list()).batches).toMatchObject([{ state: 'refused', version: 1 }])
  })

  it('is no batch to the profile API', async () => {
    const { send, list, call } = await makeBatches()
    await send(V2, 'nothing')
    const { batches } = await list()

    const status = await call(`/m2/acme/profile/batchStatus?batchId=${batches[0]?.batchId}`)

    expect(status.status).toBe(404)
  })

  it('is answered as ever while it cannot be kept', async () => {
    const { send, ports } = await makeBatches()
    ports.batches.keepRefused = () => Promise.reject(new Error('planted'))

    expect((await send(V2, 'nothing')).status).toBe(400)
  })
})

describe('a batch', () => {
  it('has its failures a page at a time', async () => {
    const { send, list, see, applyBatches } = await makeBatches()
    const rows = Array.from({ length: FAILURE_PAGE + 1 }, (_, index) => `nobody-${index},Oslo\n`)
    await send(V1, `batch=pcId,city\n${rows.join('')}`)
    await applyBatches()
    const { batchId = '' } = (await list()).batches[0] ?? {}

    const first = await see(batchId)
    const second = await see(batchId, `?after=${first.nextFailures}`)

    expect(first.failures[0]).toEqual({ line: 2, id: 'nobody-0', reason: 'not-found' })
    expect([first.failures.length, first.nextFailures]).toEqual([FAILURE_PAGE, FAILURE_PAGE + 1])
    expect([second.failures.length, second.nextFailures]).toEqual([1, null])
  })
})

describe('a stuck batch', () => {
  it('is tried again by an approver: those who apply batches are told', async () => {
    let told = 0
    const service = makeService({ batchAccepted: () => (told += 1) })
    const approver = await service.as('approver', 'Ana')
    await service.ports.batches.open(makeBatch(), 100)
    await service.ports.batches.accept(makeBatch(), { rows: 1, bytes: 100 })
    for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
      await service.ports.batches.countFailure('acme', START)

    const answer = await approver(`${BATCHES}/acme-1/try-again`, json('POST', STUCK))

    expect(await answer.json()).toMatchObject({
      state: 'incomplete',
      stuckSince: null,
      lastAct: { act: 'tried-again', by: 'Ana', at: STUCK.stuckSince },
    })
    expect(told).toBe(1)
  })

  it('is given up, which the profile API goes on to call stuck', async () => {
    const { approver, makeStuck, call } = await makeBatches()
    await makeStuck()

    const answer = await approver(`${BATCHES}/acme-1/give-up`, json('POST', STUCK))

    expect(await answer.json()).toMatchObject({ state: 'given-up', finishedAt: STUCK.stuckSince })
    const status = await call('/m2/acme/profile/batchStatus?batchId=acme-1')
    expect(await status.text()).toContain('<status>stuck</status>')
  })

  it('is decided about once: who comes second is told who was first, and what they did', async () => {
    const { approver, as, makeStuck } = await makeBatches()
    await makeStuck()
    await approver(`${BATCHES}/acme-1/try-again`, json('POST', STUCK))
    const second = await as('approver', 'Ben')

    const answer = await second(`${BATCHES}/acme-1/give-up`, json('POST', STUCK))

    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      code: 'conflict',
      detail: `Ana tried this batch again at ${STUCK.stuckSince}, after what you saw. Look at it again.`,
    })
  })

  it.each([
    ['one that is not stuck', 'acme-1', 409],
    ['one that is not there', 'acme-2', 404],
  ])('is no %s', async (_, batchId, status) => {
    const { approver, ports } = await makeBatches()
    await ports.batches.open(makeBatch(), 100)
    await ports.batches.accept(makeBatch(), { rows: 1, bytes: 100 })

    const answer = await approver(`${BATCHES}/${batchId}/try-again`, json('POST', { stuckSince: null }))

    expect(answer.status).toBe(status)
  })

  it.each([{}, { stuckSince: 'lately' }, { stuckSince: 5 }])('is not decided about by %j', async (body) => {
    const { approver, makeStuck } = await makeBatches()
    await makeStuck()

    expect((await approver(`${BATCHES}/acme-1/give-up`, json('POST', body))).status).toBe(400)
  })
})
