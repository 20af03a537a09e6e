import type { Kysely } from 'kysely'
import { columnTypes } from './column-types.ts'

/** Who calls the profile API, and how often, with what and with which outcome: a row a day and use, a column an hour. */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('callers')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('address', text)
    .addColumn('user_agent', text)
    .addColumn('name', text)
    .addColumn('first_call_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('caller_of_client', ['client_code', 'id'])
    .execute()

  const counts = db.schema
    .createTable('call_counts')
    .addColumn('client_code', text, (column) => column.notNull())
    .addColumn('period_start', 'bigint', (column) => column.notNull())
    .addColumn('caller_id', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('is_refused', 'integer', (column) => column.notNull())
    .addColumn('token_id', text, (column) => column.notNull())
    .addColumn('first_call_at', 'bigint', (column) => column.notNull())
    .addColumn('last_call_at', 'bigint', (column) => column.notNull())
  let withHours = counts
  for (let hour = 0; hour < 24; hour += 1) {
    const name = `h${String(hour).padStart(2, '0')}`
    withHours = withHours.addColumn(name, 'integer', (column) => column.notNull())
  }
  await withHours
    .addPrimaryKeyConstraint('count_of_caller', [
      'client_code',
      'period_start',
      'caller_id',
      'kind',
      'verdict',
      'is_refused',
      'token_id',
    ])
    .execute()
}
