import * as v from 'valibot'
import type { ProfileStore, StoredProfile } from '#service/profiles/store.ts'
import { askedOften } from './asked-often.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'

export function sqlProfiles(engine: SqlEngine): ProfileStore {
  const { read, updateProfile } = engine
  const profileOf = askedOften(engine, ['clientCode', 'idKind', 'id'], ({ clientCode, idKind, id }) =>
    read
      .selectFrom('profiles')
      .select(['modifiedAt', 'attributes'])
      .where('clientCode', '=', clientCode)
      .where('idKind', '=', idKind)
      .where('id', '=', id),
  )
  return {
    update: updateProfile,

    async find(clientCode, idKind, id) {
      const row = await profileOf({ clientCode, idKind, id })
      return (
        row && {
          clientCode,
          idKind,
          id,
          modifiedAt: row.modifiedAt,
          attributes: attributesFrom(row.attributes),
        }
      )
    },
  }
}

/** In pairs, because the schema library passes over some names that an attribute may have. */
const StoredAttributes = v.array(v.tuple([v.string(), v.tuple([v.string(), v.number()])]))

function attributesFrom(json: string): StoredProfile['attributes'] {
  const stored: object = JSON.parse(json)
  const pairs = parsed(StoredAttributes, Object.entries(stored), 'profiles')
  return Object.fromEntries(pairs.map(([name, [value, modifiedAt]]) => [name, { value, modifiedAt }]))
}
