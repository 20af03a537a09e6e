import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { ServiceError } from '#service/errors.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase, query } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { attributesOf, makeAudit, makeBatch, makeChunk, makeSettings, START } from './records.ts'

/** Each engine with a way to take its room away and give it back, while it is open. */
const engines: { kind: string; open: () => Promise<{ storage: SqlStorage; fill: Act; makeRoom: Act }> }[] = [
  {
    kind: 'SQLite',
    async open() {
      const storage = await openSqlite(join(temporaryFolder(), 'test.sqlite'))
      const allow = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(storage.tables)
      return { storage, fill: () => allow(1), makeRoom: () => allow(2 ** 30) }
    },
  },
  {
    kind: 'PostgreSQL',
    async open() {
      const url = await emptyDatabase()
      const storage = await openPostgres(url)
      // The server says 53100 itself, though not of itself: its disk is the machine's.
      await query(
        url,
        `create function full_disk() returns trigger language plpgsql as
           $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
      )
      const each = (act: string) =>
        ['batch_chunks', 'client_settings', 'profiles'].map((table) => act.replace('TABLE', table)).join(';')
      const trigger = 'create trigger full_disk before insert or update on TABLE execute function full_disk()'
      return {
        storage,
        fill: () => query(url, each(trigger)),
        makeRoom: () => query(url, each('drop trigger full_disk on TABLE')),
      }
    },
  },
]
type Act = () => Promise<unknown>

it.each(engines)(
  '$kind without room says so, keeps what it has, and goes on once there is room',
  async ({ open }) => {
    const { storage, fill, makeRoom } = await open()
    onTestFinished(() => storage.close())
    const { batches, profiles, settings } = storage.stores
    const [applied, waiting, refused] = ['applied', 'waiting', 'refused'].map((batchId) =>
      makeBatch({ batchId }),
    )
    if (!applied || !waiting || !refused) throw new Error('Three batches were made.')
    for (const batch of [applied, waiting, refused]) await batches.open(batch, 100)
    await batches.stage(applied, makeChunk('anna,Oslo,gold'))
    await batches.accept(applied, { rows: 1, bytes: 100 })
    await batches.applyNextChunk('acme', START)
    const rows = Array.from({ length: 2000 }, (_, index) => `customer-${index},Oslo,gold`).join('\n')
    await batches.stage(waiting, makeChunk(rows))
    await batches.accept(waiting, { rows: 2000, bytes: 100 })

    await fill()
    const failures = [
      await batches.stage(refused, makeChunk(`${rows}\n`.repeat(20))).catch(asError),
      await batches.applyNextChunk('acme', START).catch(asError),
    ]
    const kept = await profiles.find('acme', 'thirdPartyId', 'anna')
    await makeRoom()

    for (const failure of failures) {
      expect(failure).toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '60' } })
      expect(failure).toHaveProperty('message', expect.stringContaining('no room left'))
    }
    expect(attributesOf(kept)).toMatchObject({ city: { value: 'Oslo' } })
    while (await batches.applyNextChunk('acme', START));
    expect(await batches.find(waiting)).toMatchObject({ state: 'complete', successfulUpdates: 2000 })
    await batches.stage(refused, makeChunk(rows))
    expect(await settings.replace(makeSettings(), makeAudit())).toBe(true)
  },
)

const asError = (error: unknown) => {
  expect(error).toBeInstanceOf(ServiceError)
  return error
}
