import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Workspaces have names; people are suspended and last seen; who is invited is an invitation and no user yet; the names of
 * removed people are kept for their records.
 */
export async function up(db: Kysely<unknown>) {
  await workspaces(db)
  await standing(db)
  await invitations(db)
}

async function workspaces(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('workspaces')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute()
  await sql`insert into workspaces (id, name, revision) values ('default', 'Default', 1)`.execute(db)
  // Until now roles were held wherever someone said.
  await sql`
    insert into workspaces (id, name, revision)
    select distinct workspace, workspace, 1 from user_roles where workspace <> 'default'`.execute(db)
}

async function standing(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  const users = db.schema.alterTable('users')
  await users.addColumn('last_seen_at', 'bigint').execute()
  await users.addColumn('suspended_at', 'bigint').execute()
  await users.addColumn('suspended_by', text).execute()
  await users.addColumn('suspended_by_id', text).execute()
  await sql`
    update users set last_seen_at = (
      select max(at) from audit_records where action = 'session.started' and actor_id = users.id)`.execute(db)
  await sql`
    update users set last_seen_at = (select max(last_seen_at) from sessions where user_id = users.id)
    where exists (
      select 1 from sessions
      where user_id = users.id and sessions.last_seen_at > coalesce(users.last_seen_at, 0))`.execute(db)
  await db.schema
    .createTable('removed_users')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('removed_at', 'bigint', (column) => column.notNull())
    .execute()
}

async function invitations(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('invitations')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('email', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('sysadmin', 'integer', (column) => column.notNull())
    .addColumn('invited_at', 'bigint', (column) => column.notNull())
    .addColumn('invited_by', text, (column) => column.notNull())
    .addColumn('code_sha256', text, (column) => column.unique())
    .addColumn('link_expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('invitation_roles')
    .addColumn('invitation_id', text, (column) =>
      column.notNull().references('invitations.id').onDelete('cascade'),
    )
    .addColumn('workspace', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('role_of_invitation', ['invitation_id', 'workspace'])
    .execute()

  const invited = sql`id not in (select user_id from identities)`
  await sql`
    insert into invitations (id, email, name, sysadmin, invited_at, invited_by, code_sha256, link_expires_at)
    select id, email, name, sysadmin, created_at,
      coalesce((
        select actor_name from audit_records where action = 'user.created' and subject = users.id limit 1), ''),
      (select code_sha256 from set_up_links where user_id = users.id),
      coalesce((select expires_at from set_up_links where user_id = users.id), created_at)
    from users where ${invited}`.execute(db)
  await sql`
    insert into invitation_roles (invitation_id, workspace, role)
    select user_id, workspace, role from user_roles where user_id in (select id from invitations)`.execute(db)
  for (const table of ['set_up_links', 'user_roles', 'sessions']) {
    await sql`
      delete from ${sql.table(table)} where user_id in (select id from invitations)`.execute(db)
  }
  await sql`delete from users where id in (select id from invitations)`.execute(db)
}
