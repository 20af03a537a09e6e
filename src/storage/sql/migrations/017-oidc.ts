import type { Kysely } from 'kysely'
import { columnTypes } from './column-types.ts'

/** Sign-ins that are under way at a provider, and the provider's token of a session, with which one signs out there. */
export async function up(db: Kysely<unknown>) {
  const { bytes, text } = columnTypes(db)
  await db.schema
    .createTable('oidc_sign_ins')
    .addColumn('state_sha256', text, (column) => column.primaryKey())
    .addColumn('browser_sha256', text, (column) => column.notNull())
    .addColumn('sealed_bond', bytes, (column) => column.notNull())
    .addColumn('set_up_code_sha256', text)
    .addColumn('return_to', text, (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('oidc_sign_ins_by_end').on('oidc_sign_ins').column('expires_at').execute()

  await db.schema
    .createTable('oidc_sessions')
    .addColumn('session_id', text, (column) =>
      column.primaryKey().references('sessions.id').onDelete('cascade'),
    )
    .addColumn('sealed_id_token', bytes, (column) => column.notNull())
    .execute()
}
