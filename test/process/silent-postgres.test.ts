import { expect, it, onTestFinished } from 'vitest'
import { adminOf, batchStatus, isLetIn, sendBatch, setUpAna } from '../support/console-calls.ts'
import { query, select } from '../support/postgres.ts'
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
  const { url, token, silence, stop } = await serviceOnItsOwn()

  silence('all')
  const call = sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)

  expect(await stop()).toBe(0)
  expect(await call).toMatchObject({ status: 503 })
})

it('lets reads and token checks through while commits wait for a standby that is gone', async () => {
  const { url, token, databaseUrl } = await serviceOnItsOwn()
  await query(databaseUrl, `alter system set synchronous_standby_names = 'gone'`)
  await query(databaseUrl, 'select pg_reload_conf()')
  onTestFinished(() => query(databaseUrl, 'alter system reset synchronous_standby_names'))
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
})
