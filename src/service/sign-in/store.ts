import type { AuditRecord } from '../audit/store.ts'
import type { ActiveSession } from '../context.ts'
import type { NewPasskey, PasskeyUse } from '../passkeys/store.ts'
import type { StoredIdentity, StoredUser } from '../users/store.ts'

/** A session as kept: found by the SHA-256 of its secret. Instants are milliseconds since 1970. */
export type StoredSession = ActiveSession & {
  userId: string
  startedAt: number
  lastSeenAt: number
  /** From where it was started, null where that is not known. */
  remoteAddress: string | null
  /** What the program that started it calls itself, cut as that of callers is (`productNames`). */
  userAgent: string | null
}

/** What becomes of a session whose person proved anew who they are. */
export type Renewed = Pick<StoredSession, 'secretSha256' | 'authenticatedAt' | 'method'>
/** By what a ceremony was brought to its end. */
export type Proof =
  | { kind: 'passkey'; use: PasskeyUse }
  | { kind: 'recovery-code'; codeSha256: string }
  | { kind: 'first-passkey'; added: NewPasskey }

export interface SessionStore {
  find(secretSha256: string): Promise<(StoredSession & { user: StoredUser }) | undefined>
  /**
   * Starts a session for the person of an identity, if what was verified is still what the identity has.
   *
   * @returns false, with nothing stored, when the identity is gone or its secret is another one
   */
  start(session: StoredSession, verified: StoredIdentity, audit: AuditRecord): Promise<boolean>
  /**
   * Ends a ceremony and starts a session by it, if all that was verified is still what its person has. A recovery code is used
   * up, the use of a passkey noted, a first passkey added.
   *
   * @returns `expired` when the ceremony is gone, `refused` when what was verified or proved it is; with nothing stored
   */
  startBy(
    ceremonySha256: string,
    session: StoredSession,
    verified: readonly StoredIdentity[],
    proof: Proof,
    audit: readonly AuditRecord[],
  ): Promise<'started' | 'expired' | 'refused'>
  touch(secretSha256: string, lastSeenAt: number): Promise<void>
  /**
   * Gives a session another secret, and notes when and how its person proved anew who they are.
   *
   * @param secretSha256 of the secret that it has
   * @returns false, with nothing stored, when the session is gone, or the identity, or what that is checked against is another
   */
  renew(
    secretSha256: string,
    renewed: Renewed,
    verified: StoredIdentity,
    audit: AuditRecord,
  ): Promise<boolean>
  /** Ends a session, if there is one, and records it. */
  end(secretSha256: string, audit: AuditRecord): Promise<void>
  /** Those of a person that run: not past their end, and seen after `idleSince`; the one seen last first. */
  listOf(userId: string, now: number, idleSince: number): Promise<StoredSession[]>
  /** @returns false, with nothing stored, when the person has no such session */
  endOne(userId: string, sessionId: string, audit: AuditRecord): Promise<boolean>
  /** Ends all sessions of a person but one, and the set-up link that would give them another one. */
  endOthersOf(userId: string, keptId: string, audit: AuditRecord): Promise<void>
  /** Ends all sessions of a person, and the set-up link that would give them another one. */
  endAllOf(userId: string, audit: AuditRecord): Promise<void>
  /** Removes sessions past their absolute end or not seen after `idleSince`. */
  removeEnded(now: number, idleSince: number): Promise<void>
}
