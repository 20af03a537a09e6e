import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as profileAuth from './migrations/001-profile-auth.ts'
import * as signIn from './migrations/002-sign-in.ts'
import * as profiles from './migrations/003-profiles.ts'
import * as peopleAndRecords from './migrations/004-people-and-records.ts'
import * as inDoubtShut from './migrations/005-in-doubt-shut.ts'
import * as auditChain from './migrations/006-audit-chain.ts'
import * as reservedBytes from './migrations/008-reserved-bytes.ts'
import * as rotation from './migrations/009-rotation.ts'
import * as observation from './migrations/010-observation.ts'
import * as auditLog from './migrations/011-audit-log.ts'
import * as switchTurned from './migrations/012-switch.ts'
import * as notices from './migrations/013-notices.ts'
import * as sessions from './migrations/014-sessions.ts'
import * as people from './migrations/015-people.ts'
import * as oidc from './migrations/017-oidc.ts'
import * as passkeys from './migrations/018-passkeys.ts'
import * as batches from './migrations/020-batches.ts'
import * as makersOfLinks from './migrations/021-makers-of-links.ts'
import * as limitCounts from './migrations/022-limit-counts.ts'
import * as sortedRuns from './migrations/023-sorted-runs.ts'
import type { Database } from './schema.ts'

/** Every step from an empty database to this version, in order; a step that was released never changes. */
export const migrations: Record<string, Migration> = {
  '001-profile-auth': profileAuth,
  '002-sign-in': signIn,
  '003-profiles': profiles,
  '004-people-and-records': peopleAndRecords,
  '005-in-doubt-shut': inDoubtShut,
  '006-audit-chain': auditChain,
  '008-reserved-bytes': reservedBytes,
  '009-rotation': rotation,
  '010-observation': observation,
  '011-audit-log': auditLog,
  '012-switch': switchTurned,
  '013-notices': notices,
  '014-sessions': sessions,
  '015-people': people,
  '017-oidc': oidc,
  '018-passkeys': passkeys,
  '020-batches': batches,
  '021-makers-of-links': makersOfLinks,
  '022-limit-counts': limitCounts,
  '023-sorted-runs': sortedRuns,
}

/** @throws Error when the database holds a step of a newer version */
export async function requireNotNewer(db: Database) {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const newer = rows.find(({ name }) => !(name in migrations))
  if (newer)
    throw new Error(`a newer version of the service has written it, which took the step ${newer.name}`)
}

/**
 * Takes the steps that are missing, each in a transaction of its own.
 *
 * @throws Error when a step fails
 */
export async function migrate(db: Database) {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
    // Steps land as they are ready, each beside those that it needs: a database in use may have one before an earlier number.
    allowUnorderedMigrations: true,
  })
  for (;;) {
    const { error, results } = await migrator.migrateUp()
    if (error) throw error
    if (results?.length === 0) return
  }
}
