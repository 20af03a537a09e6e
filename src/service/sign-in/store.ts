import type { AuditRecord } from '../audit/store.ts'
import type { StoredUser } from '../users/store.ts'

/** A session as kept: found by the SHA-256 of its secret. Instants are milliseconds since 1970. */
export type StoredSession = {
  secretSha256: string
  userId: string
  startedAt: number
  lastSeenAt: number
  expiresAt: number
}

export interface SessionStore {
  find(secretSha256: string): Promise<(StoredSession & { user: StoredUser }) | undefined>
  start(session: StoredSession, audit: AuditRecord): Promise<void>
  touch(secretSha256: string, lastSeenAt: number): Promise<void>
  end(secretSha256: string, audit: AuditRecord): Promise<void>
  endAllOf(userId: string, audit: AuditRecord): Promise<void>
  /** Removes sessions past their absolute end or idle since before `idleSince`. */
  removeEnded(now: number, idleSince: number): Promise<void>
}
