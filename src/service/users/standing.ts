import type { ListedUser } from '#contract/users.ts'
import { auditRecord } from '../audit/record.ts'
import { lastChange } from './last-change.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { listedUser } from './listed.ts'
import { requireDone, userSeen, type UserNeeds } from './rules.ts'
import { scopeOf } from './scope.ts'

/**
 * Keeps someone out until they are reinstated; their sessions and their set-up link end at once.
 *
 * @throws ServiceError `not-found`, `conflict` when they are suspended already, `last-administrator`
 */
export async function suspendUser(
  needs: UserNeeds,
  context: SignedInContext,
  userId: string,
): Promise<ListedUser> {
  const user = await userSeen(needs, context, userId)
  if (user.suspended !== null) {
    const first = await lastChange(needs, context, 'person', userId)
    throw new ServiceError('conflict', 'They are suspended already.', { first })
  }
  const { id: byId, name: by } = context.actor.user
  const suspended = { at: context.now, by, byId }
  const record = auditRecord(needs, context, 'user.suspended', userId, {})
  const change = await needs.users.suspend(userId, suspended, record)
  if (change === 'changed') return suspendUser(needs, context, userId)
  requireDone(change)
  return listedUser(scopeOf(context.actor), { ...user, suspended })
}

/** @throws ServiceError `not-found`, `conflict` when they are not suspended */
export async function reinstateUser(
  needs: UserNeeds,
  context: SignedInContext,
  userId: string,
): Promise<ListedUser> {
  const user = await userSeen(needs, context, userId)
  const record = auditRecord(needs, context, 'user.reinstated', userId, {})
  const isDone = user.suspended !== null && (await needs.users.reinstate(userId, record))
  if (!isDone) {
    const first = await lastChange(needs, context, 'person', userId)
    throw new ServiceError('conflict', 'They are not suspended.', { first })
  }
  return listedUser(scopeOf(context.actor), { ...user, suspended: null })
}

/**
 * Removes someone, with all by which they get in. Records keep their name.
 *
 * @throws ServiceError `not-found`, `last-administrator`
 */
export async function removeUser(needs: UserNeeds, context: SignedInContext, userId: string): Promise<void> {
  const user = await userSeen(needs, context, userId)
  const { name, email } = user
  const record = auditRecord(needs, context, 'user.removed', userId, { name, email })
  const change = await needs.users.remove(user, context.now, record)
  if (change === 'changed') return removeUser(needs, context, userId)
  requireDone(change)
}
