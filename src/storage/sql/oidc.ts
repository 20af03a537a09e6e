import type { OidcStore } from '#service/sign-in/oidc/store.ts'
import { holdsNothing, takesAway } from '#service/users/held.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { endLinks } from './links.ts'
import {
  endSessionsOf,
  findIdentity,
  findUser,
  insertUser,
  isAdministeredWithout,
  replaceHeld,
} from './users.ts'

export function sqlOidc({ read, write, transaction, doubts }: SqlEngine): OidcStore {
  return {
    begin: (signIn, most) =>
      transaction(async (trx) => {
        await trx.insertInto('oidcSignIns').values(signIn).execute()
        await trx
          .deleteFrom('oidcSignIns')
          .where('stateSha256', 'in', (begun) =>
            begun
              .selectFrom('oidcSignIns')
              .select('stateSha256')
              .orderBy('expiresAt', 'desc')
              .limit(1)
              .offset(most),
          )
          .execute()
      }),

    async take({ stateSha256, browserSha256 }) {
      const taken = await write
        .deleteFrom('oidcSignIns')
        .where((eb) => eb.and({ stateSha256, browserSha256 }))
        .returningAll()
        .executeTakeFirst()
      return taken && { ...taken, expiresAt: doubts.asInstant(taken.expiresAt, 'oidc_sign_ins.expires_at') }
    },

    async removeExpired(now) {
      await write.deleteFrom('oidcSignIns').where('expiresAt', '<=', now).execute()
    },

    join: (user, identity, audit) =>
      transaction(async (trx) => {
        if (await findIdentity(trx, identity)) return false
        if (!(await insertUser(trx, user))) return false
        await trx.insertInto('identities').values(identity).execute()
        await insertAudit(trx, audit)
        return true
      }),

    takeRoles: (userId, held, audit) =>
      transaction(async (trx) => {
        const before = await findUser(trx, doubts, 'id', userId)
        if (!before) return 'done'
        const isLowered = before.sysadmin && !held.sysadmin
        if (isLowered && !(await isAdministeredWithout(trx, userId))) return 'last-administrator'
        await replaceHeld(trx, userId, held)
        if (takesAway(before, held)) await endLinks(trx, userId, held, audit.at)
        if (holdsNothing(held)) {
          await endSessionsOf(trx, userId)
        }
        await insertAudit(trx, audit)
        return 'done'
      }),

    async keepIdToken(sessionId, sealedIdToken) {
      await transaction(async (trx) => {
        const session = await trx
          .selectFrom('sessions')
          .select('id')
          .where('id', '=', sessionId)
          .executeTakeFirst()
        if (!session) return
        await trx
          .insertInto('oidcSessions')
          .values({ sessionId, sealedIdToken })
          .onConflict((conflict) => conflict.column('sessionId').doUpdateSet({ sealedIdToken }))
          .execute()
      })
    },

    async idTokenOf(sessionId) {
      const row = await read
        .selectFrom('oidcSessions')
        .select('sealedIdToken')
        .where('sessionId', '=', sessionId)
        .executeTakeFirst()
      return row?.sealedIdToken
    },
  }
}
