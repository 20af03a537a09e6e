import type { AccessStore } from '#service/access/store.ts'
import { Fault } from '#service/errors.ts'
import { askedOften } from './asked-often.ts'
import type { SqlEngine } from './engine.ts'
import { tokenFrom, type TokenRow } from './profile-auth.ts'
import { isRequired, settingsOf } from './settings.ts'

export function sqlAccess(engine: SqlEngine): AccessStore {
  const { read, doubts } = engine
  const accessOf = askedOften(engine, ['clientCode', 'secretSha256'], ({ clientCode, secretSha256 }) =>
    settingsOf(read, clientCode)
      .leftJoin('tokens', (join) => join.on('tokens.secretSha256', '=', secretSha256))
      .select([
        'clientSettings.enableProfileApiAuthentication',
        'clientSettings.changedAt as settingsChangedAt',
      ])
      .selectAll('tokens'),
  )
  return {
    async find(clientCode, secretSha256) {
      const row = await accessOf({ clientCode, secretSha256 })
      if (row === undefined) throw new Fault('The database answered nothing where there is always a row.')
      const { enableProfileApiAuthentication, areLost, settingsChangedAt, ...token } = row
      const found = { enableProfileApiAuthentication, areLost }
      return {
        enableProfileApiAuthentication: isRequired(found, clientCode, doubts),
        settingsChangedAt,
        token: isToken(token) ? tokenFrom(token, doubts) : undefined,
      }
    },
  }
}

/** Without a match every column of the joined token is null. */
function isToken(row: { [Column in keyof TokenRow]: TokenRow[Column] | null }): row is TokenRow {
  return row.id !== null
}
