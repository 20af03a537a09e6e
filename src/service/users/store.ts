import type { User } from '#contract/user.ts'
import type { AuditRecord } from '../audit/store.ts'
import type { ActiveSession } from '../context.ts'
import type { Held } from './held.ts'

/** A user as kept, roles by workspace. How they sign in is a matter of their identities. Instants are milliseconds since 1970. */
export type StoredUser = User & {
  createdAt: number
  /** To the minute, however often they are seen; null for someone who has never signed in. */
  lastSeenAt: number | null
  /** Since when they may not sign in, and by whom; null for someone who may. */
  suspended: Suspension | null
}

/** `by`: their name then, and their id. */
export type Suspension = { at: number; by: string; byId: string }

/**
 * A way in which a person signs in; they may have several, and none until they have used their set-up link. `password`:
 * the issuer is this service and the subject the user's id. `passkey`: the host it is for and its credential. `oidc`: issuer
 * and subject are the provider's.
 */
export type StoredIdentity = {
  kind: 'password' | 'passkey' | 'oidc'
  /** Who vouches for the subject; empty for this service itself. */
  issuer: string
  /** Who it is, in the issuer's words. */
  subject: string
  userId: string
  /** What a sign-in is checked against: of a password its hash, of a passkey its public key; empty where the issuer checks. */
  secret: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Which identity. */
export type IdentityKey = Pick<StoredIdentity, 'kind' | 'issuer' | 'subject'>

/**
 * A one-time link, found by the SHA-256 of its code; `userId` is null for the link of the first start. It works while its
 * maker could make it; `madeById` is null where the operator made it.
 */
export type StoredSetUpLink = {
  codeSha256: string
  userId: string | null
  madeById: string | null
  expiresAt: number
}

/**
 * What someone is offered who is invited: it is theirs once they accept it. Never changed, so that its link gives what its
 * maker could give, and works only while they still could. Instants are milliseconds since 1970.
 */
export type StoredInvitation = Held & {
  id: string
  email: string
  /** Empty where whoever invites did not say it. */
  name: string
  invitedAt: number
  /** The name of whoever invites, then. */
  invitedBy: string
  /** Their id; null where it is not known, of before migration 021. */
  invitedById: string | null
  /** Null once the link has ended. */
  codeSha256: string | null
  linkExpiresAt: number
}

/** What became of a change of people; nothing is stored unless it was done. `changed`: they are not as they were read. */
export type PeopleChange = TakingAway | 'no-such-workspace'

/** `last-administrator`: it would have left no sysadmin who can sign in. */
export type TakingAway = 'done' | 'changed' | 'last-administrator'

export interface UserStore {
  rename(userId: string, name: string, audit: AuditRecord): Promise<void>
  /** True while nobody has set the service up. */
  isEmpty(): Promise<boolean>
  find(userId: string): Promise<StoredUser | undefined>
  findByEmail(email: string): Promise<StoredUser | undefined>
  /** By name. */
  list(): Promise<StoredUser[]>
  /**
   * Replaces what someone holds. Where that takes something away, their set-up link ends, and so do the links that they made and
   * could not make any more.
   *
   * @param before as they were read
   */
  setRoles(before: StoredUser, held: Held, audit: AuditRecord): Promise<PeopleChange>
  /**
   * Ends their sessions, their set-up link and every link that they made, and lets them start no other session.
   *
   * @returns `changed` when they are suspended already, or gone
   */
  suspend(userId: string, suspension: Suspension, audit: AuditRecord): Promise<TakingAway>
  /** @returns false, with nothing stored, when they are not suspended */
  reinstate(userId: string, audit: AuditRecord): Promise<boolean>
  /**
   * Removes someone with their identities, sessions, set-up link and the links that they made, and keeps their name.
   *
   * @param known as they were read, which the record says
   * @returns `changed` when they are gone already, or go by another name or e-mail
   */
  remove(
    known: Pick<StoredUser, 'id' | 'name' | 'email'>,
    now: number,
    audit: AuditRecord,
  ): Promise<TakingAway>
  /** Of a user, of one who was removed, or of someone who is invited; undefined where none is known. */
  nameOf(id: string): Promise<string | undefined>
  /** Forgets the names of those who were removed before an instant. */
  forgetRemoved(before: number): Promise<void>
}

export interface InvitationStore {
  find(id: string): Promise<StoredInvitation | undefined>
  findByCode(codeSha256: string): Promise<StoredInvitation | undefined>
  list(): Promise<StoredInvitation[]>
  /**
   * All or none.
   *
   * @param isSeen what is held by those whom the one who invites sees already
   * @returns `taken`, with nothing stored, when one of the e-mails is of such a one
   */
  add(
    invitations: StoredInvitation[],
    isSeen: (held: Held) => boolean,
    audits: AuditRecord[],
  ): Promise<'done' | 'taken' | 'no-such-workspace'>
  /**
   * Makes others of an invitation: the same with another link, a part of it, none.
   *
   * @param before as it was read
   * @returns false, with nothing stored, when it is gone or has another link by now
   */
  replace(before: StoredInvitation, after: StoredInvitation[], audit: AuditRecord): Promise<boolean>
  /**
   * Makes a user of whoever is invited.
   *
   * @returns `gone`, with nothing stored, when the link is used, replaced or ended, or its maker could not make it any more; `taken`
   *   when the e-mail is; `known` when somebody signs in by that identity
   */
  acceptAsNew(
    codeSha256: string,
    user: StoredUser,
    identity: StoredIdentity,
    audit: AuditRecord,
  ): Promise<'done' | 'gone' | 'taken' | 'known'>
  /**
   * Gives a user what they are offered, beside what they hold.
   *
   * @returns false, with nothing stored, when the link is used, replaced or ended, its maker could not make it any more, or the user
   *   is gone
   */
  acceptAs(codeSha256: string, userId: string, audit: AuditRecord): Promise<boolean>
  /** Links past their end open nothing any more; who was invited stays so. */
  endExpiredLinks(now: number): Promise<void>
}

/** What goes on where a person changes their password: the session that they do it in, with another secret. */
type Kept = {
  secretSha256: string
  renewed: Pick<ActiveSession, 'secretSha256' | 'authenticatedAt' | 'method'>
}

export interface IdentityStore {
  /**
   * Gives an identity another secret; the person's other sessions end, and their set-up link.
   *
   * @param verified as it was then
   * @returns false, with nothing stored, when what was verified, or the session that goes on, is another by now
   */
  replaceSecret(verified: StoredIdentity, secret: string, kept: Kept, audit: AuditRecord): Promise<boolean>
  find(key: IdentityKey): Promise<StoredIdentity | undefined>
  /** Of a person, the oldest first. */
  listOf(userId: string): Promise<StoredIdentity[]>
}

export interface SetUpLinkStore {
  find(codeSha256: string): Promise<StoredSetUpLink | undefined>
  /** Forgets links past their end. */
  removeExpired(now: number): Promise<void>
  /**
   * Stores a link in place of every other link of the same user (or of the first start).
   *
   * @returns false, with nothing stored, when it is of the first start and there is a user, or when its user is suspended or gone
   */
  replace(link: StoredSetUpLink, audit: AuditRecord): Promise<boolean>
  /**
   * Uses the link up: gives its person the identity in place of an earlier one of its kind, ends their sessions, removes
   * the link. Of an invited person it changes nothing else.
   *
   * @param firstUser whom the link of the first start makes; null for any other link
   * @returns false, with nothing stored, when the link is gone, its maker could not make it any more, its user is suspended, somebody
   *   else has the identity or, at the first start, a user exists already
   */
  use(
    codeSha256: string,
    identity: StoredIdentity,
    firstUser: StoredUser | null,
    audit: AuditRecord,
  ): Promise<boolean>
}
