import { expect, it } from 'vitest'
import { memoryAttempts } from '#server/attempts.ts'

const from = (email: string, remoteAddress: string | null = '203.0.113.7') => ({ email, remoteAddress })

/** Fails to sign in that often. @returns the seconds to wait after the last attempt */
async function fail(attempts: ReturnType<typeof memoryAttempts>, count: number, attempt = from('ana')) {
  let seconds = 0
  for (let time = 0; time < count; time += 1) seconds = await attempts.consume(attempt)
  return seconds
}

it('lets ten failures pass for one e-mail, from wherever they come', async () => {
  const attempts = memoryAttempts()

  expect(await fail(attempts, 10)).toBe(0)
  const seconds = await attempts.consume(from('ana', '198.51.100.9'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(15 * 60)
  expect(await attempts.consume(from('ben'))).toBe(0)
})

it.each([
  { kind: 'IPv4 address', one: '203.0.113.7', same: '203.0.113.7', other: '203.0.113.8' },
  { kind: 'IPv6 network', one: '2001:db8::1', same: '2001:db8:0:0:ffff::2', other: '2001:db8:0:1::1' },
  { kind: 'unknown origin', one: null, same: null, other: '203.0.113.7' },
])('lets fifty failures pass from one $kind, whatever the e-mails', async ({ one, same, other }) => {
  const attempts = memoryAttempts()
  for (let person = 0; person < 50; person += 1) await attempts.consume(from(`person-${person}`, one))

  expect(await attempts.consume(from('ana', same))).toBeGreaterThan(0)
  expect(await attempts.consume(from('ana', other))).toBe(0)
})

it('does not count those who got in', async () => {
  const attempts = memoryAttempts()

  for (let time = 0; time < 60; time += 1) {
    expect(await attempts.consume(from('ana'))).toBe(0)
    await attempts.giveBack(from('ana'))
  }
})
