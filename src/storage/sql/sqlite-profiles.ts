import { PROFILE_LIMIT_BYTES } from '#contract/profiles.ts'
import type { ProfileUpdate, ProfileUpdateOutcome } from '#service/profiles/store.ts'
import type { SqliteStatements } from './sqlite-statements.ts'

/** What may be merged: adding both sizes tells most rows without making the merged text twice. */
const fits = (given: string) => `
  (octet_length(attributes) + octet_length(${given}) <= ${PROFILE_LIMIT_BYTES}
    or octet_length(json_patch(attributes, ${given})) <= ${PROFILE_LIMIT_BYTES})`

// RFC 7396 replaces an array as a whole, so a `[value, modifiedAt]` takes the place of the one before.
const MERGE = `
  update profiles set attributes = json_patch(attributes, ?5), modified_at = ?4
  where client_code = ?1 and id_kind = ?2 and id = ?3 and ${fits('?5')}`

const MERGE_OR_CREATE = `
  insert into profiles (client_code, id_kind, id, modified_at, attributes)
  select ?1, ?2, ?3, ?4, ?5 where octet_length(?5) <= ${PROFILE_LIMIT_BYTES}
  on conflict do update set
    attributes = json_patch(attributes, excluded.attributes), modified_at = excluded.modified_at
  where ${fits('excluded.attributes')}`

const EXISTS = 'select 1 from profiles where client_code = ?1 and id_kind = ?2 and id = ?3'

/**
 * Merges attributes into a profile, or with `creates` into a new one where there is none.
 *
 * @param attributesJson `{name: [value, modifiedAt]}`
 */
export function mergeProfile(
  statements: SqliteStatements,
  { clientCode, idKind, id, modifiedAt }: Omit<ProfileUpdate, 'attributes'>,
  attributesJson: string,
  creates: boolean,
): ProfileUpdateOutcome {
  const merge = statements.prepare(creates ? MERGE_OR_CREATE : MERGE)
  if (merge.run(clientCode, idKind, id, modifiedAt, attributesJson).changes === 1) return 'updated'
  if (creates) return 'too-large'
  return statements.prepare(EXISTS).get(clientCode, idKind, id) === undefined ? 'not-found' : 'too-large'
}

/** `ProfileStore.update` for SQLite. */
export function updateProfile(statements: SqliteStatements, { attributes, ...profile }: ProfileUpdate) {
  const pairs = attributes.map(
    ([name, value]) => `${JSON.stringify(name)}:[${JSON.stringify(value)},${profile.modifiedAt}]`,
  )
  return mergeProfile(statements, profile, `{${pairs.join()}}`, false)
}
