import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/** Who sent a batch, when it was over, what a person did about it, what a refused upload was told; and lists of them. */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  for (const [name, type] of [
    ['caller_id', text],
    ['caller_address', text],
    ['caller_user_agent', text],
    ['finished_at', 'bigint'],
    ['refusal', text],
    ['last_act', text],
    ['last_act_by', text],
    ['last_act_at', 'bigint'],
  ] as const) {
    await db.schema.alterTable('batches').addColumn(name, type).execute()
  }

  await db.schema
    .createIndex('batches_by_arrival')
    .on('batches')
    .columns(['client_code', 'received_at', 'sequence'])
    .execute()
  await db.schema
    .createIndex('batches_by_state_and_arrival')
    .on('batches')
    .columns(['client_code', 'state', 'received_at', 'sequence'])
    .execute()
  await db.schema
    .createIndex('batches_with_failures')
    .on('batches')
    .columns(['client_code', 'received_at', 'sequence'])
    .where(sql<boolean>`failed_updates + profiles_not_found > 0`)
    .execute()
}
