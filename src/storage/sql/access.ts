import { type AccessStore, SHOWN } from '#service/access/store.ts'
import { Fault } from '#service/errors.ts'
import { askedOften } from './asked-often.ts'
import type { SqlEngine } from './engine.ts'
import { type ShownRow, shownTokenFrom } from './profile-auth.ts'
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
      .select(SHOWN.map((column) => `tokens.${column}` as const)),
  )
  return {
    async find(clientCode, secretSha256) {
      const row = await accessOf({ clientCode, secretSha256 })
      if (row === undefined) throw new Fault('The database answered nothing where there is always a row.')
      return {
        enableProfileApiAuthentication: isRequired(row, clientCode, doubts),
        settingsChangedAt: row.settingsChangedAt,
        token: isToken(row) ? shownTokenFrom(row, doubts) : undefined,
      }
    },
  }
}

/** Without a match every column of the joined token is null. */
function isToken<Row extends { [Column in keyof ShownRow]: ShownRow[Column] | null }>(
  row: Row,
): row is Row & ShownRow {
  return row.id !== null
}
