import { describe, expect, it } from 'vitest'
import { sendsOf } from '#console/pages/administration/implementation/callers/sends.ts'
import type { CallerUse } from '#contract/callers.ts'

const JUDGED_SINCE = '2026-11-20T00:00:00.000Z'

const aUse = (what: Partial<CallerUse>): CallerUse => ({
  kind: 'read',
  verdict: 'no-credentials',
  refused: false,
  tokenId: null,
  calls: 1,
  firstCallAt: '2026-11-21T08:00:00.000Z',
  lastCallAt: '2026-11-21T09:00:00.000Z',
  ...what,
})
const withCurrent = (what: Partial<CallerUse> = {}) =>
  aUse({ verdict: 'current-token', tokenId: 'current', ...what })

describe('what a caller sends', () => {
  it('is the current token since it first sent it, of whatever kind the call was', () => {
    const uses = [
      withCurrent({ firstCallAt: '2026-11-25T07:00:00.000Z' }),
      withCurrent({ kind: 'bulk-update', firstCallAt: '2026-11-24T07:00:00.000Z' }),
    ]

    expect(sendsOf({ uses }, 'current', JUDGED_SINCE)).toEqual({
      currentSince: '2026-11-24T07:00:00.000Z',
      otherwise: null,
      refused: null,
    })
  })

  it('is not the current token where the call came while another was current', () => {
    const uses = [withCurrent({ tokenId: 'the one before' })]

    expect(sendsOf({ uses }, 'current', JUDGED_SINCE)).toMatchObject({
      currentSince: null,
      otherwise: 'current-token',
    })
  })

  it('is otherwise what it sent last, and nothing from before callers are judged', () => {
    const uses = [
      aUse({ verdict: 'unknown-token', lastCallAt: '2026-11-22T09:00:00.000Z' }),
      aUse({ verdict: 'no-credentials', lastCallAt: '2026-11-23T09:00:00.000Z' }),
      aUse({ verdict: 'two-ways', lastCallAt: '2026-11-21T09:00:00.000Z' }),
    ]

    expect(sendsOf({ uses }, 'current', JUDGED_SINCE).otherwise).toBe('no-credentials')
    expect(sendsOf({ uses }, 'current', '2026-11-24T00:00:00.000Z').otherwise).toBeNull()
  })

  it('was refused as often as in the period, last for the reason of the last call', () => {
    const uses = [
      aUse({ refused: true, calls: 3, lastCallAt: '2026-11-22T09:00:00.000Z' }),
      aUse({ refused: true, calls: 2, verdict: 'expired-token', lastCallAt: '2026-11-23T09:00:00.000Z' }),
      aUse({ refused: true, calls: 0, verdict: 'two-ways', lastCallAt: '2026-11-24T09:00:00.000Z' }),
      aUse({ calls: 7 }),
    ]

    expect(sendsOf({ uses }, null, JUDGED_SINCE).refused).toEqual({
      calls: 5,
      lastCallAt: '2026-11-23T09:00:00.000Z',
      verdict: 'expired-token',
    })
  })
})
