import { sql } from 'kysely'
import { PROFILE_LIMIT_BYTES } from '#contract/profiles.ts'
import type { Database } from './schema.ts'

/** More than this is not merged in bulk, so that whatever is merged surely fits onto all but the largest profiles. */
export const BULK_LIMIT_BYTES = 8 * 1024

const TEXT_TYPE = 25

export type Merge = {
  clientCode: string
  idKind: string
  /** Milliseconds since 1970. */
  modifiedAt: number
  /** Whether a profile is made where there is none. */
  creates: boolean
  /** By profile id, JSON of `{name: [value, modifiedAt]}` of up to BULK_LIMIT_BYTES; of a name that stands twice the last counts. */
  attributes: ReadonlyMap<string, string>
}

/**
 * Merges attributes into many profiles with one statement.
 *
 * @returns the ids it left alone: not `found`, or so large already that the limit must be looked at closely
 */
export async function mergeProfiles(db: Database, merge: Merge): Promise<{ id: string; found: boolean }[]> {
  const { clientCode, idKind, modifiedAt, creates, attributes } = merge
  if (attributes.size === 0) return []
  const given = sql`unnest(${textArray(attributes.keys())}::text[], ${textArray(attributes.values())}::text[])`
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

/** An array in PostgreSQL's binary form, which spares both sides the escaping. */
function textArray(texts: Iterable<string>): Buffer {
  const all = [...texts]
  const charCount = all.reduce((sum, text) => sum + text.length, 0)
  const bytes = Buffer.allocUnsafe(20 + 4 * all.length + 3 * charCount)
  let end = 0
  // One dimension, no nulls, their type; how many, counted from 1.
  for (const field of [1, 0, TEXT_TYPE, all.length, 1]) end = bytes.writeInt32BE(field, end)
  for (const text of all) {
    const byteCount = bytes.write(text, end + 4)
    bytes.writeInt32BE(byteCount, end)
    end += 4 + byteCount
  }
  return bytes.subarray(0, end)
}
