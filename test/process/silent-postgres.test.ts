import { expect, it, onTestFinished } from 'vitest'
import { adminOf, batchStatus, isLetIn, sendBatch, setUpAna } from '../support/console-calls.ts'
import { heldBack, query, select } from '../support/postgres.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A service with authentication on, on a PostgreSQL server of its own, whose processes can be made to stand still. */
async function serviceOnItsOwn() {
  const server = await startPostgres({ durable: false })
  onTestFinished(server.stop)
  const service = await startService({ DATA_DIR: temporaryFolder(), DATABASE_URL: server.url })
  const admin = adminOf(service.url, await setUpAna(service.url, service.setUpUrl))
  await admin.requireAuthentication(true)
  const token = await admin.generateToken()
  const silence = (which: 'connections' | 'all') => {
    server.signal('SIGSTOP', which)
    onTestFinished(() => server.signal('SIGCONT', 'all'))
  }
  return { ...service, databaseUrl: server.url, token, silence, goOn: () => server.signal('SIGCONT', 'all') }
}

const LOCK = 'lock table batches in access exclusive mode'
/** Who waits for it; the service looks for batches by itself, with one connection. */
const LOCKED = `select 1 from pg_stat_activity where wait_event_type = 'Lock'`

it('refuses calls while PostgreSQL is silent, and serves on when it speaks again', async () => {
  const { url, token, silence, goOn } = await serviceOnItsOwn()

  silence('all')
  const calls = await Promise.all([1, 2, 3].map(() => sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)))
  goOn()

  expect(calls.map(({ status }) => status)).toEqual([503, 503, 503])
  expect(calls.map(({ headers }) => headers.get('Retry-After'))).toEqual(['5', '5', '5'])
  await expect.poll(() => isLetIn(url, token)).toBe(true)
})

it('makes new connections where those that are open answer nothing any more', async () => {
  const { url, token, silence } = await serviceOnItsOwn()

  silence('connections')
  const first = await sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)
  const second = await sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)

  expect([first.status, second.status]).toEqual([503, 200])
  await expect.poll(() => batchStatus(url, second.batchId ?? '', token)).toMatchObject({ status: 'complete' })
})

it('stops in good order though PostgreSQL is silent', async () => {
  const { url, token, databaseUrl, silence, stop } = await serviceOnItsOwn()
  onTestFinished(await heldBack(databaseUrl, LOCK))
  const call = sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)
  await expect.poll(() => select(databaseUrl, LOCKED)).toHaveLength(2)

  silence('all')

  expect(await stop()).toBe(0)
  expect(await call).toMatchObject({ status: 503 })
})

it('lets reads and token checks through while commits wait for a standby that is gone', async () => {
  const { url, token, databaseUrl } = await serviceOnItsOwn()
  await query(databaseUrl, `alter system set synchronous_standby_names = 'gone'`)
  await query(databaseUrl, 'select pg_reload_conf()')
  const send = () => sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)
  const sent = Array.from({ length: 20 }, send)
  const waiting = () =>
    select(databaseUrl, `select 1 from pg_stat_activity where wait_event = 'SyncRep'`).then(
      ({ length }) => length,
    )
  await expect.poll(waiting).toBeGreaterThanOrEqual(5)

  const answered = await Promise.race([isLetIn(url, token), Promise.any(sent)])

  expect(answered).toBe(true)
  expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([503]))
  const again = await Promise.all(Array.from({ length: 20 }, send))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([503]))
  // Those that wait keep their places, so that no more of the server's are taken.
  expect(await waiting()).toBeLessThanOrEqual(7)
  await query(databaseUrl, 'alter system reset synchronous_standby_names')
  await query(databaseUrl, 'select pg_reload_conf()')
  await expect.poll(async () => (await send()).status).toBe(200)
})

it('leaves no lock behind of what it gave up', async () => {
  const { url, token, databaseUrl } = await serviceOnItsOwn()
  const release = await heldBack(databaseUrl, LOCK)

  const { status } = await sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)
  await expect.poll(() => select(databaseUrl, LOCKED)).toHaveLength(1)
  await release()

  expect(status).toBe(503)
  expect(await sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)).toMatchObject({ status: 200 })
})
