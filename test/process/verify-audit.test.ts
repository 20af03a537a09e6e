import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { encryptionKeyFrom } from '#server/cipher.ts'
import { openCipher } from '#server/keys.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { makeAudit } from '../storage/records.ts'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, query } from '../support/postgres.ts'
import { command, startService } from '../support/running-service.ts'
import type { Environment } from '../support/service-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const verifyAudit = (environment: Environment, ...noted: string[]) =>
  command('verify-audit', noted, environment)

const lastHashIn = (said: string) => /to note elsewhere: ([0-9a-f]{64})$/m.exec(said)?.[1] ?? ''

/** Changes the database behind the back of the service. */
function run(DATA_DIR: string, statement: string) {
  const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'), { timeout: 5000 })
  database.exec(statement)
  database.close()
}

it('verifies the records of a service that runs, and tells which one was changed', async () => {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR })
  const admin = adminOf(service.url, await setUpAna(service.url, service.setUpUrl))
  await admin.requireAuthentication(true)

  const whole = await verifyAudit({ DATA_DIR })
  await admin.generateToken()
  const noted = await verifyAudit({ DATA_DIR }, lastHashIn(whole.said))
  run(DATA_DIR, `update audit_records set actor_name = 'B\u009b\n' where action = 'settings.updated'`)
  run(DATA_DIR, `update audit_records set id = 'x\u009b\n' where action = 'token.generated'`)
  const changed = await verifyAudit({ DATA_DIR })

  expect(whole.said).toMatch(/^demo: \d+ records, from \S+Z to \S+Z; none changed, removed or inserted\.$/m)
  expect(whole.exitCode).toBe(0)
  expect(noted.said).toMatch(/^[0-9a-f]{64} is the hash of demo: record \d+ \([0-9a-f]{24}, \S+Z\)\.$/m)
  expect(noted.exitCode).toBe(0)
  expect(changed.said).toMatch(/^demo: \d+ records, .+; 2 faults\.$/m)
  expect(changed.said).toMatch(/^ {2}Changed: record \d+ \([0-9a-f]{24}, \S+Z\), or the one before it/m)
  expect(changed.said).toMatch(/^ {2}Changed: record \d+ \(x\?\?, \S+Z\), or the one before it/m)
  expect(changed.exitCode).toBe(1)
})

it('misses a hash that was noted, when the end was cut off without a trace', async () => {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR })
  await setUpAna(service.url, service.setUpUrl)
  await service.stop()
  const { said } = await verifyAudit({ DATA_DIR })

  const last = '(select max(position) from audit_records)'
  run(DATA_DIR, `delete from audit_records where position = ${last}`)
  const cut = await verifyAudit({ DATA_DIR })
  const hash = `(select hash from audit_records where position = ${last})`
  run(DATA_DIR, `update audit_chains set position = ${last}, hash = ${hash}`)
  const fitting = await verifyAudit({ DATA_DIR })
  const missed = await verifyAudit({ DATA_DIR }, lastHashIn(said))

  expect(cut.said).toMatch(/^ {2}Removed: 1 records after record \d+ \(\S+, \S+\) and before the end\.$/m)
  expect(cut.exitCode).toBe(1)
  expect(fitting.exitCode).toBe(0)
  expect(missed.said).toMatch(/^[0-9a-f]{64} is no record's hash: /m)
  expect(missed.exitCode).toBe(1)
})

