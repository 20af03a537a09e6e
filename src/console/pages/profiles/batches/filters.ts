import * as v from 'valibot'
import { BatchFilter } from '#contract/batches.ts'

const HOUR_MS = 3_600_000

/** How far back the list goes. */
const periods = { '24h': 24 * HOUR_MS, '7d': 7 * 24 * HOUR_MS, '30d': 30 * 24 * HOUR_MS } as const
export const Period = v.picklist(['24h', '7d', '30d'])
export type Period = v.InferOutput<typeof Period>

/** What the page shows: of all batches those that are let through, null for all, or one of them. */
export type Shown = { only: BatchFilter | null; period: Period | null; batchId: string | null }

/** What of the list is asked for. */
export type Filters = Pick<Shown, 'only' | 'period'>

/** What an address asks for, and what stands there that means nothing. @param search with its question mark */
export function shownAt(search: string): { shown: Shown; notUnderstood: string[] } {
  const given = new URLSearchParams(search)
  const [only, period] = [given.get('only') || null, given.get('period') || null]
  const shown = {
    only: v.is(BatchFilter, only) ? only : null,
    period: v.is(Period, period) ? period : null,
    batchId: given.get('batch') || null,
  }
  const notUnderstood = [
    ...(shown.only === only ? [] : [`only=${only}`]),
    ...(shown.period === period ? [] : [`period=${period}`]),
  ]
  return { shown, notUnderstood }
}

/** As it stands in an address; empty for the whole list. */
export function searchOf({ only, period, batchId }: Partial<Shown>): string {
  const given = Object.entries({ only, period, batch: batchId }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** What the service is asked for. @param now milliseconds since 1970 */
export const askedBy = ({ only, period }: Filters, now: number) => ({
  ...(only !== null && { only }),
  ...(period !== null && { from: new Date(now - periods[period]).toISOString() }),
})
