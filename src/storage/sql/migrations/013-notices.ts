import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/** Whom to tell of what, what was told or waits to be, and since when a batch has been stuck. */
export async function up(db: Kysely<unknown>) {
  const { bytes, text } = columnTypes(db)
  await db.schema
    .createTable('notice_targets')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('address', text, (column) => column.notNull())
    .addColumn('language', text)
    .addColumn('kinds', text, (column) => column.notNull())
    .addColumn('sealed_secret', bytes)
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('target_of_client', ['client_code', 'id'])
    .execute()

  await db.schema
    .createTable('notice_deliveries')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('event', text, (column) => column.notNull())
    .addColumn('target_id', text, (column) => column.notNull())
    .addColumn('target_name', text, (column) => column.notNull())
    .addColumn('target_kind', text, (column) => column.notNull())
    .addColumn('notice', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('last_try_at', 'bigint')
    .addColumn('next_try_at', 'bigint')
    .addColumn('leased_until', 'bigint')
    .addColumn('failure', text)
    .addColumn('receipt', text)
    .addPrimaryKeyConstraint('delivery_of_client', ['client_code', 'id'])
    .addUniqueConstraint('told_once', ['client_code', 'target_id', 'event'])
    .execute()
  await db.schema
    .createIndex('deliveries_by_state')
    .on('notice_deliveries')
    .columns(['client_code', 'state', 'next_try_at'])
    .execute()

  await db.schema.alterTable('batches').addColumn('stuck_at', 'bigint').execute()
  await db.schema
    .createIndex('stuck_batches')
    .on('batches')
    .columns(['client_code', 'stuck_at'])
    .where(sql.ref('stuck_at'), 'is not', null)
    .execute()
}
