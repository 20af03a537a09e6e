import type { AuditRecord } from '#service/audit/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'

/** How many of each were ended. */
export type EndedAccess = { tokens: number; sessions: number; links: number }

/** Who is told to have ended the tokens: nobody of those who sign in. */
const BY = 'Operator'

/**
 * Ends all that lets someone in without a password, a passkey or the provider, of every client: tokens, for good, sessions, set-up
 * links, and sign-ins under way.
 *
 * @param at milliseconds since 1970
 * @param audit is stored with it, all or nothing
 */
export function endAccess(
  { transaction }: Pick<SqlEngine, 'transaction'>,
  at: number,
  audit: AuditRecord,
): Promise<EndedAccess> {
  return transaction(async (trx) => {
    const tokens = await trx
      .updateTable('tokens')
      .set((row) => ({
        isEndedForGood: 1,
        sealedSecret: null,
        endedAt: at,
        endedBy: BY,
        endedById: null,
        changedAt: at,
        changedBy: BY,
        changedById: null,
        revision: row('revision', '+', 1),
      }))
      .where('isEndedForGood', '=', 0)
      .where('expiresAt', '>', at)
      .executeTakeFirst()
    const sessions = await trx.deleteFrom('sessions').executeTakeFirst()
    const links = await trx.deleteFrom('setUpLinks').executeTakeFirst()
    const invited = await trx
      .updateTable('invitations')
      .set({ codeSha256: null })
      .where('codeSha256', 'is not', null)
      .executeTakeFirst()
    await trx.deleteFrom('ceremonies').execute()
    await trx.deleteFrom('oidcSignIns').execute()
    await insertAudit(trx, audit)
    return {
      tokens: Number(tokens.numUpdatedRows),
      sessions: Number(sessions.numDeletedRows),
      links: Number(links.numDeletedRows + invited.numUpdatedRows),
    }
  })
}
