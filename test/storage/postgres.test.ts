import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '#storage/sql/postgres.ts'
import { emptyDatabase, heldBack, query, select, serverUrl } from '../support/postgres.ts'
import { startPostgres } from '../support/postgres-server.ts'
import {
  attributesOf,
  makeAudit,
  makeBatch,
  makeChunk,
  makeReplacing,
  makeSettings,
  makeToken,
  START,
} from './records.ts'

async function open(url: string) {
  const storage = await openPostgres(url)
  onTestFinished(() => storage.close())
  return storage
}

it('is brought to this version once by several processes that start at the same time', async () => {
  const url = await emptyDatabase()

  const opened = await Promise.all(Array.from({ length: 4 }, () => open(url)))

  const [won, ...others] = await Promise.all(
    opened.map(({ keyCheck }, index) => keyCheck.establish(new Uint8Array([index]))),
  )
  expect(others).toEqual([won, won, won])
})

it('is neither looked at nor changed by a process that starts while another one does', async () => {
  const url = await emptyDatabase()
  const release = await heldBack(url, `select pg_advisory_xact_lock(hashtext('profile-api-console'))`)

  const opening = open(url)
  await expect
    .poll(() =>
      select(
        url,
        `select 1 from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`,
      ),
    )
    .toHaveLength(1)

  expect(await select(url, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([])
  await release()
  await opening
})

it('leads every key of the data plane by the client code, so that it can be spread over machines', async () => {
  const { tables } = await open(await emptyDatabase())

  const { rows } = await sql<{ key: string }>`
    select indexdef as key from pg_indexes
    where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'
      and tablename in ('client_settings', 'tokens', 'profiles', 'batches', 'batch_chunks', 'batch_failures')`.execute(
    tables,
  )

  expect(rows.length).toBeGreaterThanOrEqual(7)
  expect(rows.filter(({ key }) => !key.includes('(client_code'))).toEqual([])
})

it('stores neither change nor audit record when one of them fails', async () => {
  const { stores } = await open(await emptyDatabase())
  const audit = makeAudit()
  await stores.audit.append(audit)

  await expect(stores.settings.replace(makeSettings(), audit)).rejects.toThrow('unique')

  expect(await stores.settings.find('acme')).toBeUndefined()
})

it('gives each chunk to one of several processes, in the order in which the batches came', async () => {
  const url = await emptyDatabase()
  const [one, other] = [await open(url), await open(url)]
  for (const [index, batchId] of ['first', 'second', 'third'].entries()) {
    const batch = makeBatch({ batchId })
    await one.stores.batches.open(batch, 100)
    await one.stores.batches.stage(batch, makeChunk(`anna,City-${index},`))
    await one.stores.batches.stage(batch, makeChunk(`anna,,Tier-${index}`, { firstLine: 3 }))
    await one.stores.batches.accept(batch, { rows: 2, bytes: 100 })
  }
  const waiting = async () => (await sql`select 1 from batch_chunks`.execute(one.tables)).rows.length > 0
  const apply = async ({ stores }: typeof one) => {
    let applied = 0
    while (await waiting()) {
      if ((await stores.batches.applyNextChunk('acme', START)) !== null) applied += 1
    }
    return applied
  }

  const [byOne, byOther] = await Promise.all([apply(one), apply(other)])

  expect(byOne + byOther).toBe(6)
  for (const batchId of ['first', 'second', 'third']) {
    const status = await one.stores.batches.find(makeBatch({ batchId }))
    expect(status).toMatchObject({ state: 'complete', consumedCount: 2, successfulUpdates: 2 })
  }
  expect(attributesOf(await one.stores.profiles.find('acme', 'thirdPartyId', 'anna'))).toMatchObject({
    city: { value: 'City-2' },
    tier: { value: 'Tier-2' },
  })
})

it('lets one of two processes change a token that both saw, and no more work than may between them', async () => {
  const url = await emptyDatabase()
  const [one, other] = [(await open(url)).stores.tokens, (await open(url)).stores.tokens]
  const replacing = (id: string) => makeReplacing(makeToken({ id }), { worksUntil: START + 3_600_000 })
  await one.replaceCurrent(makeToken({ id: '1' }), null, makeAudit())
  for (const id of ['1', '2', '3']) {
    await one.replaceCurrent(makeToken({ id: String(Number(id) + 1) }), replacing(id), makeAudit())
  }
  const by = (changedBy: string) => ({ changedAt: START + 60_000, changedBy, changedById: changedBy })
  const ended = { ...replacing('1').change, ...by('Ana'), endedAt: START + 60_000 }
  const first = await one.find('acme', '1')
  await one.change({ token: first ?? makeToken(), change: ended, needsRoom: false }, makeAudit())
  const seen = (await one.find('acme', '1')) ?? makeToken()
  const again = { token: seen, change: { ...by('Ben'), endedAt: null }, needsRoom: true }
  await one.replaceCurrent(makeToken({ id: '5' }), replacing('4'), makeAudit())

  const restored = await Promise.all([one, other].map((tokens) => tokens.change(again, makeAudit())))
  const rotated = await Promise.all([
    one.replaceCurrent(makeToken({ id: '6' }), replacing('5'), makeAudit()),
    other.replaceCurrent(makeToken({ id: '7' }), makeReplacing(makeToken({ id: '5' })), makeAudit()),
  ])

  expect(restored.toSorted()).toEqual(['done', 'overtaken'])
  expect(rotated).toEqual(['full', 'done'])
})

it('outlives the loss of its connections, in the middle of a transaction too', async () => {
  const url = await emptyDatabase()
  const { stores, tables } = await open(url)
  const loseConnections = () =>
    query(
      url,
      'select pg_terminate_backend(pid, 30000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )

  const broken = tables.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx)
    await loseConnections()
    await sql`select 1`.execute(trx)
  })

  await expect(broken).rejects.toThrow()
  // That the other connections are lost as well is heard of in no order.
  const replace = () => stores.settings.replace(makeSettings(), makeAudit()).catch(() => false)
  await expect.poll(replace).toBe(true)
})

