import { expect, it, onTestFinished } from 'vitest'
import { adminOf, isLetIn, sendBatch, setUpAna } from '../support/console-calls.ts'
import { query } from '../support/postgres.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

it('shuts the door while its database is a standby, and opens it once that is the primary', async () => {
  const server = await startPostgres({ durable: false })
  onTestFinished(server.stop)
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder(), DATABASE_URL: server.url })
  const admin = adminOf(url, await setUpAna(url, setUpUrl))
  await admin.requireAuthentication(true)
  const token = await admin.generateToken()

  await server.demote()
  const wasLetIn = await isLetIn(url, token)
  const { status, headers } = await sendBatch(url, ['batch=pcId,city', '1,Oslo'], token)
  const readiness = await fetch(`${url}/readyz`)
  await query(server.url, 'select pg_promote()')

  expect(wasLetIn).toBe(false)
  expect([status, headers.get('Retry-After'), readiness.status]).toEqual([503, '5', 503])
  await expect.poll(() => isLetIn(url, token)).toBe(true)
})
