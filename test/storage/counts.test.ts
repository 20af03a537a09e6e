import { expect, it, onTestFinished } from 'vitest'
import { attemptLimiter } from '#server/attempts.ts'
import { callLimiter } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { emptyDatabase, query, select } from '../support/postgres.ts'

/** What each of two processes counts by, on one database. */
async function twoProcesses() {
  const url = await emptyDatabase()
  const open = async () => {
    const storage = await openPostgres(url)
    onTestFinished(() => storage.close())
    return storage.counts ?? memoryCounts()
  }
  return { url, counts: [await open(), await open()] as const }
}

const CALLER = { by: 'token', id: 'one' } as const
const ANA = { email: 'ana@example.com', remoteAddress: '203.0.113.7', deviceId: null }

it('lets through as many calls of a caller as one process would, whichever gets them', async () => {
  const { counts } = await twoProcesses()
  const [one, other] = [callLimiter(counts[0], 'calls', 10), callLimiter(counts[1], 'calls', 10)]

  const waits = await Promise.all(
    Array.from({ length: 30 }, (_, index) => (index % 2 ? one : other).consume(CALLER)),
  )

  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  await one.giveBack(CALLER)
  expect(await other.consume(CALLER)).toBe(0)
  expect(await one.consume(CALLER)).toBeGreaterThan(0)
})

it('slows down who fails at one process at all others, and forgets it where they get in', async () => {
  const { counts } = await twoProcesses()
  const [one, other] = [attemptLimiter(counts[0]), attemptLimiter(counts[1])]
  for (let time = 0; time < 10; time += 1) expect(await (time % 2 ? one : other).consume(ANA)).toBe(0)

  const wait = await one.consume(ANA)
  await other.succeed(ANA)

  expect(wait).toBeGreaterThan(50)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await one.consume(ANA)).toBe(0)
})

it('keeps what somebody typed as a fingerprint alone, and none of it for long', async () => {
  const { url, counts } = await twoProcesses()
  await attemptLimiter(counts[0]).consume(ANA)

  const kept = await select(url, 'select * from limit_counts')
  await query(url, 'update limit_counts set until_ms = 1')
  await attemptLimiter(counts[1]).consume({ ...ANA, deviceId: 'hers' })

  expect(kept).toHaveLength(3)
  expect(JSON.stringify(kept)).not.toMatch(/ana|203/)
  expect(await select(url, 'select * from limit_counts')).toHaveLength(1)
})

it('answers all the same where a turn cannot be given back', async () => {
  const { url, counts } = await twoProcesses()
  await query(url, 'drop table limit_counts')

  await expect(callLimiter(counts[0], 'calls', 10).giveBack(CALLER)).resolves.toBeUndefined()
  await expect(callLimiter(counts[0], 'calls', 10).consume(CALLER)).rejects.toThrow('limit_counts')
})