it('verifies what is left when the service has removed what was too old, with the key of the service', async () => {
  const [DATA_DIR, ENCRYPTION_KEY] = [temporaryFolder(), '11'.repeat(32)]
  const storage = await openSqlite(join(DATA_DIR, 'profile-api.sqlite'))
  const encryptionKey = encryptionKeyFrom(ENCRYPTION_KEY)
  await openCipher(storage.keyCheck, { encryptionKey, dataFolder: DATA_DIR, databaseUrl: null })
  for (let day = 0; day < 3; day += 1) {
    await storage.stores.audit.append(makeAudit({ clientCode: 'demo', at: day * 86_400_000 }))
  }
  const noted = await storage.stores.audit.head('demo')
  await storage.close()

  const service = await startService({ DATA_DIR, ENCRYPTION_KEY, AUDIT_RETENTION_DAYS: '365' })
  await expect
    .poll(() => verifyAudit({ DATA_DIR, ENCRYPTION_KEY }))
    .toMatchObject({
      said: expect.stringMatching(
        /^ {2}Up to record 3 they were too old to be kept; record \d+ \(.+\) says so\.$/m,
      ),
      exitCode: 0,
    })
  await service.stop()
  const ofLast = await verifyAudit({ DATA_DIR, ENCRYPTION_KEY }, noted?.hash ?? '')
  const withoutKey = await verifyAudit({ DATA_DIR })

  expect(ofLast.said).toMatch(/^[0-9a-f]{64} is the hash of demo: record 3, the last that was removed\.$/m)
  expect(ofLast.exitCode).toBe(0)
  expect(withoutKey.said).toMatch(
    /^ {2}Not removed by the service, or under another ENCRYPTION_KEY than this: /m,
  )
  expect(withoutKey.exitCode).toBe(1)
})

it('finds one chain of two processes that changed things at the same time', async () => {
  const DATABASE_URL = await emptyDatabase()
  const shared = { DATABASE_URL, ENCRYPTION_KEY: '11'.repeat(32), RATE_LIMIT_PER_MINUTE: '9999999' }
  const one = await startService({ ...shared, DATA_DIR: temporaryFolder() })
  const other = await startService({ ...shared, DATA_DIR: temporaryFolder() })
  const accessToken = await setUpAna(one.url, other.setUpUrl)
  const admins = [adminOf(one.url, accessToken), adminOf(other.url, accessToken)]

  const generated = await Promise.all(
    Array.from({ length: 10 }, () => admins.map((admin) => admin.tryToGenerateToken())).flat(),
  )
  await Promise.all(Array.from({ length: 10 }, () => admins.map((admin) => admin.currentToken())).flat())
  const verified = await verifyAudit({ DATA_DIR: temporaryFolder(), DATABASE_URL })
  await query(DATABASE_URL, `delete from audit_records where action = 'session.started'`)
  const removed = await verifyAudit({ DATA_DIR: temporaryFolder(), DATABASE_URL })

  expect([201, 409]).toEqual(expect.arrayContaining(generated.map(({ status }) => status)))
  expect(verified.said).toMatch(/^demo: \d+ records, .+; none changed, removed or inserted\.$/m)
  expect(verified.exitCode).toBe(0)
  expect(removed.said).toMatch(/^ {2}Removed: \d records after record /m)
  expect(removed.exitCode).toBe(1)
})

it('says in a sentence what it cannot verify', async () => {
  const DATA_DIR = temporaryFolder()
  const nothing = await verifyAudit({ DATA_DIR })
  run(DATA_DIR, readFileSync(join(import.meta.dirname, '../storage/stored/004.sqlite.sql'), 'utf8'))
  const older = await verifyAudit({ DATA_DIR })
  const noHash = await verifyAudit({ DATA_DIR }, 'latest')
  const unreachable = await verifyAudit({ DATA_DIR, DATABASE_URL: 'postgres://ana:secret@127.0.0.1:1/none' })

  expect(nothing.said).toMatch(/^There is no \S+profile-api\.sqlite to read\.\n$/)
  expect(older.said).toMatch(/^The audit records of this database are not chained yet: [^\n]+\n$/)
  expect(noHash.said).toMatch(/^A hash is 64 digits and letters from a to f, [^\n]+\n$/)
  expect(unreachable.said).toMatch(/^The database at DATABASE_URL cannot be used: [^\n]+\n$/)
  expect(unreachable.said).not.toContain('secret')
  for (const { exitCode } of [nothing, older, noHash, unreachable]) expect(exitCode).toBe(1)
})