it.each(['lock_timeout', 'statement_timeout'])(
  'says that it passes when the %s of the operator ends what waits',
  async (limit) => {
    const url = await emptyDatabase()
    const { stores } = await open(`${url}&options=-c%20${limit}%3D2000`)
    const release = await heldBack(url, 'lock table batches in access exclusive mode')

    const applying = stores.batches.applyNextChunk('acme', START)

    await expect(applying).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
    await release()
    expect(await stores.batches.applyNextChunk('acme', START)).toBeNull()
  },
)

it('makes do with the connections that it gets where the server has no more', async () => {
  const url = await emptyDatabase()
  const role = `role_${randomUUID().replaceAll('-', '')}`
  await query(
    url,
    `create role ${role} login connection limit 5;
     grant all on schema public to ${role}`,
  )
  const { stores } = await open(url.replace('user=postgres', `user=${role}`))
  const calls = Array.from({ length: 200 }, (_, index) =>
    index % 2
      ? stores.access.find('acme', 'none')
      : stores.profiles.update({
          clientCode: 'acme',
          idKind: 'pcId',
          id: '1',
          modifiedAt: START,
          attributes: [],
        }),
  )

  const answers = await Promise.allSettled(calls)

  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
})

it('is refused where it cannot hold every text', async () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(serverUrl(), `create database ${name} encoding 'SQL_ASCII' template template0`)

  const opening = openPostgres(serverUrl().replace('/postgres?', `/${name}?`))

  await expect(opening).rejects.toThrow('its encoding is SQL_ASCII, and it takes UTF8')
})

it('is refused where it is a standby', async () => {
  const standby = await startPostgres({ durable: false, isStandby: true })
  onTestFinished(standby.stop)

  await expect(openPostgres(standby.url)).rejects.toThrow('it is a standby')
})
