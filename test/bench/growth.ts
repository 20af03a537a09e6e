import { startPostgres } from '../support/postgres-server.ts'
import { postgres, sqlite } from './engines.ts'
import { median, percentile, print } from './figures.ts'
import { withinMemory } from './memory-limit.ts'
import { processorSecondsOf } from './processor-time.ts'
import { batchOfRows, rowOf } from './rows.ts'
import { type BenchedService, startService, withFolder } from './service.ts'

const SIZES = [100_000, 1_000_000, 3_000_000]
/** Less than a third of what 3 million profiles take on either engine, and what the processes themselves take is part of it. */
const SMALL_MEMORY_MB = 384
const MEASURED_ROWS = 100_000
const FILLED_AT_ONCE = 500_000
const READS = 2000
const ROUNDS = 3
/** Shares no divisor with any size, so that every number comes once. */
const STRIDE = 618_033_989

/** Rows that are sent in one batch, into a database with so many profiles in it, in a round of its own. */
const ids = {
  'first load': (index: number, size: number, round: number) => `new-${size}-${round}-${index}`,
  'update in order': (index: number, size: number, round: number) =>
    `customer-${(index + round * MEASURED_ROWS) % size}`,
  'first load in no order': (index: number, size: number, round: number) =>
    `customer-${(index * STRIDE) % size}-${size}-${round}`,
  'update in no order': (index: number, size: number, round: number) =>
    `customer-${((index + round * MEASURED_ROWS) * STRIDE) % size}`,
}
type Load = keyof typeof ids
const LOADS = [
  'first load',
  'update in order',
  'first load in no order',
  'update in no order',
] as const satisfies Load[]

/** Whether what a batch and a read take stays the same while there are more and more profiles. */
export const benchGrowth = () => growth(SIZES)

/** As `benchGrowth`, further. */
export const benchGrowthTo10Million = () => growth([100_000, 10_000_000])

/** As `benchGrowth`, with less memory for the pages of files than there are. */
export const benchGrowthInSmallMemory = () => growth(SIZES, SMALL_MEMORY_MB)

type Started = {
  service: BenchedService
  /** Processor time that the service and its database have taken so far. */
  processorSeconds: () => number
  stop: () => Promise<unknown>
}

/** How each is started, with a folder for its data. */
const engines: Record<string, (folder: string) => Promise<Started>> = {
  async SQLite(folder: string) {
    const service = await startService(folder, await sqlite.environment())
    return { service, processorSeconds: () => processorSecondsOf(service.pid), stop: service.stop }
  },
  async PostgreSQL(folder: string) {
    const server = await startPostgres({ durable: true })
    const service = await startService(folder, await postgres(server.url).environment())
    const stop = async () => {
      await service.stop()
      await server.stop()
    }
    const processorSeconds = () => processorSecondsOf(service.pid) + processorSecondsOf(server.pid)
    return { service, processorSeconds, stop }
  },
}

/** Which engines, by name; all of them unless the variable says one. */
const chosen = Object.entries(engines).filter(([name]) => name === (process.env['ENGINE'] ?? name))

async function growth(sizes: number[], limitMB?: number) {
  for (const [name, start] of chosen) {
    print(`\n${name}, growing${limitMB === undefined ? '' : ` within ${limitMB} MB of memory`}`)
    await withFolder(async (folder) => {
      const { started, remove } = await withinMemory(limitMB, () => start(folder))
      const base: Partial<Record<Load, Rows>> = {}
      let filled = 0
      for (const size of sizes) {
        await fill(started.service, filled, size)
        filled = size
        await measure(started, size, base)
      }
      await started.stop()
      await remove()
    })
  }
}

async function fill(service: BenchedService, from: number, to: number) {
  for (let start = from; start < to; start += FILLED_AT_ONCE) {
    const rowCount = Math.min(FILLED_AT_ONCE, to - start)
    await service.ingest(batchOf(rowCount, (index) => `customer-${start + index}`))
  }
}

/** How many go in, for each second and for each second of processor time. */
type Rows = { perSecond: number; perProcessorSecond: number }

/** @param base of the first size, kept here when there is none yet */
async function measure(
  { service, processorSeconds }: Started,
  size: number,
  base: Partial<Record<Load, Rows>>,
) {
  print(`  ${size.toLocaleString('en')} profiles`)
  for (const load of LOADS) {
    const rounds: Rows[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const body = batchOf(MEASURED_ROWS, (index) => ids[load](index, size, round))
      const usedBefore = processorSeconds()
      const { completeMs } = await service.ingest(body)
      rounds.push({
        perSecond: (MEASURED_ROWS * 1000) / completeMs,
        perProcessorSecond: MEASURED_ROWS / (processorSeconds() - usedBefore),
      })
    }
    const of = (key: keyof Rows) => median(rounds.map((round) => round[key]))
    const rows = { perSecond: of('perSecond'), perProcessorSecond: of('perProcessorSecond') }
    const first = (base[load] ??= rows)
    const figure = (key: keyof Rows) =>
      `${Math.round(rows[key] / 1000)}k rows/s, ${(rows[key] / first[key]).toFixed(2)} of the first size`
    print(`    ${load.padEnd(22)} ${figure('perSecond')}; of processor time ${figure('perProcessorSecond')}`)
  }
  const waitsMs = await readMany(service, size)
  const [p50, p99] = [50, 99].map((percent) => percentile(percent, waitsMs).toFixed(2))
  print(
    `    single read            p50 ${p50} ms, p99 ${p99} ms; at most ${Math.round(service.peakRssMB())} MB`,
  )
}

async function readMany({ url }: BenchedService, size: number) {
  const waitsMs: number[] = []
  for (let index = 0; index < READS; index += 1) {
    const id = `customer-${(index * STRIDE) % size}`
    const startedAt = performance.now()
    const answer = await fetch(`${url}/rest/v1/profiles/thirdPartyId/${id}?client=demo`)
    if (!answer.ok) throw new Error(`${id}: ${answer.status}`)
    await answer.arrayBuffer()
    waitsMs.push(performance.now() - startedAt)
  }
  return waitsMs
}

const batchOf = (rowCount: number, idOf: (index: number) => string) =>
  batchOfRows(
    Array.from({ length: rowCount }, (_, index): [string, string[]] => [
      idOf(index),
      rowOf('first load', index)[1],
    ]),
  )
