import { AuthorizationScope } from '#contract/profile-auth.ts'
import type { StoredToken, TokenStore } from '#service/profile-auth/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'

export function sqlTokens({ read, write, transaction }: SqlEngine): TokenStore {
  return {
    async current(clientCode, scope) {
      const row = await read
        .selectFrom('tokens')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('scope', '=', scope)
        .where('endedAt', 'is', null)
        .executeTakeFirst()
      return row && tokenFrom(row)
    },

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
  }
}

/** A row as it is read. */
export const tokenFrom = (row: StoredToken): StoredToken => ({
  ...row,
  scope: parsed(AuthorizationScope, row.scope, 'tokens'),
})
