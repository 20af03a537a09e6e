import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { adminOf, isLetIn, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, query } from '../support/postgres.ts'
import { command, refusalToStart, startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const KEY = '11'.repeat(32)
const KILL_AT = resolve(import.meta.dirname, '../support/kill-at.ts')

const databaseIn = (folder: string) => join(folder, 'profile-api.sqlite')
const keyIn = (folder: string) => join(folder, 'encryption-key')
const markIn = (folder: string) => join(folder, 'has-database')

/** An installation that requires authentication and has a token, killed as by a power cut. */
async function used(environment: Record<string, string> = {}) {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR, ...environment })
  const admin = adminOf(service.url, await setUpAna(service.url, service.setUpUrl))
  await admin.requireAuthentication(true)
  const token = await admin.generateToken()
  await service.kill()
  return { DATA_DIR, token }
}

/** Asks a database file for rows, as it is without its `-wal` file. */
function rowsOfFileAlone(file: string, table: string) {
  const copy = join(temporaryFolder(), 'copy.sqlite')
  copyFileSync(file, copy)
  const database = new DatabaseSync(copy)
  const isThere = database.prepare('select 1 from sqlite_schema where name = ?').get(table)
  const rows = isThere ? database.prepare(`select * from ${table}`).all() : []
  database.close()
  return rows
}

