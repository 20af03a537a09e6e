import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { AttemptLimiter, Cipher, Passwords, SignInCandidate } from '../ports.ts'
import { passwordIdentity } from '../users/password-identity.ts'
import type { IdentityStore, StoredIdentity, StoredUser } from '../users/store.ts'
import { deviceIdIn } from './known-device.ts'

export type PasswordProofNeeds = {
  identities: IdentityStore
  passwords: Passwords
  signInAttempts: AttemptLimiter
  cipher: Cipher
}

/** What someone shows for being a person. */
export type PasswordProof = {
  email: string
  /** Undefined where nobody has that e-mail. */
  user: Pick<StoredUser, 'id'> | undefined
  password: string
  /** What the device was given when someone signed in there before. */
  deviceProof: string | undefined
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal
}

/**
 * Goes on for whoever knows a person's password. Nobody, a wrong password and a person who has none take the same time, and
 * each counts as a failed sign-in, wherever the password is asked for.
 *
 * @param goOn what is done with the identity, as it was verified; undefined where it is another by then
 * @param isEnough whether what was done needs no more proof; until then it counts as a failed sign-in
 * @returns undefined when the password is not theirs, and what `goOn` returns otherwise
 * @throws ServiceError `too-many-requests`, or `unavailable` where too many wait, with Retry-After in seconds
 */
export async function withPassword<Done extends object>(
  needs: PasswordProofNeeds,
  context: Context,
  { email, user, password, deviceProof, signal }: PasswordProof,
  goOn: (verified: StoredIdentity) => Promise<Done | undefined>,
  isEnough: (done: Done) => boolean = () => true,
): Promise<Done | undefined> {
  const { identities, passwords, signInAttempts } = needs
  // Of nobody too, because what takes less time for an unknown e-mail tells that it is one.
  const identity = await identities.find(passwordIdentity(user?.id ?? ''))
  const known = identity ?? { subject: '', secret: passwords.decoy }
  const candidate = await candidateOf(needs, context, email, known, deviceProof)
  await requireAttempt(signInAttempts, candidate)
  const who = { remoteAddress: candidate.remoteAddress, signal }
  const verify = (typed: string) => passwords.verify(typed, known.secret, who)
  const matches = await verifyTyped(password, verify).catch(async (error: unknown) => {
    await signInAttempts.giveBack(candidate)
    throw error
  })
  const done = identity && matches ? await goOn(identity) : undefined
  if (done !== undefined && isEnough(done)) await signInAttempts.succeed(candidate)
  return done
}

/** Composed as new passwords are kept; and as it was typed, for one that was chosen before they were. */
async function verifyTyped(password: string, verify: (typed: string) => Promise<boolean>): Promise<boolean> {
  const composed = password.normalize('NFC')
  return (await verify(composed)) || (composed !== password && (await verify(password)))
}

/** Who tries, as attempts are counted. @param known whose password it would be */
export async function candidateOf(
  needs: Pick<PasswordProofNeeds, 'cipher'>,
  context: Context,
  email: string,
  known: Pick<StoredIdentity, 'subject' | 'secret'>,
  deviceProof: string | undefined,
): Promise<SignInCandidate> {
  const deviceId = await deviceIdIn(needs, known, deviceProof)
  return { email, remoteAddress: remoteAddressIn(context), deviceId }
}

/** Counts an attempt as failed. @throws ServiceError `too-many-requests` with Retry-After in seconds */
export async function requireAttempt(attempts: AttemptLimiter, candidate: SignInCandidate): Promise<void> {
  const retryAfterSeconds = await attempts.consume(candidate)
  if (retryAfterSeconds === 0) return
  throw new ServiceError('too-many-requests', 'Too many attempts to sign in. Wait a while and try again.', {
    headers: { 'Retry-After': String(retryAfterSeconds) },
  })
}
