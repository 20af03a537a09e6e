import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Sessions as their person sees them: by an id that is no secret, from where, in which program, and when and how they last
 * proved who they are. Of those that run already that was at their start, by password, the only way there was.
 */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  const sessions = db.schema.alterTable('sessions')
  await sessions.addColumn('id', text, (column) => column.notNull().defaultTo('')).execute()
  await sessions.addColumn('remote_address', text).execute()
  await sessions.addColumn('user_agent', text).execute()
  await sessions.addColumn('authenticated_at', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
  await sessions.addColumn('method', text, (column) => column.notNull().defaultTo('password')).execute()

  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const newId = isPostgres
    ? sql`substr(replace(gen_random_uuid()::text, '-', ''), 1, 24)`
    : sql`lower(hex(randomblob(12)))`
  await sql`update sessions set id = ${newId}, authenticated_at = started_at`.execute(db)
  await db.schema.createIndex('session_by_id').on('sessions').column('id').unique().execute()
}
