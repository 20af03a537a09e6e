import type { AuthorizationScope } from '#contract/profile-auth.ts'
import type { AuditRecord } from '../audit/store.ts'

/** A token as kept: never the secret itself. Instants are milliseconds since 1970. */
export type StoredToken = {
  id: string
  clientCode: string
  scope: AuthorizationScope
  /** SHA-256 of the secret, lower-case hex: what calls are checked against. */
  secretSha256: string
  /** The secret under AES-256-GCM, for GET; null once it was replaced or ended for good. */
  sealedSecret: Uint8Array | null
  lastFour: string
  createdAt: number
  /** Who made it: their name then, and their id; null for what was made before ids were kept. */
  createdBy: string
  createdById: string | null
  expiresAt: number
  /** Until when it works unless it is ended by hand, at most `expiresAt`: earlier for one that was replaced. */
  worksUntil: number
  /** When its time was first seen over, from when on it stays so whatever the clock says; null until then. */
  seenOverAt: number | null
  /** When a newer token took its place; null while it is the newest. */
  replacedAt: number | null
  replacedBy: string | null
  replacedById: string | null
  /** When it was ended by hand; null while nobody has. */
  endedAt: number | null
  endedBy: string | null
  endedById: string | null
  /** Whether it can never be let work again. */
  isEndedForGood: boolean
  /** 1 for a new token, then one more with each change. */
  revision: number
  /** Who changed it last, by which someone who comes second is told who was first. */
  changedAt: number
  changedBy: string
  changedById: string | null
  /** To the minute; null while no call has used it. */
  lastUsedAt: number | null
}

/** What a change writes; the revision counts by itself. */
export type TokenChange = Partial<
  Pick<
    StoredToken,
    | 'sealedSecret'
    | 'worksUntil'
    | 'seenOverAt'
    | 'replacedAt'
    | 'replacedBy'
    | 'replacedById'
    | 'endedAt'
    | 'endedBy'
    | 'endedById'
    | 'isEndedForGood'
  >
> &
  Pick<StoredToken, 'changedAt' | 'changedBy' | 'changedById'>

/**
 * A change of a token as it was read.
 *
 * `needsRoom`: whether the token works on beside the current one from then on; then at most MAX_OVERLAPPING_TOKENS of its
 * client and scope may, counted at `changedAt` in the same transaction.
 */
export type TokenUpdate = { token: StoredToken; change: TokenChange; needsRoom: boolean }

/** `overtaken`: another change came first; `full`: too many work already. Nothing is stored then. */
export type TokenOutcome = 'done' | 'overtaken' | 'full'

/** Whose tokens, and when: of a list, milliseconds since 1970. */
export type TokensAt = { clientCode: string; scope: AuthorizationScope; now: number }

export interface TokenStore {
  /** The client's newest token of that scope, whether it works or not. */
  current(clientCode: string, scope: AuthorizationScope): Promise<StoredToken | undefined>
  find(clientCode: string, tokenId: string): Promise<StoredToken | undefined>
  /**
   * Tokens that have not expired and were not ended for good: the newest, then those that work, then the others; of these
   * the later made first.
   *
   * @param limit most of them
   */
  list(of: TokensAt, limit: number): Promise<StoredToken[]>
  /**
   * Stores `token` as the newest with the audit record, and changes the one that was, all or nothing, if the client's
   * settings, where their revision is given, still have it.
   *
   * @param former the newest as it was read, with what becomes of it; null: there was none
   */
  replaceCurrent(
    token: StoredToken,
    former: TokenUpdate | null,
    audit: AuditRecord,
    settingsRevision?: number,
  ): Promise<TokenOutcome>
  /** Changes a token and stores the audit record, all or nothing, if nobody has changed it since it was read. */
  change(update: TokenUpdate, audit: AuditRecord): Promise<TokenOutcome>
  touch(tokenId: string, lastUsedAt: number): Promise<void>
  /** Notes `now` as `seenOverAt` of each token of the client whose time is over and was not seen so before. */
  noteOver(clientCode: string, now: number): Promise<void>
}
