import type { Invitation, Invitations, InviteInput, MadeLink } from '#contract/invitations.ts'
import type { Language } from '#contract/languages.ts'
import { sha256Hex } from '#service/sha256.ts'
import { lastChange } from './last-change.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { newId } from '../secrets.ts'
import type { Held } from './held.ts'
import { type MailNeeds, requireMail, sendLink } from './link-mail.ts'
import { listedInvitation } from './listed.ts'
import { isSeen, requireToGive, rolesOutside, rolesWithin, scopeOf } from './scope.ts'
import { newSetUpLink } from './set-up-link.ts'
import type { InvitationStore, StoredInvitation, UserStore } from './store.ts'

export type InvitationNeeds = MailNeeds & {
  users: UserStore
  invitations: InvitationStore
  audit: AuditStore
}

type Made = { invitation: StoredInvitation; url: string }

/**
 * Invites people to what the caller may give. Of someone whom the caller does not see, nothing tells whether they are known:
 * they are invited like anyone else, and what they hold changes only when they accept.
 *
 * @param origin scheme, host and port under which people reach the console
 * @throws ServiceError `forbidden`, `conflict` for those whom the caller sees already, `invalid-request` for a workspace that
 *   is none, `mail-not-set-up`
 */
export async function inviteUsers(
  needs: InvitationNeeds,
  context: SignedInContext,
  { people, sysadmin, roles, sendIn }: InviteInput,
  origin: string,
): Promise<Invitations> {
  const held = { sysadmin, roles }
  const scope = scopeOf(context.actor)
  requireToGive(scope, held)
  requireSomething(held)
  requireMail(needs, sendIn)
  await requireUnseen(
    needs,
    context,
    people.map(({ email }) => email),
  )
  const made = people.map(({ email, name = '' }) =>
    newInvitation(needs, context, { email, name, ...held }, origin),
  )
  const records = made.map(({ invitation: { id, email } }) =>
    auditRecord(needs, context, 'user.created', id, { email, ...held }),
  )
  const added = await needs.invitations.add(
    made.map(({ invitation }) => invitation),
    (other) => isSeen(scope, other),
    records,
  )
  if (added === 'no-such-workspace') throw noSuchWorkspace()
  // Someone else invited them meanwhile.
  if (added === 'taken') return inviteUsers(needs, context, { people, sysadmin, roles, sendIn }, origin)
  return { invitations: await Promise.all(made.map((one) => answered(needs, context, one, sendIn))) }
}

/**
 * Makes a new link for someone who is invited. Of an invitation that reaches beyond what the caller administers only their
 * part gets one: the rest stays with the link that it has, of which they learn nothing.
 *
 * @param origin as of `inviteUsers`
 * @throws ServiceError `not-found`, `mail-not-set-up`
 */
export async function renewInvitation(
  needs: InvitationNeeds,
  context: SignedInContext,
  id: string,
  sendIn: Language | undefined,
  origin: string,
): Promise<Invitation> {
  requireMail(needs, sendIn)
  const before = await invitationSeen(needs, context, id)
  const { own, rest } = partsOf(before, context)
  const made = newInvitation(needs, context, own, origin)
  const record = auditRecord(needs, context, 'user.set-up-link-made', made.invitation.id, {
    email: before.email,
  })
  const after = rest === null ? [made.invitation] : [rest, made.invitation]
  // Someone made another link meanwhile, or it was accepted: then there is another one, or none.
  if (!(await needs.invitations.replace(before, after, record)))
    throw await noSuchInvitation(needs, context, id)
  return answered(needs, context, made, sendIn)
}

/** Takes back what the caller could have given of an invitation. @throws ServiceError `not-found` */
export async function withdrawInvitation(
  needs: Pick<InvitationNeeds, 'invitations' | 'audit' | 'random'>,
  context: SignedInContext,
  id: string,
): Promise<void> {
  const before = await invitationSeen(needs, context, id)
  const { own, rest } = partsOf(before, context)
  const { email, sysadmin, roles } = own
  const record = auditRecord(needs, context, 'user.invitation-withdrawn', id, { email, sysadmin, roles })
  const after = rest === null ? [] : [rest]
  if (!(await needs.invitations.replace(before, after, record)))
    throw await noSuchInvitation(needs, context, id)
}

/**
 * Gives whoever is signed in what an invitation to their e-mail offers, beside what they hold.
 *
 * @throws ServiceError `not-found` for a link that is none any more, or is not theirs
 */
