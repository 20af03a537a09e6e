import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/**
 * Who made a link, by id: it ends with their right to make it. Links of before are told by their records; those end whose
 * maker is gone, suspended, or could not make them any more.
 */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  await db.schema.alterTable('invitations').addColumn('invited_by_id', text).execute()
  await db.schema.alterTable('set_up_links').addColumn('made_by_id', text).execute()

  await sql`update invitations set invited_by_id = ${makerOf('invitations.id')}`.execute(db)
  await sql`update set_up_links set made_by_id = ${makerOf('set_up_links.user_id')}`.execute(db)

  await sql`
    delete from set_up_links
    where made_by_id is not null
      and made_by_id not in (select id from users where sysadmin = 1 and suspended_at is null)`.execute(db)
  await sql`
    update invitations set code_sha256 = null, link_expires_at = invited_at
    where invited_by_id is not null
      and invited_by_id not in (select id from users where sysadmin = 1 and suspended_at is null)
      and (
        sysadmin = 1
        or invited_by_id not in (select id from users where suspended_at is null)
        or exists (
          select 1 from invitation_roles as offered
          where offered.invitation_id = invitations.id
            and not exists (
              select 1 from user_roles as held
              where held.user_id = invitations.invited_by_id
                and held.workspace = offered.workspace and held.role = 'admin')))`.execute(db)
}

/** The person who made the last link of someone; null for the operator, and where records are gone. */
const makerOf = (column: string) => sql`(
  select actor_id from audit_records
  where action in ('user.created', 'user.set-up-link-made') and subject = ${sql.ref(column)}
  order by sequence desc limit 1)`
