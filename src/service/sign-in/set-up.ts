import { pages } from '#contract/paths.ts'
import { SET_UP_LINK_SECONDS, type SetUpInput, type SetUpLinkInfo } from '#contract/session.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { newId, newSecret, sha256Hex } from '../secrets.ts'
import { startSession } from './rules.ts'
import { type Actor, auditRecord } from './signed-in.ts'
import type { StoredSetUpLink, StoredUser } from './store.ts'

/**
 * Makes the one-time link of the first start, in place of an earlier one that nobody used.
 *
 * @returns the link, or null when the service is set up
 */
export async function makeFirstSetUpLink(deps: Deps, origin: string): Promise<string | null> {
  if (!(await deps.stores.users.isEmpty())) return null
  const { url, link } = await newSetUpLink(deps, null, origin)
  await deps.stores.setUpLinks.replace(link, null)
  return url
}

/** A new one-time link, not stored yet. The code is in the fragment: browsers send that to no server. */
export async function newSetUpLink(deps: Deps, userId: string | null, origin: string) {
  const code = newSecret('tsu', deps.random)
  const expiresAt = deps.now() + SET_UP_LINK_SECONDS * 1000
  const link: StoredSetUpLink = { codeSha256: sha256Hex(code), userId, expiresAt }
  return { url: `${origin}${pages.setUp}#code=${code}`, link }
}

/** Says whom a link is for. @throws ServiceError `not-found` when it is used, replaced or past its end */
export async function describeSetUpLink(deps: Deps, code: string): Promise<SetUpLinkInfo> {
  const { user } = await usableLink(deps, code)
  return user === null ? { kind: 'first' } : { kind: 'invited', name: user.name, email: user.email }
}

/**
 * Uses a set-up link: at the first start it makes the system administrator, later it gives an invited person their
 * password. Starts a session.
 *
 * @throws ServiceError `not-found` for a link that cannot be used, `invalid-request` when name or e-mail is missing
 */
export async function setUp(deps: Deps, input: SetUpInput, remoteAddress: string | null) {
  const { codeSha256, user: invited } = await usableLink(deps, input.code)
  const person = invited ?? firstPerson(deps, input)
  const user = { ...person, passwordHash: await deps.passwords.hash(input.password) }
  const actor: Actor = { id: user.id, name: user.name, remoteAddress }
  const used = await deps.stores.setUpLinks.use(
    codeSha256,
    user,
    auditRecord(deps, actor, 'user.set-up', user.id),
  )
  if (!used) throw unusableLink()
  return startSession(deps, user, remoteAddress)
}

function firstPerson({ now, random }: Deps, { name, email }: SetUpInput): StoredUser {
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
    passwordHash: null,
    createdAt: now(),
  }
}

async function usableLink({ stores, now }: Deps, code: string) {
  const codeSha256 = sha256Hex(code)
  const link = await stores.setUpLinks.find(codeSha256)
  if (link === undefined || now() >= link.expiresAt) throw unusableLink()
  if (link.userId === null) return { codeSha256, user: null }
  const user = await stores.users.find(link.userId)
  if (user === undefined) throw unusableLink()
  return { codeSha256, user }
}

const unusableLink = () =>
  new ServiceError(
    'not-found',
    'This set-up link was used already, was replaced by a newer one, or has expired.',
  )
