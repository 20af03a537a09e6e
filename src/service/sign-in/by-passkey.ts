import type { AddPasskeyInput, SecondStepInput } from '#contract/passkeys.ts'
import type { AuthenticationCredential, RequestOptions } from '#contract/webauthn.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditRecord } from '../audit/store.ts'
import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { beginCeremony, waitingCeremony } from '../passkeys/ceremonies.ts'
import { passkeyIdentity } from '../passkeys/passkey-identity.ts'
import { newRecoveryCodes, recoveryCodeSha256 } from '../passkeys/recovery-codes.ts'
import type { RelyingParty } from '../passkeys/relying-party.ts'
import { newPasskey, takenPasskey } from '../passkeys/rules.ts'
import type { CeremonyKind, PasskeyUse, StoredCeremony, StoredPasskey } from '../passkeys/store.ts'
import { judgedUse } from '../passkeys/judged-use.ts'
import { isOf, requestOptions } from '../passkeys/webauthn.ts'
import type { CallLimiter } from '../ports.ts'
import { passwordIdentity } from '../users/password-identity.ts'
import type { StoredIdentity, StoredUser } from '../users/store.ts'
import { candidateOf, requireAttempt } from './password-proof.ts'
import {
  newSession,
  personIn,
  recordRefusal,
  requireOwnRoles,
  type SignInNeeds,
  type Started,
} from './rules.ts'
import { newPendingSecret, type SecondStepNeeds, type SigningBrowser } from './second-step.ts'
import type { Proof } from './store.ts'

export type PasskeySignInNeeds = SignInNeeds &
  SecondStepNeeds & {
    /** Bounds them by address. */
    passkeyQuestions: CallLimiter
  }

/**
 * What to ask a browser for, so that whoever is at it signs in with a passkey alone.
 *
 * @returns that, and the secret by which this browser goes on
 * @throws ServiceError `too-many-requests` with Retry-After in seconds, and as of `beginCeremony`
 */
export async function startPasskeySignIn(
  needs: PasskeySignInNeeds,
  context: Context,
  relyingParty: RelyingParty,
): Promise<{ secret: string; options: RequestOptions }> {
  const caller = { by: 'address', remoteAddress: remoteAddressIn(context) } as const
  const retryAfterSeconds = await needs.passkeyQuestions.consume(caller)
  if (retryAfterSeconds > 0) {
    throw new ServiceError('too-many-requests', 'Too many attempts to sign in. Wait a while and try again.', {
      headers: { 'Retry-After': String(retryAfterSeconds) },
    })
  }
  const secret = newPendingSecret(needs)
  const begun = { keySha256: sha256Hex(secret), kind: 'sign-in', userId: null, verifiedSecret: null } as const
  const { challenge } = await beginCeremony(needs, begun, context.now, null)
  return { secret, options: await requestOptions(relyingParty, challenge, []) }
}

/**
 * Starts a session for whoever a passkey is of. An unknown one, a removed one and an answer that does not hold are refused
 * alike.
 *
 * @throws ServiceError `sign-in-expired`, `sign-in-refused`, `provider-sign-in-only`
 */
export async function signInWithPasskey(
  needs: PasskeySignInNeeds,
  context: Context,
  { relyingParty, pendingSecret }: SigningBrowser,
  credential: AuthenticationCredential,
): Promise<Started> {
  const ceremony = await pendingCeremony(needs, context, pendingSecret, 'sign-in')
  const used = await usedPasskey(needs, context, ceremony, credential, relyingParty)
  const user = used && (await needs.users.find(used.passkey.userId))
  if (!used || !user || !isOf(credential, user.id)) {
    throw await refusedPasskey(needs, context, ceremony, user?.id)
  }
  const identity = passkeyIdentity(used.passkey)
  const password = await needs.identities.find(passwordIdentity(user.id))
  const proof = { kind: 'passkey', use: used.use } as const
  return startBy(needs, context, { ceremony, user, identity: password ?? identity }, [identity], proof)
}

/**
 * Finishes a sign-in that waits for a passkey or a recovery code. A passkey that is refused ends it; a code that is none counts
 * as a failed attempt, and can be typed again.
 *
 * @throws ServiceError `sign-in-expired`, `sign-in-refused`, `too-many-requests` with Retry-After in seconds
 */
export async function finishSignIn(
  needs: PasskeySignInNeeds,
  context: Context,
  { relyingParty, pendingSecret, deviceProof }: SigningBrowser,
  input: SecondStepInput,
): Promise<Started> {
  const waiting = await afterPassword(needs, context, pendingSecret, 'passkey')
  const { ceremony, user, identity } = waiting
  const candidate = await candidateOf(needs, context, user.email, identity, deviceProof)
  let proof: Proof
  const verified = [identity]
  if (input.kind === 'recovery-code') {
    await requireAttempt(needs.signInAttempts, candidate)
    proof = { kind: 'recovery-code', codeSha256: recoveryCodeSha256(input.code) }
  } else {
    const used = await usedPasskey(needs, context, ceremony, input.credential, relyingParty)
    if (used?.passkey.userId !== user.id) throw await refusedPasskey(needs, context, ceremony, user.id)
    proof = { kind: 'passkey', use: used.use }
    verified.push(passkeyIdentity(used.passkey))
  }
  const started = await startBy(needs, context, waiting, verified, proof)
  await needs.signInAttempts.succeed(candidate)
  return started
}

