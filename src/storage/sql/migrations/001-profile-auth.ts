import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

export async function up(db: Kysely<unknown>) {
  const { bytes, sequence, text } = columnTypes(db)
  await db.schema
    .createTable('client_settings')
    .addColumn('client_code', text, (column) => column.primaryKey())
    .addColumn('enable_profile_api_authentication', 'integer', (column) => column.notNull())
    .addColumn('other_settings', text, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint')
    .addColumn('changed_by', text)
    .execute()

  await db.schema
    .createTable('tokens')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('secret_sha256', text, (column) => column.notNull())
    .addColumn('sealed_secret', bytes)
    .addColumn('last_four', text, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .addPrimaryKeyConstraint('token_of_client', ['client_code', 'id'])
    .execute()
  await db.schema.createIndex('tokens_by_secret').on('tokens').column('secret_sha256').execute()
  await db.schema
    .createIndex('one_current_token')
    .on('tokens')
    .columns(['client_code', 'scope'])
    .where(sql.ref('ended_at'), 'is', null)
    .unique()
    .execute()

  await db.schema
    .createTable('audit_records')
    .addColumn('sequence', sequence)
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', text)
    .addColumn('actor_name', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('remote_address', text)
    .addColumn('result', text, (column) => column.notNull())
    .addColumn('detail', text, (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('key_checks')
    .addColumn('sealed', bytes, (column) => column.notNull())
    .execute()
}
