import { sql } from 'kysely'
import type { AccessStore } from '#service/access/store.ts'
import type { StoredToken } from '#service/profile-auth/store.ts'
import type { SqlEngine } from './engine.ts'
import { parsedSwitch } from './parsed.ts'
import { tokenFrom } from './profile-auth.ts'

export function sqlAccess({ read }: SqlEngine): AccessStore {
  return {
    async find(clientCode, secretSha256) {
      const row = await read
        .selectFrom(sql`(select 1)`.as('always'))
        .leftJoin('clientSettings', (join) => join.on('clientSettings.clientCode', '=', clientCode))
        .leftJoin('tokens', (join) => join.on('tokens.secretSha256', '=', secretSha256))
        .select('clientSettings.enableProfileApiAuthentication')
        .selectAll('tokens')
        .executeTakeFirstOrThrow()
      const { enableProfileApiAuthentication, ...token } = row
      return {
        enableProfileApiAuthentication:
          enableProfileApiAuthentication !== null &&
          parsedSwitch(enableProfileApiAuthentication, 'client_settings'),
        token: isToken(token) ? tokenFrom(token) : undefined,
      }
    },
  }
}

/** Without a match every column of the joined token is null. */
function isToken(row: { [Column in keyof StoredToken]: StoredToken[Column] | null }): row is StoredToken {
  return row.id !== null
}
