import type { OperationPermission } from '#contract/operation.ts'
import type { Permission, Role } from '#contract/roles.ts'
import type { User } from '#contract/user.ts'
import type { Actor } from './context.ts'
import { ServiceError } from './errors.ts'

const VIEW = ['settings.view', 'batches.view'] as const satisfies Permission[]
const APPROVE = [
  ...VIEW,
  'settings.update',
  'token.view',
  'token.generate',
  'batches.send',
  'profiles.view',
  'batches.update',
  'callers.view',
  'callers.update',
  'notices.view',
  'notices.update',
  'audit.view',
] as const satisfies Permission[]

/** Of the people of the workspaces where one is administrator: `users/scope.ts` says which those are. */
const ADMINISTER = ['users.view', 'users.invite'] as const satisfies Permission[]

/** Which role may do what: the one table, told to people in docs/roles.md. Source: wire facts A15 and A16. */
const PERMITTED: Record<Role | 'sysadmin', readonly Permission[]> = {
  observer: VIEW,
  editor: VIEW,
  publisher: VIEW,
  approver: APPROVE,
  admin: [...APPROVE, ...ADMINISTER],
  sysadmin: [...APPROVE, ...ADMINISTER, 'users.manage', 'workspaces.manage'],
}

const ANYONE = 'a role in a workspace'
const APPROVER = 'Approver or administrator rights'
const ADMIN = 'the administrator of a workspace'
const SYSADMIN = 'a system administrator'

/** What each permission is about, and what it takes, for a person. */
const WORDS: Record<Permission, { to: string; takes: string }> = {
  'settings.view': { to: 'see the settings', takes: ANYONE },
  'batches.view': { to: 'see batches', takes: ANYONE },
  'batches.send': { to: 'send a batch', takes: APPROVER },
  'profiles.view': { to: 'look profiles up', takes: APPROVER },
  'batches.update': { to: 'decide about a stuck batch', takes: APPROVER },
  'settings.update': { to: 'change the settings', takes: APPROVER },
  'token.view': { to: 'see the token', takes: APPROVER },
  'token.generate': { to: 'generate a token', takes: APPROVER },
  'callers.view': { to: 'see who calls', takes: APPROVER },
  'callers.update': { to: 'name callers', takes: APPROVER },
  'notices.view': { to: 'see who is told of what', takes: APPROVER },
  'notices.update': { to: 'change who is told of what', takes: APPROVER },
  'audit.view': { to: 'see the audit log', takes: APPROVER },
  'users.view': { to: 'see who may do what', takes: ADMIN },
  'users.invite': { to: 'invite people and give roles', takes: ADMIN },
  'users.manage': { to: 'manage users', takes: SYSADMIN },
  'workspaces.manage': { to: 'make, rename and remove workspaces', takes: SYSADMIN },
}

/** A role held in any workspace counts: the token and the switch belong to the client, not to a workspace. */
export function permittedTo(user: Pick<User, 'sysadmin' | 'roles'>): Permission[] {
  const held = [...user.roles.map(({ role }) => PERMITTED[role]), user.sysadmin ? PERMITTED.sysadmin : []]
  return [...new Set(held.flat())]
}

/**
 * Asks whether the actor may call an operation. Whether the profile authentication token is needed, and good, is for the
 * door of the profile family to say, and what a shown one is worth for its rule.
 *
 * @throws ServiceError `signed-out` for someone without a session, `forbidden` when nothing they hold permits it
 */
export function requirePermission(actor: Actor, permission: OperationPermission): void {
  if (permission === 'none' || permission === 'profile-token' || permission === 'shown-token') return
  if (!('user' in actor)) throw new ServiceError('signed-out', 'You are not signed in.')
  if (permission === 'signed-in' || permittedTo(actor.user).includes(permission)) return
  const { to, takes } = WORDS[permission]
  throw new ServiceError('forbidden', `To ${to} takes ${takes}.`, { permission })
}
