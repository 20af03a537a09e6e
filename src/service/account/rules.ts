import type { Account, Administrator, ChangePasswordInput, OwnSession } from '#contract/account.ts'
import { auditRecord } from '../audit/record.ts'
import { remoteAddressIn, type SignedIn, type SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { WeaknessOf } from '../ports.ts'
import { type FreshNeeds, newSessionSecret } from '../sign-in/fresh.ts'
import { type PasswordProof, withPassword } from '../sign-in/password-proof.ts'
import { requirePasswordSignIn, SESSION_IDLE_SECONDS } from '../sign-in/rules.ts'
import { requireHardToGuess } from '../sign-in/set-up.ts'
import type { StoredSession } from '../sign-in/store.ts'
import { hasRolesFromProvider } from '../users/roles-from-provider.ts'
import type { StoredUser, UserStore } from '../users/store.ts'

export type AccountNeeds = FreshNeeds & { users: UserStore; weaknessOf: WeaknessOf }

/** What a person's own account holds besides what every answer says of who is signed in. */
export async function getAccount(
  needs: Pick<AccountNeeds, 'users' | 'identities' | 'sessions' | 'provider' | 'hasPasswordSignIn'>,
  context: SignedInContext,
): Promise<Account> {
  const { user } = context.actor
  const [isProviderOnly, sessions, identities, people] = await Promise.all([
    hasRolesFromProvider(needs, user.id),
    runningSessions(needs, context),
    needs.identities.listOf(user.id),
    needs.users.list(),
  ])
  const others = people.filter(({ id }) => id !== user.id)
  return {
    hasPassword:
      needs.hasPasswordSignIn && !isProviderOnly && identities.some(({ kind }) => kind === 'password'),
    isProviderOnly,
    sessions: sessions.map((session) => shown(session, context)),
    administrators: others.flatMap((other) => administratorFor(user, other)),
  }
}

/** @returns the person as they are called from now on */
export async function changeName(
  needs: Pick<AccountNeeds, 'users' | 'random'>,
  context: SignedInContext,
  name: string,
): Promise<SignedIn> {
  const { actor } = context
  const before = actor.user.name
  if (name !== before) {
    const record = auditRecord(needs, context, 'user.renamed', actor.user.id, { before, after: name })
    await needs.users.rename(actor.user.id, name, record)
  }
  return { ...actor, user: { ...actor.user, name } }
}

/**
 * Changes the password of whoever knows the present one. Their other sessions end, and a set-up link that they have not used;
 * the session that asks goes on, with another secret.
 *
 * @throws ServiceError a PasswordWeakness for one that could be guessed, `wrong-password`, `password-sign-in-off`;
 *   `too-many-requests` or `unavailable` as `signIn`; `signed-out` where the session, or the password, is another by now
 */
export async function changePassword(
  needs: AccountNeeds,
  context: SignedInContext,
  { password, newPassword }: ChangePasswordInput,
  given: Pick<PasswordProof, 'deviceProof' | 'signal'>,
) {
  const { actor } = context
  const { user, session } = actor
  requirePasswordSignIn(needs)
  await requireHardToGuess(needs, context, user, newPassword, 'newPassword')
  const proof = { email: user.email, user, password, ...given }
  const changed = await withPassword(needs, context, proof, async (verified) => {
    const who = { remoteAddress: remoteAddressIn(context), signal: given.signal }
    const hash = await needs.passwords.hash(newPassword, who)
    const { secret, renewed: byPassword } = newSessionSecret(needs, context, 'password')
    const { authenticatedAt, method } = session
    // A password proves less than what any other session was started by.
    const renewed = method === 'password' ? byPassword : { ...byPassword, authenticatedAt, method }
    const record = auditRecord(needs, context, 'user.password-changed', user.id, {})
    const kept = { secretSha256: session.secretSha256, renewed }
    if (!(await needs.identities.replaceSecret(verified, hash, kept, record))) {
      throw new ServiceError('signed-out', 'Your session was ended meanwhile. Sign in again.')
    }
    return {
      secret,
      signedIn: { ...actor, session: { ...session, ...renewed } },
      verified: { ...verified, secret: hash },
    }
  })
  if (changed !== undefined) return changed
  await needs.refusals.record(
    auditRecord(needs, context, 'user.password-change-refused', user.id, {}, 'refused'),
  )
  throw new ServiceError('wrong-password', 'This is not your present password.', {
    fields: { password: 'is not yours' },
  })
}

/** @throws ServiceError `not-found` */
export async function endOwnSession(
  needs: Pick<AccountNeeds, 'sessions' | 'random'>,
  context: SignedInContext,
  sessionId: string,
): Promise<void> {
  const { id: userId } = context.actor.user
  const session = (await runningSessions(needs, context)).find(({ id }) => id === sessionId)
  if (session !== undefined) {
    const { remoteAddress, userAgent } = session
    const detail = { remoteAddress, userAgent }
    const record = auditRecord(needs, context, 'session.ended-elsewhere', userId, detail)
    if (await needs.sessions.endOne(userId, sessionId, record)) return
  }
  throw new ServiceError('not-found', 'You have no such session, or it has ended.')
}

/** Ends every session of the person but the one that asks, and the link that would give them another one. */
export async function endOtherSessions(
  needs: Pick<AccountNeeds, 'sessions' | 'random'>,
  context: SignedInContext,
): Promise<void> {
  const { user, session } = context.actor
  const record = auditRecord(needs, context, 'user.other-sessions-ended', user.id, {})
  await needs.sessions.endOthersOf(user.id, session.id, record)
}

/** Those of the person who asks; the one that they ask in first. */
async function runningSessions(
  { sessions }: Pick<AccountNeeds, 'sessions'>,
  { actor: { user, session }, now }: SignedInContext,
): Promise<StoredSession[]> {
  const running = await sessions.listOf(user.id, now, now - SESSION_IDLE_SECONDS * 1000)
  return running.toSorted((one, other) => Number(other.id === session.id) - Number(one.id === session.id))
}

function shown(session: StoredSession, { actor }: SignedInContext): OwnSession {
  const { id, remoteAddress, userAgent, startedAt, lastSeenAt, authenticatedAt, method } = session
  return {
    id,
    isThis: id === actor.session.id,
    remoteAddress,
    userAgent,
    startedAt: new Date(startedAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    authenticatedAt: authenticatedAt === 0 ? null : new Date(authenticatedAt).toISOString(),
    method,
  }
}

/** None where they administer neither the product nor a workspace of that person, or are suspended. */
function administratorFor(
  person: Pick<StoredUser, 'roles'>,
  { name, sysadmin, roles, suspended }: StoredUser,
): Administrator[] {
  const own = new Set(person.roles.map(({ workspace }) => workspace))
  const workspaces = roles
    .filter(({ role, workspace }) => role === 'admin' && own.has(workspace))
    .map(({ workspace }) => workspace)
  const administers = sysadmin || workspaces.length > 0
  return administers && suspended === null ? [{ name, sysadmin, workspaces }] : []
}
