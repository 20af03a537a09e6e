import type { PasswordWeakness } from '#contract/passwords.ts'
import type { SetUpInput, SetUpLinkInfo } from '#contract/set-up.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { RelyingParty } from '../passkeys/relying-party.ts'
import type { Random, WeaknessOf } from '../ports.ts'
import { newId } from '../secrets.ts'
import { passwordIdentity } from '../users/password-identity.ts'
import { newSetUpLink } from '../users/set-up-link.ts'
import type { SetUpLinkStore, StoredUser } from '../users/store.ts'
import { ownWords } from '../users/own-words.ts'
import { personIn, requireOwnRoles, requirePasswordSignIn, type SignInNeeds, type Started } from './rules.ts'
import { type Asked, type SecondStepNeeds, startOrAsk } from './second-step.ts'
import {
  invitedPerson,
  type LinkNeeds,
  redeemLink,
  unusableLink,
  type UsableLink,
  usableLink,
} from './usable-link.ts'

export type SetUpNeeds = Pick<SignInNeeds, 'users' | 'hasPasswordSignIn' | 'passwords'> &
  SecondStepNeeds &
  LinkNeeds & {
    weaknessOf: WeaknessOf
  }

/**
 * Makes the one-time link of the first start, in place of an earlier one that nobody used.
 *
 * @returns the link, or null when the service is set up
 */
export async function makeFirstSetUpLink(
  needs: { setUpLinks: SetUpLinkStore; random: Random },
  context: Context,
  origin: string,
): Promise<string | null> {
  const { url, ...link } = newSetUpLink(needs, origin, context.now)
  const record = auditRecord(needs, context, 'user.set-up-link-made', 'first', {})
  return (await needs.setUpLinks.replace({ userId: null, madeById: null, ...link }, record)) ? url : null
}

/**
 * Says whom a link is for; of someone who is invited what their invitation says, whether or not they are known.
 *
 * @throws ServiceError `not-found` when it is used, replaced, ended or past its end
 */
export async function describeSetUpLink(
  needs: SetUpNeeds,
  { now }: Context,
  code: string,
): Promise<SetUpLinkInfo> {
  const link = await usableLink(needs, sha256Hex(code), now)
  if (link.kind === 'first') return { kind: 'first' }
  const { name, email } = link.kind === 'user' ? link.user : link.invitation
  return { kind: 'invited', name, email }
}

/**
 * Uses a set-up link: at the first start it makes the system administrator, of someone who is invited it makes a user, and
 * it gives a user another password; the latter two not where passwords are off. Starts a session, or has them wait for
 * their second step.
 *
 * @param signal as of `signIn`
 * @throws ServiceError `not-found` for a link that cannot be used, `invalid-request` when name or e-mail is missing,
 *   `password-sign-in-off`, `provider-sign-in-only`, a PasswordWeakness for a password that could be guessed,
 *   `sign-in-to-accept` for someone who is a user already
 */
export async function setUp(
  needs: SetUpNeeds,
  context: Context,
  input: SetUpInput,
  signal: AbortSignal,
  relyingParty: RelyingParty,
): Promise<Started | Asked> {
  const link = await usableLink(needs, sha256Hex(input.code), context.now)
  if (link.kind !== 'first') requirePasswordSignIn(needs)
  if (link.kind === 'user') await requireOwnRoles(needs, link.user.id)
  const user = personOf(needs, context, input, link)
  await requireHardToGuess(needs, context, user, input.password)
  const identity = {
    ...passwordIdentity(user.id),
    userId: user.id,
    secret: await needs.passwords.hash(input.password, { remoteAddress: remoteAddressIn(context), signal }),
    createdAt: context.now,
  }
  const actor = personIn(context, user)
  const record = auditRecord(needs, { ...context, actor }, 'user.set-up', user.id, {})
  await redeemLink(needs, link, user, identity, record)
  const begun = await startOrAsk(needs, context, user, identity, relyingParty)
  if (begun === undefined) throw unusableLink()
  return begun
}

const WEAK: Record<PasswordWeakness, string> = {
  'password-too-common': 'is made of passwords that many use',
  'password-of-own-words': 'is made of your name, your e-mail, or the name of the product or the client',
  'password-too-uniform': 'repeats itself or follows a row',
}

/**
 * Demands a password that cannot be guessed of someone who chooses one.
 *
 * @param field of the request's body that it stands in
 * @throws ServiceError a PasswordWeakness
 */
export async function requireHardToGuess(
  { weaknessOf }: Pick<SetUpNeeds, 'weaknessOf'>,
  { client }: Context,
  user: Pick<StoredUser, 'name' | 'email'>,
  password: string,
  field = 'password',
): Promise<void> {
  const weakness = await weaknessOf(password, ownWords(user, client))
  if (weakness === null) return
  throw new ServiceError(weakness, `The password ${WEAK[weakness]}: it could be guessed.`, {
    fields: { [field]: WEAK[weakness] },
  })
}

function personOf(needs: SetUpNeeds, context: Context, input: SetUpInput, link: UsableLink): StoredUser {
  if (link.kind === 'first') return firstPerson(needs, context, input)
  if (link.kind === 'user') return link.user
  if (link.invitation.name === '' && input.name === undefined) {
    throw new ServiceError('invalid-request', 'Whoever is invited without a name says it.', {
      fields: { name: 'a name' },
    })
  }
  return invitedPerson(link.invitation, input.name ?? '', context.now)
}

function firstPerson({ random }: SetUpNeeds, { now }: Context, { name, email }: SetUpInput): StoredUser {
  if (name === undefined || email === undefined) {
    const fields = {
      ...(name === undefined && { name: 'a name' }),
      ...(email === undefined && { email: 'an e-mail address' }),
    }
    throw new ServiceError('invalid-request', 'The first person gives a name and an e-mail address.', {
      fields,
    })
  }
  return {
    id: newId(random),
    name,
    email,
    sysadmin: true,
    roles: [{ workspace: 'default', role: 'admin' }],
    createdAt: now,
    lastSeenAt: null,
    suspended: null,
  }
}
