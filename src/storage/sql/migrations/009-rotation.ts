import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Tokens that work on for a while after they were replaced, that are ended by hand and let work again, each change counted.
 * What was called ended was replaced, and stays over whatever the clock says.
 */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  const tokens = db.schema.alterTable('tokens')
  await tokens.renameColumn('ended_at', 'replaced_at').execute()
  await tokens.renameColumn('seen_expired_at', 'seen_over_at').execute()
  for (const column of ['works_until', 'ended_at', 'changed_at']) {
    await tokens.addColumn(column, 'bigint').execute()
  }
  for (const column of [
    'replaced_by',
    'replaced_by_id',
    'ended_by',
    'ended_by_id',
    'changed_by',
    'changed_by_id',
  ]) {
    await tokens.addColumn(column, text).execute()
  }
  await sql`
    alter table tokens add column is_ended_for_good integer not null default 0
    constraint is_ended_for_good_is_a_switch check (is_ended_for_good in (0, 1))`.execute(db)
  await tokens.addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1)).execute()

  // The token that took the place is one of the same client and scope, made at that very moment.
  for (const [to, from] of [
    ['replaced_by', 'created_by'],
    ['replaced_by_id', 'created_by_id'],
  ] as const) {
    await sql`
      update tokens set ${sql.ref(to)} = (
        select newer.${sql.ref(from)} from tokens as newer
        where newer.client_code = tokens.client_code and newer.scope = tokens.scope
          and newer.created_at = tokens.replaced_at and newer.id <> tokens.id limit 1)
      where replaced_at is not null`.execute(db)
  }
  await sql`
    update tokens set
      works_until = case when replaced_at < expires_at then replaced_at else expires_at end,
      seen_over_at = coalesce(seen_over_at, replaced_at),
      revision = case when replaced_at is null then 1 else 2 end,
      changed_at = coalesce(replaced_at, created_at),
      changed_by = coalesce(replaced_by, created_by),
      changed_by_id = case when replaced_by is null then created_by_id else replaced_by_id end`.execute(db)
}
