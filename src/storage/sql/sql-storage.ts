import type { Stores } from '#service/stores.ts'
import type { BatchStore } from '#service/batches/store.ts'
import type { ProfileStore } from '#service/profiles/store.ts'
import { sqlAudit } from './audit.ts'
import { type KeyCheckStore, sqlKeyCheck } from './key-check.ts'
import { sqlProfileAuth } from './profile-auth.ts'
import { sqlProfiles } from './profiles.ts'
import type { Database } from './schema.ts'
import { sqlSettings } from './settings.ts'
import { sqlSignIn } from './sign-in.ts'

/** What each engine gives: where to read, where to write, and its own fastest way to take rows in and to merge them. */
export type SqlEngine = {
  read: Database
  write: Database
  /** Does the work whole or not at all, and as if nothing else ran beside it; it may be done again to get there. */
  transaction: <Result>(work: (trx: Database) => Promise<Result>) => Promise<Result>
  stage: BatchStore['stage']
  applyNextChunk: BatchStore['applyNextChunk']
  updateProfile: ProfileStore['update']
}

/** An open database: the ports of the service, and what the process itself needs. */
export type SqlStorage = {
  stores: Stores
  keyCheck: KeyCheckStore
  /** Its tables, for moving them to another engine. */
  tables: Database
  /** Finishes what is being written, then closes; nothing may be asked for after it. */
  close(): Promise<void>
}

export function sqlStorage(engine: SqlEngine): SqlStorage {
  return {
    stores: {
      settings: sqlSettings(engine),
      ...sqlProfileAuth(engine),
      ...sqlSignIn(engine),
      ...sqlProfiles(engine),
      audit: sqlAudit(engine),
    },
    keyCheck: sqlKeyCheck(engine),
    tables: engine.write,
    async close() {
      await engine.read.destroy()
      await engine.write.destroy()
    },
  }
}
