import { setTimeout as delay } from 'node:timers/promises'
import { startPostgres } from '../support/postgres-server.ts'
import { type Engine, postgres, sqlite } from './engines.ts'
import { median, percentile, print } from './figures.ts'
import { batchOf, type Load, loads, ROW_COUNT } from './rows.ts'
import { type BenchedService, startService, withFolder } from './service.ts'

const ROUNDS = 3
const batches: Record<Load, Buffer<ArrayBuffer>> = {
  'first load': Buffer.from(batchOf('first load')),
  update: Buffer.from(batchOf('update')),
}

/** What others ask of the service while a batch goes in; milliseconds between two of a kind. */
const meanwhile = {
  'single read': { everyMs: 5, path: '/rest/v1/profiles/thirdPartyId/customer-1?client=demo' },
  'admin page': { everyMs: 25, path: '/console/v1/implementation' },
  'single update': { everyMs: 25, path: '/m2/demo/profile/update?mbox3rdPartyId=customer-1&profile.seen=1' },
}
type Kind = keyof typeof meanwhile
const kinds = Object.keys(meanwhile) as Kind[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys

/** Rows per second of a batch, from its first byte to status `complete`, against what the database can do by itself. */
export async function benchIngest() {
  await benchEngine(sqlite)
  const { url, stop } = await startPostgres({ durable: true })
  await benchEngine(postgres(url))
  await stop()
}

type Round = { floorMs: number; acceptedMs: number; completeMs: number }

async function benchEngine(engine: Engine) {
  const rounds: Record<Load, Round[]> = { 'first load': [], update: [] }
  const waits: Record<Kind, number[]> = { 'single read': [], 'admin page': [], 'single update': [] }
  const peaks: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await withFolder(async (folder) => {
      const floor = await engine.openFloor(folder)
      const service = await startService(folder, await engine.environment())
      await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
      for (const load of loads) {
        const floorMs = await floor.merge(load)
        const calls = kinds.map((kind) => keepCalling(service, kind))
        const { acceptedMs, completeMs } = await service.ingest(batches[load])
        for (const [index, kind] of kinds.entries()) waits[kind].push(...((await calls[index]?.stop()) ?? []))
        rounds[load].push({ floorMs, acceptedMs, completeMs })
      }
      peaks.push(service.peakRssMB())
      await service.stop()
      await floor.close()
    })
  }
  report(engine.name, rounds, waits, peaks)
}

function keepCalling({ url, asAdministrator }: BenchedService, kind: Kind) {
  const { everyMs, path } = meanwhile[kind]
  const over = new AbortController()
  const called = (async () => {
    const waitsMs: number[] = []
    while (!over.signal.aborted) {
      const startedAt = performance.now()
      await (await fetch(`${url}${path}`, { headers: asAdministrator })).arrayBuffer()
      waitsMs.push(performance.now() - startedAt)
      await delay(everyMs)
    }
    return waitsMs
  })()
  return {
    stop() {
      over.abort()
      return called
    },
  }
}

function report(name: string, rounds: Record<Load, Round[]>, waits: Record<Kind, number[]>, peaks: number[]) {
  const perSecond = (ms: number) => `${Math.round(ROW_COUNT / ms)}k rows/s`
  print(`\n${name}: ${ROW_COUNT} rows, 4 attributes; medians of ${ROUNDS} alternating rounds`)
  for (const load of loads) {
    const of = (key: keyof Round) => median(rounds[load].map((round) => round[key]))
    const ratio = median(rounds[load].map(({ floorMs, completeMs }) => floorMs / completeMs))
    print(
      `  ${load.padEnd(14)} ${ratio.toFixed(2)} of the floor: ${perSecond(of('completeMs'))} against ${perSecond(of('floorMs'))}; accepted after ${Math.round(of('acceptedMs'))} ms of ${Math.round(of('completeMs'))}`,
    )
  }
  for (const kind of kinds) {
    const [p50, p99] = [50, 99].map((percent) => percentile(percent, waits[kind]).toFixed(1))
    print(`  ${kind.padEnd(14)} meanwhile: p50 ${p50} ms, p99 ${p99} ms of ${waits[kind].length}`)
  }
  print(`  peak memory    ${Math.round(median(peaks))} MB`)
}
