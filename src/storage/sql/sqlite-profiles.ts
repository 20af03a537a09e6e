import { PROFILE_LIMIT_BYTES } from '#contract/profiles.ts'
import type { ProfileUpdate, ProfileUpdateOutcome } from '#service/profiles/store.ts'
import type { SqliteStatements } from './sqlite-statements.ts'
import { toJson } from './attributes-json.ts'
import { SUBSTITUTE } from './staged-chunk.ts'

/** What may be merged: adding both sizes tells most rows without making the merged text twice. */
const fits = (given: string) => `
  (octet_length(attributes) + octet_length(${given}) <= ${PROFILE_LIMIT_BYTES}
    or octet_length(json_patch(attributes, ${given})) <= ${PROFILE_LIMIT_BYTES})`

// RFC 7396 replaces an array as a whole, so a `[value, modifiedAt]` takes the place of the one before.
const MERGE = `
  update profiles set attributes = json_patch(attributes, ?5), modified_at = ?4
  where client_code = ?1 and id_kind = ?2 and id = ?3 and ${fits('?5')}`

const EXISTS = 'select 1 from profiles where client_code = ?1 and id_kind = ?2 and id = ?3'

/** With so many rows a statement takes a third less time than with one; with more than 50 it takes longer again. */
const ROWS_AT_ONCE = 20

/** For each number of rows the statement that merges or creates so many. */
const MERGE_OR_CREATE = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, rowCount) => mergeOrCreate(rowCount))

function mergeOrCreate(rowCount: number): string {
  const rows = Array.from({ length: rowCount }, (_, row) => `(?1, ?2, ?3, ?${2 * row + 4}, ?${2 * row + 5})`)
  return `
    insert into profiles (client_code, id_kind, modified_at, id, attributes) values ${rows.join()}
    on conflict do update set
      attributes = json_patch(attributes, excluded.attributes), modified_at = excluded.modified_at
    where ${fits('excluded.attributes')}`
}

export type Target = Pick<ProfileUpdate, 'clientCode' | 'idKind' | 'modifiedAt'>
/** `attributesJson`: `{name: [value, modifiedAt]}`, which may have SUBSTITUTE in place of the target's `modifiedAt` */
export type Merge = { id: string; attributesJson: string }

/** Split and joined, for what replacing gives is in pieces, which SQLite's binding would have to join. */
const dated = ({ attributesJson }: Merge, { modifiedAt }: Target) =>
  attributesJson.split(SUBSTITUTE).join(String(modifiedAt))

/**
 * Merges attributes into profiles, made where there are none; of two merges into the same one the later wins.
 *
 * @returns false when one of them would grow too large; which one, merging one by one tells, once this is undone
 */
export function mergeOrCreateAll(statements: SqliteStatements, target: Target, merges: Merge[]): boolean {
  const { clientCode, idKind, modifiedAt } = target
  for (let start = 0; start < merges.length; start += ROWS_AT_ONCE) {
    const some = merges.slice(start, start + ROWS_AT_ONCE)
    // Dated a few at a time, so that what is made for them is gone before the garbage collector comes.
    const values = some.flatMap((merge) => [merge.id, dated(merge, target)])
    if (values.some(isTooLarge)) return false
    const statement = statements.prepare(MERGE_OR_CREATE[some.length] ?? '')
    if (statement.run(clientCode, idKind, modifiedAt, ...values).changes !== some.length) return false
  }
  return true
}

/** Merges attributes into one profile, or with `creates` into a new one where there is none. */
export function mergeProfile(
  statements: SqliteStatements,
  target: Target,
  merge: Merge,
  creates: boolean,
): ProfileUpdateOutcome {
  if (creates) return mergeOrCreateAll(statements, target, [merge]) ? 'updated' : 'too-large'
  const { clientCode, idKind, modifiedAt } = target
  const { id } = merge
  const { changes } = statements.prepare(MERGE).run(clientCode, idKind, id, modifiedAt, dated(merge, target))
  if (changes === 1) return 'updated'
  return statements.prepare(EXISTS).get(clientCode, idKind, id) === undefined ? 'not-found' : 'too-large'
}

/** A character takes at most three bytes. */
const isTooLarge = (json: string) =>
  json.length * 3 > PROFILE_LIMIT_BYTES && Buffer.byteLength(json) > PROFILE_LIMIT_BYTES

/** `ProfileStore.update` for SQLite. */
export const updateProfile = (statements: SqliteStatements, update: ProfileUpdate) =>
  mergeProfile(statements, update, { id: update.id, attributesJson: toJson(update) }, false)
