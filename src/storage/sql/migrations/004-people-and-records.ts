import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Identities apart from users and roles as rows; who did it by id as well as by name; codes in place of English sentences;
 * audit records that name client, kind of actor and request, and whose details have one form an action.
 */
export async function up(db: Kysely<unknown>) {
  await identitiesApart(db)
  await rolesAsRows(db)
  await codesForSentences(db)
  await fullerRecords(db)
  await whoByIdAsWell(db)
}

async function identitiesApart(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('identities')
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('issuer', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('secret', text, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('identity', ['kind', 'issuer', 'subject'])
    .execute()
  await db.schema.createIndex('identities_of_user').on('identities').column('user_id').execute()
  await sql`
    insert into identities (kind, issuer, subject, user_id, secret, created_at)
    select 'password', '', id, id, password_hash, created_at from users
    where password_hash is not null`.execute(db)
  await db.schema.alterTable('users').dropColumn('password_hash').execute()
}

async function rolesAsRows(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema
    .createTable('user_roles')
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('workspace', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('role_of_user', ['user_id', 'workspace'])
    .execute()
  const { rows } = await sql<{ id: string; roles: string }>`select id, roles from users`.execute(db)
  for (const { id, roles } of rows) {
    const held: { workspace: string; role: string }[] = JSON.parse(roles)
    for (const { workspace, role } of held) {
      await sql`
        insert into user_roles (user_id, workspace, role) values (${id}, ${workspace}, ${role})`.execute(db)
    }
  }
  await db.schema.alterTable('users').dropColumn('roles').execute()
}

async function codesForSentences(db: Kysely<unknown>) {
  await sql`
    update batch_failures set reason = case
      when reason = 'There is no such profile, and this version of the bulk update creates none.' then 'not-found'
      else 'too-large' end`.execute(db)
  await sql`update batches set stuck_because = 'apply-failed' where stuck_because is not null`.execute(db)
}

async function fullerRecords(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema.alterTable('audit_records').addColumn('client_code', text).execute()
  await db.schema.alterTable('audit_records').addColumn('request_id', text).execute()
  await db.schema
    .alterTable('audit_records')
    .addColumn('actor_kind', text, (column) => column.notNull().defaultTo('person'))
    .execute()
  await sql`
    update audit_records set
      actor_kind = case when actor_name = 'Operator' then 'operator' else 'anonymous' end,
      actor_name = ''
    where actor_id is null`.execute(db)
  await sql`update audit_records set client_code = subject where action = 'settings.updated'`.execute(db)
  await sql`
    update audit_records set client_code = (select client_code from tokens where tokens.id = subject)
    where action in ('token.generated', 'token.viewed')`.execute(db)
  await db.schema
    .createIndex('audit_records_of_client')
    .on('audit_records')
    .columns(['client_code', 'sequence'])
    .execute()

  const { rows } = await sql<{ id: string; detail: string }>`
    select id, detail from audit_records where action = 'settings.updated'`.execute(db)
  for (const { id, detail } of rows) {
    const changed: Record<string, unknown> = JSON.parse(detail)
    const changes = Object.fromEntries(Object.entries(changed).map(([name, after]) => [name, { after }]))
    await sql`
      update audit_records set detail = ${JSON.stringify({ changes })} where id = ${id}`.execute(db)
  }
}

async function whoByIdAsWell(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema.alterTable('tokens').addColumn('created_by_id', text).execute()
  await sql`
    update tokens set created_by_id = (
      select actor_id from audit_records where action = 'token.generated' and subject = tokens.id limit 1)`.execute(
    db,
  )
  await db.schema.alterTable('client_settings').addColumn('changed_by_id', text).execute()
  await sql`
    update client_settings set changed_by_id = (
      select actor_id from audit_records
      where action = 'settings.updated' and subject = client_settings.client_code
      order by sequence desc limit 1)`.execute(db)
}
