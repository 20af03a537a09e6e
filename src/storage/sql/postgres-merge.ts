import { sql } from 'kysely'
import { PROFILE_LIMIT_BYTES, type ProfileIdKind } from '#contract/profiles.ts'
import type { Database } from './schema.ts'
import { RECORD_SEPARATOR, SUBSTITUTE, UNIT_SEPARATOR } from './staged-chunk.ts'

/** More than this is not merged in bulk, so that whatever is merged surely fits onto all but the largest profiles. */
const BULK_LIMIT_BYTES = 8 * 1024

/** Which chunk is merged, into whose profiles, and when. */
export type ChunkMerge = {
  clientCode: string
  batchId: string
  firstLine: number
  idKind: ProfileIdKind
  /** Milliseconds since 1970. */
  modifiedAt: number
  /** Whether a profile is made where there is none. */
  creates: boolean
}

/** The rows of a chunk that give something, cut where they were staged, so that none of them leaves the server. */
const rowsOf = ({ clientCode, batchId, firstLine, modifiedAt }: ChunkMerge) => sql`(
  select
    split_part(staged, ${UNIT_SEPARATOR}, 1)::integer as line,
    (split_part(staged, ${UNIT_SEPARATOR}, 2)::json #>> '{}') collate "C" as id,
    split_part(staged, ${UNIT_SEPARATOR}, 3) as attributes
  from batch_chunks, string_to_table(
    replace(convert_from(rows, 'UTF8'), ${SUBSTITUTE}, ${String(modifiedAt)}), ${RECORD_SEPARATOR}) as staged
  where client_code = ${clientCode} and batch_id = ${batchId} and first_line = ${firstLine}
    and split_part(staged, ${UNIT_SEPARATOR}, 3) <> '{}')`

/** Whether a profile takes what is merged in bulk. */
const hasRoom = sql`octet_length(profiles.attributes::text) <= ${sql.lit(PROFILE_LIMIT_BYTES - BULK_LIMIT_BYTES)}`

/**
 * What is `given`, merged into profiles or made one. In the order of the ids, so that two merges at the same time wait for
 * each other and never in a circle.
 */
const mergedOrCreated = ({ clientCode, idKind, modifiedAt }: ChunkMerge) => sql`
  insert into profiles (client_code, id_kind, id, modified_at, attributes)
  select distinct on (id) ${clientCode}, ${idKind}, id, ${modifiedAt}::bigint, attributes::jsonb from given
  where octet_length(attributes) <= ${BULK_LIMIT_BYTES} order by id
  on conflict (client_code, id_kind, id) do update
  set attributes = profiles.attributes || excluded.attributes, modified_at = excluded.modified_at
  where ${hasRoom}`

const merged = ({ clientCode, idKind, modifiedAt }: ChunkMerge) => sql`
  update profiles
  set attributes = profiles.attributes || given.attributes::jsonb, modified_at = ${modifiedAt}::bigint
  from given
  where client_code = ${clientCode} and id_kind = ${idKind} and profiles.id = given.id
    and octet_length(given.attributes) <= ${BULK_LIMIT_BYTES} and ${hasRoom}`

/**
 * Merges or creates the profiles of a chunk, in two thirds of the time that `mergeMost` takes.
 *
 * @returns how many; with fewer than the chunk has to merge, an id is doubled or a profile large, and this is to be undone
 */
export async function mergeTogether(db: Database, chunk: ChunkMerge): Promise<number> {
  const { numAffectedRows } = await sql`
    with given as (select * from ${rowsOf(chunk)} as given) ${mergedOrCreated(chunk)}`.execute(db)
  return Number(numAffectedRows)
}

export type RowLeft = { line: number; id: string; attributes: string; found: boolean }

/**
 * Merges what it can of a chunk with one statement; rows with the same id become one, of which the later win.
 *
 * @returns the rows it left alone, by line: their profile is not `found`, or it or what is given is so large that the limit
 *   must be looked at closely
 */
export async function mergeMost(db: Database, chunk: ChunkMerge): Promise<RowLeft[]> {
  const { clientCode, idKind, creates } = chunk
  const { rows } = await sql<RowLeft>`
    with rows as materialized (select * from ${rowsOf(chunk)} as rows),
    given as materialized (
      select id, '{' || string_agg(substr(attributes, 2, length(attributes) - 2), ',' order by line) || '}' as attributes
      from rows group by id),
    merged as (${creates ? mergedOrCreated(chunk) : merged(chunk)} returning profiles.id)
    select line, id, attributes, exists (
      select 1 from profiles
      where client_code = ${clientCode} and id_kind = ${idKind} and profiles.id = rows.id
    ) as found
    from rows where not exists (select 1 from merged where merged.id = rows.id) order by line`.execute(db)
  return rows
}
