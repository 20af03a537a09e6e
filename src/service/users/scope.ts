import type { User } from '#contract/user.ts'
import { ServiceError } from '../errors.ts'
import type { Held } from './held.ts'

/** Where someone administers: everywhere, or in those workspaces alone. Of what others hold elsewhere they learn nothing. */
export type Scope = 'everywhere' | ReadonlySet<string>

export const scopeOf = ({ user }: { user: Held }): Scope =>
  user.sysadmin
    ? 'everywhere'
    : new Set(user.roles.filter(({ role }) => role === 'admin').map(({ workspace }) => workspace))

export const isWithin = (scope: Scope, workspace: string): boolean =>
  scope === 'everywhere' || scope.has(workspace)

/** Of some roles those that they may see, give and take. */
export const rolesWithin = (scope: Scope, roles: User['roles']) =>
  roles.filter(({ workspace }) => isWithin(scope, workspace))

/** And the others. */
export const rolesOutside = (scope: Scope, roles: User['roles']) =>
  roles.filter(({ workspace }) => !isWithin(scope, workspace))

/** Whether they may see who holds it. */
export const isSeen = (scope: Scope, { roles }: Held): boolean =>
  scope === 'everywhere' || rolesWithin(scope, roles).length > 0

/** Whether they may give all of it. */
export const canGive = (scope: Scope, { sysadmin, roles }: Held): boolean =>
  scope === 'everywhere' || (!sysadmin && rolesOutside(scope, roles).length === 0)

/** Whether they may make a link by which someone who is there chooses another password: it is worth all that its person holds. */
export const canMakeSetUpLinks = (scope: Scope): boolean => scope === 'everywhere'

/**
 * Asks whether someone may give all of it. Of a workspace that is not theirs they do not learn whether there is one.
 *
 * @throws ServiceError `forbidden`
 */
export function requireToGive(scope: Scope, { sysadmin, roles }: Held): void {
  if (scope === 'everywhere') return
  if (sysadmin) {
    throw new ServiceError('forbidden', 'To make a system administrator takes one.', {
      permission: 'users.manage',
    })
  }
  const [outside] = rolesOutside(scope, roles)
  if (outside === undefined) return
  throw new ServiceError(
    'forbidden',
    `To give roles in the workspace “${outside.workspace}” takes its administrator.`,
    { permission: 'users.invite' },
  )
}
