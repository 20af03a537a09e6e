import { Client } from 'pg'
import { expect, it, vi } from 'vitest'
import type { BatchStore } from '#service/batches/store.ts'
import type { ProfileStore } from '#service/profiles/store.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { emptyDatabase, select } from '../support/postgres.ts'
import { makeAudit, makeBatch, makeChunk, START } from './records.ts'

// What Citus takes of statements on tables that are spread over machines by the client code, seen on one PostgreSQL.

const SPREAD = 'profiles|batches|batch_chunks|batch_failures'
const USE = new RegExp(String.raw`\b(?:from|join|update|into) "?(?:${SPREAD})"?\b`, 'g')

/** Has the stores do whatever they can. @returns every statement on such a table, once */
async function asked() {
  const url = await emptyDatabase()
  const storage = await openPostgres(url)
  const { stores } = storage
  const spy = vi.spyOn(Client.prototype, 'query')
  const called = new Set<string>()
  await doEverything(noting(stores.batches, called), noting(stores.profiles, called))
  const all = spy.mock.calls.map(([text]): unknown => text).filter((text) => typeof text === 'string')
  const statements = [...new Set(all)].filter((text) => text.match(USE))
  spy.mockRestore()
  await storage.close()
  expect([...called].toSorted()).toEqual(
    [...new Set([...Object.keys(stores.batches), ...Object.keys(stores.profiles)])].toSorted(),
  )
  expect(statements.length).toBeGreaterThan(30)
  return { url, statements }
}

function noting<Store extends object>(store: Store, called: Set<string>): Store {
  return new Proxy(store, {
    get(target, name): unknown {
      called.add(String(name))
      return Reflect.get(target, name)
    },
  })
}

async function doEverything(batches: BatchStore, profiles: ProfileStore) {
  const clientCode = 'acme'
  const accepted = async (batchId: string, version: 1 | 2, lines: string) => {
    const batch = makeBatch({ batchId, version })
    await batches.open(batch, 100)
    await batches.stage(batch, makeChunk(lines))
    await batches.accept(batch, { rows: 2, bytes: 100 })
    return batch
  }
  await accepted('together', 2, 'anna,Oslo,\nben,Rome,')
  await accepted(
    'closely',
    2,
    `anna,Oslo,\nanna,Bergen,\ncleo,${'x'.repeat(60_000)},\ncleo,,${'y'.repeat(20_000)}`,
  )
  await accepted(
    'of-those-there-are',
    1,
    `anna,Oslo,\nnobody,Rome,\nben,${'x'.repeat(60_000)},\nben,,${'y'.repeat(20_000)}`,
  )
  while (await batches.applyNextChunk(clientCode, START)) {
    // until there is none
  }
  const stuck = await accepted('stuck', 2, 'anna,Oslo,')
  const decision = { clientCode, batchId: 'stuck', sawStuckAt: START, by: 'Ana', at: START }
  for (const decide of ['tryAgain', 'giveUp'] as const) {
    for (let time = 0; time < 5; time += 1) await batches.countFailure(clientCode, START)
    await batches.stuckSince(clientCode, START)
    expect(await batches[decide](decision, makeAudit())).toBe(true)
  }
  await batches.open(makeBatch({ batchId: 'discarded' }), 100)
  await batches.discard(makeBatch({ batchId: 'discarded' }))
  await batches.discardUnaccepted(clientCode, START)
  const { caller, receivedAt } = makeBatch()
  await batches.keepRefused({
    batchId: 'refused',
    clientCode,
    version: 2,
    caller,
    receivedAt,
    refusal: 'No.',
  })
  const selection = { clientCode, from: 0, until: START + 1 }
  for (const only of [null, 'running', 'stuck', 'refused', 'with-failures'] as const) {
    await batches.page({ ...selection, only }, { receivedAt: START, sequence: 1 }, 10)
    await batches.count({ ...selection, only }, 10)
  }
  await batches.find(stuck)
  await batches.failures(stuck)
  await batches.backlog(clientCode)
  while (await batches.removeBefore(clientCode, START + 1)) {
    // until there is none
  }
  const update = { clientCode, idKind: 'thirdPartyId', modifiedAt: START } as const
  for (const id of ['anna', 'nobody'])
    await profiles.update({ ...update, id, attributes: [['city', 'Oslo']] })
  await profiles.find(clientCode, 'thirdPartyId', 'anna')
}

it('names the client wherever it names such a table', async () => {
  const { statements } = await asked()

  const without = statements.filter((text) => {
    const named = text.match(/"?client_code"? (?:=|in) |insert into [^(]*\([^)]*\bclient_code\b/g) ?? []
    return named.length < (text.match(USE) ?? []).length
  })

  expect(without).toEqual([])
})

it('inserts nothing by a query within the insert', async () => {
  const { statements } = await asked()

  const inserts = statements.flatMap((text) => text.match(/insert into[\s\S]*?(?:\breturning\b|$)/g) ?? [])

  expect(inserts.length).toBeGreaterThan(5)
  expect(inserts.filter((text) => /\(\s*select\b/.test(text))).toEqual([])
})

it('decides about a profile by functions alone whose result never changes', async () => {
  const { url, statements } = await asked()
  const deciding = statements.flatMap((text) => text.match(/(?:on conflict|update "?profiles)[\s\S]*/g) ?? [])
  const names = new Set(
    deciding.flatMap((text) => [...text.matchAll(/\b([a-z_]+)\(/g)].map(([, name]) => name)),
  )

  const functions = await select(
    url,
    `select distinct proname, provolatile from pg_proc where proname in ('${[...names].join("', '")}')`,
  )

  expect(functions.map(({ proname }) => proname)).toContain('octet_length')
  expect(functions.filter(({ provolatile }) => provolatile !== 'i')).toEqual([])
})
