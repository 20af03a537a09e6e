import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { CALLER_LIMIT, CALLS_KEPT_DAYS } from '#contract/callers.ts'
import { CallObserver } from '#service/callers/observer.ts'
import { DAY_MS, HOUR_MS, startOfDay } from '#service/callers/periods.ts'
import { listRefused } from '#service/callers/list-refused.ts'
import { listCallers, summarizeCallers, writeCounts } from '#service/callers/rules.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { makeAudit, makeSession, makeSettings, makeUser } from '../storage/records.ts'
import { postgres } from './engines.ts'
import { median, percentile, print } from './figures.ts'
import { PATH, readsPerSecond } from './reads.ts'
import { startService, withFolder } from './service.ts'

const ROUNDS = 41
const ASKED = 15
const CLIENT = { clientCode: 'demo', tenant: 'demo', imsOrgId: null, publicUrl: 'http://localhost' }

/** What it costs to count who calls: while it is counted, in memory, and when it is asked for. */
export async function benchObserving() {
  await benchReading()
  benchMemory()
  await benchAnswers()
}

/** Requests per second of a single read, counted against not, in alternating rounds of one process. */
async function benchReading() {
  await withFolder(async (folder) => {
    const preload = resolve(import.meta.dirname, 'counting-switch.ts')
    const service = await startService(folder, { NODE_OPTIONS: `--import ${preload}` })
    await service.ingest('batch=thirdPartyId,city\ncustomer-1,Oslo\n')
    await service.requireAuthentication(true)
    const authorization = await service.generateToken()
    await readsPerSecond(`${service.url}${PATH}`, authorization)
    const ratios: number[] = []
    let isCounting = true
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = await readsPerSecond(`${service.url}${PATH}`, authorization)
      process.kill(service.pid, 'SIGUSR2')
      const second = await readsPerSecond(`${service.url}${PATH}`, authorization)
      ratios.push(isCounting ? first / second : second / first)
      isCounting = !isCounting
    }
    await service.stop()
    print(`\nSingle read while it is counted, of the same not counted, ${ROUNDS} alternating rounds`)
    print(
      `  median ${median(ratios).toFixed(3)}, quarters ${[25, 75].map((p) => percentile(p, ratios).toFixed(2)).join(' to ')}`,
    )
  })
}

function benchMemory() {
  setFlagsFromString('--expose-gc')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what V8 gives under that name
  const collect = runInNewContext('gc') as () => void
  const heapKB = () => {
    collect()
    return process.memoryUsage().heapUsed / 1024
  }
  const before = heapKB()
  const observer = new CallObserver()
  for (let caller = 0; caller < CALLER_LIMIT; caller += 1) observeAll(observer, caller, Date.now())
  const after = heapKB()
  const callers = observer.take().size
  print(
    `\nMemory of ${callers} callers with 2 uses each, until they are written: ${Math.round(after - before)} kB`,
  )
}

function observeAll(observer: CallObserver, caller: number, now: number) {
  observer.observe({ ...callOf(caller, now), kind: 'read', isRefused: false })
  observer.observe({ ...callOf(caller, now), kind: 'bulk-update', isRefused: true })
}

const callOf = (caller: number, now: number) =>
  ({
    remoteAddress: `198.51.${Math.floor(caller / 250)}.${caller % 250}`,
    userAgent: `Java-http-client/${caller}`,
    verdict: { kind: 'no-credentials' },
    tokenId: null,
    changedAt: 0,
    now,
  }) as const

/** Milliseconds until the list of callers is answered, of 500 who called in every hour of 35 days in two ways. */
async function benchAnswers() {
  await withFolder(async (folder) => {
    const server = await startPostgres({ durable: true })
    const { DATABASE_URL = '' } = await postgres(server.url).environment()
    const engines = {
      SQLite: () => openSqlite(join(folder, 'counts.sqlite')),
      PostgreSQL: () => openPostgres(DATABASE_URL),
    }
    for (const [name, open] of Object.entries(engines)) {
      const storage = await open()
      await benchAnswersOf(name, storage)
      await storage.close()
    }
    await server.stop()
  })
}

async function benchAnswersOf(name: string, { stores }: SqlStorage) {
  const now = Date.now()
  const first = startOfDay(now) - (CALLS_KEPT_DAYS - 1) * DAY_MS
  const needs = { ...stores, observer: new CallObserver(), random: () => new Uint8Array(12) }
  const writes: number[] = []
  for (let hour = first; hour <= now; hour += HOUR_MS) {
    for (let caller = 0; caller < CALLER_LIMIT; caller += 1) observeAll(needs.observer, caller, hour)
    const startedAt = performance.now()
    await writeCounts(needs, CLIENT)
    writes.push(performance.now() - startedAt)
  }
  const actor = { kind: 'person', user: makeUser(), session: makeSession(), remoteAddress: null } as const
  const context = { client: CLIENT, actor, requestId: '', userAgent: null, now }
  const days = (count: number) => new Date(now - count * DAY_MS).toISOString()
  print(`\n${name}: 500 callers in every hour of ${CALLS_KEPT_DAYS} days, medians of ${ASKED}`)
  print(`  writing 1,000 counts ${median(writes).toFixed(0)} ms`)
  await measure('24 hours', () => listCallers(needs, context, undefined))
  await measure('30 days', () => listCallers(needs, context, days(30)))
  await measure('summary for the page', () => summarizeCallers(needs, context))
  await measure('refused, while it is off', () => listRefused(needs, context))
  await stores.settings.replace(makeSettings({ clientCode: 'demo', switchedAt: first - 1 }), makeAudit())
  await measure('refused, all for 35 days', () => listRefused(needs, context))
  await stores.settings.replace(
    makeSettings({ clientCode: 'demo', revision: 2, switchedAt: now }),
    makeAudit(),
  )
  for (let caller = 0; caller < CALLER_LIMIT; caller += 1) {
    needs.observer.observe({ ...callOf(caller, now), kind: 'read', isRefused: true, changedAt: now })
  }
  await measure('refused since a change', () => listRefused(needs, context))

  async function measure(what: string, ask: () => Promise<unknown>) {
    const times: number[] = []
    let bytes = 0
    for (let time = 0; time < ASKED; time += 1) {
      const startedAt = performance.now()
      bytes = JSON.stringify(await ask()).length
      times.push(performance.now() - startedAt)
    }
    const worst = percentile(100, times)
    print(
      `  ${what.padEnd(26)} ${median(times).toFixed(0)} ms, worst ${worst.toFixed(0)} ms, ${Math.round(bytes / 1000)} kB`,
    )
  }
}
