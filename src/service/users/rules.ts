import type { CreatedUser, CreateUserInput, SetRolesInput, SetUpLink, User } from '#contract/users.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import { newSetUpLink } from './set-up-link.ts'
import type { SetUpLinkStore, StoredUser, UserStore } from './store.ts'

export type UserNeeds = { users: UserStore; setUpLinks: SetUpLinkStore; random: Random }

/** Everyone, by name; that they were listed is recorded. */
export async function listUsers(
  needs: Pick<UserNeeds, 'users' | 'random'> & { audit: AuditStore },
  context: Context,
): Promise<User[]> {
  const all = await needs.users.list()
  const { clientCode } = context.client
  await needs.audit.append(auditRecord(needs, context, 'users.listed', clientCode, { count: all.length }))
  return all.map(({ id, name, email, sysadmin, roles }) => ({ id, name, email, sysadmin, roles }))
}

/**
 * Creates a user who chooses their own password by a one-time link, so that nobody else ever knows it.
 *
 * @param origin scheme, host and port under which people reach the console
 * @throws ServiceError `conflict` when the e-mail is taken
 */
export async function createUser(
  needs: UserNeeds,
  context: Context,
  input: CreateUserInput,
  origin: string,
): Promise<CreatedUser> {
  const user: User = { id: newId(needs.random), ...input }
  const { url, link } = newSetUpLink(needs, user.id, origin, context.now)
  const record = auditRecord(needs, context, 'user.created', user.id, {
    email: user.email,
    sysadmin: user.sysadmin,
    roles: user.roles,
  })
  const stored = { ...user, createdAt: context.now }
  if (!(await needs.users.create(stored, link, record))) {
    throw new ServiceError('conflict', 'There is a user with this e-mail already.', {
      fields: { email: 'is taken' },
    })
  }
  return { user, setUpUrl: url, expiresAt: new Date(link.expiresAt).toISOString() }
}

/**
 * Replaces what a user holds; it counts from their next request on.
 *
 * @throws ServiceError `not-found`, `conflict` when it would leave no system administrator
 */
export async function setRoles(
  needs: Pick<UserNeeds, 'users' | 'random'>,
  context: Context,
  userId: string,
  { sysadmin, roles }: SetRolesInput,
): Promise<User> {
  const user = await existingUser(needs.users, userId)
  const record = auditRecord(needs, context, 'user.roles-set', userId, { sysadmin, roles })
  if (!(await needs.users.setRoles(userId, { sysadmin, roles }, record))) {
    throw new ServiceError(
      'conflict',
      'This is the last system administrator who can sign in. Make another one first.',
    )
  }
  return { id: userId, name: user.name, email: user.email, sysadmin, roles }
}

/**
 * Makes a new one-time link for someone who lost their password or their first link; the earlier link ends.
 *
 * @param origin as of `createUser`
 * @throws ServiceError `not-found`
 */
export async function makeSetUpLink(
  needs: UserNeeds,
  context: Context,
  userId: string,
  origin: string,
): Promise<SetUpLink> {
  await existingUser(needs.users, userId)
  const { url, link } = newSetUpLink(needs, userId, origin, context.now)
  await needs.setUpLinks.replace(link, auditRecord(needs, context, 'user.set-up-link-made', userId, {}))
  return { setUpUrl: url, expiresAt: new Date(link.expiresAt).toISOString() }
}

/** @throws ServiceError `not-found` */
export async function existingUser(users: UserStore, userId: string): Promise<StoredUser> {
  const user = await users.find(userId)
  if (user === undefined) throw new ServiceError('not-found', 'There is no such user.')
  return user
}
