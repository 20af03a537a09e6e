import { Fault } from '#service/errors.ts'
import type { ProfileStore, StoredProfile } from '#service/profiles/store.ts'
import { askedOften } from './asked-often.ts'
import type { SqlEngine } from './engine.ts'

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

/** Of every value of a profile, which is read more often than anything else, so not by a schema. */
const isStored = (value: unknown): value is [value: string, modifiedAt: number] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number'

/** @throws Fault where it was written by hand and is not what we write */
function attributesFrom(json: string): StoredProfile['attributes'] {
  const stored: object = JSON.parse(json)
  return Object.entries(stored).map(([name, attribute]: [string, unknown]) => {
    if (!isStored(attribute)) throw new Fault('The database holds something unreadable in profiles.')
    const [value, modifiedAt] = attribute
    return { name, value, modifiedAt }
  })
}
