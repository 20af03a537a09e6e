import { expect, it, onTestFinished, vi } from 'vitest'
import { ServiceError } from '#service/errors.ts'
import { startApplying } from '#server/background.ts'
import { makeService } from '../support/service.ts'
import { makeBatch, makeChunk } from '../storage/records.ts'

/** Applying over memory, where each attempt fails as given; `tryAgain` spares the wait between two attempts. */
async function failing(error: unknown) {
  const { ports } = makeService()
  const { batches } = ports
  await batches.open(makeBatch())
  await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
  await batches.accept(makeBatch(), 1)
  const apply = vi.spyOn(batches, 'applyNextChunk').mockRejectedValue(error)
  const reported: unknown[] = []
  const applying = startApplying(ports, (failure) => reported.push(failure))
  onTestFinished(() => applying.stop())
  const tryAgain = async (attempts: number) => {
    await vi.waitFor(() => {
      applying.wake()
      expect(reported.length).toBeGreaterThanOrEqual(attempts)
    })
  }
  return { batches, apply, applying, tryAgain, reported }
}

it('gives a batch up that fails again and again, with the cause', async () => {
  const { batches, tryAgain, reported } = await failing(new Error('out of cheese'))

  await tryAgain(5)

  expect(await batches.find(makeBatch())).toMatchObject({
    state: 'stuck',
    stuckBecause: 'apply-failed',
  })
  expect(reported[0]).toHaveProperty('message', 'out of cheese')
})

it('never gives a batch up over something that passes, and applies it then', async () => {
  const { batches, apply, applying, tryAgain } = await failing(
    new ServiceError('unavailable', 'No room left.'),
  )

  await tryAgain(20)
  apply.mockRestore()
  applying.wake()

  await vi.waitFor(async () => expect(await batches.find(makeBatch())).toMatchObject({ state: 'complete' }))
})
