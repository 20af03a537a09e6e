import type { User } from '#contract/users.ts'
import type { AuditRecord } from '../audit/store.ts'

/** A user as kept; `passwordHash` is null until the person has used their set-up link. */
export type StoredUser = User & {
  passwordHash: string | null
  /** Milliseconds since 1970. */
  createdAt: number
}

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
   * Replaces sysadmin and roles.
   *
   * @returns false, with nothing stored, when that would leave no sysadmin who can sign in
   */
  setRoles(userId: string, held: Pick<User, 'sysadmin' | 'roles'>, audit: AuditRecord): Promise<boolean>
}

export interface SetUpLinkStore {
  find(codeSha256: string): Promise<StoredSetUpLink | undefined>
  /** Stores a link in place of every other link of the same user (or of the first start). */
  replace(link: StoredSetUpLink, audit: AuditRecord | null): Promise<void>
  /**
   * Uses the link up: stores `user` (new at the first start, else changed), ends their sessions, removes the link.
   *
   * @returns false, with nothing stored, when the link is gone or, at the first start, a user exists already
   */
  use(codeSha256: string, user: StoredUser, audit: AuditRecord): Promise<boolean>
}