function change(file: string, sql: string) {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

const losses: [what: string, lose: (file: string) => void][] = [
  ['emptied', (file) => truncateSync(file)],
  ['deleted', (file) => rmSync(file)],
  [
    'left without the -wal file that held everything',
    (file) => {
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`)
      change(file, 'pragma journal_mode = wal')
      chmodSync(file, 0o600)
    },
  ],
]

describe.each([
  { of: 'a kept key', environment: {}, traces: [keyIn, markIn] },
  { of: 'ENCRYPTION_KEY', environment: { ENCRYPTION_KEY: KEY }, traces: [markIn] },
])('a database of $of', ({ environment, traces }) => {
  it.each(losses)('is not taken for a new one when it was %s', async (_, lose) => {
    const { DATA_DIR } = await used(environment)
    const file = databaseIn(DATA_DIR)
    lose(file)
    const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size
    const sizes = [sizeOf(file), sizeOf(`${file}-wal`)]

    const start = await refusalToStart({ DATA_DIR, ...environment })
    const link = await command('set-up-link', ['ana@example.com'], { DATA_DIR, ...environment })
    const sizesAfterwards = [sizeOf(file), sizeOf(`${file}-wal`)]

    const left = [...traces.map((trace) => trace(DATA_DIR)), `${file}-wal`].filter((path) => existsSync(path))
    const names = left.join(', ')
    const said =
      `The database ${file} cannot be used: it is empty. ` +
      `Yet ${names} ${left.length > 1 ? 'say' : 'says'} that there was something in it. Put it back from a backup. ` +
      `To start anew with nothing, open to everyone, remove ${names}. ` +
      'docs/operating.md says more under "When the database is lost".\n'
    expect([start, link]).toEqual([
      { exitCode: 1, said },
      { exitCode: 1, said },
    ])
    expect(sizesAfterwards).toEqual(sizes)
    for (const path of left) rmSync(path)
    const anew = await startService({ DATA_DIR, ...environment })
    expect(anew.setUpUrl).not.toBeNull()
  })

  it('goes on once it is put back', async () => {
    const { DATA_DIR, token } = await used(environment)
    const backup = join(temporaryFolder(), 'backup.sqlite')
    change(databaseIn(DATA_DIR), `vacuum into '${backup}'`)
    for (const name of readdirSync(DATA_DIR).filter((entry) => entry.startsWith('profile-api')))
      rmSync(join(DATA_DIR, name))
    await refusalToStart({ DATA_DIR, ...environment })

    copyFileSync(backup, databaseIn(DATA_DIR))
    const service = await startService({ DATA_DIR, ...environment })

    expect(service.setUpUrl).toBeNull()
    expect(await isLetIn(service.url, undefined)).toBe(false)
    expect(await isLetIn(service.url, token)).toBe(true)
  })

  it('is not taken for a new one when PostgreSQL was emptied', async () => {
    const DATABASE_URL = await emptyDatabase()
    const { DATA_DIR } = await used({ ...environment, DATABASE_URL })
    await query(DATABASE_URL, 'drop schema public cascade; create schema public')

    const { exitCode, said } = await refusalToStart({ DATA_DIR, DATABASE_URL, ...environment })

    expect(exitCode).toBe(1)
    expect(said).toMatch(/^The database at DATABASE_URL cannot be used: it is empty\. Yet [^\n]+\n$/)
    expect(said).toContain(traces.map((trace) => trace(DATA_DIR)).join(', '))
  })
})

it('is not taken for a new one, and keeps its -wal file, where that alone is left', async () => {
  const DATA_DIR = temporaryFolder()
  const log = `${databaseIn(DATA_DIR)}-wal`
  writeFileSync(log, 'all there is', { mode: 0o600 })

  const { exitCode, said } = await refusalToStart({ DATA_DIR, ENCRYPTION_KEY: KEY })

  expect(exitCode).toBe(1)
  expect(said).toContain(`Yet ${log} says that there was something in it.`)
  expect(readFileSync(log, 'utf8')).toBe('all there is')
})

it('is told to move, and moved, where the new PostgreSQL database is empty', async () => {
  const { DATA_DIR, token } = await used()
  const DATABASE_URL = await emptyDatabase()

  const { said } = await refusalToStart({ DATA_DIR, DATABASE_URL })
  const moved = await command('move-to-postgres', [], { DATA_DIR, DATABASE_URL })
  const { url } = await startService({ DATA_DIR, DATABASE_URL })

  expect(said).toContain(`If what it should hold is in ${databaseIn(DATA_DIR)}: npm run move-to-postgres.`)
  expect(moved.exitCode).toBe(0)
  expect(await isLetIn(url, token)).toBe(true)
  expect(await isLetIn(url, undefined)).toBe(false)
})

it('does not move a database that was emptied', async () => {
  const { DATA_DIR } = await used()
  truncateSync(databaseIn(DATA_DIR))

  const environment = { DATA_DIR, DATABASE_URL: await emptyDatabase() }
  const { exitCode, said } = await command('move-to-postgres', [], environment)

  expect(exitCode).toBe(1)
  expect(said).toBe(`The database ${databaseIn(DATA_DIR)} cannot be used: it is empty.\n`)
})

it('is refused without what tells its key, until the operator lets it take a new one', async () => {
  const { DATA_DIR, token } = await used()
  const file = databaseIn(DATA_DIR)
  change(file, 'delete from key_checks')
  for (const trace of [keyIn, markIn]) rmSync(trace(DATA_DIR))

  const refused = await refusalToStart({ DATA_DIR })
  change(file, `insert into key_checks values (x'')`)
  const { url, setUpUrl } = await startService({ DATA_DIR })

  expect(refused.said).toBe(
    `The database ${file} cannot be used: it does not say which encryption key belongs to it. ` +
      'Put it back from a backup. docs/operating.md says more under "When the database is lost".\n',
  )
  expect(setUpUrl).toBeNull()
  expect(await isLetIn(url, token)).toBe(true)
  expect(await isLetIn(url, undefined)).toBe(false)
})

it('has all of a small installation in its own file soon, and its key before it is set up', async () => {
  const DATA_DIR = temporaryFolder()
  const file = databaseIn(DATA_DIR)
  const service = await startService({ DATA_DIR })
  const keyChecks = rowsOfFileAlone(file, 'key_checks')
  const admin = adminOf(service.url, await setUpAna(service.url, service.setUpUrl))
  await admin.requireAuthentication(true)
  const token = await admin.generateToken()

  await expect.poll(() => rowsOfFileAlone(file, 'tokens')).toHaveLength(1)
  await service.kill()
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`)
  const { url, setUpUrl } = await startService({ DATA_DIR })

  expect(keyChecks).toHaveLength(1)
  expect(setUpUrl).toBeNull()
  expect(await isLetIn(url, undefined)).toBe(false)
  expect(await isLetIn(url, token)).toBe(true)
})

describe.each(['SQLite', 'PostgreSQL'])('a first start with %s', (engine) => {
  const environmentOf = async () => ({
    DATA_DIR: temporaryFolder(),
    ...(engine === 'PostgreSQL' && { DATABASE_URL: await emptyDatabase() }),
  })

  it.each([
    'writeFileSync encryption-key.new before',
    'writeFileSync encryption-key.new half-way',
    'writeFileSync encryption-key.new after',
    'renameSync encryption-key before',
    'renameSync encryption-key after',
    'writeFileSync has-database before',
    'writeFileSync has-database after',
  ])('that is killed at %s goes on the next time', async (point) => {
    const environment = await environmentOf()
    const killed = await refusalToStart({
      ...environment,
      KILL_AT: point,
      NODE_OPTIONS: `--import=${KILL_AT}`,
    })
    const service = await startService(environment)
    const accessToken = await setUpAna(service.url, service.setUpUrl)

    const admin = adminOf(service.url, accessToken)
    const token = await admin.generateToken()
    expect(killed).toEqual({ exitCode: null, said: '' })
    expect(await admin.currentToken()).toBe(token)
    expect(existsSync(`${keyIn(environment.DATA_DIR)}.new`)).toBe(false)
    expect(existsSync(markIn(environment.DATA_DIR))).toBe(true)
  })
})

it('makes one key for processes that share a folder beside PostgreSQL and start at once', async () => {
  const environment = { DATA_DIR: temporaryFolder(), DATABASE_URL: await emptyDatabase() }

  const services = await Promise.all([1, 2, 3].map(() => startService(environment)))

  expect(services).toHaveLength(3)
  expect(readdirSync(environment.DATA_DIR).toSorted()).toEqual(['encryption-key', 'has-database', 'lock'])
})

it('starts without a folder where it needs none, and says what that costs', async () => {
  const DATA_DIR = join(temporaryFolder(), 'a-file')
  writeFileSync(DATA_DIR, '')

  const service = await startService({ DATA_DIR, DATABASE_URL: await emptyDatabase(), ENCRYPTION_KEY: KEY })

  expect(service.output()).toContain(
    `The data folder ${DATA_DIR} cannot be used: something else is in its place. ` +
      'So a database that was emptied would be taken for a new one.\n',
  )
})
