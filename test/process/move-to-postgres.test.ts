import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { TABLE_NAMES } from '#storage/sql/copy-tables.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { adminOf, batchStatus, isLetIn, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, heldBack, select } from '../support/postgres.ts'
import { command, startService } from '../support/running-service.ts'
import { start } from '../support/service-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const rowsOf = (count: number, city: string) => [
  'batch=thirdPartyId,city',
  ...Array.from({ length: count }, (_, row) => `customer-${row},${city}`),
]

/** A data folder with a person, a token, a batch that is done, and one that a kill left in the middle. */
async function filledFolder(rowCount = 200_000) {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR })
  const accessToken = await setUpAna(service.url, service.setUpUrl)
  const admin = adminOf(service.url, accessToken)
  await admin.requireAuthentication(true)
  const former = await admin.generateToken()
  const token = await admin.generateToken()
  const done = await sendBatch(service.url, [...rowsOf(10, 'Oslo'), 'only-here,Rome'], token)
  await expect
    .poll(() => batchStatus(service.url, done.batchId ?? '', token))
    .toMatchObject({ status: 'complete' })
  const { batchId } = await sendBatch(service.url, rowsOf(rowCount, 'Bergen'), token)
  await service.kill()
  return { DATA_DIR, accessToken, former, token, batchId: batchId ?? '' }
}

it('moves everything, and the service goes on in PostgreSQL where it was in SQLite', async () => {
  const { DATA_DIR, accessToken, former, token, batchId } = await filledFolder()
  const DATABASE_URL = await emptyDatabase()
  const files = readdirSync(DATA_DIR)
  const before = await command('verify-audit', [], { DATA_DIR })

  const moved = await command('move-to-postgres', [], { DATA_DIR, DATABASE_URL })

  expect(moved.said).toMatch(/^batchChunks +[1-9]\d* +[1-9]\d*$/m)
  expect(moved.said).toMatch(/^tokens +2 +2$/m)
  expect(moved.said).toMatch(/^users +1 +1$/m)
  expect(moved.said).toMatch(/\nEverything is in PostgreSQL\. [^\n]+\n$/)
  expect(moved.exitCode).toBe(0)
  expect(readdirSync(DATA_DIR)).toEqual(
    expect.arrayContaining(files.filter((file) => !/-(?:wal|shm)$/.test(file))),
  )

  const { url, setUpUrl } = await startService({ DATA_DIR, DATABASE_URL })
  expect(setUpUrl).toBeNull()
  const noted = /[0-9a-f]{64}/.exec(before.said)?.[0] ?? ''
  const verified = await command('verify-audit', [noted], { DATA_DIR, DATABASE_URL })
  expect(verified.said).toContain(`${noted} is the hash of demo: record `)
  expect(verified.exitCode).toBe(0)
  expect(
    await select(
      DATABASE_URL,
      `select actor_kind, subject from audit_records where action = 'database.moved'`,
    ),
  ).toEqual([{ actor_kind: 'operator', subject: 'demo' }])
  await expect
    .poll(() => batchStatus(url, batchId, token))
    .toMatchObject({ status: 'complete', consumedCount: '200000', successfulUpdates: '200000' })
  expect(await profileOf(url, 'customer-0', token)).toEqual({ city: 'Bergen' })
  expect(await profileOf(url, 'only-here', token)).toEqual({ city: 'Rome' })
  expect(await isLetIn(url, former)).toBe(false)
  expect(await isLetIn(url, undefined)).toBe(false)
  const admin = adminOf(url, accessToken)
  expect(await admin.currentToken()).toBe(token)
  expect(await isLetIn(url, await admin.generateToken())).toBe(true)
  const next = await sendBatch(url, rowsOf(1, 'Oslo'), await admin.currentToken())
  expect(next.status).toBe(200)
})

it('can be run again after it was interrupted', async () => {
  const { DATA_DIR } = await filledFolder()
  const DATABASE_URL = await emptyDatabase()
  const isEmpty = async () => (await select(DATABASE_URL, 'select 1 from users')).length === 0
  await (await openPostgres(DATABASE_URL)).close()

  const release = await heldBack(DATABASE_URL, 'lock table batches in share mode')
  const moving = start('move-to-postgres', { DATA_DIR, DATABASE_URL })
  await expect
    .poll(() => select(DATABASE_URL, `select 1 from pg_stat_activity where wait_event_type = 'Lock'`))
    .toHaveLength(1)
  await moving.kill()
  await release()
  const wasEmpty = await isEmpty()
  const moved = await command('move-to-postgres', [], { DATA_DIR, DATABASE_URL })

  expect(wasEmpty).toBe(true)
  expect(moved.exitCode).toBe(0)
  expect(await isEmpty()).toBe(false)
})

it('moves every table there is', async () => {
  const storage = await openSqlite(join(temporaryFolder(), 'test.sqlite'))
  onTestFinished(() => storage.close())

  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'
  `.execute(storage.tables)

  const snakeCase = TABLE_NAMES.map((name) =>
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
  expect(snakeCase.toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
})

it('refuses a folder in use, a database in use, and to move nothing', async () => {
  const { DATA_DIR } = await filledFolder(1)
  const DATABASE_URL = await emptyDatabase()
  const move = (environment: Record<string, string>) =>
    command('move-to-postgres', [], { DATA_DIR, DATABASE_URL, ...environment })

  const service = await startService({ DATA_DIR })
  const whileRunning = await move({})
  await service.stop()
  const withAnotherKey = await move({ ENCRYPTION_KEY: '11'.repeat(32) })
  const ofNothing = await move({ DATA_DIR: temporaryFolder() })
  const toNowhere = await move({ DATABASE_URL: '' })
  const first = await move({})
  const second = await move({})

  expect(first.exitCode).toBe(0)
  expect(whileRunning).toMatchObject({
    exitCode: 1,
    said: expect.stringMatching(/^Another process is using [^\n]+\n$/),
  })
  expect(withAnotherKey).toMatchObject({
    exitCode: 1,
    said: expect.stringMatching(/^The encryption key [^\n]+\n$/),
  })
  expect(ofNothing).toMatchObject({
    exitCode: 1,
    said: expect.stringMatching(/^There is no [^\n]+ to move\.\n$/),
  })
  expect(toNowhere).toMatchObject({
    exitCode: 1,
    said: expect.stringMatching(/^DATABASE_URL must name [^\n]+\n$/),
  })
  expect(second).toMatchObject({
    exitCode: 1,
    said: 'The database at DATABASE_URL must be empty. There are rows in its table keyChecks.\n',
  })
})
