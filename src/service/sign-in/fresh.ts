import type { SignInAgainInput, WaysToSignInAgain } from '#contract/fresh-sign-in.ts'
import { auditRecord } from '../audit/record.ts'
import type { RefusalTrace } from '../audit/refusals.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { newSecret, sha256Hex } from '../secrets.ts'
import type { StoredIdentity } from '../users/store.ts'
import { type PasswordProof, type PasswordProofNeeds, withPassword } from './password-proof.ts'
import { requirePasswordSignIn, type Started } from './rules.ts'
import type { Renewed, SessionStore } from './store.ts'

export type FreshNeeds = PasswordProofNeeds & {
  sessions: SessionStore
  refusals: RefusalTrace
  hasPasswordSignIn: boolean
  random: Random
}

/** How a person can sign in again: the way of their session first. */
export async function waysToSignInAgain(
  { identities, hasPasswordSignIn }: Pick<FreshNeeds, 'identities' | 'hasPasswordSignIn'>,
  { actor: { user, session } }: SignedInContext,
): Promise<WaysToSignInAgain> {
  const permitted = (await identities.listOf(user.id)).filter(
    ({ kind }) => kind !== 'password' || hasPasswordSignIn,
  )
  const kinds = new Set(permitted.map(({ kind }) => kind))
  return { methods: [...kinds].toSorted((one, other) => rank(one) - rank(other)) }

  function rank(kind: StoredIdentity['kind']) {
    return kind === session.method ? 0 : 1
  }
}

/**
 * The person who is signed in proves anew who they are; their session goes on, with another secret in the place of its own.
 *
 * @throws ServiceError `wrong-password`, `password-sign-in-off`; `too-many-requests` or `unavailable` as `signIn`; `signed-out` where the session was
 *   ended, or given another secret, meanwhile
 */
export async function signInAgain(
  needs: FreshNeeds,
  context: SignedInContext,
  { method, password }: SignInAgainInput,
  given: Pick<PasswordProof, 'deviceProof' | 'signal'>,
): Promise<Started> {
  requirePasswordSignIn(needs)
  const { user } = context.actor
  const proof = { email: user.email, user, password, ...given }
  const renewed = await withPassword(needs, context, proof, (verified) =>
    renewSession(needs, context, verified, method),
  )
  if (renewed !== undefined) return renewed
  await needs.refusals.record(
    auditRecord(needs, context, 'session.renewal-refused', user.id, { method }, 'refused'),
  )
  throw new ServiceError('wrong-password', 'This is not your password.', {
    fields: { password: 'is not yours' },
  })
}

/**
 * Notes that the person of a session has proved anew who they are, and gives it another secret. Source: OWASP ASVS 5 V7.2.4.
 *
 * @param verified the identity by which, as it was then
 * @throws ServiceError `signed-out` where the session, or what was verified, is another by now
 */
export async function renewSession(
  needs: Pick<FreshNeeds, 'sessions' | 'random'>,
  context: SignedInContext,
  verified: StoredIdentity,
  method: SignInAgainInput['method'],
): Promise<Started> {
  const { actor } = context
  const { secret, renewed } = newSessionSecret(needs, context, method)
  const record = auditRecord(needs, context, 'session.renewed', actor.user.id, { method })
  if (!(await needs.sessions.renew(actor.session.secretSha256, renewed, verified, record))) {
    throw new ServiceError('signed-out', 'Your session was ended meanwhile. Sign in again.')
  }
  return { secret, signedIn: { ...actor, session: { ...actor.session, ...renewed } }, verified }
}

/** What a session becomes whose person has just proved who they are, not stored yet, and its new secret. */
export function newSessionSecret(
  { random }: Pick<FreshNeeds, 'random'>,
  { now }: SignedInContext,
  method: SignInAgainInput['method'],
): { secret: string; renewed: Renewed } {
  const secret = newSecret('tse', random)
  return { secret, renewed: { secretSha256: sha256Hex(secret), authenticatedAt: now, method } }
}
