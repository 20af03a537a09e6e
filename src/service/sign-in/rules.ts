import type { Session, SignInMethod } from '#contract/sign-in.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { RefusalTrace } from '../audit/refusals.ts'
import { productNames } from '../callers/user-agent.ts'
import {
  type ActiveSession,
  type Client,
  type Context,
  type Person,
  remoteAddressIn,
  type SignedIn,
  type SignedInContext,
} from '../context.ts'
import { ServiceError } from '../errors.ts'
import { permittedTo } from '../permissions.ts'
import type { Random } from '../ports.ts'
import { newId, newSecret } from '../secrets.ts'
import { existingUser } from '../users/rules.ts'
import type { StoredIdentity, StoredUser, UserStore } from '../users/store.ts'
import { hasRolesFromProvider } from '../users/roles-from-provider.ts'
import { idTokenOf, providerSignOutUrl } from './oidc/id-token.ts'
import type { OpenIdProvider } from './oidc/provider.ts'
import type { OidcStore } from './oidc/store.ts'
import type { PasswordProofNeeds } from './password-proof.ts'
import { type SecondStepSetting, takesSecondStep } from './second-step-setting.ts'
import type { WorkspaceStore } from '../workspaces/store.ts'
import type { SessionStore } from './store.ts'

/** A session ends after this long without a request, and after this long whatever happens. Source: OWASP ASVS 5 V7.3. */
export const SESSION_IDLE_SECONDS = 3600
export const SESSION_ABSOLUTE_SECONDS = 12 * 3600

/** The last of them is the one by which people know it, such as in `Mozilla AppleWebKit Chrome Safari Edg`. */
const MOST_NAMES_OF_BROWSER = 6

/** A session's `lastSeenAt` is kept to the minute, so that reading costs no write. */
const SEEN_STEP_MS = 60_000
/** Of the secrets that one request brings, as many are looked up: browsers send those of a narrow path and old ones first. */
const MOST_SECRETS = 10

export type SignInNeeds = PasswordProofNeeds & {
  users: UserStore
  sessions: SessionStore
  workspaces: WorkspaceStore
  refusals: RefusalTrace
  oidc: OidcStore
  /** The OpenID Connect provider; null where there is none. */
  provider: OpenIdProvider | null
  hasPasswordSignIn: boolean
  random: Random
}

export type Started = {
  secret: string
  signedIn: SignedIn
  /** The identity by which, or the one that a device of theirs is known again by. */
  verified: StoredIdentity
}

/** Records that a sign-in was refused. @param userId who it would have been, where that is known */
export async function recordRefusal(
  needs: Pick<SignInNeeds, 'refusals' | 'random'>,
  context: Context,
  userId: string | undefined,
): Promise<void> {
  const record = auditRecord(needs, context, 'session.refused', userId ?? 'unknown', {}, 'refused')
  await needs.refusals.record(record)
}

/** @throws ServiceError `password-sign-in-off` */
export function requirePasswordSignIn({ hasPasswordSignIn }: Pick<SignInNeeds, 'hasPasswordSignIn'>): void {
  if (hasPasswordSignIn) return
  throw new ServiceError(
    'password-sign-in-off',
    'People sign in at the sign-in provider here, not by a password.',
  )
}

/**
 * Whoever may be given less at the provider at any time signs in nowhere else, or they would keep what was taken from them.
 *
 * @throws ServiceError `provider-sign-in-only`
 */
export async function requireOwnRoles(
  needs: Pick<SignInNeeds, 'identities' | 'provider'>,
  userId: string,
): Promise<void> {
  if (!(await hasRolesFromProvider(needs, userId))) return
  throw new ServiceError('provider-sign-in-only', 'Your roles come from the sign-in provider: sign in there.')
}

/**
 * Starts a session for a person who was verified.
 *
 * @param verified the identity by which, as it was then
 * @param method how they proved that they are the one
 * @param authenticatedAt when they did, milliseconds since 1970
 * @returns undefined when it is another one by now, such as one with a password chosen meanwhile
 * @throws ServiceError `provider-sign-in-only`
 */
export async function startSession(
  needs: Pick<SignInNeeds, 'sessions' | 'identities' | 'provider' | 'random'>,
  context: Context,
  stored: StoredUser,
  verified: StoredIdentity,
  method: SignInMethod,
  authenticatedAt = context.now,
): Promise<Started | undefined> {
  if (verified.kind !== 'oidc') await requireOwnRoles(needs, stored.id)
  const { started, session, record } = newSession(needs, context, stored, verified, method, authenticatedAt)
  return (await needs.sessions.start(session, verified, record)) ? started : undefined
}

/**
 * A session that is not stored yet, and the record that it was started.
 *
 * @param authenticatedAt when they proved who they are, milliseconds since 1970
 */
export function newSession(
  needs: Pick<SignInNeeds, 'random'>,
  context: Context,
  stored: StoredUser,
  verified: StoredIdentity,
  method: SignInMethod,
  authenticatedAt = context.now,
) {
  const secret = newSecret('tse', needs.random)
  const session = {
    id: newId(needs.random),
    secretSha256: sha256Hex(secret),
    userId: stored.id,
    startedAt: context.now,
    lastSeenAt: context.now,
    expiresAt: context.now + SESSION_ABSOLUTE_SECONDS * 1000,
    authenticatedAt,
    method,
    remoteAddress: remoteAddressIn(context),
    userAgent: context.userAgent === null ? null : productNames(context.userAgent, MOST_NAMES_OF_BROWSER),
  }
  const user = withoutSecrets(stored)
  const actor = personIn(context, user)
  const record = auditRecord(needs, { ...context, actor }, 'session.started', user.id, {})
  const started: Started = { secret, signedIn: { ...actor, session }, verified }
  return { started, session, record }
}

