import { once } from 'node:events'
import { createConnection } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { Fault, ServiceError } from '#service/errors.ts'
import { told } from '#server/log.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { outOfReach } from '#storage/sql/unavailable.ts'
import { makeUser } from '../storage/records.ts'
import { emptyDatabase } from '../support/postgres.ts'

const PLANTED = 'ana@example.com\r\n\u2028    at planted (node:planted:1:1)'

async function thrownBy(work: () => unknown): Promise<Error> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('It threw no error.')
}

async function postgresErrors() {
  const storage = await openPostgres(await emptyDatabase())
  onTestFinished(() => storage.close())
  const { tables } = storage
  const { sysadmin: _, roles: __, suspended: ___, ...user } = makeUser({ email: PLANTED })
  await tables
    .insertInto('users')
    .values({ ...user, sysadmin: 0 })
    .execute()
  return [
    await thrownBy(() =>
      tables
        .insertInto('users')
        .values({ ...user, id: 'other', sysadmin: 0 })
        .execute(),
    ),
    await thrownBy(() => sql`select cast(${PLANTED} as bigint)`.execute(tables)),
    await thrownBy(() => sql.raw(`select '${PLANTED}' from nowhere`).execute(tables)),
  ]
}

function sqliteErrors() {
  const database = new DatabaseSync(':memory:')
  database.exec('create table users (email text unique)')
  const insert = database.prepare('insert into users values (?)')
  insert.run(PLANTED)
  return Promise.all([
    thrownBy(() => insert.run(PLANTED)),
    thrownBy(() => database.exec(`select "${PLANTED}" from users`)),
    thrownBy(() => database.prepare(`select json_extract('{}', ?)`).get(PLANTED)),
  ])
}

const libraryErrors = () =>
  Promise.all([
    thrownBy(() => JSON.parse(PLANTED)),
    thrownBy(() => v.parse(v.number(), PLANTED)),
    thrownBy(() => new URL(PLANTED)),
    thrownBy(() => decodeURIComponent(`%${PLANTED}`)),
    thrownBy(() => new Headers({ [PLANTED]: '1' })),
  ])

it('tells no words of an error that quote what it is about, wherever they stand', async () => {
  const errors = [...(await postgresErrors()), ...(await sqliteErrors()), ...(await libraryErrors())]
  const changed = Object.assign(new Error('before'), { message: PLANTED, [PLANTED]: PLANTED, code: 7 })
  const wrapped = [
    new Error(PLANTED),
    new TypeError(PLANTED, { cause: new Error(PLANTED, { cause: PLANTED }) }),
    new ServiceError('not-found', PLANTED, { cause: changed }),
    new AggregateError([changed], PLANTED),
    outOfReach(new Error(PLANTED)),
  ]

  const lines = [...errors, ...wrapped, PLANTED, { email: PLANTED }, undefined].map((error) =>
    JSON.stringify(told(error)),
  )

  const quoting = errors.filter((error) =>
    JSON.stringify([error.message, Object.entries(error)]).includes('ana@'),
  )
  expect(quoting.length).toBeGreaterThan(6)
  for (const line of lines) {
    expect(line).not.toMatch(/ana@|planted|\r|\n|\u2028/)
    expect(line).toMatch(/^\{"name":/)
  }
})

it('tells what broke and where, in names and codes', async () => {
  const [taken, notANumber] = await postgresErrors()
  const [unique] = await sqliteErrors()

  expect(told(taken)).toMatchObject({
    name: 'error',
    code: '23505',
    severity: 'ERROR',
    schema: 'public',
    table: 'users',
    constraint: 'users_email_key',
    at: expect.arrayContaining([expect.stringMatching(/postgres-driver\.js:\d+:\d+\)$/)]),
  })
  expect(told(notANumber)).toMatchObject({ code: '22P02', routine: expect.stringMatching(/^pg_strtoint64/) })
  expect(told(unique)).toMatchObject({ code: 'ERR_SQLITE_ERROR', errcode: 2067, errstr: 'constraint failed' })
  const { at } = v.parse(v.object({ at: v.array(v.string()) }), told(new Error('here')))
  expect(at[0]).toMatch(/log\.test\.ts:\d+:\d+\)?$/)
})

it('tells the words of what is about the database, or ours', async () => {
  const socket = createConnection({ host: '127.0.0.1', port: 1 })
  const [refused] = await once(socket, 'error')
  const gone = new URL(await emptyDatabase())
  gone.pathname = '/no_such_database'
  const missing = await thrownBy(() => openPostgres(gone.href))

  expect(told(outOfReach(refused))).toMatchObject({
    message: 'The database cannot be reached at the moment. Try again.',
    cause: { code: 'ECONNREFUSED', syscall: 'connect' },
  })
  expect(told(missing)).toMatchObject({
    code: '3D000',
    message: 'database "no_such_database" does not exist',
  })
  expect(told(new Fault('The database holds something unreadable in users.'))).toMatchObject({
    name: 'Fault',
    message: 'The database holds something unreadable in users.',
  })
})
