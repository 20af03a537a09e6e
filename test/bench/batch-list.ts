import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { BatchFilter } from '#contract/batches.ts'
import { listBatches } from '#service/batches/views.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { makeSession, makeUser } from '../storage/records.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { postgres } from './engines.ts'
import { median, percentile, print } from './figures.ts'
import { withFolder } from './service.ts'

const BATCHES = 100_000
const ASKED = 15
const MINUTE_MS = 60_000
const CLIENT = { clientCode: 'demo', tenant: 'demo', imsOrgId: null, publicUrl: 'http://localhost' }

/** Milliseconds until a page of the list of 100,000 batches is answered, with its counts, whatever filters are asked for. */
export async function benchBatchList() {
  await withFolder(async (folder) => {
    const server = await startPostgres({ durable: true })
    const { DATABASE_URL = '' } = await postgres(server.url).environment()
    const sqlite = await openSqlite(join(folder, 'batches.sqlite'))
    await benchOf(
      'SQLite',
      sqlite,
      sql`(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${BATCHES}) select n from numbers)`,
    )
    await sqlite.close()
    const postgresql = await openPostgres(DATABASE_URL)
    await benchOf(
      'PostgreSQL',
      postgresql,
      sql`(select generate_series(1, cast(${BATCHES} as integer)) as n)`,
    )
    await postgresql.close()
    await server.stop()
  })
}

/** One a minute; of every hundred one is refused, one is stuck and one has failures. */
async function benchOf(name: string, { stores, tables }: SqlStorage, numbers: RawBuilder<unknown>) {
  const now = Date.now()
  const first = now - BATCHES * MINUTE_MS
  await sql`
    insert into batches (client_code, batch_id, version, id_kind, received_at, state, batch_size, consumed_count,
      successful_updates, profiles_not_found, failed_updates, failed_attempts, reserved_bytes)
    select 'demo', 'demo-' || n, 2, 'pcId', cast(${first} as bigint) + n * cast(${MINUTE_MS} as bigint),
      case n % 100 when 0 then 'refused' when 50 then 'stuck' else 'complete' end,
      10, 10, 10, 0, case n % 100 when 1 then 1 else 0 end, 0, 100
    from ${numbers} as numbers`.execute(tables)
  await sql`analyze`.execute(tables)
  const actor = { kind: 'person', user: makeUser(), session: makeSession(), remoteAddress: null } as const
  const context = { client: CLIENT, actor, requestId: '', userAgent: null, now }
  const list = (query: Parameters<typeof listBatches>[2]) =>
    listBatches({ batches: stores.batches, batchesKeptDays: 90 }, context, query)

  print(`\n${name}: list of 100,000 batches, medians of ${ASKED}`)
  await measure('first page', () => list({}))
  await measure('page in the middle', () => list({ before: `${first + (BATCHES / 2) * MINUTE_MS}-1` }))
  await measure('the last day', () => list({ from: new Date(now - 24 * 60 * MINUTE_MS).toISOString() }))
  for (const only of BatchFilter.options) await measure(only, () => list({ only }))
}

async function measure(what: string, ask: () => Promise<unknown>) {
  const times: number[] = []
  for (let time = 0; time < ASKED; time += 1) {
    const startedAt = performance.now()
    await ask()
    times.push(performance.now() - startedAt)
  }
  print(`  ${what.padEnd(18)} ${median(times).toFixed(1)} ms, worst ${percentile(100, times).toFixed(1)} ms`)
}