export async function acceptInvitation(
  needs: Pick<InvitationNeeds, 'invitations' | 'random'>,
  context: SignedInContext,
  code: string,
): Promise<void> {
  const { user } = context.actor
  const codeSha256 = sha256Hex(code)
  const invitation = await needs.invitations.findByCode(codeSha256)
  const isTheirs = invitation?.email === user.email && context.now < invitation.linkExpiresAt
  if (!isTheirs) throw notTheirs()
  const { sysadmin, roles } = invitation
  const record = auditRecord(needs, context, 'user.invitation-accepted', user.id, { sysadmin, roles })
  if (!(await needs.invitations.acceptAs(codeSha256, user.id, record))) throw notTheirs()
}

function requireSomething({ sysadmin, roles }: Held): void {
  if (sysadmin || roles.length > 0) return
  throw new ServiceError('invalid-request', 'Say what they are invited to.', {
    fields: { roles: 'at least one role' },
  })
}

/** Refuses whom the caller sees already: they are given roles, or a new link. */
async function requireUnseen(
  { users, invitations }: InvitationNeeds,
  { actor }: SignedInContext,
  emails: string[],
): Promise<void> {
  const scope = scopeOf(actor)
  const [people, invited] = await Promise.all([users.list(), invitations.list()])
  const seen = new Set([...people, ...invited].filter((one) => isSeen(scope, one)).map(({ email }) => email))
  const taken = emails.flatMap((email, index) =>
    seen.has(email) ? [[`people.${index}.email`, 'is taken']] : [],
  )
  if (taken.length === 0) return
  throw new ServiceError('conflict', 'There is someone with this e-mail already, or they are invited.', {
    fields: Object.fromEntries(taken),
  })
}

function newInvitation(
  needs: Pick<InvitationNeeds, 'random'>,
  { actor, now }: SignedInContext,
  offered: Held & Pick<StoredInvitation, 'email' | 'name'>,
  origin: string,
): Made {
  const { email, name, sysadmin, roles } = offered
  const { url, codeSha256, expiresAt } = newSetUpLink(needs, origin, now)
  const invitation = {
    id: newId(needs.random),
    email,
    name,
    sysadmin,
    roles,
    invitedAt: now,
    invitedBy: actor.user.name,
    invitedById: actor.user.id,
    codeSha256,
    linkExpiresAt: expiresAt,
  }
  return { invitation, url }
}

/** What of an invitation the caller could have given, and the rest; null where there is none. */
function partsOf(invitation: StoredInvitation, { actor }: SignedInContext) {
  const scope = scopeOf(actor)
  if (scope === 'everywhere') return { own: invitation, rest: null }
  const outside = rolesOutside(scope, invitation.roles)
  const own = { ...invitation, sysadmin: false, roles: rolesWithin(scope, invitation.roles) }
  const isWhole = outside.length === 0 && !invitation.sysadmin
  return { own, rest: isWhole ? null : { ...invitation, roles: outside } }
}

async function answered(
  needs: InvitationNeeds,
  context: SignedInContext,
  { invitation, url }: Made,
  sendIn: Language | undefined,
): Promise<Invitation> {
  const { email, linkExpiresAt } = invitation
  const link = { setUpUrl: url, expiresAt: new Date(linkExpiresAt).toISOString() }
  const mail: MadeLink['mail'] = await sendLink(needs, context, email, sendIn, { kind: 'invited', ...link })
  return { user: listedInvitation(scopeOf(context.actor), invitation), ...link, mail }
}

/** @throws ServiceError `not-found`, also for one that lies elsewhere */
async function invitationSeen(
  needs: Pick<InvitationNeeds, 'invitations' | 'audit'>,
  context: SignedInContext,
  id: string,
): Promise<StoredInvitation> {
  const invitation = await needs.invitations.find(id)
  if (invitation !== undefined && isSeen(scopeOf(context.actor), invitation)) return invitation
  throw await noSuchInvitation(needs, context, id)
}

async function noSuchInvitation(
  needs: Pick<InvitationNeeds, 'audit'>,
  context: SignedInContext,
  id: string,
): Promise<ServiceError> {
  const first = await lastChange(needs, context, 'person', id)
  return new ServiceError(
    'not-found',
    'There is no such invitation: it was accepted, renewed or withdrawn.',
    {
      first,
    },
  )
}

const notTheirs = () =>
  new ServiceError(
    'not-found',
    'This link was used already, was replaced by a newer one, was ended, has expired, or is for someone else.',
  )

/** @throws nothing: to be thrown, for a workspace that someone named and that is none */
export const noSuchWorkspace = () =>
  new ServiceError('invalid-request', 'There is no such workspace.', {
    fields: { roles: 'in workspaces that there are' },
  })