/**
 * Finishes a sign-in that waits for a first passkey. One that is refused ends it.
 *
 * @throws ServiceError `sign-in-expired`, `passkey-refused`, `conflict` when somebody has that passkey already
 */
export async function finishSignInWithFirstPasskey(
  needs: PasskeySignInNeeds,
  context: Context,
  { relyingParty, pendingSecret, deviceProof }: SigningBrowser,
  input: AddPasskeyInput,
): Promise<{ started: Started; recoveryCodes: string[] }> {
  const waiting = await afterPassword(needs, context, pendingSecret, 'first-passkey')
  const { ceremony, user, identity } = waiting
  const passkey = await newPasskey(needs, context, user.id, ceremony, input, relyingParty).catch(
    async (error: unknown) => {
      await needs.ceremonies.end(ceremony.keySha256)
      throw error
    },
  )
  const recoveryCodes = newRecoveryCodes(needs.random)
  const added = { passkey, codesSha256: recoveryCodes.map(recoveryCodeSha256) }
  const proof = { kind: 'first-passkey', added } as const
  const started = await startBy(needs, context, waiting, [identity], proof)
  const candidate = await candidateOf(needs, context, user.email, identity, deviceProof)
  await needs.signInAttempts.succeed(candidate)
  return { started, recoveryCodes }
}

/** A sign-in that waits: whose it is, and the identity that a device of theirs is known again by. */
type Waiting = { ceremony: StoredCeremony; user: StoredUser; identity: StoredIdentity }

/** @throws ServiceError `sign-in-expired` where there is none of that kind at this browser */
async function pendingCeremony(
  needs: PasskeySignInNeeds,
  { now }: Context,
  secret: string | undefined,
  kind: CeremonyKind,
): Promise<StoredCeremony> {
  const found = secret === undefined ? undefined : await waitingCeremony(needs, sha256Hex(secret), kind, now)
  if (found === undefined) throw expired()
  return found
}

/** The same of someone whose password was right, and is still the one that they have. */
async function afterPassword(
  needs: PasskeySignInNeeds,
  context: Context,
  secret: string | undefined,
  kind: 'passkey' | 'first-passkey',
): Promise<Waiting> {
  const ceremony = await pendingCeremony(needs, context, secret, kind)
  const userId = ceremony.userId ?? ''
  const user = await needs.users.find(userId)
  const identity = await needs.identities.find(passwordIdentity(userId))
  if (!user || !identity || identity.secret !== ceremony.verifiedSecret) throw expired()
  return { ceremony, user, identity }
}

/** @returns null for an answer that is refused, or of no passkey that is known */
export async function usedPasskey(
  needs: Pick<PasskeySignInNeeds, 'passkeys' | 'refusals' | 'random'>,
  context: Context,
  ceremony: StoredCeremony,
  credential: AuthenticationCredential,
  relyingParty: RelyingParty,
): Promise<{ passkey: StoredPasskey; use: PasskeyUse } | null> {
  const passkey = await needs.passkeys.findByCredential(credential.id)
  const use = passkey && (await judgedUse(needs, context, passkey, ceremony, credential, relyingParty))
  return passkey && use ? { passkey, use } : null
}

/** @param verified the identities that must still be as they were */
async function startBy(
  needs: PasskeySignInNeeds,
  context: Context,
  { ceremony, user, identity }: Waiting,
  verified: readonly StoredIdentity[],
  proof: Proof,
): Promise<Started> {
  await requireOwnRoles(needs, user.id)
  const method = proof.kind === 'recovery-code' ? 'recovery-code' : 'passkey'
  const { started, session, record } = newSession(needs, context, user, identity, method)
  const byThem = { ...context, actor: personIn(context, user) }
  const records = [...(await recordsOf(needs, byThem, user.id, proof)), record]
  const outcome = await needs.sessions.startBy(ceremony.keySha256, session, verified, proof, records)
  if (outcome === 'started') return started
  if (outcome === 'expired') throw expired()
  if (proof.kind === 'first-passkey') throw takenPasskey()
  if (proof.kind === 'passkey') throw await refusedPasskey(needs, context, ceremony, user.id)
  await recordRefusal(needs, context, user.id)
  throw new ServiceError('sign-in-refused', 'This is none of your recovery codes, or it was used already.')
}

/** What proving it leaves besides the session. */
async function recordsOf(
  needs: PasskeySignInNeeds,
  byThem: Parameters<typeof auditRecord>[1],
  userId: string,
  proof: Proof,
): Promise<AuditRecord[]> {
  if (proof.kind === 'passkey') return []
  if (proof.kind === 'first-passkey') {
    const { id, name } = proof.added.passkey
    return [auditRecord(needs, byThem, 'passkey.added', id, { name })]
  }
  const left = (await needs.passkeys.countCodesOf(userId)) - 1
  return [auditRecord(needs, byThem, 'recovery-code.used', userId, { left })]
}

/** What was asked is good once, however it was answered. */
async function refusedPasskey(
  needs: PasskeySignInNeeds,
  context: Context,
  { keySha256 }: StoredCeremony,
  userId: string | undefined,
): Promise<ServiceError> {
  await needs.ceremonies.end(keySha256)
  await recordRefusal(needs, context, userId)
  return new ServiceError('sign-in-refused', 'This passkey does not sign anyone in here.')
}

const expired = () =>
  new ServiceError('sign-in-expired', 'This took too long, or was finished already. Sign in anew.')
