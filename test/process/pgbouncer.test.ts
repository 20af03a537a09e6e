import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgres } from '#storage/sql/postgres.ts'
import { adminOf, batchStatus, isLetIn, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { installed } from '../support/installed-programs.ts'
import { startPgBouncer } from '../support/pgbouncer.ts'
import { emptyDatabase, query, select } from '../support/postgres.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const program = installed('pgbouncer') ?? ''

describe.runIf(program)('behind PgBouncer, where the machine has it', () => {
  it.each(['session', 'transaction'])('works where it pools by %s', async (poolMode) => {
    const DATABASE_URL = await startPgBouncer(program, poolMode, await emptyDatabase())
    const { url, setUpUrl, stop } = await startService({ DATA_DIR: temporaryFolder(), DATABASE_URL })
    const admin = adminOf(url, await setUpAna(url, setUpUrl))
    await admin.requireAuthentication(true)
    const former = await admin.generateToken()
    const token = await admin.generateToken()
    const rows = Array.from({ length: 20_000 }, (_, row) => `customer-${row},Oslo`)

    const { batchId } = await sendBatch(url, ['batch=thirdPartyId,city', ...rows], token)

    await expect
      .poll(() => batchStatus(url, batchId ?? '', token))
      .toMatchObject({ status: 'complete', successfulUpdates: '20000' })
    expect(await profileOf(url, 'customer-19999', token)).toEqual({ city: 'Oslo' })
    expect(await isLetIn(url, former)).toBe(false)
    expect(await stop()).toBe(0)
  })

  it('is asked without prepared statements once it turns out to know nothing of them', async () => {
    const { stores, close } = await opened(
      await startPgBouncer(program, 'transaction', await emptyDatabase()),
    )
    onTestFinished(close)
    const askAtOnce = () => Promise.all(Array.from({ length: 5 }, () => stores.access.find('acme', 'none')))

    const answers = [await askAtOnce(), await askAtOnce(), await askAtOnce()].flat()

    expect(answers).toEqual(Array.from({ length: 15 }, () => expect.objectContaining({ token: undefined })))
  })

  it('a connection that comes to lead to a standby is given up within a second', async () => {
    const server = await startPostgres({ durable: false })
    onTestFinished(server.stop)
    const url = await startPgBouncer(program, 'transaction', server.url)
    const { stores, close } = await opened(url)
    onTestFinished(close)
    const ask = () => stores.access.find('acme', 'none')
    await ask()

    await server.demote()
    await expect.poll(() => select(url, 'select 1').catch(String)).toHaveLength(1)
    const clock = vi.spyOn(performance, 'now')
    onTestFinished(() => clock.mockRestore())
    const nowMs = performance.now()
    clock.mockImplementation(() => nowMs + 1000)

    await expect(ask()).rejects.toMatchObject({ code: 'unavailable', cause: { name: 'StandbyError' } })
    await query(server.url, 'select pg_promote()')
    await expect.poll(() => ask().catch(String)).toMatchObject({ token: undefined })
  })
})

async function opened(url: string) {
  const storage = await openPostgres(url)
  return { stores: storage.stores, close: () => storage.close() }
}
