import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../support/postgres.ts'
import { refusalToStart, startService } from '../support/running-service.ts'
import { type Environment, spawnService } from '../support/service-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const loaded = (file: string) => `--import=${resolve(import.meta.dirname, '../support', file)}`

const USED = mkdtempSync(join(tmpdir(), 'profile-api-console-used-'))
beforeAll(async () => {
  await (await spawnService({ DATA_DIR: USED })).stop()
})
afterAll(() => rmSync(USED, { recursive: true }))

/** A data folder that was used before. */
function usedFolder() {
  const folder = temporaryFolder()
  cpSync(USED, folder, { recursive: true })
  return folder
}

/** A used data folder in which a folder or a file with that text stands in the place of a file. */
function usedWith(name: string, text?: string): Environment {
  const DATA_DIR = usedFolder()
  rmSync(join(DATA_DIR, name), { force: true })
  if (text === undefined) mkdirSync(join(DATA_DIR, name), { mode: 0o700 })
  else writeFileSync(join(DATA_DIR, name), text, { mode: 0o600 })
  return { DATA_DIR }
}

function fileIn(folder: string) {
  const path = join(folder, 'a-file')
  writeFileSync(path, '')
  return path
}

async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' ? address?.port : address
}

/** What stands in the way of a start, and the one sentence that is then said. */
const obstacles: [what: string, make: () => Environment | Promise<Environment>, said: RegExp][] = [
  [
    'a file in the place of the data folder',
    () => ({ DATA_DIR: fileIn(temporaryFolder()) }),
    /^The data folder \S+a-file cannot be used: something else is in its place\.$/,
  ],
  [
    'a file above the data folder',
    () => ({ DATA_DIR: join(fileIn(temporaryFolder()), 'data') }),
    /^The data folder \S+ cannot be used: a part of its path is no folder\.$/,
  ],
  [
    'a place where nobody makes folders',
    () => ({ DATA_DIR: '/sys/profile-api-console' }),
    /^The data folder \/sys\/\S+ cannot be used: (?:this user may not use it|its disk cannot be written to)\.$/,
  ],
  [
    'a path that goes in a circle',
    () => {
      const circle = join(temporaryFolder(), 'circle')
      symlinkSync(circle, circle)
      return { DATA_DIR: join(circle, 'data') }
    },
    /^The data folder \S+ cannot be used: its path goes in a circle\.$/,
  ],
  [
    'the lock of another program',
    () => usedWith('lock', 'pid 4711\n'),
    /^The lock \S+\/lock cannot be used: file is not a database\. If it is not of this service, move it away\.$/,
  ],
  [
    'a folder in the place of the lock',
    () => usedWith('lock'),
    /^The lock \S+\/lock cannot be used: unable to open database file\. If it is not of this service, move it away\.$/,
  ],
  [
    'a folder in the place of the key',
    () => usedWith('encryption-key'),
    /^The encryption key \S+\/encryption-key cannot be read: it is a folder\.$/,
  ],
  [
    'something else in the file of the key',
    () => usedWith('encryption-key', 'key'),
    /^\S+\/encryption-key does not hold 32 bytes in base64 or hex\.$/,
  ],
  [
    'a folder in the place of the database',
    () => usedWith('profile-api.sqlite'),
    /^The database \S+\/profile-api\.sqlite cannot be used: it is no file\.$/,
  ],
  [
    'a link to nowhere in the place of the database',
    () => {
      const DATA_DIR = temporaryFolder()
      symlinkSync('/nowhere/profile-api.sqlite', join(DATA_DIR, 'profile-api.sqlite'))
      return { DATA_DIR }
    },
    /^The database \S+\/profile-api\.sqlite cannot be used: unable to open database file\.$/,
  ],
  [
    'something else in the file of the database',
    () => usedWith('profile-api.sqlite', 'x'.repeat(8192)),
    /^The database \S+\/profile-api\.sqlite cannot be used: file is not a database\.$/,
  ],
  [
    'a database of a newer version',
    () => {
      const DATA_DIR = usedFolder()
      const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'))
      database.exec(`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')`)
      database.close()
      return { DATA_DIR }
    },
    /^The database \S+ cannot be used: a newer version of the service has written it, which took the step 999-from-the-future\.$/,
  ],
  [
    'an address that is not this machine’s',
    () => ({ DATA_DIR: temporaryFolder(), HOST: '192.0.2.1', PUBLIC_URL: 'https://example.com' }),
    /^Listening on port 0 of 192\.0\.2\.1 failed \([^\n]+\): set HOST and PORT to others\.$/,
  ],
  [
    'an address for metrics that is not this machine’s',
    () => ({ DATA_DIR: temporaryFolder(), METRICS_HOST: '192.0.2.1', METRICS_PORT: '0' }),
    /^Listening on port 0 of 192\.0\.2\.1 failed \([^\n]+\): set METRICS_HOST and METRICS_PORT to others\.$/,
  ],
  [
    'a port for metrics that is in use',
    async () => ({ DATA_DIR: temporaryFolder(), METRICS_PORT: String(await takenPort()) }),
    /^Port \d+ of 127\.0\.0\.1 is in use: stop what uses it, or set METRICS_PORT to a free one\.$/,
  ],
  [
    'a PostgreSQL database that is not there',
    async () => {
      const DATABASE_URL = (await emptyDatabase()).replace(/\/test_\w+/, '/nowhere')
      return { DATA_DIR: temporaryFolder(), DATABASE_URL }
    },
    /^The database at DATABASE_URL cannot be used: database "nowhere" does not exist\.$/,
  ],
  [
    'tables that would be made in another schema than public',
    async () => {
      const DATABASE_URL = `${await emptyDatabase()}&options=-c%20search_path%3Dpg_catalog`
      return { DATA_DIR: temporaryFolder(), DATABASE_URL }
    },
    /^The database at DATABASE_URL cannot be used: the search_path leads to its schema pg_catalog, and the tables are in public\.$/,
  ],
  [
    'a role that may not use the schema public',
    async () => {
      const DATABASE_URL = `${await emptyDatabase()}&options=-c%20search_path%3Dnowhere`
      return { DATA_DIR: temporaryFolder(), DATABASE_URL }
    },
    /^The database at DATABASE_URL cannot be used: this role may not use its schema public, where the tables are\.$/,
  ],
  [
    'a certificate that is not there',
    async () => {
      const DATABASE_URL = `${await emptyDatabase()}&sslmode=verify-full&sslrootcert=/nowhere.pem`
      return { DATA_DIR: temporaryFolder(), DATABASE_URL }
    },
    /^The database at DATABASE_URL cannot be used: ENOENT: no such file or directory, open '\/nowhere\.pem'\.$/,
  ],
  ...[0, 4096, 65_536].map((fileBytes): (typeof obstacles)[number] => [
    `a disk that is full from ${fileBytes} bytes on`,
    () => ({
      DATA_DIR: temporaryFolder(),
      FILE_BYTES: String(fileBytes),
      NODE_OPTIONS: loaded('limit-files.ts'),
    }),
    /^The database \S+ cannot be used: (?:disk I\/O error|database or disk is full)\.$/,
  ]),
  [
    'a full disk where the key should be kept',
    async () => ({
      DATA_DIR: temporaryFolder(),
      DATABASE_URL: await emptyDatabase(),
      FILE_BYTES: '0',
      NODE_OPTIONS: loaded('limit-files.ts'),
    }),
    /^The encryption key cannot be kept in \S+\/encryption-key: the disk is full\.$/,
  ],
  ...['create table "tokens"', 'insert into "key_checks"', 'insert into "set_up_links"'].map(
    (sql): (typeof obstacles)[number] => [
      `a thread that writes and ends at ${sql}`,
      () => ({
        DATA_DIR: temporaryFolder(),
        WRITER_ENDS_AT: sql,
        NODE_OPTIONS: loaded('end-writer-at.ts'),
        LOG_LEVEL: 'silent',
      }),
      /^The database \S*(?: cannot be used|failed): The thread that writes to the database ended: exit code 7\.$/,
    ],
  ),
]

