import type { User } from '#contract/users.ts'
import type { AuditRecord } from '../audit/store.ts'

/** A user as kept, roles by workspace. How they sign in is a matter of their identities. */
export type StoredUser = User & {
  /** Milliseconds since 1970. */
  createdAt: number
}

/**
 * A way in which a person signs in; they may have several, and none until they have used their set-up link. `password`:
 * the issuer is this service and the subject the user's id. `oidc`: issuer and subject are the provider's.
 */
export type StoredIdentity = {
  kind: 'password' | 'oidc'
  /** Who vouches for the subject; empty for this service itself. */
  issuer: string
  /** Who it is, in the issuer's words. */
  subject: string
  userId: string
  /** What a sign-in is checked against: of a password its hash; empty where the issuer checks. */
  secret: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Which identity. */
export type IdentityKey = Pick<StoredIdentity, 'kind' | 'issuer' | 'subject'>

/** A one-time link, found by the SHA-256 of its code; `userId` is null for the link of the first start. */
export type StoredSetUpLink = {
  codeSha256: string
  userId: string | null
  expiresAt: number
}

export interface UserStore {
  /** True while nobody has set the service up. */
  isEmpty(): Promise<boolean>
  find(userId: string): Promise<StoredUser | undefined>
  findByEmail(email: string): Promise<StoredUser | undefined>
  /** By name. */
  list(): Promise<StoredUser[]>
  /**
   * Stores a new user with the link that invites them.
   *
   * @returns false, with nothing stored, when the e-mail is taken
   */
  create(user: StoredUser, link: StoredSetUpLink, audit: AuditRecord): Promise<boolean>
  /**
   * Replaces sysadmin and roles. Where that takes something away, the person's set-up link ends.
   *
   * @returns false, with nothing stored, when that would leave no sysadmin who can sign in
   */
  setRoles(userId: string, held: Pick<User, 'sysadmin' | 'roles'>, audit: AuditRecord): Promise<boolean>
}

export interface IdentityStore {
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
   * @returns false, with nothing stored, when it is of the first start and there is a user
   */
  replace(link: StoredSetUpLink, audit: AuditRecord): Promise<boolean>
  /**
   * Uses the link up: gives its person the identity in place of an earlier one of its kind, ends their sessions, removes
   * the link. Of an invited person it changes nothing else.
   *
   * @param firstUser whom the link of the first start makes; null for any other link
   * @returns false, with nothing stored, when the link is gone, somebody else has the identity or, at the first start, a user
   *   exists already
   */
  use(
    codeSha256: string,
    identity: StoredIdentity,
    firstUser: StoredUser | null,
    audit: AuditRecord,
  ): Promise<boolean>
}
