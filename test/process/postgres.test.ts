import { expect, it, onTestFinished } from 'vitest'
import { adminOf, batchStatus, isLetIn, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, heldBack, query, select, serverUrl } from '../support/postgres.ts'
import { refusalToStart, startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SHARED = { ENCRYPTION_KEY: '11'.repeat(32), RATE_LIMIT_PER_MINUTE: '9999999' }

/** Two processes on one database, which knows them as `one` and `other`, and a person who may do everything. */
async function twoServices() {
  const databaseUrl = await emptyDatabase()
  const start = (name: string) =>
    startService({
      ...SHARED,
      DATA_DIR: temporaryFolder(),
      DATABASE_URL: `${databaseUrl}&application_name=${name}`,
    })
  const one = await start('one')
  const other = await start('other')
  const accessToken = await setUpAna(one.url, other.setUpUrl)
  return {
    databaseUrl,
    one,
    other,
    atOne: adminOf(one.url, accessToken),
    atOther: adminOf(other.url, accessToken),
  }
}

const batchOf = (rowCount: number, city: string) => [
  'batch=thirdPartyId,city',
  ...Array.from({ length: rowCount }, (_, row) => `customer-${row},${city}`),
]

/** Waits until all rows of a batch are applied, each once. */
const completed = (url: string, batchId: string | null, rowCount: string) =>
  expect
    .poll(() => batchStatus(url, batchId ?? ''))
    .toMatchObject({
      status: 'complete',
      batchSize: rowCount,
      consumedCount: rowCount,
      successfulUpdates: rowCount,
    })

/** Notes which process applied each chunk, in the transaction that did. */
const noteWhoApplies = (databaseUrl: string, meanwhile = '') =>
  query(
    databaseUrl,
    `create table applied (by_whom text, batch_id text, first_line integer);
     create function note() returns trigger language plpgsql as $$ begin
       ${meanwhile}
       insert into applied values (current_setting('application_name'), old.batch_id, old.first_line);
       return old;
     end $$;
     create trigger note after delete on batch_chunks for each row execute function note()`,
  )

it('obeys a switch and a new token of one process at the other on the very next call', async () => {
  const { one, other, atOne, atOther } = await twoServices()

  for (let round = 0; round < 10; round += 1) {
    await atOne.requireAuthentication(true)
    expect(await isLetIn(other.url, undefined)).toBe(false)
    const former = await atOther.generateToken()
    expect(await isLetIn(one.url, former)).toBe(true)
    const next = await atOne.generateToken()
    expect(await isLetIn(other.url, former)).toBe(false)
    expect(await isLetIn(other.url, next)).toBe(true)
    await atOther.requireAuthentication(false)
    expect(await isLetIn(one.url, undefined)).toBe(true)
  }
})

it('leaves exactly one token current when two approvers generate at two processes at once', async () => {
  const { one, other, atOne, atOther } = await twoServices()
  await atOne.requireAuthentication(true)

  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all([atOne.tryToGenerateToken(), atOther.tryToGenerateToken()])

    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(201)
    expect([201, 409]).toEqual(expect.arrayContaining(statuses))
    const made = await Promise.all(
      answers
        .filter(({ ok }) => ok)
        .map(async (answer) => {
          const { accessToken }: { accessToken: string } = await answer.json()
          return accessToken
        }),
    )
    const current = await atOne.currentToken()
    expect(await atOther.currentToken()).toBe(current)
    expect(made).toContain(current)
    for (const token of made) expect(await isLetIn(other.url, token)).toBe(token === current)
    for (const token of made) expect(await isLetIn(one.url, token)).toBe(token === current)
  }
})

it('ends a token at one process and lets it work again at the other, which counts at both on the very next call', async () => {
  const { one, other, atOne, atOther } = await twoServices()
  await atOne.requireAuthentication(true)
  const old = await atOne.generateToken()
  const current = await atOther.generateToken(3600)
  const [, { id } = { id: '' }] = await atOne.tokens()

  for (let round = 0; round < 10; round += 1) {
    expect(await isLetIn(other.url, old)).toBe(true)
    expect((await atOne.changeToken(id, 'end')).status).toBe(200)
    expect(await isLetIn(other.url, old)).toBe(false)
    expect((await atOther.changeToken(id, 'restore')).status).toBe(200)
    expect(await isLetIn(one.url, old)).toBe(true)
  }
  expect(await isLetIn(one.url, current)).toBe(true)
})

