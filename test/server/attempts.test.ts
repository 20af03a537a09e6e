import { expect, it } from 'vitest'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import type { SignInCandidate } from '#service/ports.ts'

const HOME = '203.0.113.7'
const ELSEWHERE = '198.51.100.9'
const DAY_SECONDS = 86_400

const ana = (remoteAddress: string | null = HOME): SignInCandidate => ({
  email: 'ana@example.com',
  remoteAddress,
  deviceId: null,
})
const anaAtHerDesk = { ...ana(), deviceId: 'her desk' }
const someone = (number: number, remoteAddress: string | null = HOME): SignInCandidate => ({
  email: `person-${number}@example.com`,
  remoteAddress,
  deviceId: null,
})

function makeAttempts() {
  let nowMs = 1_000_000
  const attempts = attemptLimiter(memoryCounts(() => nowMs))
  return {
    attempts,
    advance: (seconds: number) => {
      nowMs += seconds * 1000
    },
    /** Fails that often. @returns the seconds that the last one was told to wait */
    fail: async (times: number, candidate: SignInCandidate) => {
      let seconds = 0
      for (let time = 0; time < times; time += 1) seconds = await attempts.consume(candidate)
      return seconds
    },
    /** Tries again as soon as it may, without a rest. @returns how often that was in so many seconds */
    guess: async (seconds: number, candidates: SignInCandidate[]) => {
      const endsAtMs = nowMs + seconds * 1000
      let guesses = 0
      while (nowMs < endsAtMs) {
        const waits: number[] = []
        for (const candidate of candidates) waits.push(await attempts.consume(candidate))
        guesses += waits.filter((wait) => wait === 0).length
        nowMs += Math.min(...waits) * 1000
      }
      return guesses
    },
  }
}

it('lets ten failures of a person in one network pass, then one a minute', async () => {
  const { fail, advance } = makeAttempts()

  expect(await fail(10, ana())).toBe(0)
  expect(await fail(1, ana())).toBe(60)
  advance(59)
  expect(await fail(1, ana())).toBe(1)
  advance(1)
  expect(await fail(1, ana())).toBe(0)
  expect(await fail(1, ana())).toBe(60)
})

it('lets a person in at once elsewhere, whatever goes on for a day in another network', async () => {
  const { guess, attempts, fail } = makeAttempts()
  await guess(DAY_SECONDS, [ana(ELSEWHERE)])

  expect(await attempts.consume(ana())).toBe(0)
  expect(await fail(2, ana(ELSEWHERE))).toBe(60)
})

it('lets a person in at once on a device that is known, whatever goes on in all networks', async () => {
  const { guess, fail } = makeAttempts()
  const everywhere = Array.from({ length: 100 }, (_, host) => ana(`198.51.100.${host}`))
  await guess(3600, everywhere)
  expect(await fail(2, ana())).toBe(60)

  expect(await fail(10, anaAtHerDesk)).toBe(0)
  expect(await fail(1, anaAtHerDesk)).toBe(60)
})

it('keeps nobody waiting for more than a minute', async () => {
  const { fail } = makeAttempts()
  const waits: number[] = []
  for (let host = 0; host < 100; host += 1) waits.push(await fail(100, ana(`198.51.100.${host}`)))
  waits.push(await fail(100, anaAtHerDesk), await fail(100, ana()))

  expect(Math.max(...waits)).toBe(60)
})

it.each([
  ['one network', 1, 10 + 1439],
  ['two networks', 2, 30 + 1439],
  ['a hundred networks', 100, 30 + 1439],
])('gives a guesser of one person in %s so many guesses a day', async (_, networks, guesses) => {
  const { guess } = makeAttempts()
  const candidates = Array.from({ length: networks }, (_network, index) => ana(`198.51.100.${index}`))

  expect(await guess(DAY_SECONDS, candidates)).toBe(guesses)
})

it.each([
  { kind: 'IPv4 address', one: HOME, same: HOME, other: '203.0.113.8' },
  { kind: 'IPv6 network', one: '2001:db8::1', same: '2001:db8::ffff:0:0:2', other: '2001:db8:0:1::1' },
  { kind: 'unknown origin', one: null, same: null, other: HOME },
])('lets fifty failures pass from one $kind, whatever the e-mails, then one each 18 seconds', async (row) => {
  const { attempts, advance } = makeAttempts()
  for (let person = 0; person < 50; person += 1) await attempts.consume(someone(person, row.one))

  expect(await attempts.consume(ana(row.same))).toBe(18)
  expect(await attempts.consume(ana(row.other))).toBe(0)
  advance(18)
  expect(await attempts.consume(ana(row.same))).toBe(0)
})

it('counts nothing of an attempt that has to wait', async () => {
  const { fail, advance } = makeAttempts()
  await fail(1000, ana())

  advance(60)
  expect(await fail(1, ana())).toBe(0)
  for (let person = 0; person < 39; person += 1) expect(await fail(1, someone(person))).toBe(0)
})

it('forgets in an office what those failed at who got in, and lets it sign in as often as it likes', async () => {
  const { attempts, fail } = makeAttempts()
  for (let person = 0; person < 200; person += 1) {
    expect(await attempts.consume(someone(person % 60))).toBe(0)
    await attempts.succeed(someone(person % 60))
  }
  await fail(9, ana())
  expect(await attempts.consume(ana())).toBe(0)
  await attempts.succeed(ana())

  expect(await fail(10, ana())).toBe(0)
})

it.each([
  ['from somewhere', ana()],
  ['on a device that is known', anaAtHerDesk],
])('gives back an attempt in which no password was tried, %s', async (_, candidate) => {
  const { attempts, fail } = makeAttempts()
  for (let time = 0; time < 100; time += 1) {
    await attempts.consume(candidate)
    await attempts.giveBack(candidate)
  }

  expect(await fail(10, candidate)).toBe(0)
  expect(await fail(1, candidate)).toBe(60)
})

it('remembers whom many guess at, while many others are guessed at once', async () => {
  const { attempts, fail, advance } = makeAttempts()
  await fail(10, ana())
  for (let person = 0; person < 60_000; person += 1) {
    await attempts.consume(someone(person, `2001:db8:${person.toString(16)}::`))
    if (person % 1000 > 0) continue
    advance(60)
    await attempts.consume(ana())
  }

  expect(await attempts.consume(ana())).toBe(60)
})
