import type { CallColumns } from '#contract/callers.ts'

const HOUR_MS = 3_600_000

/** What is looked at: hours, or days of the reader. */
export const periods = ['24h', '7d', '30d'] as const
export type Period = (typeof periods)[number]

const DAYS: Record<Exclude<Period, '24h'>, number> = { '7d': 7, '30d': 30 }

/** The kinds of calls, from the bottom of a column to its top. */
export const kinds = ['currentToken', 'overlappingToken', 'without', 'refused'] as const
export type Kind = (typeof kinds)[number]

/** Calls of an hour or a day. Instants are milliseconds since 1970. */
export type Column = { startsAt: number; endsAt: number } & Record<Kind, number>

export const total = (column: Record<Kind, number>) => kinds.reduce((sum, kind) => sum + column[kind], 0)

/**
 * The first hour of a period that ends now: 23 hours ago, or the first that begins on the reader's first day.
 *
 * @param timeZone of the reader, as `Intl` names it
 */
export function firstHourOf(period: Period, now: number, timeZone: string): number {
  const thisHour = now - (now % HOUR_MS)
  if (period === '24h') return thisHour - 23 * HOUR_MS
  const dayOf = dayIn(timeZone)
  const firstDay = daysBefore(dayOf(now), DAYS[period] - 1)
  // Two hours more than the days have, should the clocks have been put back meanwhile.
  let hour = thisHour - (DAYS[period] * 24 + 2) * HOUR_MS
  while (dayOf(hour) < firstDay) hour += HOUR_MS
  return hour
}

/** A column for each hour, or for each of the reader's days, to which the hours belong that begin in it. */
export function columnsIn(period: Period, calls: CallColumns, timeZone: string): Column[] {
  const startsAt = Date.parse(calls.startsAt)
  const hours = calls.refused.map((_, index): Column => {
    const hour = startsAt + index * HOUR_MS
    const counts = Object.fromEntries(kinds.map((kind) => [kind, calls[kind][index] ?? 0]))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has every kind
    return { startsAt: hour, endsAt: hour + HOUR_MS, ...(counts as Record<Kind, number>) }
  })
  if (period === '24h') return hours
  const dayOf = dayIn(timeZone)
  return [...Map.groupBy(hours, (hour) => dayOf(hour.startsAt)).values()].map((ofDay) => ofDay.reduce(added))
}

function added(sum: Column, hour: Column): Column {
  const { currentToken, overlappingToken, without, refused } = hour
  return {
    startsAt: sum.startsAt,
    endsAt: hour.endsAt,
    currentToken: sum.currentToken + currentToken,
    overlappingToken: sum.overlappingToken + overlappingToken,
    without: sum.without + without,
    refused: sum.refused + refused,
  }
}

/** Says on which day an instant is, as `2026-11-21`, which sorts. */
function dayIn(timeZone: string): (instant: number) => string {
  // Swedish writes dates so.
  const format = new Intl.DateTimeFormat('sv', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => format.format(instant)
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}
