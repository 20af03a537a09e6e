import type { AuthorizationScope } from '#contract/profile-auth.ts'
import type { AuditRecord } from '../audit/store.ts'

/** A token as kept: never the secret itself. Instants are milliseconds since 1970. */
export type StoredToken = {
  id: string
  clientCode: string
  scope: AuthorizationScope
  /** SHA-256 of the secret, lower-case hex: what calls are checked against. */
  secretSha256: string
  /** The secret under AES-256-GCM, for GET; null once the token has ended. */
  sealedSecret: Uint8Array | null
  lastFour: string
  createdAt: number
  /** Who made it: their name then, and their id; null for what was made before ids were kept. */
  createdBy: string
  createdById: string | null
  expiresAt: number
  /** When it was first seen past `expiresAt`, from when on it stays expired whatever the clock says; null until then. */
  seenExpiredAt: number | null
  /** When a newer token took its place; null while it is the current one. */
  endedAt: number | null
  /** To the minute; null while no call has used it. */
  lastUsedAt: number | null
}

export interface TokenStore {
  /** The client's current token of that scope, expired or not. */
  current(clientCode: string, scope: AuthorizationScope): Promise<StoredToken | undefined>
  /**
   * Ends the current token and stores `token` in its place with the audit record, all or nothing, if the current
   * token is still the one with the id `replaces` (null: there is none) and the client's settings, where their revision
   * is given, still have it. An ended token keeps its row, so that its refusal can say when it ended, and loses its
   * sealed secret.
   *
   * @returns false, with nothing stored, when another token or a change of the settings came first
   */
  replaceCurrent(
    token: StoredToken,
    replaces: string | null,
    audit: AuditRecord,
    settingsRevision?: number,
  ): Promise<boolean>
  touch(tokenId: string, lastUsedAt: number): Promise<void>
  /** Notes `now` as `seenExpiredAt` of each token of the client that is past its expiry and was not seen so before. */
  noteExpired(clientCode: string, now: number): Promise<void>
}
