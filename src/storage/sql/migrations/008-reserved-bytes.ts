import type { Kysely } from 'kysely'

/** How much room a batch was promised, so that all that waits together has a bound. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .alterTable('batches')
    .addColumn('reserved_bytes', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
}
