import type { Kysely } from 'kysely'
import { columnTypes } from './column-types.ts'

/** Passkeys, which are identities with more to say; recovery codes; and what waits for an authenticator or a second step. */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('passkeys')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('credential_id', text, (column) => column.notNull().unique())
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('rp_id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('sign_count', 'bigint', (column) => column.notNull())
    .addColumn('transports', text, (column) => column.notNull())
    .addColumn('is_backup_eligible', 'integer', (column) => column.notNull())
    .addColumn('is_backed_up', 'integer', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .execute()
  await db.schema.createIndex('passkeys_of_user').on('passkeys').column('user_id').execute()

  await db.schema
    .createTable('recovery_codes')
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('code_sha256', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_code_of_user', ['user_id', 'code_sha256'])
    .execute()

  await db.schema
    .createTable('ceremonies')
    .addColumn('key_sha256', text, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('verified_secret', text)
    .addColumn('challenge', text, (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('ceremonies_by_end').on('ceremonies').column('expires_at').execute()
}
