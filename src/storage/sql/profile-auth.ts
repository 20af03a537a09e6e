import { AuthorizationScope } from '#contract/profile-auth.ts'
import type { StoredToken, TokenStore } from '#service/profile-auth/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed } from './parsed.ts'
import type { Doubts } from './doubts.ts'
import type { Database } from './schema.ts'

export function sqlTokens({ read, write, transaction, doubts }: SqlEngine): TokenStore {
  return {
    async current(clientCode, scope) {
      const row = await read
        .selectFrom('tokens')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .where('scope', '=', scope)
        .where('endedAt', 'is', null)
        .executeTakeFirst()
      return row && tokenFrom(row, doubts)
    },

    replaceCurrent: (token, replaces, audit, settingsRevision) =>
      transaction(async (trx) => {
        if (settingsRevision !== undefined && !(await holdSettings(trx, token.clientCode, settingsRevision)))
          return false
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

    async noteExpired(clientCode, now) {
      await write
        .updateTable('tokens')
        .set({ seenExpiredAt: now })
        .where('clientCode', '=', clientCode)
        .where('expiresAt', '<=', now)
        .where('seenExpiredAt', 'is', null)
        .execute()
    },
  }
}

/**
 * Has the settings stay at that revision until the transaction ends: a write that changes nothing keeps other writers
 * out on both engines. Revision 0 has no row.
 *
 * @returns false when they are at another
 */
async function holdSettings(trx: Database, clientCode: string, revision: number): Promise<boolean> {
  if (revision === 0) {
    const row = await trx
      .selectFrom('clientSettings')
      .select('revision')
      .where('clientCode', '=', clientCode)
      .executeTakeFirst()
    return row === undefined
  }
  const { numUpdatedRows } = await trx
    .updateTable('clientSettings')
    .set('revision', (row) => row.ref('revision'))
    .where('clientCode', '=', clientCode)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A row as it is read. */
export function tokenFrom(row: StoredToken, { asInstant }: Doubts): StoredToken {
  const instantOrNull = (value: number | null, column: string) =>
    value === null ? null : asInstant(value, `tokens.${column}`)
  return {
    ...row,
    scope: parsed(AuthorizationScope, row.scope, 'tokens'),
    createdAt: asInstant(row.createdAt, 'tokens.created_at'),
    expiresAt: asInstant(row.expiresAt, 'tokens.expires_at'),
    seenExpiredAt: instantOrNull(row.seenExpiredAt, 'seen_expired_at'),
    endedAt: instantOrNull(row.endedAt, 'ended_at'),
    lastUsedAt: instantOrNull(row.lastUsedAt, 'last_used_at'),
  }
}
