import {
  type AddedPasskey,
  type AddPasskeyInput,
  MOST_PASSKEYS,
  type Passkey,
  type PasskeyList,
} from '#contract/passkeys.ts'
import type { CreationOptions } from '#contract/webauthn.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import type { StoredIdentity, UserStore } from '../users/store.ts'
import { existingUser } from '../users/rules.ts'
import { beginCeremony, type CeremonyNeeds, waitingCeremony } from './ceremonies.ts'
import { newRecoveryCodes, recoveryCodeSha256 } from './recovery-codes.ts'
import type { RelyingParty } from './relying-party.ts'
import type { PasskeyStore, StoredCeremony, StoredPasskey } from './store.ts'
import { creationOptions, verifiedRegistration } from './webauthn.ts'

export type PasskeyNeeds = CeremonyNeeds & { passkeys: PasskeyStore }

/** What says by which ways people may sign in here. */
export type WaysNeeds = { provider: object | null; hasPasswordSignIn: boolean }

const waysIn = ({ provider, hasPasswordSignIn }: WaysNeeds): StoredIdentity['kind'][] => [
  'passkey',
  ...(hasPasswordSignIn ? (['password'] as const) : []),
  ...(provider === null ? [] : (['oidc'] as const)),
]

/** A person's passkeys, with how many recovery codes are left. */
export async function listPasskeys(
  { passkeys }: Pick<PasskeyNeeds, 'passkeys'>,
  { actor }: SignedInContext,
  relyingParty: RelyingParty,
): Promise<PasskeyList> {
  const all = await passkeys.listOf(actor.user.id)
  return {
    passkeys: all.map((passkey) => shownPasskey(passkey, relyingParty)),
    recoveryCodesLeft: await passkeys.countCodesOf(actor.user.id),
  }
}

/** @throws ServiceError `too-many-passkeys` */
export async function startAddingPasskey(
  needs: PasskeyNeeds,
  context: SignedInContext,
  relyingParty: RelyingParty,
): Promise<CreationOptions> {
  const { user } = context.actor
  const passkeys = await needs.passkeys.listOf(user.id)
  if (passkeys.length >= MOST_PASSKEYS) throw tooMany()
  const ceremony = {
    keySha256: addingKey(context),
    kind: 'adding',
    userId: user.id,
    verifiedSecret: null,
  } as const
  const { challenge } = await beginCeremony(needs, ceremony, context.now, null)
  return creationOptions(relyingParty, user, challenge, passkeys)
}

/**
 * Adds the passkey that a browser made, and with the first one recovery codes.
 *
 * @throws ServiceError `passkey-refused`, `too-many-passkeys`, `conflict` when somebody has it already
 */
export async function addPasskey(
  needs: PasskeyNeeds,
  context: SignedInContext,
  input: AddPasskeyInput,
  relyingParty: RelyingParty,
): Promise<AddedPasskey> {
  const { user } = context.actor
  const ceremony = await waitingCeremony(needs, addingKey(context), 'adding', context.now)
  if (ceremony === undefined || !(await needs.ceremonies.end(ceremony.keySha256))) throw refusedPasskey()
  const passkey = await newPasskey(needs, context, user.id, ceremony, input, relyingParty)
  const hasCodes = (await needs.passkeys.countCodesOf(user.id)) > 0
  const recoveryCodes = hasCodes ? null : newRecoveryCodes(needs.random)
  const added = { passkey, codesSha256: recoveryCodes?.map(recoveryCodeSha256) ?? null }
  const { id, name } = passkey
  const record = auditRecord(needs, context, 'passkey.added', id, { name })
  const outcome = await needs.passkeys.add(added, MOST_PASSKEYS, record)
  if (outcome === 'too-many') throw tooMany()
  if (outcome === 'taken') throw takenPasskey()
  return { passkey: shownPasskey(passkey, relyingParty), recoveryCodes }
}

/**
 * The passkey that a browser made, to be stored.
 *
 * @param ceremony what it was asked, by whose challenge
 * @throws ServiceError `passkey-refused` when it is not what was asked for
 */
