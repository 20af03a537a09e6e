import { describe, expect, it } from 'vitest'
import {
  columnsIn,
  firstHourOf,
  total,
} from '#console/pages/administration/implementation/callers/periods.ts'

const HOUR_MS = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

/** One call without a token in each hour. */
function hourly(from: string, hours: number) {
  const none = Array.from({ length: hours }, () => 0)
  return {
    startsAt: from,
    currentToken: none,
    overlappingToken: none,
    without: none.map(() => 1),
    refused: none,
  }
}

describe('the first hour of a period', () => {
  it.each([
    ['24h', 'Europe/Stockholm', '2026-11-26T15:00:00.000Z'],
    ['7d', 'Europe/Stockholm', '2026-11-20T23:00:00.000Z'],
    ['30d', 'Europe/Stockholm', '2026-10-28T23:00:00.000Z'],
    ['7d', 'UTC', '2026-11-21T00:00:00.000Z'],
    ['7d', 'Pacific/Auckland', '2026-11-21T11:00:00.000Z'],
    ['7d', 'America/Sao_Paulo', '2026-11-21T03:00:00.000Z'],
    // The hour in which the day begins there belongs to the day before.
    ['7d', 'Asia/Kolkata', '2026-11-20T19:00:00.000Z'],
  ] as const)('of %s in %s is %s', (period, timeZone, expected) => {
    const now = Date.parse('2026-11-27T14:20:00Z')

    expect(iso(firstHourOf(period, now, timeZone))).toBe(expected)
  })

  it.each([
    ['put back', '2026-10-28T12:00:00Z', '2026-10-21T22:00:00.000Z'],
    ['put forward', '2026-03-31T12:00:00Z', '2026-03-24T23:00:00.000Z'],
  ])('is the reader’s midnight where the clocks were %s since', (_, now, expected) => {
    expect(iso(firstHourOf('7d', Date.parse(now), 'Europe/Stockholm'))).toBe(expected)
  })

  it('is the reader’s midnight a month before as well', () => {
    const now = Date.parse('2026-11-05T00:30:00+01:00')

    expect(iso(firstHourOf('30d', now, 'Europe/Stockholm'))).toBe('2026-10-06T22:00:00.000Z')
  })
})

describe('columns', () => {
  it('are the hours, for 24 hours', () => {
    const columns = columnsIn('24h', hourly('2026-11-26T15:00:00Z', 24), 'Europe/Stockholm')

    expect(columns).toHaveLength(24)
    expect(columns.at(-1)).toMatchObject({ without: 1, endsAt: Date.parse('2026-11-27T15:00:00Z') })
  })

  it.each([
    ['put back', 'Europe/Stockholm', '2026-10-27T12:00:00Z', [24, 24, 24, 24, 25, 24, 14]],
    ['put forward', 'Europe/Stockholm', '2026-03-31T12:00:00Z', [24, 24, 24, 24, 23, 24, 15]],
    ['left alone', 'America/Sao_Paulo', '2026-10-27T12:00:00Z', [24, 24, 24, 24, 24, 24, 10]],
  ])('are the reader’s days, where the clocks were %s in %s', (_, timeZone, now, hoursOfDays) => {
    const from = firstHourOf('7d', Date.parse(now), timeZone)
    const hours = (Date.parse(now) - from) / HOUR_MS + 1

    const columns = columnsIn('7d', hourly(iso(from), hours), timeZone)

    expect(columns.map(total)).toEqual(hoursOfDays)
    expect(columns.map(({ startsAt, endsAt }) => (endsAt - startsAt) / HOUR_MS)).toEqual(hoursOfDays)
  })

  it('keep the kinds apart', () => {
    const hours = { ...hourly('2026-11-27T10:00:00Z', 2), currentToken: [5, 6], refused: [0, 2] }

    expect(columnsIn('30d', hours, 'UTC')).toMatchObject([
      { currentToken: 11, overlappingToken: 0, without: 2, refused: 2 },
    ])
  })
})
