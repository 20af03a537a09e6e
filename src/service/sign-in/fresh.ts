import type { SignInAgainInput, WaysToSignInAgain } from '#contract/fresh-sign-in.ts'
import type { AuthenticationCredential, RequestOptions } from '#contract/webauthn.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { RefusalTrace } from '../audit/refusals.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type FreshSignInNeeds, isFresh } from '../fresh-sign-in.ts'
import { beginCeremony, waitingCeremony } from '../passkeys/ceremonies.ts'
import { passkeyIdentity } from '../passkeys/passkey-identity.ts'
import type { RelyingParty } from '../passkeys/relying-party.ts'
import { requestOptions } from '../passkeys/webauthn.ts'
import { newSecret } from '../secrets.ts'
import { hasRolesFromProvider } from '../users/roles-from-provider.ts'
import type { StoredIdentity } from '../users/store.ts'
import { type PasswordProof, type PasswordProofNeeds, withPassword } from './password-proof.ts'
import type { OpenIdProvider } from './oidc/provider.ts'
import { requireOwnRoles, requirePasswordSignIn, type Started } from './rules.ts'
import { usedPasskey } from './by-passkey.ts'
import { type SecondStepNeeds, secondStepOf, type SigningBrowser } from './second-step.ts'
import type { Renewed, SessionStore } from './store.ts'

export type FreshNeeds = PasswordProofNeeds &
  SecondStepNeeds & {
    sessions: SessionStore
    refusals: RefusalTrace
    provider: OpenIdProvider | null
    hasPasswordSignIn: boolean
  }

/**
 * How a person can sign in again: the way of their session first, by a password only where it alone would have signed
 * them in, and at the provider alone where their roles come from there.
 */
export async function waysToSignInAgain(
  needs: Pick<FreshNeeds, 'identities' | 'passkeys' | 'secondStep' | 'provider' | 'hasPasswordSignIn'> &
    FreshSignInNeeds,
  { actor: { user, session }, now }: SignedInContext,
): Promise<WaysToSignInAgain> {
  const isProviderOnly = await hasRolesFromProvider(needs, user.id)
  const own = (await needs.identities.listOf(user.id)).filter(({ kind, issuer }) =>
    kind === 'oidc' ? issuer === needs.provider?.issuer : !isProviderOnly,
  )
  const kinds = new Set(own.map(({ kind }) => kind))
  if (!needs.hasPasswordSignIn || (await secondStepOf(needs, user)) !== null) kinds.delete('password')
  return {
    methods: [...kinds].toSorted((one, other) => rank(one) - rank(other)),
    isFresh: isFresh(needs, session.authenticatedAt, now),
  }

  function rank(kind: StoredIdentity['kind']) {
    return kind === session.method ? 0 : 1
  }
}

/** What to ask a browser for, so that the person of a session proves by a passkey that they are there. */
export async function startSigningInAgain(
  needs: FreshNeeds,
  context: SignedInContext,
  relyingParty: RelyingParty,
): Promise<RequestOptions> {
  const { user } = context.actor
  const begun = {
    keySha256: againKey(context),
    kind: 'again',
    userId: user.id,
    verifiedSecret: null,
  } as const
  const { challenge } = await beginCeremony(needs, begun, context.now, null)
  return requestOptions(relyingParty, challenge, await needs.passkeys.listOf(user.id))
}

/**
 * The person who is signed in proves anew who they are; their session goes on, with another secret in the place of its own.
 *
 * @throws ServiceError `wrong-password`, `password-sign-in-off`, `passkey-refused`, `provider-sign-in-only`; `second-step-required`
 *   for a password that alone would not have signed them in; `too-many-requests` or `unavailable` as `signIn`; `signed-out` where
 *   the session was ended, or given another secret, meanwhile
 */
export async function signInAgain(
  needs: FreshNeeds,
  context: SignedInContext,
  input: Exclude<SignInAgainInput, { method: 'oidc' }>,
  given: Pick<PasswordProof, 'signal'> & Pick<SigningBrowser, 'deviceProof' | 'relyingParty'>,
): Promise<Started> {
  const { user } = context.actor
  await requireOwnRoles(needs, user.id)
  if (input.method === 'passkey') return signInAgainByPasskey(needs, context, input.credential, given)
  requirePasswordSignIn(needs)
  if ((await secondStepOf(needs, user)) !== null) {
    throw new ServiceError('second-step-required', 'You sign in with a passkey. A password is not enough.')
  }
  const proof = { email: user.email, user, password: input.password, ...given }
  const renewed = await withPassword(needs, context, proof, (verified) =>
    renewSession(needs, context, verified, 'password'),
  )
  if (renewed !== undefined) return renewed
  await recordRefusal(needs, context, 'password')
  throw new ServiceError('wrong-password', 'This is not your password.', {
    fields: { password: 'is not yours' },
  })
}

async function signInAgainByPasskey(
  needs: FreshNeeds,
  context: SignedInContext,
  credential: AuthenticationCredential,
  { relyingParty }: Pick<SigningBrowser, 'relyingParty'>,
): Promise<Started> {
  const ceremony = await waitingCeremony(needs, againKey(context), 'again', context.now)
  const isFirst = ceremony !== undefined && (await needs.ceremonies.end(ceremony.keySha256))
  const used = isFirst ? await usedPasskey(needs, context, ceremony, credential, relyingParty) : null
  const isTheirs = used?.passkey.userId === context.actor.user.id
  if (!used || !isTheirs || !(await needs.passkeys.noteUse(used.use))) {
    await recordRefusal(needs, context, 'passkey')
    throw new ServiceError(
      'passkey-refused',
      'This is none of your passkeys, or it took too long. Start anew.',
    )
  }
  return renewSession(needs, context, passkeyIdentity(used.passkey), 'passkey')
}

const recordRefusal = (
  needs: Pick<FreshNeeds, 'refusals' | 'random'>,
  context: SignedInContext,
  method: SignInAgainInput['method'],
) => {
  const { id } = context.actor.user
  const record = auditRecord(needs, context, 'session.renewal-refused', id, { method }, 'refused')
  return needs.refusals.record(record)
}

/** One at a time in a session, and of no use in another. */
const againKey = ({ actor }: SignedInContext) => sha256Hex(`again ${actor.session.id}`)

/**
 * Notes that the person of a session has proved anew who they are, and gives it another secret. Source: OWASP ASVS 5 V7.2.4.
 *
 * @param verified the identity by which, as it was then
 * @param authenticatedAt when they did, milliseconds since 1970
 * @throws ServiceError `signed-out` where the session, or what was verified, is another by now
 */
export async function renewSession(
  needs: Pick<FreshNeeds, 'sessions' | 'random'>,
  context: SignedInContext,
  verified: StoredIdentity,
  method: SignInAgainInput['method'],
  authenticatedAt = context.now,
): Promise<Started> {
  const { actor } = context
  const { secret, renewed } = newSessionSecret(needs, context, method, authenticatedAt)
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
  authenticatedAt = now,
): { secret: string; renewed: Renewed } {
  const secret = newSecret('tse', random)
  return { secret, renewed: { secretSha256: sha256Hex(secret), authenticatedAt, method } }
}
