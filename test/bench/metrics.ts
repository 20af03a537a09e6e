import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import { readExposition } from '../support/exposition.ts'
import { median, percentile, print } from './figures.ts'
import { PATH, readsPerSecond } from './reads.ts'
import { type BenchedService, startService, withFolder } from './service.ts'

const ROUNDS = 41
const SETTLE_MS = 10_000
const METRICS_PORT = '9464'

/** Requests per second of a single read with metrics against without, in alternating rounds of two processes. */
export async function benchMetrics() {
  await withFolder(async (folder) => {
    const [on, off] = [
      await startRead(join(folder, 'on'), { METRICS_PORT }),
      await startRead(join(folder, 'off'), {}),
    ]
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await (round % 2 === 0 ? on : off).read()
      const second = await (round % 2 === 0 ? off : on).read()
      ratios.push(round % 2 === 0 ? first / second : second / first)
    }
    await delay(SETTLE_MS)
    const startedAt = performance.now()
    const text = await (await fetch(`http://localhost:${METRICS_PORT}/metrics`)).text()
    const scrapeMs = performance.now() - startedAt
    const memory = [on, off].map(({ service }) => service.rssMB())
    for (const { service } of [on, off]) await service.stop()

    print(`\nSingle read with metrics, of the same without, ${ROUNDS} alternating rounds of two processes`)
    print(
      `  median ${median(ratios).toFixed(3)}, quarters ${[25, 75].map((p) => percentile(p, ratios).toFixed(2)).join(' to ')}`,
    )
    print(`  memory after it ${memory.map((mb) => `${Math.round(mb)} MB`).join(' against ')}`)
    print(
      `  a scrape ${scrapeMs.toFixed(0)} ms, ${Math.round(text.length / 1000)} kB, ${readExposition(text).size} names`,
    )
  })
}

async function startRead(folder: string, environment: Record<string, string>) {
  const service: BenchedService = await startService(folder, environment)
  await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
  await service.requireAuthentication(true)
  const authorization = await service.generateToken()
  const read = () => readsPerSecond(`${service.url}${PATH}`, authorization)
  await read()
  return { service, read }
}
