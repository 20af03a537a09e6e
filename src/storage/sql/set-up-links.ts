import { canMakeSetUpLinks, type Scope, scopeOf } from '#service/users/scope.ts'
import type { SetUpLinkStore, StoredSetUpLink } from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { Doubts } from './doubts.ts'
import type { SqlEngine } from './engine.ts'
import { endLinkOf } from './links.ts'
import type { Database } from './schema.ts'
import { endSessionsOf, findIdentity, findUser, hasNoUser, insertUser, mayGetIn } from './users.ts'

export function sqlSetUpLinks({ read, write, transaction, doubts }: SqlEngine): SetUpLinkStore {
  return {
    async find(codeSha256) {
      const link = await read
        .selectFrom('setUpLinks')
        .selectAll()
        .where('codeSha256', '=', codeSha256)
        .executeTakeFirst()
      return link && { ...link, expiresAt: doubts.asInstant(link.expiresAt, 'set_up_links.expires_at') }
    },

    async removeExpired(now) {
      await write.deleteFrom('setUpLinks').where('expiresAt', '<=', now).execute()
    },

    replace: (link, audit) =>
      transaction(async (trx) => {
        const mayBe = link.userId === null ? await hasNoUser(trx) : await mayGetIn(trx, link.userId)
        if (!mayBe) return false
        await replaceLink(trx, link)
        await insertAudit(trx, audit)
        return true
      }),

    use: (codeSha256, identity, firstUser, audit) =>
      transaction(async (trx) => {
        const link = await trx
          .selectFrom('setUpLinks')
          .selectAll()
          .where('codeSha256', '=', codeSha256)
          .executeTakeFirst()
        if (!link || link.userId !== (firstUser ? null : identity.userId)) return false
        if (!(await isMakerAble(trx, doubts, link.madeById, canMakeSetUpLinks))) return false
        const former = await findIdentity(trx, identity)
        if (former && former.userId !== identity.userId) return false
        const mayBe = firstUser
          ? (await hasNoUser(trx)) && (await insertUser(trx, firstUser))
          : await mayGetIn(trx, identity.userId)
        if (!mayBe) return false
        await trx
          .insertInto('identities')
          .values(identity)
          .onConflict((conflict) => conflict.columns(['kind', 'issuer', 'subject']).doUpdateSet(identity))
          .execute()
        await endSessionsOf(trx, identity.userId)
        await trx.deleteFrom('setUpLinks').where('codeSha256', '=', codeSha256).execute()
        await insertAudit(trx, audit)
        return true
      }),
  }
}

/**
 * Whether whoever made a link is there and could make it still. It ended when that was taken from them: this is for a link that
 * they were making at that moment.
 */
export async function isMakerAble(
  trx: Database,
  doubts: Doubts,
  makerId: string | null,
  can: (scope: Scope) => boolean,
): Promise<boolean> {
  if (makerId === null) return true
  const maker = await findUser(trx, doubts, 'id', makerId)
  return maker?.suspended === null && can(scopeOf({ user: maker }))
}

async function replaceLink(trx: Database, link: StoredSetUpLink) {
  await endLinkOf(trx, link.userId)
  await trx.insertInto('setUpLinks').values(link).execute()
}