export async function newPasskey(
  { random }: { random: Random },
  { now }: Context,
  userId: string,
  { challenge }: Pick<StoredCeremony, 'challenge'>,
  { name, credential }: AddPasskeyInput,
  relyingParty: RelyingParty,
): Promise<StoredPasskey> {
  const registered = await verifiedRegistration(relyingParty, challenge, credential)
  if (registered === null) throw refusedPasskey()
  return {
    ...registered,
    id: newId(random),
    userId,
    rpId: relyingParty.id,
    name,
    createdAt: now,
    lastUsedAt: null,
  }
}

/** @throws ServiceError `not-found` */
export async function renamePasskey(
  needs: Pick<PasskeyNeeds, 'passkeys' | 'random'>,
  context: SignedInContext,
  passkeyId: string,
  name: string,
  relyingParty: RelyingParty,
): Promise<Passkey> {
  const recordOf = (passkey: StoredPasskey) =>
    auditRecord(needs, context, 'passkey.renamed', passkeyId, { before: passkey.name, name })
  const renamed = await needs.passkeys.rename(context.actor.user.id, passkeyId, name, recordOf)
  if (renamed === undefined) throw noPasskey()
  return shownPasskey(renamed, relyingParty)
}

/** @throws ServiceError `not-found`, `last-way-to-sign-in` */
export async function removePasskey(
  needs: Pick<PasskeyNeeds, 'passkeys' | 'random'> & WaysNeeds,
  context: SignedInContext,
  passkeyId: string,
): Promise<void> {
  const recordOf = ({ name }: StoredPasskey) =>
    auditRecord(needs, context, 'passkey.removed', passkeyId, { name })
  const outcome = await needs.passkeys.remove(context.actor.user.id, passkeyId, waysIn(needs), recordOf)
  if (outcome === 'missing') throw noPasskey()
  if (outcome === 'last') throw lastWay('you')
}

/** Makes recovery codes in place of those from before. @throws ServiceError `conflict` for someone without a passkey */
export async function makeRecoveryCodes(
  needs: Pick<PasskeyNeeds, 'passkeys' | 'random'>,
  context: SignedInContext,
): Promise<string[]> {
  const { user } = context.actor
  const recoveryCodes = newRecoveryCodes(needs.random)
  const record = auditRecord(needs, context, 'recovery-codes.made', user.id, {})
  if (await needs.passkeys.replaceCodes(user.id, recoveryCodes.map(recoveryCodeSha256), record)) {
    return recoveryCodes
  }
  throw new ServiceError('conflict', 'Recovery codes stand in for a passkey, and you have none.')
}

/**
 * Takes all passkeys of someone who lost them away, with recovery codes and sessions, so that their password signs them in.
 *
 * @throws ServiceError `not-found`, `last-way-to-sign-in`
 */
export async function resetSecondStep(
  needs: Pick<PasskeyNeeds, 'passkeys' | 'random'> & WaysNeeds & { users: UserStore },
  context: Context,
  userId: string,
): Promise<void> {
  await existingUser(needs.users, userId)
  const record = auditRecord(needs, context, 'user.second-step-reset', userId, {})
  if (!(await needs.passkeys.removeAllOf(userId, waysIn(needs), record))) throw lastWay('they')
}

function shownPasskey(passkey: StoredPasskey, { id: host }: RelyingParty): Passkey {
  const { id, name, rpId, isBackedUp, createdAt, lastUsedAt } = passkey
  return {
    id,
    name,
    host: rpId,
    isOfThisHost: rpId === host,
    isBackedUp,
    createdAt: new Date(createdAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  }
}

/** One at a time in a session, and of no use in another. */
const addingKey = ({ actor }: SignedInContext) => sha256Hex(`adding ${actor.session.id}`)

const tooMany = () =>
  new ServiceError('too-many-passkeys', `You have ${MOST_PASSKEYS} passkeys. Remove one first.`)

const noPasskey = () => new ServiceError('not-found', 'You have no such passkey.')

const lastWay = (who: 'you' | 'they') =>
  new ServiceError('last-way-to-sign-in', `Without it ${who} could not sign in any more.`)

export const takenPasskey = () => new ServiceError('conflict', 'This passkey was added already.')

const refusedPasskey = () =>
  new ServiceError(
    'passkey-refused',
    'This is not the passkey that was asked for, or it took too long. Start anew.',
  )
