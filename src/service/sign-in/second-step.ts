import type { SecondStep } from '#contract/second-step.ts'
import type { User } from '#contract/user.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { beginCeremony, type CeremonyNeeds } from '../passkeys/ceremonies.ts'
import type { RelyingParty } from '../passkeys/relying-party.ts'
import type { PasskeyStore } from '../passkeys/store.ts'
import { creationOptions, requestOptions, textOf } from '../passkeys/webauthn.ts'
import type { StoredIdentity, StoredUser } from '../users/store.ts'
import { personIn, requireOwnRoles, type SignInNeeds, type Started, startSession } from './rules.ts'
import { type SecondStepSetting, takesSecondStep } from './second-step-setting.ts'

export type SecondStepNeeds = Pick<SignInNeeds, 'sessions' | 'identities' | 'provider'> &
  CeremonyNeeds & { passkeys: PasskeyStore; secondStep: SecondStepSetting }

/** A sign-in that waits for its second step: what to ask for, and the secret by which its browser goes on. */
export type Asked = { secret: string; secondStep: SecondStep }

/** What a browser that signs in brings along. */
export type SigningBrowser = {
  relyingParty: RelyingParty
  /** What its device was given when someone signed in there before. */
  deviceProof: string | undefined
  /** What binds a sign-in that waits to it. */
  pendingSecret: string | undefined
}

const SECRET_BYTES = 32

/** What is asked of someone whose password was right; null for nothing more. */
export async function secondStepOf(
  { passkeys, secondStep }: Pick<SecondStepNeeds, 'passkeys' | 'secondStep'>,
  user: User,
): Promise<SecondStep['kind'] | null> {
  if ((await passkeys.listOf(user.id)).length > 0) return 'passkey'
  return takesSecondStep(secondStep, user) ? 'first-passkey' : null
}

/**
 * Starts a session for someone whose password was right, or has them wait for their second step, which is no session.
 *
 * @param verified the identity by which it was, as it was then
 * @returns undefined when it is another one by now
 * @throws ServiceError `provider-sign-in-only`, and as of `beginCeremony`
 */
export async function startOrAsk(
  needs: SecondStepNeeds,
  context: Context,
  user: StoredUser,
  verified: StoredIdentity,
  relyingParty: RelyingParty,
): Promise<Started | Asked | undefined> {
  await requireOwnRoles(needs, user.id)
  const kind = await secondStepOf(needs, user)
  if (kind === null) return startSession(needs, context, user, verified, 'password')
  const secret = newPendingSecret(needs)
  const actor = personIn(context, user)
  const { challenge, expiresAt } = await beginCeremony(
    needs,
    { keySha256: sha256Hex(secret), kind, userId: user.id, verifiedSecret: verified.secret },
    context.now,
    auditRecord(needs, { ...context, actor }, 'second-step.asked', user.id, { kind }),
  )
  const passkeys = await needs.passkeys.listOf(user.id)
  const until = { expiresAt: new Date(expiresAt).toISOString() }
  const secondStep: SecondStep =
    kind === 'passkey'
      ? { kind, options: await requestOptions(relyingParty, challenge, passkeys), ...until }
      : { kind, options: await creationOptions(relyingParty, user, challenge, passkeys), ...until }
  return { secret, secondStep }
}

/** What binds a sign-in that waits to its browser. */
export const newPendingSecret = ({ random }: Pick<CeremonyNeeds, 'random'>): string =>
  textOf(random(SECRET_BYTES))
