import { Role } from '#contract/roles.ts'
import type { User } from '#contract/user.ts'

/** What someone holds. */
export type Held = Pick<User, 'sysadmin' | 'roles'>

/** What someone holds who may not sign in any more. */
export const NOTHING: Held = { sysadmin: false, roles: [] }

/** Whether that is nothing at all. */
export const holdsNothing = ({ sysadmin, roles }: Held): boolean => !sysadmin && roles.length === 0

/** Whether a change takes something away: the product's administration, a role, or a role for a lower one. */
export function takesAway(before: Held, after: Held): boolean {
  if (before.sysadmin && !after.sysadmin) return true
  return before.roles.some(({ workspace }) => rankIn(workspace, after) < rankIn(workspace, before))
}

/** Both together: of two roles in one workspace the higher. */
export function joined(one: Held, other: Held): Held {
  const workspaces = new Set([...one.roles, ...other.roles].map(({ workspace }) => workspace))
  return {
    sysadmin: one.sysadmin || other.sysadmin,
    roles: [...workspaces].toSorted().flatMap((workspace) => {
      const rank = Math.max(rankIn(workspace, one), rankIn(workspace, other))
      const role = Role.options[rank]
      return role === undefined ? [] : [{ workspace, role }]
    }),
  }
}

/** Whether two people hold the same, in whatever order. */
export const isSame = (one: Held, other: Held): boolean => !takesAway(one, other) && !takesAway(other, one)

function rankIn(workspace: string, { roles }: Held): number {
  const held = roles.find((assignment) => assignment.workspace === workspace)
  return held === undefined ? -1 : Role.options.indexOf(held.role)
}
