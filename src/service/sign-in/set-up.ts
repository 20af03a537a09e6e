import type { PasswordWeakness } from '#contract/passwords.ts'
import type { SetUpInput, SetUpLinkInfo } from '#contract/set-up.ts'
import { auditRecord } from '../audit/record.ts'
import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random, WeaknessOf } from '../ports.ts'
import { newId, sha256Hex } from '../secrets.ts'
import { passwordIdentity } from '../users/password-identity.ts'
import { newSetUpLink } from '../users/set-up-link.ts'
import type { SetUpLinkStore, StoredUser } from '../users/store.ts'
import { ownWords } from '../users/own-words.ts'
import { personIn, requireOwnRoles, requirePasswordSignIn, type SignInNeeds, startSession } from './rules.ts'

export type SetUpNeeds = Pick<
  SignInNeeds,
  'users' | 'identities' | 'sessions' | 'provider' | 'hasPasswordSignIn' | 'passwords' | 'random'
> & {
  setUpLinks: SetUpLinkStore
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
  const { url, link } = newSetUpLink(needs, null, origin, context.now)
  const record = auditRecord(needs, context, 'user.set-up-link-made', 'first', {})
  return (await needs.setUpLinks.replace(link, record)) ? url : null
}

/** Says whom a link is for. @throws ServiceError `not-found` when it is used, replaced, ended or past its end */
export async function describeSetUpLink(
  needs: SetUpNeeds,
  { now }: Context,
  code: string,
): Promise<SetUpLinkInfo> {
  const { user } = await usableLink(needs, sha256Hex(code), now)
  return user === null ? { kind: 'first' } : { kind: 'invited', name: user.name, email: user.email }
}

/**
 * Uses a set-up link: at the first start it makes the system administrator, later it gives an invited person their
 * password, unless passwords are off. Starts a session.
 *
 * @param signal as of `signIn`
 * @throws ServiceError `not-found` for a link that cannot be used, `invalid-request` when name or e-mail is missing,
 *   `password-sign-in-off`, `provider-sign-in-only`,
 *   a PasswordWeakness for a password that could be guessed
 */
export async function setUp(needs: SetUpNeeds, context: Context, input: SetUpInput, signal: AbortSignal) {
  const codeSha256 = sha256Hex(input.code)
  const { user: invited } = await usableLink(needs, codeSha256, context.now)
  if (invited !== null) {
    requirePasswordSignIn(needs)
    await requireOwnRoles(needs, invited.id)
  }
  const user = invited ?? firstPerson(needs, context, input)
  await requireHardToGuess(needs, context, user, input.password)
  const identity = {
    ...passwordIdentity(user.id),
    userId: user.id,
    secret: await needs.passwords.hash(input.password, { remoteAddress: remoteAddressIn(context), signal }),
    createdAt: context.now,
  }
  const actor = personIn(context, user)
  const record = auditRecord(needs, { ...context, actor }, 'user.set-up', user.id, {})
  const firstUser = invited === null ? user : null
  if (!(await needs.setUpLinks.use(codeSha256, identity, firstUser, record))) throw unusableLink()
  const started = await startSession(needs, context, user, identity, 'password')
  if (started === undefined) throw unusableLink()
  return started
}

const WEAK: Record<PasswordWeakness, string> = {
  'password-too-common': 'is made of passwords that many use',
  'password-of-own-words': 'is made of your name, your e-mail, or the name of the product or the client',
  'password-too-uniform': 'repeats itself or follows a row',
}

async function requireHardToGuess(
  { weaknessOf }: SetUpNeeds,
  { client }: Context,
  user: StoredUser,
  password: string,
): Promise<void> {
  const weakness = await weaknessOf(password, ownWords(user, client))
  if (weakness === null) return
  throw new ServiceError(weakness, `The password ${WEAK[weakness]}: it could be guessed.`, {
    fields: { password: WEAK[weakness] },
  })
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
  }
}

/**
 * Finds whom a link is for: null for the first person.
 *
 * @throws ServiceError `not-found` as of `describeSetUpLink`
 */
export async function usableLink(
  { setUpLinks, users }: Pick<SetUpNeeds, 'setUpLinks' | 'users'>,
  codeSha256: string,
  now: number,
): Promise<{ user: StoredUser | null }> {
  const link = await setUpLinks.find(codeSha256)
  if (link === undefined) throw unusableLink()
  if (now >= link.expiresAt) {
    // Gone for good, so that a clock that is set back does not bring it to life again.
    await setUpLinks.removeExpired(now)
    throw unusableLink()
  }
  if (link.userId === null) return { user: null }
  const user = await users.find(link.userId)
  if (user === undefined) throw unusableLink()
  return { user }
}

const unusableLink = () =>
  new ServiceError(
    'not-found',
    'This set-up link was used already, was replaced by a newer one, was ended, or has expired.',
  )
