import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { copyTables } from '#storage/sql/copy-tables.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { type Page, RunMerge, runOf } from '#storage/sql/sorted-runs.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { type StagedChunk, stagedChunks } from '#storage/sql/staged-chunk.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { randomOf } from '../support/random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { attributesOf, FULL_CHUNK_ROWS, makeBatch, makeChunk, makeFullChunk, START } from './records.ts'

/** Ids of every length that UTF-8 has, one of them with what JSON escapes. */
const ID_STARTS = ['a', 'ab', 'ä', '"', '\u{e000}', '\u{ffff}', '\u{10000}', '\u{1f600}', '%0A']

function randomChunks(seed: number): StagedChunk[] {
  const random = randomOf(seed)
  const lines = Array.from({ length: 3000 }, () => {
    const start = ID_STARTS[Math.floor(random() * ID_STARTS.length)] ?? ''
    return `${encodeURIComponent(start)}${Math.floor(random() * 500)},${'x'.repeat(random() * 100)},`
  })
  return [0, 1000, 2000].flatMap((first) => {
    const rows = lines.slice(first, first + 1000).join('\n')
    return [...stagedChunks(makeChunk(rows, { firstLine: first + 2 }))]
  })
}

/** As a database has them, which forgets each page that nothing is left of. */
function pagesOf(chunks: StagedChunk[]) {
  const pages = new Map(
    chunks
      .flatMap((chunk) => [...runOf(chunk)])
      .map(({ firstLine: page, ...rest }) => [page, { page, ...rest }]),
  )
  const after = ({ run, page }: { run: number | null; page: number }) =>
    [...pages.values()].find((other) => other.run === run && other.page > page)
  const first = () => {
    const runs = new Map<number, Page>()
    for (const page of pages.values()) if (!runs.has(page.run)) runs.set(page.run, page)
    return [...runs.values()]
  }
  return { pages, first, after }
}

it.each([1, 2, 3])(
  'gives rows by id as UTF-8 sorts it, those of one id by line, also when it starts anew (%i)',
  (seed) => {
    const chunks = randomChunks(seed)
    const { pages, first, after } = pagesOf(chunks)
    const taken: { id: string; line: number }[] = []

    while (pages.size > 0) {
      const merge = new RunMerge(first(), taken.at(-1) ?? null, after)
      for (let slices = 0; slices < 3; slices += 1) {
        const { rows, emptied } = merge.take(5000)
        taken.push(...rows.map(({ id, line }) => ({ id, line })))
        for (const page of emptied) pages.delete(page)
      }
    }

    const bytesOf = (id: string) => Buffer.from(id)
    const sorted = taken.toSorted(
      (one, other) => Buffer.compare(bytesOf(one.id), bytesOf(other.id)) || one.line - other.line,
    )
    expect(taken).toEqual(sorted)
    expect(taken.map(({ line }) => line).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 3000 }, (_, row) => row + 2),
    )
  },
)

/** A batch in SQLite of which a part is applied. */
async function openPartly(file: string) {
  const storage = await openSqlite(file)
  await storage.keyCheck.establish(new Uint8Array([1]))
  const { batches } = storage.stores
  await batches.open(makeBatch(), 100)
  await batches.stage(makeBatch(), makeChunk('customer-25,Oslo,gold\nbo,Oslo,gold'))
  for (const firstLine of [4, 4 + FULL_CHUNK_ROWS, 4 + 2 * FULL_CHUNK_ROWS])
    await batches.stage(makeBatch(), makeFullChunk(firstLine))
  await batches.accept(makeBatch(), { rows: 2 + 3 * FULL_CHUNK_ROWS, bytes: 100 })
  await batches.applyNextChunk('acme', START)
  expect((await batches.find(makeBatch()))?.consumedCount).toBeGreaterThan(0)
  return storage
}

const applied = {
  state: 'complete',
  consumedCount: 2 + 3 * FULL_CHUNK_ROWS,
  successfulUpdates: 2 + 3 * FULL_CHUNK_ROWS,
}

it('goes on behind the row that was applied last, when the database is opened anew', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  await (await openPartly(file)).close()

  const storage = await openSqlite(file)
  onTestFinished(() => storage.close())
  const { batches, profiles } = storage.stores
  while (await batches.applyNextChunk('acme', START + 1));

  expect(await batches.find(makeBatch())).toMatchObject(applied)
  const twice = await profiles.find('acme', 'thirdPartyId', 'customer-25')
  expect(attributesOf(twice)).toMatchObject({ city: { value: 'x'.repeat(60_000) }, tier: { value: 'gold' } })
})

it('goes on in PostgreSQL where it was in SQLite', async () => {
  const from = await openPartly(join(temporaryFolder(), 'test.sqlite'))
  const to = await openPostgres(await emptyDatabase())
  onTestFinished(async () => {
    await from.close()
    await to.close()
  })

  await copyTables(from.tables, to.tables, async () => {})
  while (await to.stores.batches.applyNextChunk('acme', START + 1));

  expect(await to.stores.batches.find(makeBatch())).toMatchObject(applied)
})
