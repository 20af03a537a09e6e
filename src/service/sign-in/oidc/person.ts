import * as v from 'valibot'
import { Email } from '#contract/email.ts'
import { LONGEST_NAME, PersonName } from '#contract/users.ts'
import { auditRecord } from '../../audit/record.ts'
import type { Context, SignedInContext } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import type { Random } from '../../ports.ts'
import { newId } from '../../secrets.ts'
import { type Held, holdsNothing, isSame, takesAway } from '../../users/held.ts'
import type { IdentityStore, StoredIdentity, StoredUser } from '../../users/store.ts'
import type { WorkspaceStore } from '../../workspaces/store.ts'
import { personIn } from '../rules.ts'
import {
  invitedPerson,
  type LinkNeeds,
  otherSignIn,
  redeemLink,
  type UsableLink,
  usableLink,
} from '../usable-link.ts'
import type { OpenIdProvider, VouchedFor } from './provider.ts'
import { type Claims, heldBy } from './role-mapping.ts'
import type { OidcStore } from './store.ts'

export type PersonNeeds = LinkNeeds & {
  identities: IdentityStore
  workspaces: WorkspaceStore
  oidc: OidcStore
  random: Random
}

/** Who it is here whom the provider vouches for, and by which identity. */
export type Recognised = { user: StoredUser; identity: StoredIdentity; hasLostRoles: boolean }

/**
 * Finds the person whom the provider vouches for by their account there, and by nothing else: an e-mail that is the same
 * leads to nobody. An account becomes somebody's who is here already by a set-up link that they were given; else it makes
 * somebody new, where the mapping gives them a role. What they hold is taken anew.
 *
 * @param setUpCodeSha256 of the link with which the sign-in began; null without one
 * @throws ServiceError `suspended`, `no-role`, `not-invited`, `email-not-verified`, `other-sign-in`, `not-found` for a link that cannot be used,
 *   `sign-in-to-accept` for one to someone who can sign in otherwise already
 */
export async function recognise(
  needs: PersonNeeds,
  context: Context,
  provider: OpenIdProvider,
  vouched: VouchedFor,
  setUpCodeSha256: string | null,
): Promise<Recognised> {
  const { issuer, mapping } = provider
  const key = { kind: 'oidc', issuer, subject: vouched.subject } as const
  const held = mapping && (await inWorkspaces(needs, heldBy(mapping, vouched.claims)))
  const known = await needs.identities.find(key)
  const knownUser = known && (await needs.users.find(known.userId))
  if (knownUser?.suspended) throw suspended()
  const identityOf = (userId: string) => ({ ...key, userId, secret: '', createdAt: context.now })

  if (setUpCodeSha256 !== null) {
    const link = await usableLink(needs, setUpCodeSha256, context.now)
    if (knownUser && !(link.kind === 'user' && link.user.id === knownUser.id)) throw otherSignIn()
    if (held && holdsNothing(held)) throw noRole()
    const user = linkedPerson(needs, context, vouched.claims, held, link)
    const identity = identityOf(user.id)
    const linking = { ...context, actor: personIn(context, user) }
    const record = auditRecord(needs, linking, 'user.linked', user.id, { issuer })
    await redeemLink(needs, link, user, identity, record)
    return { ...(await withRolesOf(needs, context, user, held)), identity, hasLostRoles: false }
  }
  if (known && knownUser) return { ...(await withRolesOf(needs, context, knownUser, held)), identity: known }
  if (held === null) throw notInvited()
  if (holdsNothing(held)) throw noRole()
  const user = { ...newPerson(needs, context, vouched.claims), ...held }
  const identity = identityOf(user.id)
  const record = auditRecord(needs, { ...context, actor: personIn(context, user) }, 'user.joined', user.id, {
    email: user.email,
    issuer,
    ...held,
  })
  if (await needs.oidc.join(user, identity, record)) return { user, identity, hasLostRoles: false }
  if ((await needs.identities.find(key)) === undefined) throw otherSignIn()
  // They have just signed in for the first time in another tab as well.
  return recognise(needs, context, provider, vouched, null)
}

/**
 * Finds the person who is signed in by the account that the provider vouches for, with what they hold taken anew.
 *
 * @throws ServiceError `another-account` where it is none of theirs, `no-role`
 */
