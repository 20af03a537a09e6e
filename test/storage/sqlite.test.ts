import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { SqliteStatements } from '#storage/sql/sqlite-statements.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  addUser,
  FULL_CHUNK_ROWS,
  makeAudit,
  makeBatch,
  makeChunk,
  makeFullChunk,
  makeIdentity,
  makeSettings,
  makeUser,
  START,
} from './records.ts'

async function open(file: string) {
  const storage = await openSqlite(file)
  onTestFinished(() => storage.close())
  return storage
}

it('refuses a file that a newer version has written', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  await (await openSqlite(file)).close()
  const database = new DatabaseSync(file)
  database.exec(`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')`)
  database.close()

  await expect(openSqlite(file)).rejects.toThrow('999-from-the-future')
})

it('refuses a file that can only be read', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  const storage = await openSqlite(file)
  await storage.keyCheck.establish(new Uint8Array(1))
  await storage.close()

  await expect(openSqlite(`file:${file}?mode=ro`)).rejects.toThrow('readonly database')
})

it('keeps an accepted batch over a restart and applies it then', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  const before = await openSqlite(file)
  await before.keyCheck.establish(new Uint8Array(1))
  await before.stores.batches.open(makeBatch(), 100)
  await before.stores.batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
  await before.stores.batches.accept(makeBatch(), { rows: 1, bytes: 100 })
  await before.close()

  const { stores } = await open(file)
  await stores.batches.applyNextChunk('acme', START)

  expect(await stores.batches.find(makeBatch())).toMatchObject({ state: 'complete' })
  expect(await stores.profiles.find('acme', 'thirdPartyId', 'anna')).toBeDefined()
})

it('stores neither change nor audit record when one of them fails', async () => {
  const { stores } = await open(join(temporaryFolder(), 'test.sqlite'))
  const audit = makeAudit()
  await stores.audit.append(audit)

  await expect(stores.settings.replace(makeSettings(), audit)).rejects.toThrow('UNIQUE')

  expect(await stores.settings.find('acme')).toBeUndefined()
  expect(await stores.settings.replace(makeSettings(), makeAudit())).toBe(true)
})

it('says that it passes while another process holds the file', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  const { stores } = await open(file)
  const other = new DatabaseSync(file)
  other.exec('begin immediate')

  const replacing = stores.settings.replace(makeSettings(), makeAudit())

  await expect(replacing).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
  other.exec('rollback')
  other.close()
  expect(await stores.settings.replace(makeSettings(), makeAudit())).toBe(true)
})

it('lets a small write in between two chunks of a batch', async () => {
  const { stores } = await open(join(temporaryFolder(), 'test.sqlite'))
  await stores.batches.open(makeBatch(), 100)
  for (let chunk = 0; chunk < 4; chunk += 1) {
    await stores.batches.stage(makeBatch(), makeFullChunk(2 + chunk * FULL_CHUNK_ROWS))
  }
  await stores.batches.accept(makeBatch(), { rows: 4 * FULL_CHUNK_ROWS, bytes: 100 })

  const order: string[] = []
  const applying = (async () => {
    while (await stores.batches.applyNextChunk('acme', START)) order.push('chunk')
  })()
  await stores.audit.append(makeAudit())
  order.push('small write')
  await applying

  expect(order).toEqual(['chunk', 'small write', 'chunk', 'chunk', 'chunk'])
})

it('asks as many queries of an e-mail that is known as of one that is not, so that no time tells', async () => {
  const { stores } = await open(join(temporaryFolder(), 'test.sqlite'))
  await addUser(stores, makeUser({ email: 'ana@example.com' }))
  const run = vi.spyOn(SqliteStatements.prototype, 'run')
  onTestFinished(() => run.mockRestore())
  const queriesFor = async (email: string) => {
    run.mockClear()
    const user = await stores.users.findByEmail(email)
    await stores.identities.find(makeIdentity({ subject: user?.id ?? '' }))
    return run.mock.calls.map(([text]) => text)
  }

  const ofKnown = await queriesFor('ana@example.com')

  expect(ofKnown).toHaveLength(2)
  expect(await queriesFor('nobody@example.com')).toEqual(ofKnown)
})

it('gives room back that its log took while someone read an old state', async () => {
  const file = join(temporaryFolder(), 'test.sqlite')
  const { tables } = await open(file)
  const logBytes = () => statSync(`${file}-wal`).size
  const write = () => sql`update filled set bytes = randomblob(1000000)`.execute(tables)
  await sql`create table filled as select randomblob(10) as bytes`.execute(tables)
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('begin; select * from filled')
  while (logBytes() < 150_000_000) await write()

  reader.close()

  await expect
    .poll(async () => {
      await write()
      return logBytes()
    })
    .toBeLessThanOrEqual(134_217_728)
})
