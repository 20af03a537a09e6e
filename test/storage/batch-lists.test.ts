import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BatchFilter } from '#contract/batches.ts'
import { REFUSED_UPLOADS_KEPT } from '#service/batches/store.ts'
import { countQuery, pageQuery } from '#storage/sql/batches.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeBatch, START } from './records.ts'

const engines = [
  {
    engine: 'SQLite',
    open: () => openSqlite(join(temporaryFolder(), 'test.sqlite')),
    explain: sql`explain query plan`,
    numbers: (count: number) =>
      sql`(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers)`,
  },
  {
    engine: 'PostgreSQL',
    open: async () => openPostgres(await emptyDatabase()),
    explain: sql`explain`,
    numbers: (count: number) => sql`(select generate_series(1, cast(${count} as integer)) as n)`,
  },
]

/** The index that has what a filter lets through, in the order of arrival. */
const INDEXES: Record<BatchFilter | 'all', string> = {
  all: 'batches_by_arrival',
  running: 'batches_by_state_and_arrival',
  stuck: 'batches_by_state_and_arrival',
  refused: 'batches_by_state_and_arrival',
  'with-failures': 'batches_with_failures',
}

describe.each(engines)('the list of 100,000 batches in $engine', ({ open, explain, numbers }) => {
  /** Of every hundred one is refused and one has failures; a second lies between them. */
  async function makeMany(count: number, state: RawBuilder<unknown>) {
    const storage = await open()
    onTestFinished(() => storage.close())
    await sql`
      insert into batches (client_code, batch_id, version, id_kind, received_at, state, batch_size, consumed_count,
        successful_updates, profiles_not_found, failed_updates, failed_attempts, reserved_bytes)
      select 'acme', 'acme-' || n, 2, 'pcId', cast(${START} as bigint) + n * 1000, ${state}, 10, 10,
        10, 0, case when n % 100 = 1 then 1 else 0 end, 0, 100
      from ${numbers(count)} as numbers`.execute(storage.tables)
    await sql`analyze`.execute(storage.tables)
    return storage
  }

  it('is read from an index that has it in order, whatever is asked for', async () => {
    const { tables } = await makeMany(100_000, sql`case when n % 100 = 0 then 'refused' else 'complete' end`)
    const planOf = async (query: RawBuilder<unknown>) => {
      const { rows } = await sql<object>`${explain} ${query}`.execute(tables)
      return rows.map((row) => Object.values(row).join(' ')).join('\n')
    }

    for (const only of [null, ...BatchFilter.options]) {
      const always = { clientCode: 'acme', only, from: 0, until: START * 2 }
      const anHour = { ...always, from: START + 5_000_000, until: START + 8_600_000 }
      const place = { receivedAt: START + 50_000_000, sequence: 50_000 }
      const pages = [pageQuery(always, null, 51), pageQuery(always, place, 51), pageQuery(anHour, null, 51)]
      const counts = [countQuery(always, 1001), countQuery(anHour, 1001)]
      for (const query of [...pages, ...counts]) {
        const plan = await planOf(query)
        expect(plan).toContain(` ${INDEXES[only ?? 'all']} `)
        expect(plan).not.toMatch(/sort|temp b-tree|seq scan|scan batches/i)
      }
    }
  })

  it('holds the newest refused uploads alone, however many are sent', async () => {
    const { stores, tables } = await makeMany(REFUSED_UPLOADS_KEPT, sql`'refused'`)
    const { idKind: _, ...upload } = makeBatch({ batchId: 'newest', receivedAt: START })

    await stores.batches.keepRefused({ ...upload, refusal: 'Batch is empty.' })

    const { rows } = await sql<{ count: number; oldest: string }>`
      select count(*) as count, min(sequence) as oldest from batches`.execute(tables)
    expect(rows).toEqual([{ count: REFUSED_UPLOADS_KEPT, oldest: 2 }])
    expect(await stores.batches.find(upload)).toMatchObject({ state: 'refused' })
  })
})
