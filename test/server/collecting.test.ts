import { once } from 'node:events'
import { EventEmitter } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { startGivingMemoryBack } from '#server/collecting.ts'

it('collects once nothing is done any more, and again only when there is something to give back', async () => {
  const collected = new EventEmitter()
  let times = 0
  const stop = startGivingMemoryBack(() => {
    times += 1
    collected.emit('once')
  })
  onTestFinished(stop)

  await once(collected, 'once')
  const more = Array.from({ length: 2_000_000 }, (_, index) => [index])
  await once(collected, 'once')

  expect(more).toHaveLength(2_000_000)
  expect(times).toBe(2)
})
