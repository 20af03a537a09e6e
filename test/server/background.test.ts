import { expect, it, onTestFinished, vi } from 'vitest'
import { removeOldBatches } from '#service/batches/removal.ts'
import { REMOVED_AT_ONCE } from '#service/batches/store.ts'
import { ServiceError } from '#service/errors.ts'
import {
  startApplying,
  startCheckingAudit,
  startTellingRefusals,
  startTidying,
  startWritingCounts,
} from '#server/background.ts'
import { makeService, START } from '../support/service.ts'
import {
  addUser,
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
  const { setUpLinks, sessions } = ports
  await addUser(ports, makeUser())
  await sessions.start(makeSession({ expiresAt: START }), makeIdentity(), makeAudit())
  await setUpLinks.replace(
    makeLink({ codeSha256: 'link', userId: 'user-ana', expiresAt: START }),
    makeAudit(),
  )
  const left = async () => [await sessions.find('session-1'), await setUpLinks.find('link')]

  onTestFinished(startTidying(ports, () => {}))

  await expect.poll(left).toEqual([undefined, undefined])
})

it('removes audit records that are too old to be kept, at once', async () => {
  const { ports } = makeService({ auditKeptDays: 30 })
  await ports.audit.append(makeAudit({ at: START - 32 * 86_400_000 }))
  const listed = async () => (await ports.audit.list(10)).map(({ action }) => action)

  onTestFinished(startTidying(ports, () => {}))

  await expect.poll(listed).toEqual(['audit.removed'])
})

it('removes batches that are too old to be kept at once, in steps, until it is stopped', async () => {
  const { ports } = makeService({ batchesKeptDays: 30 })
  const { idKind: _, ...upload } = makeBatch({ receivedAt: START - 31 * 86_400_000 })
  for (let index = 0; index < 2 * REMOVED_AT_ONCE.batches; index += 1)
    await ports.batches.keepRefused({ ...upload, batchId: `acme-${index}`, refusal: 'Batch is empty.' })
  await ports.batches.keepRefused({ ...upload, batchId: 'newer', receivedAt: START, refusal: '' })
  let steps = 0
  const removeBefore = (clientCode: string, instant: number) => {
    steps += 1
    if (steps === 2) stop()
    return ports.batches.removeBefore(clientCode, instant)
  }
  const left = () => ports.batches.count({ clientCode: 'acme', only: null, from: 0, until: START + 1 }, 1000)

  const stop = startTidying({ ...ports, batches: { ...ports.batches, removeBefore } }, () => {})

  await expect.poll(left).toBe(1)
  expect(steps).toBe(2)
})

it('keeps batches for ever where no days are set', async () => {
  const { ports } = makeService({ batchesKeptDays: 0 })
  const removed = vi.spyOn(ports.batches, 'removeBefore')

  expect(await removeOldBatches(ports)).toBe(false)

  expect(removed).not.toHaveBeenCalled()
})

it('verifies audit records at once, and reports that it could not', async () => {
  const { ports } = makeService()
  const [failure, reported] = [new Error('out of reach'), vi.fn<(error: unknown) => void>()]

  onTestFinished(startCheckingAudit(ports, reported))
  await expect.poll(() => ports.auditCheck.last).toMatchObject({ recordCount: 0, faultCount: 0 })
  vi.spyOn(ports.audit, 'head').mockRejectedValue(failure)
  onTestFinished(startCheckingAudit(ports, reported))
  await expect.poll(() => reported.mock.calls).toEqual([[failure]])

  expect(ports.auditCheck.last).toMatchObject({ faultCount: 0 })
})

it('ends the verifying of audit records in the middle of it', async () => {
  const { ports } = makeService()
  const reported = vi.fn<(error: unknown) => void>()
  const stop = startCheckingAudit(ports, reported)

  await stop()

  expect(ports.auditCheck.last).toBeNull()
  expect(reported).not.toHaveBeenCalled()
})

it('records once a minute what was refused and only counted, and for the last time when it ends', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let flushes = 0
  const stop = startTellingRefusals({ record: async () => {}, flush: async () => void (flushes += 1) })

  await vi.advanceTimersByTimeAsync(59_999)
  const before = flushes
  await vi.advanceTimersByTimeAsync(60_001)
  await stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect([before, flushes]).toEqual([0, 3])
})

/** Counting over memory, with a way to let the time between two writes pass. */
function makeCounting() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ports, call } = makeService()
  const reported: unknown[] = []
  const stop = startWritingCounts(ports, (error) => reported.push(error))
  const written = async () => {
    const calls = await ports.callers.calls('acme', 0, 0)
    return calls.reduce((sum, one) => sum + one.calls, 0)
  }
  return {
    ...ports,
    reported,
    stop,
    written,
    read: () => call('/rest/v1/profiles/1?client=acme'),
    soon: () => vi.advanceTimersByTimeAsync(2000),
  }
}

it('writes the calls that were counted every two seconds, and the last ones when it stops', async () => {
  const { read, soon, stop, written } = makeCounting()

  await read()
  const atOnce = await written()
  await soon()
  const later = await written()
  await read()
  await stop()
  await read()
  await soon()

  expect([atOnce, later, await written()]).toEqual([0, 1, 2])
})

it('tries again what could not be written, and reports it once until a write goes well', async () => {
  const { callers, read, soon, stop, written, reported } = makeCounting()
  onTestFinished(() => stop())
  const [first, second] = [new Error('no room left'), new Error('no room left again')]
  const count = vi.spyOn(callers, 'count')
  count.mockRejectedValueOnce(first).mockRejectedValueOnce(new Error('still none'))

  await read()
  await soon()
  await read()
  await soon()
  const meanwhile = await written()
  await soon()
  const later = await written()
  count.mockRejectedValueOnce(second)
  await read()
  await soon()

  expect([meanwhile, later]).toEqual([0, 2])
  expect(reported).toEqual([first, second])
})
