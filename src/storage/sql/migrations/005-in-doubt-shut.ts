import { type Kysely, sql } from 'kysely'

/**
 * Switches that hold 0 or 1 and nothing else, what was neither becoming the safe one of the two, and when a token was
 * first seen expired. A record of a change of settings is found by its client, so that settings that are gone are missed.
 */
export async function up(db: Kysely<unknown>) {
  await holdToSwitch(db, 'client_settings', 'enable_profile_api_authentication', 1)
  await holdToSwitch(db, 'users', 'sysadmin', 0)
  await db.schema.alterTable('tokens').addColumn('seen_expired_at', 'bigint').execute()
  await db.schema
    .createIndex('changes_of_settings')
    .on('audit_records')
    .column('client_code')
    .where(sql.ref('action'), '=', sql.lit('settings.updated'))
    .execute()
}

/** By a new column in the place of the old one: SQLite puts no constraint on a column that is there. */
async function holdToSwitch(db: Kysely<unknown>, tableName: string, columnName: string, inDoubt: 0 | 1) {
  const [table, column] = [sql.table(tableName), sql.ref(columnName)]
  const certain = sql.lit(1 - inDoubt)
  await sql`
    alter table ${table} add column checked integer not null default ${sql.lit(inDoubt)}
    constraint ${sql.ref(`${columnName}_is_a_switch`)} check (checked in (0, 1))`.execute(db)
  await sql`update ${table} set checked = ${certain} where ${column} = ${certain}`.execute(db)
  await db.schema.alterTable(tableName).dropColumn(columnName).execute()
  await db.schema.alterTable(tableName).renameColumn('checked', columnName).execute()
}
