import { expect, it, onTestFinished, vi } from 'vitest'
import { ServiceError } from '#service/errors.ts'
import { startApplying, startTellingRefusals, startTidying } from '#server/background.ts'
import { openLog } from '#server/log.ts'
import { memoryRefusedCalls } from '#server/refused-calls.ts'
import { makeService, START } from '../support/service.ts'
import {
  makeAudit,
  makeBatch,
  makeChunk,
  makeIdentity,
  makeLink,
  makeSession,
  makeUser,
} from '../storage/records.ts'

/** Applying over memory, after so many attempts that failed as given, without the waits between them. */
async function afterFailures(attempts: number, error: unknown) {
  const { ports } = makeService()
  const { batches } = ports
  await batches.open(makeBatch(), 100)
  await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
  await batches.accept(makeBatch(), { rows: 1, bytes: 100 })
  const apply = vi.spyOn(batches, 'applyNextChunk').mockRejectedValue(error)
  const reported: unknown[] = []
  const done = Promise.withResolvers<void>()
  const applying = startApplying(ports, (failure) => {
    if (reported.push(failure) === attempts) done.resolve()
    else applying.wake()
  })
  onTestFinished(() => applying.stop())
  await done.promise
  return { batches, apply, applying, reported }
}

it('gives a batch up that fails again and again, with the cause', async () => {
  const { batches, applying, reported } = await afterFailures(5, new Error('out of cheese'))

  await applying.stop()

  expect(await batches.find(makeBatch())).toMatchObject({
    state: 'stuck',
    stuckBecause: 'apply-failed',
  })
  expect(reported[0]).toHaveProperty('message', 'out of cheese')
})

it('never gives a batch up over something that passes, and applies it then', async () => {
  const passing = new ServiceError('unavailable', 'No room left.')
  const { batches, apply, applying } = await afterFailures(20, passing)

  apply.mockRestore()
  applying.wake()

  await expect.poll(() => batches.find(makeBatch())).toMatchObject({ state: 'complete' })
})

it('removes sessions and set-up links that have expired, at once', async () => {
  const { ports } = makeService()
  const { users, setUpLinks, sessions } = ports
  await users.create(makeUser(), makeLink({ userId: 'user-ana' }), makeAudit())
  await setUpLinks.use('code for user-ana', makeIdentity(), null, makeAudit())
  await sessions.start(makeSession({ expiresAt: START }), makeIdentity(), makeAudit())
  await setUpLinks.replace(
    makeLink({ codeSha256: 'link', userId: 'user-ana', expiresAt: START }),
    makeAudit(),
  )
  const left = async () => [await sessions.find('session-1'), await setUpLinks.find('link')]

  onTestFinished(startTidying(ports, () => {}))

  await expect.poll(left).toEqual([undefined, undefined])
})

it('tells once a minute what was refused and only counted, and for the last time when it ends', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const calls = memoryRefusedCalls()
  const said: unknown[] = []
  const log = { ...openLog('silent'), event: (event: string, what: object) => said.push([event, what]) }
  let flushes = 0
  const refusals = { record: async () => {}, flush: async () => void (flushes += 1) }
  const stop = startTellingRefusals(refusals, calls, log)

  calls.count('no-token', '203.0.113.7')
  await vi.advanceTimersByTimeAsync(59_999)
  const before = said.length
  await vi.advanceTimersByTimeAsync(60_001)
  calls.count('expired-token', null)
  await stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(before).toBe(0)
  expect(flushes).toBe(3)
  expect(said).toEqual([
    ['profile-api.refused', { refused: [{ remoteAddress: '203.0.113.7', reasons: { 'no-token': 1 } }] }],
    ['profile-api.refused', { refused: [{ remoteAddress: null, reasons: { 'expired-token': 1 } }] }],
  ])
})
