import { type RawBuilder, sql } from 'kysely'
import { PROFILE_LIMIT_BYTES } from '#contract/profiles.ts'
import type { ProfileUpdate, ProfileUpdateOutcome } from '#service/profiles/store.ts'
import type { Database } from './schema.ts'
import { toJson } from './attributes-json.ts'

/** Which profile a change is for, and when it is made. */
export type ProfileKey = Omit<ProfileUpdate, 'attributes'>

/** Bytes of a profile as SQLite keeps it: PostgreSQL prints three blanks with each attribute, but for one. */
const bytesOf = (attributes: RawBuilder<unknown>) => sql`
  octet_length((${attributes})::text) - 3 * jsonb_array_length(jsonb_path_query_array(${attributes}, '$.*')) + 1`

/**
 * Merges attributes into a profile, or with `creates` into a new one where there is none.
 *
 * @param attributesJson `{name: [value, modifiedAt]}`
 */
export async function mergeProfile(
  db: Database,
  { clientCode, idKind, id, modifiedAt }: ProfileKey,
  attributesJson: string,
  creates: boolean,
): Promise<ProfileUpdateOutcome> {
  if (creates && Buffer.byteLength(attributesJson) > PROFILE_LIMIT_BYTES) return 'too-large'
  const merged = sql`profiles.attributes || ${attributesJson}::jsonb`
  const fits = sql`${bytesOf(merged)} <= ${PROFILE_LIMIT_BYTES}`
  const isIt = sql`client_code = ${clientCode} and id_kind = ${idKind} and id = ${id}`
  const { numAffectedRows } = await (
    creates
      ? sql`
          insert into profiles (client_code, id_kind, id, modified_at, attributes)
          values (${clientCode}, ${idKind}, ${id}, ${modifiedAt}, ${attributesJson})
          on conflict (client_code, id_kind, id) do update
          set attributes = ${merged}, modified_at = excluded.modified_at where ${fits}`
      : sql`
          update profiles set attributes = ${merged}, modified_at = ${modifiedAt} where ${isIt} and ${fits}`
  ).execute(db)
  if (numAffectedRows === 1n) return 'updated'
  if (creates) return 'too-large'
  const { rows } = await sql`select 1 from profiles where ${isIt}`.execute(db)
  return rows.length === 0 ? 'not-found' : 'too-large'
}

/** `ProfileStore.update` for PostgreSQL. */
export const updateProfile = (db: Database, update: ProfileUpdate) =>
  mergeProfile(db, update, toJson(update), false)
