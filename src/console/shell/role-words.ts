import type { User } from '#contract/user.ts'
import type { Messages } from '../messages/en.ts'

/** What a person holds, in words; the workspace is named only where there is more than one. */
export function roleWords(
  { sysadmin, roles }: Pick<User, 'sysadmin' | 'roles'>,
  { shell }: Messages,
): string[] {
  const held = roles.map(({ role, workspace }) =>
    roles.length === 1 ? shell.roles[role] : shell.roleIn(shell.roles[role], workspace),
  )
  return sysadmin ? [shell.roles.sysadmin, ...held] : held
}
