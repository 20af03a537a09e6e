import * as v from 'valibot'
import { ActFilter } from '#contract/audit.ts'

/** What of the log is shown; null for all. Days are the reader's, `YYYY-MM-DD`, both of them included. */
export type Filters = {
  person: string | null
  act: ActFilter | null
  from: string | null
  to: string | null
}

/** All of the log. */
export const NO_FILTERS: Filters = { person: null, act: null, from: null, to: null }

const names = ['person', 'act', 'from', 'to'] as const

/** The filters in an address, and what stands there that is none. @param search of the address, with its question mark */
export function filtersIn(search: string): { filters: Filters; notUnderstood: string[] } {
  const given = new URLSearchParams(search)
  const valueOf = (name: keyof Filters) => given.get(name) || null
  const day = (name: 'from' | 'to') => dayIn(valueOf(name))
  const act = valueOf('act')
  const filters = {
    person: valueOf('person'),
    act: v.is(ActFilter, act) ? act : null,
    from: day('from'),
    to: day('to'),
  }
  const lost = names.filter((name) => filters[name] !== valueOf(name))
  return { filters, notUnderstood: lost.map((name) => `${name}=${valueOf(name)}`) }
}

/** As the filters stand in an address; empty for none. */
export function searchOf(filters: Filters): string {
  const search = new URLSearchParams(chosen(filters)).toString()
  return search === '' ? '' : `?${search}`
}

/** What the service is asked for; the last day ends when the next one begins. */
export const askedBy = ({ from, to, ...others }: Filters) =>
  chosen({
    ...others,
    from: from === null ? null : beginningOf(from),
    to: to === null ? null : beginningOf(to, 1),
  })

/** Of centuries in which the service can have been. */
const DAY = /^(?:19[7-9]\d|2\d{3})-\d{2}-\d{2}$/

/** A day that there is; null for anything else. */
export function dayIn(text: string | null): string | null {
  if (text === null || !DAY.test(text)) return null
  const noon = new Date(`${text}T12:00Z`)
  return !Number.isNaN(noon.valueOf()) && noon.toISOString().startsWith(text) ? text : null
}

function beginningOf(day: string, daysLater = 0): string {
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + daysLater)
  return at.toISOString()
}

function chosen<Chosen extends Record<string, string | null>>(filters: Chosen) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of what is not null
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null)) as {
    [Name in keyof Chosen]?: NonNullable<Chosen[Name]>
  }
}
