import type { User } from '#contract/session.ts'
import type { CreatedUser, CreateUserInput, SetRolesInput, SetUpLink } from '#contract/users.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import { newId } from '../secrets.ts'
import { newSetUpLink } from '../sign-in/set-up.ts'
import { actorOf, auditRecord, type SignedIn } from '../sign-in/signed-in.ts'

export async function listUsers({ stores }: Deps, signedIn: SignedIn): Promise<User[]> {
  requirePermission(signedIn, 'users.manage')
  const users = await stores.users.list()
  return users.map(({ id, name, email, sysadmin, roles }) => ({ id, name, email, sysadmin, roles }))
}

/**
 * Creates a user who chooses their own password by a one-time link, so that nobody else ever knows it.
 *
 * @throws ServiceError `forbidden` below sysadmin, `conflict` when the e-mail is taken
 */
export async function createUser(
  deps: Deps,
  signedIn: SignedIn,
  input: CreateUserInput,
  origin: string,
): Promise<CreatedUser> {
  requirePermission(signedIn, 'users.manage')
  const user: User = { id: newId(deps.random), ...input }
  const { url, link } = await newSetUpLink(deps, user.id, origin)
  const record = auditRecord(deps, actorOf(signedIn), 'user.created', user.id, {
    email: user.email,
    sysadmin: user.sysadmin,
    roles: user.roles,
  })
  const stored = { ...user, passwordHash: null, createdAt: deps.now() }
  if (!(await deps.stores.users.create(stored, link, record))) {
    throw new ServiceError('conflict', 'There is a user with this e-mail already.', {
      fields: { email: 'is taken' },
    })
  }
  return { user, setUpUrl: url, expiresAt: new Date(link.expiresAt).toISOString() }
}

/**
 * Replaces what a user holds; it counts from their next request on.
 *
 * @throws ServiceError `forbidden` below sysadmin, `not-found`, `conflict` when it would leave no system administrator
 */
export async function setRoles(
  deps: Deps,
  signedIn: SignedIn,
  userId: string,
  { sysadmin, roles }: SetRolesInput,
): Promise<User> {
  requirePermission(signedIn, 'users.manage')
  const user = await existingUser(deps, userId)
  const record = auditRecord(deps, actorOf(signedIn), 'user.roles-set', userId, { sysadmin, roles })
  if (!(await deps.stores.users.setRoles(userId, { sysadmin, roles }, record))) {
    throw new ServiceError(
      'conflict',
      'This is the last system administrator who can sign in. Make another one first.',
    )
  }
  return { id: userId, name: user.name, email: user.email, sysadmin, roles }
}

/** Makes a new one-time link for someone who lost their password or their first link; the earlier link ends. */
export async function makeSetUpLink(
  deps: Deps,
  signedIn: SignedIn,
  userId: string,
  origin: string,
): Promise<SetUpLink> {
  requirePermission(signedIn, 'users.manage')
  await existingUser(deps, userId)
  const { url, link } = await newSetUpLink(deps, userId, origin)
  await deps.stores.setUpLinks.replace(
    link,
    auditRecord(deps, actorOf(signedIn), 'user.set-up-link-made', userId),
  )
  return { setUpUrl: url, expiresAt: new Date(link.expiresAt).toISOString() }
}

/** Ends every session of a user at once. */
export async function revokeSessions(deps: Deps, signedIn: SignedIn, userId: string): Promise<void> {
  requirePermission(signedIn, 'users.manage')
  await existingUser(deps, userId)
  const record = auditRecord(deps, actorOf(signedIn), 'user.sessions-revoked', userId)
  await deps.stores.sessions.endAllOf(userId, record)
}

async function existingUser({ stores }: Deps, userId: string) {
  const user = await stores.users.find(userId)
  if (user === undefined) throw new ServiceError('not-found', 'There is no such user.')
  return user
}
