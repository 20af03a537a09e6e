import { describe, expect, it } from 'vitest'
import { adminOf, batchStatus, isLetIn, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { installed } from '../support/installed-programs.ts'
import { startPgBouncer } from '../support/pgbouncer.ts'
import { emptyDatabase } from '../support/postgres.ts'
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
})