export async function recogniseAgain(
  needs: PersonNeeds,
  context: SignedInContext,
  { issuer, mapping }: OpenIdProvider,
  { subject, claims }: VouchedFor,
): Promise<{ identity: StoredIdentity; held: Held }> {
  const identity = await needs.identities.find({ kind: 'oidc', issuer, subject })
  const before = identity && (await needs.users.find(identity.userId))
  if (before?.id !== context.actor.user.id || identity === undefined) {
    throw new ServiceError('another-account', 'This account of the sign-in provider is not yours here.')
  }
  const given = mapping && (await inWorkspaces(needs, heldBy(mapping, claims)))
  const { user } = await withRolesOf(needs, context, before, given)
  return { identity, held: { sysadmin: user.sysadmin, roles: user.roles } }
}

/** Of what a mapping gives what lies in workspaces that there are. */
async function inWorkspaces({ workspaces }: PersonNeeds, { sysadmin, roles }: Held): Promise<Held> {
  const ids = new Set((await workspaces.list()).map(({ id }) => id))
  return { sysadmin, roles: roles.filter(({ workspace }) => ids.has(workspace)) }
}

/**
 * What the provider gives takes the place of what the person holds; but the last system administrator who can sign in stays
 * one.
 *
 * @throws ServiceError `no-role` when that is nothing
 */
async function withRolesOf(
  needs: PersonNeeds,
  context: Context,
  before: StoredUser,
  held: Held | null,
): Promise<Omit<Recognised, 'identity'>> {
  if (held === null) return { user: before, hasLostRoles: false }
  const hasLostRoles = takesAway(before, held)
  const user = { ...before, ...held }
  if (!isSame(before, held)) {
    const actor = personIn(context, user)
    const record = auditRecord(needs, { ...context, actor }, 'user.roles-taken', user.id, held)
    const taken = await needs.oidc.takeRoles(user.id, held, record)
    if (taken === 'last-administrator') {
      return withRolesOf(needs, context, before, { ...held, sysadmin: true })
    }
  }
  if (holdsNothing(held)) throw noRole()
  return { user, hasLostRoles }
}

function linkedPerson(
  needs: PersonNeeds,
  context: Context,
  claims: Claims,
  held: Held | null,
  link: UsableLink,
): StoredUser {
  if (link.kind === 'first') return firstPerson(needs, context, claims, held)
  if (link.kind === 'user') return link.user
  return invitedPerson(link.invitation, nameIn(claims, link.invitation.email), context.now)
}

function firstPerson(needs: PersonNeeds, context: Context, claims: Claims, held: Held | null): StoredUser {
  if (held && !held.sysadmin) throw noRole()
  const all: Held = { sysadmin: true, roles: [{ workspace: 'default', role: 'admin' }] }
  return { ...newPerson(needs, context, claims), ...(held ?? all) }
}

/** Some providers say it as a text; some, such as Entra ID, not at all. */
const NOT_VERIFIED = new Set<unknown>([false, 'false'])

function newPerson({ random }: PersonNeeds, { now }: Context, claims: Claims) {
  const email = v.safeParse(Email, claims['email'])
  if (!email.success || NOT_VERIFIED.has(claims['email_verified'])) {
    throw new ServiceError(
      'email-not-verified',
      'The sign-in provider gives no e-mail address for this account, or says that it is not verified.',
    )
  }
  return {
    id: newId(random),
    name: nameIn(claims, email.output),
    email: email.output,
    createdAt: now,
    lastSeenAt: null,
    suspended: null,
  }
}

/** As the provider has it; the e-mail where it has none that can be one. */
function nameIn(claims: Claims, email: string): string {
  const name = v.safeParse(PersonName, claims['name'] ?? claims['preferred_username'])
  return name.success ? name.output : email.slice(0, LONGEST_NAME)
}

export const suspended = () =>
  new ServiceError('suspended', 'You are suspended: an administrator keeps you from signing in.')

const noRole = () =>
  new ServiceError(
    'no-role',
    'The sign-in provider gives this account no role here. Ask who manages it there.',
  )

const notInvited = () =>
  new ServiceError(
    'not-invited',
    'Nobody here is known by this account of the sign-in provider. Ask an administrator for an invitation.',
  )
