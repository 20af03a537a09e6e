import type { AccessStore } from '#service/access/store.ts'
import type { SqlEngine } from './engine.ts'
import { tokenFrom, type TokenRow } from './profile-auth.ts'
import { isRequired, settingsOf } from './settings.ts'

export function sqlAccess({ read, doubts }: SqlEngine): AccessStore {
  return {
    async find(clientCode, secretSha256) {
      const row = await settingsOf(read, clientCode)
        .leftJoin('tokens', (join) => join.on('tokens.secretSha256', '=', secretSha256))
        .select([
          'clientSettings.enableProfileApiAuthentication',
          'clientSettings.changedAt as settingsChangedAt',
        ])
        .selectAll('tokens')
        .executeTakeFirstOrThrow()
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
