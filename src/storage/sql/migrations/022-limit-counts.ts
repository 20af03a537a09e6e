import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** By which several processes keep a limit together; with SQLite there is one, and it counts in memory. Nothing waits for a disk. */
export async function up(db: Kysely<unknown>) {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`
    create unlogged table limit_counts (
      key text collate "C" primary key,
      taken integer not null,
      until_ms bigint not null
    )`.execute(db)
}
