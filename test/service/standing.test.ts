import { expect, it } from 'vitest'
import { standingOf } from '#service/callers/standing.ts'

const SINCE = 1000

type Called = Parameters<typeof standingOf>[0][number]

const good = (firstCallAt: number, lastCallAt: number, kind: Called['kind'] = 'read'): Called => ({
  kind,
  verdict: 'current-token',
  tokenId: 'working',
  firstCallAt,
  lastCallAt,
})
const bad = (firstCallAt: number, lastCallAt: number, kind: Called['kind'] = 'read'): Called => ({
  ...good(firstCallAt, lastCallAt, kind),
  verdict: 'no-credentials',
  tokenId: null,
})
const withOther = (overrides: Partial<Called>) => ({ ...good(1100, 1200), ...overrides })

it.each<[standing: string, what: string, calls: Called[]]>([
  ['moved', 'sends the token', [good(1100, 1200)]],
  ['moved', 'sent none until it sent the token', [bad(500, 1099), good(1100, 1200)]],
  [
    'moved',
    'moved in each kind of call',
    [good(1100, 1200), bad(1050, 1050, 'bulk-update'), good(1300, 1300, 'bulk-update')],
  ],
  ['left-behind', 'sends no token', [bad(500, 1200)]],
  ['left-behind', 'sends a token that no longer works', [withOther({ tokenId: 'ended' })]],
  ['left-behind', 'sends the token where it is not taken', [withOther({ verdict: 'two-ways' })]],
  ['left-behind', 'sends a token that expired', [withOther({ verdict: 'expired-token' })]],
  ['sends-both', 'sent none after it had sent the token', [good(1100, 1200), bad(500, 1101)]],
  ['sends-both', 'sends none at the same instant', [good(1100, 1200), bad(1100, 1100)]],
  ['sends-both', 'moved in one kind of call alone', [good(1100, 1200), bad(500, 1050, 'bulk-update')]],
  ['not-seen', 'has not called since', [bad(500, 999), good(600, 999)]],
  ['not-seen', 'never called', []],
])('says %s of a caller that %s', (standing, _, calls) => {
  expect(standingOf(calls, new Set(['working']), SINCE)).toBe(standing)
})

it('says left-behind of everyone who called while there is no token', () => {
  expect(standingOf([good(1100, 1200)], new Set(), SINCE)).toBe('left-behind')
})
