import type { First } from '#contract/errors.ts'
import type { MadeLink } from '#contract/invitations.ts'
import type { Language } from '#contract/languages.ts'
import type { ListedUser, SetRolesInput } from '#contract/users.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import { lastChange } from './last-change.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { matchesEtag } from '../http/etag.ts'
import type { Random } from '../ports.ts'
import type { Held } from './held.ts'
import { noSuchWorkspace } from './invitations.ts'
import { type MailNeeds, requireMail, sendLink } from './link-mail.ts'
import { listedUser } from './listed.ts'
import { hasRolesFromProvider, type ProviderNeeds } from './roles-from-provider.ts'
import { isSeen, requireToGive, rolesOutside, rolesWithin, type Scope, scopeOf } from './scope.ts'
import { newSetUpLink } from './set-up-link.ts'
import type { PeopleChange, SetUpLinkStore, StoredUser, UserStore } from './store.ts'

export type UserNeeds = { users: UserStore; audit: AuditStore; random: Random }

/**
 * Replaces what someone holds where the caller administers; it counts from their next request on.
 *
 * @param ifMatch the request's `If-Match`
 * @throws ServiceError `not-found`, `forbidden`, `roles-from-provider`, `precondition-failed` when someone changed it since, `last-administrator`
 *   when it would leave no system administrator who can sign in, `invalid-request` for a workspace that is none
 */
export async function setRoles(
  needs: UserNeeds & ProviderNeeds,
  context: SignedInContext,
  userId: string,
  input: SetRolesInput,
  ifMatch: string,
): Promise<ListedUser> {
  const scope = scopeOf(context.actor)
  const user = await userSeen(needs, context, userId)
  if (await hasRolesFromProvider(needs, userId)) {
    throw new ServiceError(
      'roles-from-provider',
      'Their roles come from the sign-in provider, anew at each sign-in. Change their groups there.',
    )
  }
  if (!matchesEtag(ifMatch, listedUser(scope, user).etag)) {
    throw new ServiceError(
      'precondition-failed',
      'Someone changed this after what you saw. Look at it again.',
      { first: await lastChange(needs, context, 'person', userId) },
    )
  }
  const held = heldAfter(scope, user, input)
  // Without what they hold elsewhere, which the one who made the record is not to read in it either.
  const told = { ...held, roles: rolesWithin(scope, held.roles) }
  const record = auditRecord(needs, context, 'user.roles-set', userId, told)
  const change = await needs.users.setRoles(user, held, record)
  // Something changed meanwhile, maybe where the caller sees nothing of it.
  if (change === 'changed') return setRoles(needs, context, userId, input, ifMatch)
  requireDone(change)
  return listedUser(scope, { ...user, ...held })
}

function heldAfter(scope: Scope, before: StoredUser, { sysadmin, roles }: SetRolesInput): Held {
  requireToGive(scope, { sysadmin: sysadmin && !before.sysadmin, roles })
  if (scope !== 'everywhere' && before.sysadmin && !sysadmin)
    requireToGive(scope, { sysadmin: true, roles: [] })
  const all = [...rolesOutside(scope, before.roles), ...roles]
  return { sysadmin, roles: all.toSorted((one, other) => (one.workspace < other.workspace ? -1 : 1)) }
}

/**
 * Makes a one-time link for someone who lost their password; an earlier one ends.
 *
 * @param origin scheme, host and port under which people reach the console
 * @throws ServiceError `not-found`, `conflict` for someone who is suspended, `mail-not-set-up`
 */
export async function makeSetUpLink(
  needs: UserNeeds & MailNeeds & { setUpLinks: SetUpLinkStore },
  context: SignedInContext,
  userId: string,
  sendIn: Language | undefined,
  origin: string,
): Promise<MadeLink> {
  requireMail(needs, sendIn)
  const { email, suspended } = await userSeen(needs, context, userId)
  if (suspended !== null) {
    const first = await lastChange(needs, context, 'person', userId)
    throw new ServiceError('conflict', 'They are suspended. Reinstate them first.', { first })
  }
  const { url, ...link } = newSetUpLink(needs, origin, context.now)
  const record = auditRecord(needs, context, 'user.set-up-link-made', userId, { email })
  // Someone suspended or removed them meanwhile.
  const madeById = context.actor.user.id
  if (!(await needs.setUpLinks.replace({ userId, madeById, ...link }, record))) {
    return makeSetUpLink(needs, context, userId, sendIn, origin)
  }
  const made = { setUpUrl: url, expiresAt: new Date(link.expiresAt).toISOString() }
  return { ...made, mail: await sendLink(needs, context, email, sendIn, { kind: 'known', ...made }) }
}

/** @throws ServiceError `not-found`, also for someone whom the caller does not see */
export async function userSeen(
  needs: Pick<UserNeeds, 'users' | 'audit'>,
  context: SignedInContext,
  userId: string,
): Promise<StoredUser> {
  const user = await needs.users.find(userId)
  if (user !== undefined && isSeen(scopeOf(context.actor), user)) return user
  throw noSuchUser(await lastChange(needs, context, 'person', userId))
}

/** For whoever sees everyone. @throws ServiceError `not-found` */
export async function existingUser(users: UserStore, userId: string): Promise<StoredUser> {
  const user = await users.find(userId)
  if (user === undefined) throw noSuchUser()
  return user
}

const noSuchUser = (first?: First) => new ServiceError('not-found', 'There is no such user.', { first })

/** @throws ServiceError `last-administrator`, `invalid-request` for a workspace that is none */
export function requireDone(change: Exclude<PeopleChange, 'changed'>): void {
  if (change === 'no-such-workspace') throw noSuchWorkspace()
  if (change === 'done') return
  throw new ServiceError(
    'last-administrator',
    'This is the last system administrator who can sign in. Make another one first.',
  )
}
