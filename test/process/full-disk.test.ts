import { execFileSync } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { adminOf, batchStatus, profileOf, sendBatch, setUpAna } from '../support/console-calls.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Takes from a running process the right to write beyond so many bytes of any file, or gives it back. */
const limitFiles = (pid: number, bytes: string) =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])

const rows = (count: number, city: string) => [
  'batch=thirdPartyId,city',
  ...Array.from({ length: count }, (_, row) => `customer-${row},${city}`),
]

it('refuses what it has no room for, goes on reading, and recovers when there is room again', async () => {
  const logFile = join(temporaryFolder(), 'service.log')
  const service = await startService({ DATA_DIR: temporaryFolder() }, openSync(logFile, 'a'))
  const { pid, url } = service
  const admin = adminOf(url, await setUpAna(url, service.setUpUrl))
  const complete = (batchId: string | null) =>
    expect.poll(() => batchStatus(url, batchId ?? '')).toMatchObject({ status: 'complete' })
  const before = await sendBatch(url, rows(10, 'Oslo'))
  await complete(before.batchId)
  const waiting = await sendBatch(url, rows(200_000, 'Bergen'))

  limitFiles(pid, '4096')
  const batch = await sendBatch(url, rows(20_000, 'Rome'))
  const update = await fetch(`${url}/m2/demo/profile/update?mbox3rdPartyId=customer-1&profile.tier=gold`)
  const settings = await admin.requireAuthentication(true)
  const whileFull = await profileOf(url, 'customer-1')
  const waitingWhileFull = await batchStatus(url, waiting.batchId ?? '')
  limitFiles(pid, 'unlimited')

  for (const { status, headers } of [batch, update, settings]) {
    expect(status).toBe(503)
    expect(headers.get('Retry-After')).toBe('60')
  }
  const message = 'The database has no room left: nothing was stored. Try again later.'
  const refusal = `<response><success>false</success><batchStatus></batchStatus><message>${message}</message></response>`
  expect(batch.text).toBe(refusal)
  expect(await update.text()).toBe(refusal)
  expect(await settings.json()).toMatchObject({
    httpStatus: 503,
    errors: [{ errorCode: 'Unavailable', message }],
  })
  expect(whileFull).toHaveProperty('city')
  expect(waitingWhileFull).toMatchObject({ status: 'incomplete' })

  await complete(waiting.batchId)
  expect(await profileOf(url, 'customer-1')).toEqual({ city: 'Bergen' })
  const after = await sendBatch(url, rows(20_000, 'Rome'))
  await complete(after.batchId)
  expect(await profileOf(url, 'customer-19999')).toEqual({ city: 'Rome' })
  // The log had no room either.
  const lines = readFileSync(logFile, 'utf8').split('\n')
  expect(lines.filter((line) => line.includes('"event":"log.dropped"'))).toHaveLength(1)
  expect(await service.stop()).toBe(0)
})
