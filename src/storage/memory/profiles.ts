import { PROFILE_LIMIT_BYTES, type ProfileIdKind } from '#contract/profiles.ts'
import type {
  ProfileStore,
  ProfileUpdate,
  ProfileUpdateOutcome,
  StoredProfile,
} from '#service/profiles/store.ts'

/** Merges an update into a profile, or with `creates` into a new one where there is none. */
export type Merge = (update: ProfileUpdate, creates: boolean) => ProfileUpdateOutcome

export function memoryProfiles(): { profiles: ProfileStore; merge: Merge } {
  const profiles = new Map<string, StoredProfile>()

  const merge: Merge = ({ clientCode, idKind, id, attributes, modifiedAt }, creates) => {
    const key = keyOf(clientCode, idKind, id)
    const stored = profiles.get(key)
    if (stored === undefined && !creates) return 'not-found'
    const byName = new Map(stored?.attributes.map((attribute) => [attribute.name, attribute]))
    for (const [name, value] of attributes) byName.set(name, { name, value, modifiedAt })
    const merged = [...byName.values()]
    if (storedBytes(merged) > PROFILE_LIMIT_BYTES) return 'too-large'
    profiles.set(key, { clientCode, idKind, id, modifiedAt, attributes: merged })
    return 'updated'
  }

  return {
    merge,
    profiles: {
      find: async (clientCode, idKind, id) => profiles.get(keyOf(clientCode, idKind, id)),
      update: async (update) => merge(update, false),
    },
  }
}

const keyOf = (clientCode: string, idKind: ProfileIdKind, id: string) => `${clientCode}/${idKind}/${id}`

/** As the databases count: JSON of `{name: [value, modifiedAt]}`. */
function storedBytes(attributes: StoredProfile['attributes']): number {
  const pairs = attributes.map(({ name, value, modifiedAt }) => [name, [value, modifiedAt]])
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(pairs))).length
}
