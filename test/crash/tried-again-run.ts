import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { APPLY_ATTEMPTS, type BatchKey } from '#service/batches/store.ts'
import type { Stores } from '#service/stores.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { makeBatch, makeChunk, START } from '../storage/records.ts'
import { setUpAna } from '../support/console-calls.ts'
import { type Environment, spawnService } from '../support/service-process.ts'

/** How often the service is killed, each time a little later after the call. */
export const TRIES = 6
const LATER_MS = 8
const CHUNKS = 40
const ROWS_OF_CHUNK = 50
const COUNT = CHUNKS * ROWS_OF_CHUNK

/**
 * Has a stuck batch tried again and kills the service meanwhile, TRIES times: either the batch is stuck as before and nothing is
 * recorded, or the record is there, the batch goes on by itself, and each row is applied and counted once.
 */
export async function triedAgainRun(environment: Environment, open: () => Promise<SqlStorage>) {
  const inStores = async <Result>(work: (stores: Stores) => Promise<Result>) => {
    const storage = await open()
    try {
      return await work(storage.stores)
    } finally {
      await storage.close()
    }
  }
  const first = await spawnService(environment)
  const accessToken = await setUpAna(first.url, first.setUpUrl)
  await first.stop()
  for (let kill = 0; kill < TRIES; kill += 1) {
    const batch = makeBatch({ clientCode: 'demo', batchId: `demo-${kill}` })
    await inStores((stores) => makeStuck(stores, batch))

    const wasAnswered = await killedWhileTriedAgain(batch, kill * LATER_MS)

    const { records, found } = await inStores((stores) => standOf(stores, batch))
    if (records === 0) {
      expect([wasAnswered, found]).toMatchObject([false, { state: 'stuck', consumedCount: 0, lastAct: null }])
      continue
    }
    expect([records, found]).toMatchObject([1, { lastAct: { act: 'tried-again', by: 'Ana' } }])
    await goOnToTheEnd(batch)
    expect(await inStores((stores) => standOf(stores, batch))).toMatchObject({
      records: 1,
      found: { batchSize: COUNT, consumedCount: COUNT, successfulUpdates: COUNT },
    })
  }

  async function killedWhileTriedAgain({ batchId }: BatchKey, laterMs: number): Promise<boolean> {
    const service = await spawnService(environment)
    const answer = callOf(service.url, `${batchId}/try-again`, {
      method: 'POST',
      body: JSON.stringify({ stuckSince: new Date(START).toISOString() }),
    }).then(
      ({ ok }) => ok,
      () => false,
    )
    await delay(laterMs)
    await service.kill()
    return answer
  }

  async function goOnToTheEnd({ batchId }: BatchKey) {
    const service = await spawnService(environment)
    const seen = async (): Promise<unknown> => (await callOf(service.url, batchId)).json()
    await expect.poll(seen, { interval: 10 }).toMatchObject({ state: 'complete' })
    await service.stop()
  }

  function callOf(url: string, path: string, init: RequestInit = {}) {
    const headers = { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' }
    return fetch(`${url}/console/v1/batches/${path}`, { ...init, headers })
  }
}

async function makeStuck({ batches }: Stores, batch: ReturnType<typeof makeBatch>) {
  await batches.open(batch, 100)
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    const rows = Array.from(
      { length: ROWS_OF_CHUNK },
      (_, row) => `${batch.batchId}-${chunk}-${row},Oslo,gold`,
    )
    await batches.stage(batch, makeChunk(rows.join('\n'), { firstLine: 2 + chunk * ROWS_OF_CHUNK }))
  }
  await batches.accept(batch, { rows: COUNT, bytes: 100 })
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
    await batches.countFailure(batch.clientCode, START)
}

async function standOf({ audit, batches }: Stores, batch: BatchKey) {
  const records = (await audit.list(100)).filter(
    ({ action, subject }) => action === 'batch.tried-again' && subject === batch.batchId,
  )
  return { records: records.length, found: await batches.find(batch) }
}
