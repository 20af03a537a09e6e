import type { CallColumns } from '#contract/callers.ts'
import type { Verdict } from '../access/verdict.ts'
import { HOUR_MS, startOfHour } from './periods.ts'
import type { DayOfCalls } from './store.ts'

type Column = Exclude<keyof CallColumns, 'startsAt'>

/** What a call that was let in counts as: with which token, or without one that works. */
const COLUMN_OF = {
  'current-token': 'currentToken',
  'overlapping-token': 'overlappingToken',
  'no-credentials': 'without',
  'repeated-header': 'without',
  'unreadable-header': 'without',
  'two-ways': 'without',
  'no-token': 'without',
  'unknown-token': 'without',
  'access-token': 'without',
  'token-of-other-client': 'without',
  'debugger-token': 'without',
  'replaced-token': 'without',
  'ended-token': 'without',
  'expired-token': 'without',
} as const satisfies Record<Verdict['kind'], Column>

export const columnOf = (verdict: Verdict['kind']) => COLUMN_OF[verdict]

/** The calls of each hour from that of `from` to that of `now`. */
export function columnsOf(days: DayOfCalls[], from: number, now: number): CallColumns {
  const startsAt = startOfHour(from)
  const hours = (startOfHour(now) - startsAt) / HOUR_MS + 1
  const none = () => Array.from({ length: hours }, () => 0)
  const columns = { currentToken: none(), overlappingToken: none(), without: none(), refused: none() }
  for (const { dayStart, byHour, verdict, isRefused } of days) {
    const column = columns[isRefused ? 'refused' : columnOf(verdict)]
    for (const [hour, calls] of byHour.entries()) {
      const at = (dayStart - startsAt) / HOUR_MS + hour
      if (at >= 0 && at < hours) column[at] = (column[at] ?? 0) + calls
    }
  }
  return { startsAt: new Date(startsAt).toISOString(), ...columns }
}
