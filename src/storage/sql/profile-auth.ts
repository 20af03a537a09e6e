import { sql } from 'kysely'
import type { AccessStore } from '#service/access/store.ts'
import type { StoredToken, TokenStore } from '#service/profile-auth/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './sql-storage.ts'

export function sqlProfileAuth({ read, write, transaction }: SqlEngine): {
  tokens: TokenStore
  access: AccessStore
} {
  return {
    tokens: {
      current: (clientCode, scope) =>
        read
          .selectFrom('tokens')
          .selectAll()
          .where('clientCode', '=', clientCode)
          .where('scope', '=', scope)
          .where('endedAt', 'is', null)
          .executeTakeFirst(),

      replaceCurrent: (token, replaces, audit) =>
        transaction(async (trx) => {
          if (replaces !== null) {
            const { numUpdatedRows } = await trx
              .updateTable('tokens')
              .set({ endedAt: token.createdAt, sealedSecret: null })
              .where('clientCode', '=', token.clientCode)
              .where('id', '=', replaces)
              .where('endedAt', 'is', null)
              .executeTakeFirst()
            if (numUpdatedRows === 0n) return false
          }
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto('tokens')
            .values(token)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
          if (numInsertedOrUpdatedRows === 0n) return false
          await insertAudit(trx, audit)
          return true
        }),

      async touch(tokenId, lastUsedAt) {
        await write.updateTable('tokens').set({ lastUsedAt }).where('id', '=', tokenId).execute()
      },
    },

    access: {
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
          enableProfileApiAuthentication: enableProfileApiAuthentication === 1,
          token: isToken(token) ? token : undefined,
        }
      },
    },
  }
}

/** Without a match every column of the joined token is null. */
function isToken(row: { [Column in keyof StoredToken]: StoredToken[Column] | null }): row is StoredToken {
  return row.id !== null
}
