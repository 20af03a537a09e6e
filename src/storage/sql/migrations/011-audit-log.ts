import { type Kysely, sql } from 'kysely'

/**
 * Indexes by which the audit log is read, newest first: all of a client, those of a person, those of an act, both. And the few
 * records that say what was removed.
 */
export async function up(db: Kysely<unknown>) {
  await db.schema.dropIndex('audit_records_of_client').execute()
  const chain = sql`coalesce(client_code, '')`
  await sql`create index audit_records_by_time on audit_records (${chain}, at, sequence)`.execute(db)
  await sql`create index audit_records_by_actor on audit_records (${chain}, actor_id, at, sequence)`.execute(
    db,
  )
  await sql`create index audit_records_by_action on audit_records (${chain}, action, at, sequence)`.execute(
    db,
  )
  await sql`
    create index audit_records_by_actor_and_action on audit_records (${chain}, actor_id, action, at, sequence)`.execute(
    db,
  )
  await sql`
    create index audit_removals on audit_records (${chain}, position) where action = 'audit.removed'`.execute(
    db,
  )
}
