import type { Kysely } from 'kysely'
import { columnTypes } from './column-types.ts'

export async function up(db: Kysely<unknown>) {
  const { arrival, bytes, json, keyedBy, text, uncompressed } = columnTypes(db)
  await db.schema
    .createTable('profiles')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('id_kind', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .addColumn('attributes', json, (column) => column.notNull())
    .addPrimaryKeyConstraint('profile_of_client', ['client_code', 'id_kind', 'id'])
    .execute()

  await db.schema
    .createTable('batches')
    .addColumn('sequence', arrival)
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('batch_id', text, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('id_kind', text, (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('batch_size', 'integer', (column) => column.notNull())
    .addColumn('consumed_count', 'integer', (column) => column.notNull())
    .addColumn('successful_updates', 'integer', (column) => column.notNull())
    .addColumn('profiles_not_found', 'integer', (column) => column.notNull())
    .addColumn('failed_updates', 'integer', (column) => column.notNull())
    .addColumn('stuck_because', text)
    .addColumn('failed_attempts', 'integer', (column) => column.notNull())
    .$call(keyedBy('batch_of_client', ['client_code', 'batch_id']))
    .execute()
  await db.schema
    .createIndex('batches_by_state')
    .on('batches')
    .columns(['client_code', 'state', 'sequence'])
    .execute()

  await db.schema
    .createTable('batch_chunks')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('batch_id', text, (column) => column.notNull())
    .addColumn('first_line', 'integer', (column) => column.notNull())
    .addColumn('row_count', 'integer', (column) => column.notNull())
    .addColumn('merge_count', 'integer', (column) => column.notNull())
    .addColumn('rows', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('chunk_of_batch', ['client_code', 'batch_id', 'first_line'])
    .addForeignKeyConstraint(
      'batch_of_chunk',
      ['client_code', 'batch_id'],
      'batches',
      ['client_code', 'batch_id'],
      (of) => of.onDelete('cascade'),
    )
    .execute()

  await uncompressed(db, 'batch_chunks', 'rows')
  await db.schema
    .createTable('batch_failures')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('batch_id', text, (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('failure_of_batch', ['client_code', 'batch_id', 'line'])
    .addForeignKeyConstraint(
      'batch_of_failure',
      ['client_code', 'batch_id'],
      'batches',
      ['client_code', 'batch_id'],
      (of) => of.onDelete('cascade'),
    )
    .execute()
}
