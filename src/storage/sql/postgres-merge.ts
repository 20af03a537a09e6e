import { sql } from 'kysely'
import { PROFILE_LIMIT_BYTES } from '#contract/profiles.ts'
import { BULK_LIMIT_BYTES, type ReadChunk } from './postgres-rows.ts'
import type { Database } from './schema.ts'

export type Merge = Pick<ReadChunk, 'mergeCount' | 'ids' | 'attributes'> & {
  clientCode: string
  idKind: string
  /** Milliseconds since 1970. */
  modifiedAt: number
  /** Whether a profile is made where there is none. */
  creates: boolean
}

/**
 * Merges attributes into many profiles with one statement.
 *
 * @returns the ids it left alone: not `found`, or so large already that the limit must be looked at closely
 */
export async function mergeProfiles(db: Database, merge: Merge): Promise<{ id: string; found: boolean }[]> {
  const { clientCode, idKind, modifiedAt, creates, mergeCount, ids, attributes } = merge
  if (mergeCount === 0) return []
  const given = sql`unnest(${ids}::text[], ${attributes}::text[])`
  // Most tell by the size they are kept in, uncompressed: as text a character takes six times that at most.
  const hasRoom = sql`(
    pg_column_compression(profiles.attributes) is null and pg_column_size(profiles.attributes) <= ${sql.lit(BULK_LIMIT_BYTES)}
    or octet_length(profiles.attributes::text) <= ${sql.lit(PROFILE_LIMIT_BYTES - BULK_LIMIT_BYTES)})`
  // In the order of the ids, so that two merges at the same time wait for each other and never in a circle.
  const merged = creates
    ? sql`
        insert into profiles (client_code, id_kind, id, modified_at, attributes)
        select ${clientCode}, ${idKind}, id, ${modifiedAt}::bigint, attributes::jsonb from given order by id collate "C"
        on conflict (client_code, id_kind, id) do update
        set attributes = profiles.attributes || excluded.attributes, modified_at = excluded.modified_at
        where ${hasRoom}
        returning id`
    : sql`
        update profiles
        set attributes = profiles.attributes || given.attributes::jsonb, modified_at = ${modifiedAt}::bigint
        from given
        where client_code = ${clientCode} and id_kind = ${idKind} and profiles.id = given.id and ${hasRoom}
        returning profiles.id`
  const { rows } = await sql<{ id: string; found: boolean }>`
    with given (id, attributes) as materialized (select * from ${given}), merged as (${merged})
    select id, exists (
      select 1 from profiles
      where client_code = ${clientCode} and id_kind = ${idKind} and profiles.id = given.id
    ) as found
    from given where not exists (select 1 from merged where merged.id = given.id)`.execute(db)
  return rows
}
