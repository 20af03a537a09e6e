import type { Kysely } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Chunks of a batch may be pages of runs that are sorted by id, and a batch tells the row that was applied last in that
 * order. What waits from before is of no run and is applied by line.
 */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema.alterTable('batch_chunks').addColumn('run', 'integer').execute()
  await db.schema
    .createIndex('chunks_by_run')
    .on('batch_chunks')
    .columns(['client_code', 'batch_id', 'run', 'first_line'])
    .execute()
  await db.schema.alterTable('batches').addColumn('applied_id', text).execute()
  await db.schema.alterTable('batches').addColumn('applied_line', 'integer').execute()
}
