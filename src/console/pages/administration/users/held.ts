import { Role } from '#contract/roles.ts'
import type { RoleFilter, SetRolesInput } from '#contract/users.ts'

/** What someone holds. */
export type Held = SetRolesInput

/** Whether a change takes something away: the product's administration, a role, or a role for a lower one. */
export function takesAway(before: Held, after: Held): boolean {
  if (before.sysadmin && !after.sysadmin) return true
  return before.roles.some(({ workspace, role }) => {
    const next = after.roles.find((assignment) => assignment.workspace === workspace)
    return next === undefined || Role.options.indexOf(next.role) < Role.options.indexOf(role)
  })
}

/** The one that permits most; undefined for nothing. A role held in any workspace counts for the token and the switch. */
export function highestOf({ sysadmin, roles }: Held): RoleFilter | undefined {
  if (sysadmin) return 'sysadmin'
  return Role.options.findLast((role) => roles.some((assignment) => assignment.role === role))
}
