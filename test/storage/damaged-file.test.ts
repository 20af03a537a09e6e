import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ServiceError } from '#service/errors.ts'
import type { Stores } from '#service/stores.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { makeService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  makeAudit,
  makeBatch,
  makeChunk,
  makeIdentity,
  makeLink,
  makeSession,
  makeSettings,
  makeToken,
} from './records.ts'

async function open(file = join(temporaryFolder(), 'test.sqlite')) {
  const storage = await openSqlite(file)
  onTestFinished(() => storage.close())
  return storage
}

/** A file of which nothing can be read but what a start reads. */
async function damagedFile() {
  const file = join(temporaryFolder(), 'damaged.sqlite')
  const whole = await openSqlite(file)
  await whole.keyCheck.establish(new Uint8Array(1))
  await whole.close()
  const database = new DatabaseSync(file)
  const pages = database
    .prepare(
      `select pageno from dbstat where name <> 'sqlite_schema' and name <> 'key_checks' and name not like '%kysely%'`,
    )
    .all()
  const pageSize = Number(database.prepare('pragma page_size').get()?.['page_size'])
  database.close()
  const descriptor = openSync(file, 'r+')
  for (const { pageno } of pages) {
    writeSync(descriptor, new Uint8Array(pageSize).fill(0xff), 0, pageSize, (Number(pageno) - 1) * pageSize)
  }
  closeSync(descriptor)
  return file
}

const acts: Record<string, (stores: Stores) => Promise<unknown>> = {
  'read settings': ({ settings }) => settings.find('acme'),
  'read the current token': ({ tokens }) => tokens.current('acme', 'profile_api'),
  'read what a call is judged by': ({ access }) => access.find('acme', 'sha256'),
  'read whether there are users': ({ users }) => users.isEmpty(),
  'read a user': ({ users }) => users.findByEmail('ana@example.com'),
  'read users': ({ users }) => users.list(),
  'read an identity': ({ identities }) => identities.find(makeIdentity()),
  'read a set-up link': ({ setUpLinks }) => setUpLinks.find('sha256'),
  'read a session': ({ sessions }) => sessions.find('sha256'),
  'read a batch': ({ batches }) => batches.find(makeBatch()),
  'read the backlog': ({ batches }) => batches.backlog('acme'),
  'read failures': ({ batches }) => batches.failures(makeBatch()),
  'list batches': ({ batches }) =>
    batches.page({ clientCode: 'acme', only: null, from: 0, until: 2 ** 50 }, null, 10),
  'read a profile': ({ profiles }) => profiles.find('acme', 'pcId', 'anna'),
  'read audit records': ({ audit }) => audit.list(1),
  'write settings': ({ settings }) => settings.replace(makeSettings(), makeAudit()),
  'write a token': ({ tokens }) => tokens.replaceCurrent(makeToken(), null, makeAudit()),
  'write a set-up link': ({ setUpLinks }) => setUpLinks.replace(makeLink(), makeAudit()),
  'write a session': ({ sessions }) => sessions.start(makeSession(), makeIdentity(), makeAudit()),
  'open a batch': ({ batches }) => batches.open(makeBatch(), 100),
  'stage a chunk': ({ batches }) => batches.stage(makeBatch(), makeChunk('anna,Oslo,gold')),
  'apply a chunk': ({ batches }) => batches.applyNextChunk('acme', 0),
  'update a profile': ({ profiles }) =>
    profiles.update({
      clientCode: 'acme',
      idKind: 'pcId',
      id: 'anna',
      attributes: [['a', 'b']],
      modifiedAt: 0,
    }),
  'write an audit record': ({ audit }) => audit.append(makeAudit()),
}

describe('a damaged file', () => {
  it('is told as unavailable by every act', async () => {
    const { stores } = await open(await damagedFile())

    for (const [what, act] of Object.entries(acts)) {
      const failure: unknown = await act(stores).catch((error: unknown) => error)

      expect(failure, what).toBeInstanceOf(ServiceError)
      expect(failure, what).toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
      expect(failure, what).toHaveProperty('cause.message', 'database disk image is malformed')
    }
  })

  it('is answered with 503, and the log says why', async () => {
    const { stores } = await open(await damagedFile())
    const { call, logged } = makeService(stores)

    const answer = await call('/console/v1/session', { headers: { Authorization: 'Bearer anything' } })

    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('5')
    expect(logged).toMatchObject([{ status: 503, error: { message: 'database disk image is malformed' } }])
  })

  it('is told from a fault in our own SQL, which stays a fault', async () => {
    const { stores, tables } = await open()
    await sql`drop table tokens`.execute(tables)

    const failures = [
      await stores.tokens.current('acme', 'profile_api').catch((error: unknown) => error),
      await stores.tokens.touch('token-1', 0).catch((error: unknown) => error),
    ]

    for (const failure of failures) {
      expect(failure).not.toBeInstanceOf(ServiceError)
      expect(failure).toHaveProperty('message', 'no such table: tokens')
    }
  })
})
