import { setTimeout as delay } from 'node:timers/promises'
import { startPostgres } from '../support/postgres-server.ts'
import { type Engine, postgres, sqlite } from './engines.ts'
import { median, percentile, print } from './figures.ts'
import { batchOf, type Load, loads, ROW_COUNT } from './rows.ts'
import { type BenchedService, startService, withFolder } from './service.ts'

const ROUNDS = 3
const batches: Record<Load, Buffer<ArrayBuffer>> = {
  'first load': batchOf('first load'),
  update: batchOf('update'),
  'in no order': batchOf('in no order'),
}

/** What others ask of the service while a batch goes in; milliseconds between two of a kind. */
const meanwhile = {
  'single read': { everyMs: 5, path: '/rest/v1/profiles/thirdPartyId/customer-1?client=demo' },
  'admin page': { everyMs: 25, path: '/console/v1/implementation' },
  'single update': { everyMs: 25, path: '/m2/demo/profile/update?mbox3rdPartyId=customer-1&profile.seen=1' },
}
type Kind = keyof typeof meanwhile

/** Rows per second of a batch, from its first byte to status `complete`, against what the database can do by itself. */
export async function benchIngest() {
  await benchEngine(sqlite)
  const { url, stop } = await startPostgres({ durable: true })
  await benchEngine(postgres(url))
  await stop()
}

type Round = { floorMs: number; acceptedMs: number; completeMs: number }

async function benchEngine(engine: Engine) {
  const rounds: Record<Load, Round[]> = { 'first load': [], update: [], 'in no order': [] }
  const waits: Record<Kind, number[]> = { 'single read': [], 'admin page': [], 'single update': [] }
  const peaks: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await withFolder(async (folder) => {
      const floor = await engine.openFloor(folder)
      const service = await startService(folder, await engine.environment())
      await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
      const whileCalling = async (kinds: Kind[], load: Load) => {
        const calls = kinds.map((kind) => ({ kind, calling: keepCalling(service, kind) }))
        const ingested = await service.ingest(batches[load])
        for (const { kind, calling } of calls) waits[kind].push(...(await calling.stop()))
        return ingested
      }
      for (const load of loads) {
        const floorMs = await floor.merge(load)
        const ingested = await whileCalling(['single read', 'admin page'], load)
        rounds[load].push({ floorMs, ...ingested })
      }
      // Each of these waits for the disk, and the batch for them, so that its own time would tell nothing.
      await whileCalling(['single update'], 'update')
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
  for (const [kind, waitsMs] of Object.entries(waits)) {
    const [p50, p99] = [50, 99].map((percent) => percentile(percent, waitsMs).toFixed(1))
    print(`  ${kind.padEnd(14)} meanwhile: p50 ${p50} ms, p99 ${p99} ms of ${waitsMs.length}`)
  }
  print(`  peak memory    ${Math.round(median(peaks))} MB`)
}
