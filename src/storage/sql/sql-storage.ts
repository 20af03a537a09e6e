import type { AuditRecord } from '#service/audit/store.ts'
import type { Stores } from '#service/stores.ts'
import { sqlAccess } from './access.ts'
import { sqlAudit } from './audit.ts'
import { sqlBatches } from './batches.ts'
import { sqlCallers } from './callers.ts'
import type { SqlEngine } from './engine.ts'
import type { CountStore } from './counts.ts'
import { endAccess, type EndedAccess } from './end-access.ts'
import { type KeyCheckStore, sqlKeyCheck } from './key-check.ts'
import { sqlNotices } from './notices.ts'
import { sqlCeremonies, sqlPasskeys } from './passkeys.ts'
import { sqlTokens } from './profile-auth.ts'
import { sqlOidc } from './oidc.ts'
import { sqlProfiles } from './profiles.ts'
import type { Database } from './schema.ts'
import { sqlInvitations } from './invitations.ts'
import { sqlSettings } from './settings.ts'
import { sqlSetUpLinks } from './set-up-links.ts'
import { sqlSessions } from './sign-in.ts'
import { telling } from './unavailable.ts'
import { sqlIdentities, sqlUsers } from './users.ts'
import { sqlWorkspaces } from './workspaces.ts'

/** An open database: the ports of the service, and what the process itself needs. */
export type SqlStorage = {
  stores: Stores
  keyCheck: KeyCheckStore
  /** Its tables, for moving them to another engine. */
  tables: Database
  /** Of all processes on it; null where there is one alone. */
  counts: CountStore | null
  /** As `endAccess` says. */
  endAccess(at: number, audit: AuditRecord): Promise<EndedAccess>
  failed: SqlEngine['failed']
  /** The process is to end: what the database does not answer in a few seconds is waited for no longer. */
  endSoon(): void
  /** Finishes what is being written, then closes; nothing may be asked for after it. */
  close(): Promise<void>
}

export function sqlStorage(engine: SqlEngine): SqlStorage {
  return {
    stores: telling(
      {
        settings: sqlSettings(engine),
        tokens: sqlTokens(engine),
        access: sqlAccess(engine),
        users: sqlUsers(engine),
        invitations: sqlInvitations(engine),
        workspaces: sqlWorkspaces(engine),
        identities: sqlIdentities(engine),
        setUpLinks: sqlSetUpLinks(engine),
        sessions: sqlSessions(engine),
        oidc: sqlOidc(engine),
        passkeys: sqlPasskeys(engine),
        ceremonies: sqlCeremonies(engine),
        batches: sqlBatches(engine),
        profiles: sqlProfiles(engine),
        callers: sqlCallers(engine),
        notices: sqlNotices(engine),
        audit: sqlAudit(engine),
      },
      engine.toldAs,
    ),
    keyCheck: telling(sqlKeyCheck(engine), engine.toldAs),
    tables: engine.tables,
    counts: engine.counts && telling(engine.counts, engine.toldAs),
    endAccess: (at, audit) => endAccess(engine, at, audit),
    failed: engine.failed,
    endSoon: engine.endSoon,
    close: engine.close,
  }
}