it('shares the work between both processes, each chunk applied once and batches in order', async () => {
  const { databaseUrl, one, other } = await twoServices()
  await noteWhoApplies(databaseUrl)

  for (const { url } of [one, other, one, other]) {
    const { batchId } = await sendBatch(url, batchOf(1, 'Oslo'))
    await completed(one.url, batchId, '1')
  }
  const batchIds: (string | null)[] = []
  for (let batch = 0; batch < 10; batch += 1) {
    const { batchId } = await sendBatch((batch % 2 ? one : other).url, batchOf(20_000, `City-${batch}`))
    batchIds.push(batchId)
  }

  for (const batchId of batchIds) await completed(one.url, batchId, '20000')
  const chunks = await select(
    databaseUrl,
    "select by_whom, batch_id || ' ' || first_line as chunk from applied",
  )
  const distinct = new Set(chunks.map(({ chunk }) => chunk))
  expect(distinct.size).toBe(chunks.length)
  expect(new Set(chunks.map(({ by_whom }) => by_whom))).toEqual(new Set(['one', 'other']))
  for (const id of ['customer-0', 'customer-19999']) {
    expect(await profileOf(other.url, id)).toEqual({ city: 'City-9' })
  }
})

it('finishes at one process what the other was killed over', async () => {
  const { one, other } = await twoServices()

  const { batchId } = await sendBatch(one.url, batchOf(50_000, 'Oslo'))
  await one.kill()

  await completed(other.url, batchId, '50000')
  expect(await profileOf(other.url, 'customer-49999')).toEqual({ city: 'Oslo' })
})

it('finishes at one process what the other went silent over, once its lease is up', async () => {
  const { databaseUrl, one, other } = await twoServices()
  await noteWhoApplies(
    databaseUrl,
    // In the database, so that there is a transaction to be stopped in the middle of.
    `if current_setting('application_name') = 'one' then perform pg_advisory_xact_lock(1); end if;`,
  )
  const release = await heldBack(databaseUrl, 'select pg_advisory_xact_lock(1)')
  const stop = ({ pid }: typeof one) => {
    process.kill(pid, 'SIGSTOP')
    onTestFinished(() => void process.kill(pid, 'SIGCONT'))
  }
  stop(other)
  const { batchId } = await sendBatch(one.url, batchOf(1000, 'Oslo'))
  await expect
    .poll(() => select(databaseUrl, `select 1 from pg_stat_activity where wait_event = 'advisory'`))
    .toHaveLength(1)

  stop(one)
  await release()
  process.kill(other.pid, 'SIGCONT')
  await completed(other.url, batchId, '1000')

  expect(await select(databaseUrl, 'select by_whom from applied')).toEqual([{ by_whom: 'other' }])
  process.kill(one.pid, 'SIGCONT')
  expect(await profileOf(one.url, 'customer-999')).toEqual({ city: 'Oslo' })
  await completed(other.url, batchId, '1000')
})

it('lets nobody in while the database cannot be reached, and everyone who may once it can', async () => {
  const { databaseUrl, one, atOne } = await twoServices()
  await atOne.requireAuthentication(true)
  const token = await atOne.generateToken()
  const name = new URL(databaseUrl).pathname.slice(1)

  await query(serverUrl(), `alter database ${name} allow_connections false`)
  await query(serverUrl(), `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  const refused = await sendBatch(one.url, batchOf(1, 'Oslo'), token)
  await query(serverUrl(), `alter database ${name} allow_connections true`)
  const accepted = await sendBatch(one.url, batchOf(1, 'Oslo'), token)

  expect(refused.status).toBe(503)
  expect(refused.headers.get('Retry-After')).toBe('5')
  expect(refused.text).toContain('<success>false</success>')
  expect(accepted.status).toBe(200)
})

it('refuses a second process with another encryption key', async () => {
  const DATABASE_URL = await emptyDatabase()
  await startService({ ...SHARED, DATA_DIR: temporaryFolder(), DATABASE_URL })

  const another = { DATA_DIR: temporaryFolder(), DATABASE_URL, ENCRYPTION_KEY: '22'.repeat(32) }
  const { exitCode, said } = await refusalToStart(another)

  expect(exitCode).toBe(1)
  expect(said).toMatch(/^The encryption key does not fit the database[^\n]+\n$/)
})

it('refuses a database that cannot be reached with one sentence that keeps the password', async () => {
  const DATABASE_URL = 'postgres://ana:secret-password@127.0.0.1:1/profiles'

  const { exitCode, said } = await refusalToStart({ DATA_DIR: temporaryFolder(), DATABASE_URL })

  expect(exitCode).toBe(1)
  expect(said).toMatch(/^The database at DATABASE_URL cannot be used: [^\n]+\n$/)
  expect(said).not.toContain('secret-password')
})
