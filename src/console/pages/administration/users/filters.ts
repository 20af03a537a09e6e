import * as v from 'valibot'
import { RoleFilter, UserStateKind } from '#contract/users.ts'

/** Which people are shown; null for all. */
export type Filters = {
  search: string | null
  role: RoleFilter | null
  workspace: string | null
  state: UserStateKind | null
}

/** All of them. */
export const NO_FILTERS: Filters = { search: null, role: null, workspace: null, state: null }

/** The filters in an address; what stands there that is none is left out. @param search with its question mark */
export function filtersIn(search: string): Filters {
  const given = new URLSearchParams(search)
  const [role, state] = [given.get('role'), given.get('state')]
  return {
    search: given.get('search')?.slice(0, 200) || null,
    role: v.is(RoleFilter, role) ? role : null,
    workspace: given.get('workspace') || null,
    state: v.is(UserStateKind, state) ? state : null,
  }
}

/** As the filters stand in an address; empty for none. */
export function searchOf(filters: Filters): string {
  const search = new URLSearchParams(askedBy(filters)).toString()
  return search === '' ? '' : `?${search}`
}

/** What the service is asked for. */
export const askedBy = ({ search, role, workspace, state }: Filters) => ({
  ...(search !== null && { search }),
  ...(role !== null && { role }),
  ...(workspace !== null && { workspace }),
  ...(state !== null && { state }),
})
