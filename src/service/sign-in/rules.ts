import {
  SESSION_ABSOLUTE_SECONDS,
  SESSION_IDLE_SECONDS,
  type Session,
  type SignInInput,
} from '#contract/session.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { permittedTo } from '../permissions.ts'
import { newSecret, sha256Hex } from '../secrets.ts'
import { auditRecord, actorOf, type SignedIn } from './signed-in.ts'
import type { StoredUser } from './store.ts'

/** A session's `lastSeenAt` is kept to the minute, so that reading costs no write. */
const SEEN_STEP_MS = 60_000

/**
 * Starts a session for whoever knows e-mail and password. Unknown e-mail, wrong password and a person who has not
 * used their set-up link yet get the same answer in the same time.
 *
 * @returns the session and its secret, which is kept only as SHA-256
 * @throws ServiceError `sign-in-refused`, or `too-many-requests` with Retry-After in seconds
 */
export async function signIn(deps: Deps, input: SignInInput, remoteAddress: string | null) {
  const attempt = { email: input.email, remoteAddress }
  const retryAfterSeconds = await deps.signInAttempts.consume(attempt)
  if (retryAfterSeconds > 0) {
    throw new ServiceError('too-many-requests', 'Too many attempts to sign in. Wait a while and try again.', {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  const user = await deps.stores.users.findByEmail(input.email)
  const matches = await deps.passwords.verify(input.password, user?.passwordHash ?? (await decoyHash(deps)))
  if (user === undefined || user.passwordHash === null || !matches) {
    const nobody = { id: null, name: 'Unknown', remoteAddress }
    await deps.stores.audit.append(
      auditRecord(deps, nobody, 'session.refused', user?.id ?? 'unknown', {}, 'refused'),
    )
    throw new ServiceError('sign-in-refused', 'This e-mail and password do not match.')
  }
  await deps.signInAttempts.giveBack(attempt)
  return startSession(deps, user, remoteAddress)
}

const decoyHashes = new WeakMap<Deps, Promise<string>>()

/** A hash that no password has, so that an unknown e-mail takes as long as a known one. */
function decoyHash(deps: Deps): Promise<string> {
  const known = decoyHashes.get(deps)
  if (known !== undefined) return known
  const made = deps.passwords.hash(newSecret('tse', deps.random))
  decoyHashes.set(deps, made)
  return made
}

/** Starts a session for a person whose password was checked or just chosen. */
export async function startSession(deps: Deps, user: StoredUser, remoteAddress: string | null) {
  const secret = newSecret('tse', deps.random)
  const session = {
    secretSha256: sha256Hex(secret),
    userId: user.id,
    startedAt: deps.now(),
    lastSeenAt: deps.now(),
    expiresAt: deps.now() + SESSION_ABSOLUTE_SECONDS * 1000,
  }
  const actor = { id: user.id, name: user.name, remoteAddress }
  await deps.stores.sessions.start(session, auditRecord(deps, actor, 'session.started', user.id))
  return { secret, signedIn: { user: withoutSecrets(user), session, remoteAddress } satisfies SignedIn }
}

/**
 * Finds who a session's secret belongs to.
 *
 * @param secret undefined when the request carries none
 * @throws ServiceError `signed-out`, or `set-up-required` while nobody has set the service up
 */
export async function authenticate(
  deps: Deps,
  secret: string | undefined,
  remoteAddress: string | null,
): Promise<SignedIn> {
  const found = secret === undefined ? undefined : await deps.stores.sessions.find(sha256Hex(secret))
  if (found === undefined) {
    if (await deps.stores.users.isEmpty()) {
      throw new ServiceError(
        'set-up-required',
        'Nobody has set this service up yet. Open the link that its start printed.',
      )
    }
    throw new ServiceError('signed-out', 'You are not signed in, or your session was ended.')
  }
  const now = deps.now()
  const { user, ...session } = found
  if (now >= session.expiresAt || now >= session.lastSeenAt + SESSION_IDLE_SECONDS * 1000) {
    throw new ServiceError('signed-out', 'Your session has expired. Sign in again.')
  }
  if (now - session.lastSeenAt >= SEEN_STEP_MS) await deps.stores.sessions.touch(session.secretSha256, now)
  return { user: withoutSecrets(user), session, remoteAddress }
}

export async function signOut(deps: Deps, signedIn: SignedIn): Promise<void> {
  const record = auditRecord(deps, actorOf(signedIn), 'session.ended', signedIn.user.id)
  await deps.stores.sessions.end(signedIn.session.secretSha256, record)
}

/** What the session endpoint answers. */
export function sessionOf({ user, session }: SignedIn): Session {
  return { user, permitted: permittedTo(user), expiresAt: new Date(session.expiresAt).toISOString() }
}

/** Removes what no longer lets anyone in; the server calls it now and then. */
export async function removeEndedSessions({ stores, now }: Deps): Promise<void> {
  await stores.sessions.removeEnded(now(), now() - SESSION_IDLE_SECONDS * 1000)
}

function withoutSecrets({ id, name, email, sysadmin, roles }: StoredUser) {
  return { id, name, email, sysadmin, roles }
}