/**
 * Ends the session that a browser still had when it got another one. Source: OWASP ASVS 5 V7.2.4.
 *
 * @param secret of the former session; undefined or unknown where there is none
 */
export async function endFormerSession(
  needs: Pick<SignInNeeds, 'sessions' | 'random'>,
  context: Context,
  secrets: readonly string[],
): Promise<void> {
  const former = await findFirst(needs.sessions, secrets)
  if (former === undefined) return
  const actor = personIn(context, former.user)
  const record = auditRecord(needs, { ...context, actor }, 'session.ended', former.userId, {})
  await needs.sessions.end(former.secretSha256, record)
}

/** The session of the first of the secrets that is one's. */
async function findFirst(sessions: SessionStore, secrets: readonly string[]) {
  for (const secret of secrets.slice(0, MOST_SECRETS)) {
    const found = await sessions.find(sha256Hex(secret))
    if (found) return found
  }
  return undefined
}

/** The person who turned out to be the one who asks. */
export function personIn<Known extends Person['user']>(context: Context, user: Known) {
  return { kind: 'person', user, remoteAddress: remoteAddressIn(context) } as const
}

/**
 * Finds who a session's secret belongs to.
 *
 * @param secret undefined when the request carries none
 * @throws ServiceError `signed-out`, or `set-up-required` while nobody has set the service up
 */
export async function authenticate(
  {
    sessions,
    users,
    secondStep,
    now: clock,
  }: Pick<SignInNeeds, 'sessions' | 'users'> & { secondStep: SecondStepSetting; now: () => number },
  secrets: readonly string[],
): Promise<{ user: SignedIn['user']; session: ActiveSession }> {
  const found = await findFirst(sessions, secrets)
  if (found === undefined) {
    if (await users.isEmpty()) {
      throw new ServiceError(
        'set-up-required',
        'Nobody has set this service up yet. Open the link that its start printed.',
      )
    }
    throw new ServiceError('signed-out', 'You are not signed in, or your session was ended.')
  }
  const now = clock()
  const { user, ...session } = found
  // Their sessions ended with the suspension; this holds also where a database says otherwise.
  if (user.suspended !== null) throw new ServiceError('signed-out', 'You are suspended.')
  if (now >= session.expiresAt || now >= session.lastSeenAt + SESSION_IDLE_SECONDS * 1000) {
    // Gone for good, so that a clock that is set back does not bring it to life again.
    await removeEndedSessions(sessions, now)
    throw new ServiceError('signed-out', 'Your session has expired. Sign in again.')
  }
  if (session.method === 'password' && takesSecondStep(secondStep, user)) {
    throw new ServiceError('signed-out', 'What you may do takes a second step by now. Sign in again.')
  }
  if (now - session.lastSeenAt >= SEEN_STEP_MS) await sessions.touch(session.secretSha256, now)
  return { user: withoutSecrets(user), session }
}

/**
 * Ends the session of whoever asks.
 *
 * @param origin scheme, host and port under which they reach the console
 * @returns where a browser signs out at the provider too; null where it did not sign in there
 */
export async function signOut(
  needs: Pick<SignInNeeds, 'sessions' | 'oidc' | 'cipher' | 'provider' | 'random'>,
  context: SignedInContext,
  origin: string,
): Promise<string | null> {
  const { user, session } = context.actor
  const idToken = await idTokenOf(needs, session.id)
  await needs.sessions.end(session.secretSha256, auditRecord(needs, context, 'session.ended', user.id, {}))
  return providerSignOutUrl(needs, idToken, origin)
}

/** Ends every session of a user at once, and the link that would give them another one. @throws ServiceError `not-found` */
export async function revokeSessions(
  needs: Pick<SignInNeeds, 'sessions' | 'users' | 'random'>,
  context: Context,
  userId: string,
): Promise<void> {
  await existingUser(needs.users, userId)
  await needs.sessions.endAllOf(userId, auditRecord(needs, context, 'user.sessions-revoked', userId, {}))
}

/** What the session endpoint answers. @param isCookieSecure whether the cookie of this session is bound to https */
export async function sessionOf(
  { workspaces }: { workspaces: WorkspaceStore },
  { user, session }: SignedIn,
  { clientCode }: Client,
  isCookieSecure: boolean,
): Promise<Session> {
  const all = await workspaces.list()
  return {
    user,
    permitted: permittedTo(user),
    workspaces: all
      .filter(({ id }) => user.roles.some(({ workspace }) => workspace === id))
      .map(({ id, name }) => ({ id, name })),
    clientCode,
    isCookieSecure,
    expiresAt: new Date(session.expiresAt).toISOString(),
  }
}

/** Removes what no longer lets anyone in; the server calls it now and then. @param now milliseconds since 1970 */
export async function removeEndedSessions(sessions: SessionStore, now: number): Promise<void> {
  await sessions.removeEnded(now, now - SESSION_IDLE_SECONDS * 1000)
}

function withoutSecrets({ id, name, email, sysadmin, roles }: StoredUser) {
  return { id, name, email, sysadmin, roles }
}
