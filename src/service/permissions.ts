import type { Permission, Role, User } from '#contract/session.ts'
import type { SignedIn } from './sign-in/signed-in.ts'
import { ServiceError } from './errors.ts'

const VIEW = ['settings.view'] as const satisfies Permission[]
const APPROVE = [...VIEW, 'settings.update', 'token.view', 'token.generate'] as const satisfies Permission[]

/** Which role may do what: the one table, told to people in docs/roles.md. Source: wire facts A15 and A16. */
const PERMITTED: Record<Role | 'sysadmin', readonly Permission[]> = {
  observer: VIEW,
  editor: VIEW,
  publisher: VIEW,
  approver: APPROVE,
  admin: APPROVE,
  sysadmin: [...APPROVE, 'users.manage'],
}

const WORDS: Record<Permission, string> = {
  'settings.view': 'see the settings',
  'settings.update': 'change the settings',
  'token.view': 'see the token',
  'token.generate': 'generate a token',
  'users.manage': 'manage users',
}

/** A role held in any workspace counts: the token and the switch belong to the client, not to a workspace. */
export function permittedTo(user: Pick<User, 'sysadmin' | 'roles'>): Permission[] {
  const held = [...user.roles.map(({ role }) => PERMITTED[role]), user.sysadmin ? PERMITTED.sysadmin : []]
  return [...new Set(held.flat())]
}

/** @throws ServiceError `forbidden` when nothing that the person holds permits it */
export function requirePermission({ user }: SignedIn, permission: Permission): void {
  if (permittedTo(user).includes(permission)) return
  const needed = permission === 'users.manage' ? 'a system administrator' : 'Approver or administrator rights'
  throw new ServiceError('forbidden', `To ${WORDS[permission]} takes ${needed}.`)
}
