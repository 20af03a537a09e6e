import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { adminOf, batchStatus, isLetIn, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { command, startService } from '../support/running-service.ts'
import type { Environment } from '../support/service-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const backup = (environment: Environment, ...args: string[]) => command('backup', args, environment)

const rowsOf = (count: number) => [
  'batch=thirdPartyId,city',
  ...Array.from({ length: count }, (_, row) => `customer-${row},Oslo`),
]

it('makes a backup in the middle of a batch, from which a service goes on with all that was acknowledged', async () => {
  const DATA_DIR = temporaryFolder()
  const to = join(temporaryFolder(), 'profile-api.sqlite')
  const service = await startService({ DATA_DIR })
  const admin = adminOf(service.url, await setUpAna(service.url, service.setUpUrl))
  await admin.requireAuthentication(true)
  const token = await admin.generateToken()
  const { batchId } = await sendBatch(service.url, rowsOf(100_000), token)

  const { exitCode, said } = await backup({ DATA_DIR }, to)

  expect(said).toMatch(/^The backup \S+ is whole: \d+ bytes\./)
  expect(exitCode).toBe(0)
  expect(statSync(to).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(to, '..'))).toEqual(['profile-api.sqlite'])
  await service.stop()

  const restored = temporaryFolder()
  chmodSync(restored, 0o700)
  copyFileSync(to, join(restored, 'profile-api.sqlite'))
  copyFileSync(join(DATA_DIR, 'encryption-key'), join(restored, 'encryption-key'))
  const { url, setUpUrl } = await startService({ DATA_DIR: restored })
  expect(setUpUrl).toBeNull()
  await expect
    .poll(() => batchStatus(url, batchId ?? '', token))
    .toMatchObject({ status: 'complete', successfulUpdates: '100000' })
  expect(await profileOf(url, 'customer-99999', token)).toEqual({ city: 'Oslo' })
  expect(await isLetIn(url, undefined)).toBe(false)
  expect((await command('verify-audit', [], { DATA_DIR: restored })).exitCode).toBe(0)
})

it('replaces the backup from before, and nothing else', async () => {
  const DATA_DIR = temporaryFolder()
  await (await startService({ DATA_DIR })).stop()
  const folder = temporaryFolder()
  const to = join(folder, 'backup.sqlite')
  const [folderInPlace, other] = [join(folder, 'folder'), join(folder, 'notes.txt')]
  mkdirSync(folderInPlace)
  writeFileSync(other, 'Not to be lost.')

  const made = [await backup({ DATA_DIR }, to), await backup({ DATA_DIR }, to)]
  const refused = [
    await backup({ DATA_DIR }, other),
    await backup({ DATA_DIR }, folderInPlace),
    await backup({ DATA_DIR }, join(DATA_DIR, 'profile-api.sqlite')),
    await backup({ DATA_DIR }, join(folder, 'nowhere', 'backup.sqlite')),
    await backup({ DATA_DIR }),
    await backup({ DATA_DIR: temporaryFolder() }, join(folder, 'of-nothing.sqlite')),
    await backup(
      { DATA_DIR, DATABASE_URL: 'postgres://ana@127.0.0.1/profiles' },
      join(folder, 'wrong.sqlite'),
    ),
  ]

  expect(made.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(refused.map(({ exitCode }) => exitCode)).toEqual(refused.map(() => 1))
  expect(refused.map(({ said }) => said)).toEqual([
    `The backup ${other} was not made: something else is in its place.\n`,
    `The backup ${folderInPlace} was not made: it is a folder.\n`,
    `The backup ${join(DATA_DIR, 'profile-api.sqlite')} was not made: it is the database itself.\n`,
    `The backup ${join(folder, 'nowhere', 'backup.sqlite')} was not made: a part of its path is missing.\n`,
    'Say where to, such as: npm run backup -- /backup/profile-api.sqlite\n',
    expect.stringMatching(/^There is no \S+ to copy\.\n$/),
    'With DATABASE_URL everything is in PostgreSQL, of which pg_dump makes a backup.\n',
  ])
  expect(readFileSync(other, 'utf8')).toBe('Not to be lost.')
  expect(readdirSync(folder).toSorted()).toEqual(['backup.sqlite', 'folder', 'notes.txt'])
  expect(existsSync(join(DATA_DIR, 'profile-api.sqlite'))).toBe(true)
})

it('keeps the backup from before where the database is damaged', async () => {
  const DATA_DIR = temporaryFolder()
  await (await startService({ DATA_DIR })).stop()
  const to = join(temporaryFolder(), 'backup.sqlite')
  await backup({ DATA_DIR }, to)
  const before = readFileSync(to)
  const file = join(DATA_DIR, 'profile-api.sqlite')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x55, 4096, bytes.length))

  const { exitCode, said } = await backup({ DATA_DIR }, to)

  expect(said).toMatch(/^The backup \S+ was not made: /)
  expect(exitCode).toBe(1)
  expect(readFileSync(to).equals(before)).toBe(true)
})
