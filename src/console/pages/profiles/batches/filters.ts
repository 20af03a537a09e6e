import * as v from 'valibot'
import { BatchFilter } from '#contract/batches.ts'
import { serviceNow } from '../../../messages/service-clock.ts'

/** Of how many hours batches can be shown. */
const HOURS = { day: 24, week: 7 * 24, month: 30 * 24 } as const

export type Period = keyof typeof HOURS
export const periods: readonly Period[] = ['day', 'week', 'month']

/** Which batches are shown; null for all. */
export type Filters = { only: BatchFilter | null; last: Period | null }

/** Everything that is kept. */
export const NO_FILTERS: Filters = { only: null, last: null }

const names = ['only', 'last'] as const

/** The filters in an address, and what stands there that is none. @param search of the address, with its question mark */
export function filtersIn(search: string): { filters: Filters; notUnderstood: string[] } {
  const given = new URLSearchParams(search)
  const only = given.get('only') || null
  const last = given.get('last') || null
  const filters: Filters = {
    only: v.is(BatchFilter, only) ? only : null,
    last: periods.find((period) => period === last) ?? null,
  }
  const valueOf = { only, last }
  const lost = names.filter((name) => filters[name] !== valueOf[name])
  return { filters, notUnderstood: lost.map((name) => `${name}=${valueOf[name]}`) }
}

/** As the filters stand in an address; empty for none. */
export function searchOf({ only, last }: Filters): string {
  const search = new URLSearchParams({ ...(only && { only }), ...(last && { last }) }).toString()
  return search === '' ? '' : `?${search}`
}

/** What the service is asked for at this moment. */
export const askedBy = ({ only, last }: Filters) => ({
  ...(only && { only }),
  ...(last && { from: new Date(serviceNow() - HOURS[last] * 3_600_000).toISOString() }),
})
