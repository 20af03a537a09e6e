import { type Kysely, sql } from 'kysely'
import { columnTypes } from './column-types.ts'

/** When the switch was last turned, and by whom; a change of another setting does not say so. */
export async function up(db: Kysely<unknown>) {
  const { text } = columnTypes(db)
  const settings = db.schema.alterTable('client_settings')
  await settings.addColumn('switched_at', 'bigint').execute()
  await settings.addColumn('switched_by', text).execute()
  await settings.addColumn('switched_by_id', text).execute()

  const { rows } = await sql<{ client: string; at: number; name: string; id: string | null; detail: string }>`
    select client_code as client, at, actor_name as name, actor_id as id, detail from audit_records
    where action = 'settings.updated' order by sequence`.execute(db)
  for (const { client, at, name, id, detail } of rows) {
    const { changes }: { changes: Record<string, unknown> } = JSON.parse(detail)
    if (!('enableProfileApiAuthentication' in changes)) continue
    await sql`
      update client_settings set switched_at = ${at}, switched_by = ${name}, switched_by_id = ${id}
      where client_code = ${client}`.execute(db)
  }
}
