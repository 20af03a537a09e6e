import type { AuditRecord } from '../audit/store.ts'
import { ServiceError } from '../errors.ts'
import type {
  InvitationStore,
  SetUpLinkStore,
  StoredIdentity,
  StoredInvitation,
  StoredUser,
  UserStore,
} from '../users/store.ts'

export type LinkNeeds = { users: UserStore; setUpLinks: SetUpLinkStore; invitations: InvitationStore }

/** A link that can be used, and whose it is: nobody's yet at the first start. */
export type UsableLink = { codeSha256: string } & (
  | { kind: 'first' }
  | { kind: 'invitation'; invitation: StoredInvitation }
  | { kind: 'user'; user: StoredUser }
)

/**
 * Finds whose a link is.
 *
 * @throws ServiceError `not-found` when it is used, replaced, ended or past its end, and when its user is suspended
 */
export async function usableLink(
  { users, setUpLinks, invitations }: LinkNeeds,
  codeSha256: string,
  now: number,
): Promise<UsableLink> {
  const [link, invitation] = await Promise.all([
    setUpLinks.find(codeSha256),
    invitations.findByCode(codeSha256),
  ])
  const expiresAt = link?.expiresAt ?? invitation?.linkExpiresAt
  if (expiresAt === undefined) throw unusableLink()
  if (now >= expiresAt) {
    // Gone for good, so that a clock that is set back does not bring it to life again.
    await endExpiredLinks({ setUpLinks, invitations }, now)
    throw unusableLink()
  }
  if (invitation !== undefined) return { kind: 'invitation', codeSha256, invitation }
  const userId = link?.userId ?? null
  if (userId === null) return { kind: 'first', codeSha256 }
  const user = await users.find(userId)
  if (user === undefined || user.suspended !== null) throw unusableLink()
  return { kind: 'user', codeSha256, user }
}

/** Who someone becomes who is invited. @param name as they say it, where the invitation does not */
export const invitedPerson = (
  { id, email, name, sysadmin, roles }: StoredInvitation,
  said: string,
  now: number,
): StoredUser => ({
  id,
  name: name || said,
  email,
  sysadmin,
  roles,
  createdAt: now,
  lastSeenAt: null,
  suspended: null,
})

/**
 * Uses a link up: from now on its person signs in by that identity.
 *
 * @param user whom the link makes, or whose it is
 * @throws ServiceError `not-found` when it was used or ended meanwhile, `sign-in-to-accept` for someone who is invited and can
 *   sign in already, `other-sign-in` for an identity that is somebody's
 */
export async function redeemLink(
  { setUpLinks, invitations }: LinkNeeds,
  { kind, codeSha256 }: UsableLink,
  user: StoredUser,
  identity: StoredIdentity,
  record: AuditRecord,
): Promise<void> {
  if (kind !== 'invitation') {
    const firstUser = kind === 'first' ? user : null
    if (!(await setUpLinks.use(codeSha256, identity, firstUser, record))) throw unusableLink()
    return
  }
  const accepted = await invitations.acceptAsNew(codeSha256, user, identity, record)
  if (accepted === 'gone') throw unusableLink()
  if (accepted === 'known') throw otherSignIn()
  if (accepted === 'taken') {
    throw new ServiceError(
      'sign-in-to-accept',
      'You can sign in here already with this e-mail. Sign in, then accept what you are invited to.',
    )
  }
}

/** Ends the links whose time is over; the server calls it now and then. @param now milliseconds since 1970 */
export async function endExpiredLinks(
  { setUpLinks, invitations }: Pick<LinkNeeds, 'setUpLinks' | 'invitations'>,
  now: number,
): Promise<void> {
  await setUpLinks.removeExpired(now)
  await invitations.endExpiredLinks(now)
}

export const otherSignIn = () =>
  new ServiceError(
    'other-sign-in',
    'Somebody here has this e-mail or this account already and signs in otherwise. A set-up link brings the two together.',
  )

export const unusableLink = () =>
  new ServiceError(
    'not-found',
    'This set-up link was used already, was replaced by a newer one, was ended, or has expired.',
  )