it.each(obstacles)('says in one sentence that it was stopped by %s', async (_, make, sentence) => {
  const { exitCode, said } = await refusalToStart(await make())

  expect(said).toMatch(/^[^\n]+\n$/)
  expect(said.trimEnd()).toMatch(sentence)
  expect(exitCode).toBe(1)
})

describe('what other users of the machine could open', () => {
  const modesIn = (folder: string) =>
    Object.fromEntries(
      ['.', ...readdirSync(folder)].map((name) => [name, statSync(join(folder, name)).mode & 0o777]),
    )

  it('is closed to them at the start, and named', async () => {
    const DATA_DIR = usedFolder()
    for (const name of readdirSync(DATA_DIR)) chmodSync(join(DATA_DIR, name), 0o644)
    writeFileSync(join(DATA_DIR, 'profile-api.sqlite-wal'), '', { mode: 0o664 })
    chmodSync(DATA_DIR, 0o755)

    const service = await startService({ DATA_DIR })
    const modes = modesIn(DATA_DIR)

    const named = ['encryption-key', 'has-database', 'lock', 'profile-api.sqlite', 'profile-api.sqlite-wal']
    const paths = [DATA_DIR, ...named.map((name) => join(DATA_DIR, name))]
    expect(service.output()).toContain(
      `Other users could open ${paths.join(', ')}: from now on they cannot.\n`,
    )
    expect(modes).toEqual({
      '.': 0o700,
      'encryption-key': 0o600,
      'has-database': 0o600,
      lock: 0o600,
      'profile-api.sqlite': 0o600,
      'profile-api.sqlite-wal': 0o600,
      'profile-api.sqlite-shm': 0o600,
    })
    await service.stop()
    expect((await startService({ DATA_DIR })).output()).not.toContain('Other users')
  })

  it('stays as it is where it is not ours: a folder with other things in it, what a link leads to', async () => {
    const DATA_DIR = usedFolder()
    writeFileSync(join(DATA_DIR, 'notes.txt'), '')
    chmodSync(join(DATA_DIR, 'notes.txt'), 0o644)
    chmodSync(DATA_DIR, 0o755)
    const linked = linkedKey(DATA_DIR, 0o640)

    const service = await startService({ DATA_DIR })
    const { '.': folder, 'notes.txt': notes } = modesIn(DATA_DIR)

    expect([folder, notes, statSync(linked).mode & 0o777]).toEqual([0o755, 0o644, 0o640])
    expect(service.output()).toContain(
      `Other users can open ${join(DATA_DIR, 'encryption-key')}: that could not be changed.\n`,
    )
  })

  it('stops the start when it is the key and stays open to anyone', async () => {
    const DATA_DIR = usedFolder()
    linkedKey(DATA_DIR, 0o644)

    const { exitCode, said } = await refusalToStart({ DATA_DIR })

    const key = join(DATA_DIR, 'encryption-key')
    expect(said).toBe(
      `Anyone on this machine may use ${key}, and that cannot be changed from here: chmod 600 it, or set ENCRYPTION_KEY.\n`,
    )
    expect(exitCode).toBe(1)
  })

  /** Moves the key elsewhere, with a link in its place. @returns where to */
  function linkedKey(folder: string, mode: number) {
    const elsewhere = join(temporaryFolder(), 'key')
    const key = join(folder, 'encryption-key')
    writeFileSync(elsewhere, readFileSync(key))
    chmodSync(elsewhere, mode)
    rmSync(key)
    symlinkSync(elsewhere, key)
    return elsewhere
  }
})
