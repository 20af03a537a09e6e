import type { AuditRecord } from '../audit/store.ts'
import type { StoredIdentity } from '../users/store.ts'

/** A passkey as kept; it is an identity of its person too. Instants are milliseconds since 1970. */
export type StoredPasskey = {
  id: string
  /** Under which its authenticator knows it, base64url. */
  credentialId: string
  userId: string
  /** The host that it was made for: browsers use it nowhere else. */
  rpId: string
  name: string
  /** As COSE writes it, base64url. */
  publicKey: string
  /** How often it was used, as its authenticator counts; 0 for one that does not count. */
  signCount: number
  /** How browsers reach its authenticator, as they said themselves. */
  transports: string[]
  /** Whether its maker may keep a copy, which never changes; and whether one is kept. */
  isBackupEligible: boolean
  isBackedUp: boolean
  createdAt: number
  lastUsedAt: number | null
}

/** What one use of a passkey changes about it. */
export type PasskeyUse = Pick<StoredPasskey, 'id' | 'signCount' | 'isBackedUp'> & { at: number }

/** A new passkey, and the recovery codes that come with it, each as SHA-256; null where its person keeps theirs. */
export type NewPasskey = { passkey: StoredPasskey; codesSha256: string[] | null }

export interface PasskeyStore {
  /** The oldest first. */
  listOf(userId: string): Promise<StoredPasskey[]>
  findByCredential(credentialId: string): Promise<StoredPasskey | undefined>
  /** @returns why not, with nothing stored: somebody has it already, or its person has so many */
  add(added: NewPasskey, most: number, audit: AuditRecord): Promise<'added' | 'taken' | 'too-many'>
  /**
   * @param recordOf the record of it, made of the passkey as it was
   * @returns the passkey as it is; undefined, with nothing stored, when its person has no such one
   */
  rename(
    userId: string,
    id: string,
    name: string,
    recordOf: (before: StoredPasskey) => AuditRecord,
  ): Promise<StoredPasskey | undefined>
  /**
   * Removes a passkey, and with the last one the recovery codes.
   *
   * @param waysIn the kinds of identities that sign people in here
   * @param recordOf as of `rename`
   * @returns why not, with nothing stored: there is none, or its person could not sign in any more
   */
  remove(
    userId: string,
    id: string,
    waysIn: readonly StoredIdentity['kind'][],
    recordOf: (before: StoredPasskey) => AuditRecord,
  ): Promise<'removed' | 'missing' | 'last'>
  /**
   * Removes all passkeys of a person, their recovery codes, and their sessions.
   *
   * @param waysIn as of `remove`
   * @returns false, with nothing stored, when they could not sign in any more
   */
  removeAllOf(userId: string, waysIn: readonly StoredIdentity['kind'][], audit: AuditRecord): Promise<boolean>
  /** Notes that a passkey was used. @returns false, with nothing stored, when its count is not above the last one */
  noteUse(use: PasskeyUse): Promise<boolean>
  countCodesOf(userId: string): Promise<number>
  /** Replaces the recovery codes. @returns false, with nothing stored, when their person has no passkey */
  replaceCodes(userId: string, codesSha256: string[], audit: AuditRecord): Promise<boolean>
}

/**
 * A question to an authenticator that waits for its answer, or a sign-in that waits for its second step. `adding` a passkey,
 * and signing in `again`: in a session; `sign-in`: by a passkey alone; `passkey` and `first-passkey`: as the second step.
 */
export const CEREMONY_KINDS = ['adding', 'again', 'sign-in', 'passkey', 'first-passkey'] as const
export type CeremonyKind = (typeof CEREMONY_KINDS)[number]

export type StoredCeremony = {
  /** SHA-256 of what binds it to the browser that began it. */
  keySha256: string
  kind: CeremonyKind
  /** Whose it is; null where that is for the passkey to say. */
  userId: string | null
  /** What was verified in the first step: the secret of the person's password identity; null where there was none. */
  verifiedSecret: string | null
  /** Base64url. */
  challenge: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

export interface CeremonyStore {
  /**
   * Begins one in place of one with the same key.
   *
   * @param mostOfNobody how many of nobody known there may be at once, at the instant `now`
   * @param audit the record of it, null where it leaves none
   * @returns false, with nothing stored, when there are so many
   */
  begin(
    ceremony: StoredCeremony,
    mostOfNobody: number,
    now: number,
    audit: AuditRecord | null,
  ): Promise<boolean>
  find(keySha256: string): Promise<StoredCeremony | undefined>
  /** @returns whether it was still there: of several who end one at once, one is told so */
  end(keySha256: string): Promise<boolean>
  removeExpired(now: number): Promise<void>
}
