import type { AuditRecord } from '../../audit/store.ts'
import type { Held } from '../../users/held.ts'
import type { StoredIdentity, StoredUser } from '../../users/store.ts'

/** A sign-in that has begun and is at the provider. Instants are milliseconds since 1970. */
export type StoredOidcSignIn = {
  stateSha256: string
  /** Of the secret in the cookie of the browser in which it began. */
  browserSha256: string
  /** State, nonce and code verifier, and the session that it is to make fresh, sealed. */
  sealedBond: Uint8Array
  /** Of the set-up link that whoever signs in was given; null without one. */
  setUpCodeSha256: string | null
  returnTo: string
  expiresAt: number
}

export interface OidcStore {
  /** Keeps what has begun; of more than `most` the oldest goes. */
  begin(signIn: StoredOidcSignIn, most: number): Promise<void>
  /** Gives what has begun in that browser, and forgets it: nobody gets it twice. */
  take(key: Pick<StoredOidcSignIn, 'stateSha256' | 'browserSha256'>): Promise<StoredOidcSignIn | undefined>
  removeExpired(now: number): Promise<void>
  /**
   * Stores a new user with the identity by which they sign in.
   *
   * @returns false, with nothing stored, when the e-mail or the identity is taken
   */
  join(user: StoredUser, identity: StoredIdentity, audit: AuditRecord): Promise<boolean>
  /**
   * Replaces what a person holds, whatever it was. Where that takes something away, their set-up link ends; where nothing is
   * left, their sessions too.
   *
   * @returns `last-administrator`, with nothing stored, when it would leave no system administrator who can sign in
   */
  takeRoles(userId: string, held: Held, audit: AuditRecord): Promise<'done' | 'last-administrator'>
  /** Keeps the provider's token beside a session, in the place of another, for as long as that lasts. */
  keepIdToken(sessionId: string, sealedIdToken: Uint8Array): Promise<void>
  /** The one that is kept beside a session; undefined where there is none. */
  idTokenOf(sessionId: string): Promise<Uint8Array | undefined>
}
