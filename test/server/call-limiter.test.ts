import { expect, it } from 'vitest'
import { callLimiter } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import type { Caller } from '#service/ports.ts'

const at = (remoteAddress: string | null): Caller => ({ by: 'address', remoteAddress })

function makeLimiter(callsPerMinute: number) {
  let nowMs = 0
  const limiter = callLimiter(
    memoryCounts(() => nowMs),
    'calls',
    callsPerMinute,
  )
  return {
    consume: (caller: Caller) => limiter.consume(caller),
    giveBack: (caller: Caller) => limiter.giveBack(caller),
    advance: (seconds: number) => {
      nowMs += seconds * 1000
    },
  }
}

it('lets so many calls through in a minute that begins with the first', async () => {
  const { consume, advance } = makeLimiter(2)
  const session = { by: 'session', id: 'one' } as const
  expect(await consume(session)).toBe(0)
  advance(20.5)
  expect(await consume(session)).toBe(0)

  expect(await consume(session)).toBe(40)
  advance(39.5)
  expect(await consume(session)).toBe(0)
})

it('gives back what was refused', async () => {
  const { consume, giveBack } = makeLimiter(1)
  await consume(at('203.0.113.7'))
  await giveBack(at('203.0.113.7'))

  expect(await consume(at('203.0.113.7'))).toBe(0)
  expect(await consume(at('203.0.113.7'))).toBeGreaterThan(0)
})

it.each([
  { kind: 'IPv4 address', one: '203.0.113.7', same: '203.0.113.7', other: '203.0.113.8' },
  { kind: 'IPv6 network', one: '2001:db8::1', same: '2001:db8::ffff:0:0:2', other: '2001:db8:0:1::1' },
  { kind: 'unknown origin', one: null, same: null, other: '203.0.113.7' },
])('counts by $kind', async ({ one, same, other }) => {
  const { consume } = makeLimiter(1)
  await consume(at(one))

  expect(await consume(at(same))).toBeGreaterThan(0)
  expect(await consume(at(other))).toBe(0)
})

it('takes an id for the id of what it is, and for nothing else', async () => {
  const { consume } = makeLimiter(1)

  expect(await consume({ by: 'session', id: 'x' })).toBe(0)
  expect(await consume({ by: 'token', id: 'x' })).toBe(0)
  expect(await consume(at('x'))).toBe(0)
})

it('holds a bounded number of callers, and keeps nobody out for those it forgets', async () => {
  const { consume } = makeLimiter(1)
  const network = (number: number) =>
    at(`2001:db8:${(number >> 16).toString(16)}:${(number & 0xffff).toString(16)}::`)
  for (let number = 0; number <= 50_000; number += 1) await consume(network(number))

  expect(await consume(network(1))).toBeGreaterThan(0)
  expect(await consume(network(0))).toBe(0)
})
