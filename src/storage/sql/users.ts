import * as v from 'valibot'
import { RoleAssignment } from '#contract/roles.ts'
import type { User } from '#contract/users.ts'
import { type Held, takesAway } from '#service/users/held.ts'
import type {
  IdentityKey,
  IdentityStore,
  SetUpLinkStore,
  StoredIdentity,
  StoredSetUpLink,
  StoredUser,
  UserStore,
} from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import type { Doubts } from './doubts.ts'
import { parsed } from './parsed.ts'
import type { Database, Tables } from './schema.ts'

const IdentityKind = v.picklist(['password', 'oidc'])

export function sqlUsers({ read, transaction, doubts }: SqlEngine): UserStore {
  return {
    isEmpty: () => hasNoUser(read),
    find: (userId) => findUser(read, doubts, 'id', userId),
    findByEmail: (email) => findUser(read, doubts, 'email', email),

    async list() {
      const rows = await read.selectFrom('users').selectAll().orderBy('name').execute()
      const roles = await read.selectFrom('userRoles').selectAll().orderBy('workspace').execute()
      const byUser = Map.groupBy(roles, ({ userId }) => userId)
      return rows.map((row) => userFrom(row, byUser.get(row.id) ?? [], doubts))
    },

    create: (user, link, audit) =>
      transaction(async (trx) => {
        if (!(await insertUser(trx, user))) return false
        await replaceLink(trx, link)
        await insertAudit(trx, audit)
        return true
      }),

    setRoles: (userId, { sysadmin, roles }, audit) =>
      transaction(async (trx) => {
        const sysadmins = await trx
          .selectFrom('users')
          .select('id')
          .where('id', 'in', (identities) => identities.selectFrom('identities').select('userId'))
          .where((eb) => eb.or([eb('sysadmin', '=', 1), eb('id', '=', userId)]))
          .execute()
        if (!sysadmins.some(({ id }) => id !== userId || sysadmin)) return false
        const before = await findUser(trx, doubts, 'id', userId)
        if (!before) return false
        await replaceHeld(trx, userId, { sysadmin, roles })
        if (takesAway(before, { sysadmin, roles })) await endLinkOf(trx, userId)
        await insertAudit(trx, audit)
        return true
      }),
  }
}

export function sqlIdentities({ read }: SqlEngine): IdentityStore {
  return {
    async find(key) {
      const row = await findIdentity(read, key)
      return row && identityFrom(row)
    },

    async listOf(userId) {
      const rows = await read
        .selectFrom('identities')
        .selectAll()
        .where('userId', '=', userId)
        .orderBy('createdAt')
        .execute()
      return rows.map(identityFrom)
    },
  }
}

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
        if (link.userId === null && !(await hasNoUser(trx))) return false
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
        const former = await findIdentity(trx, identity)
        if (former && former.userId !== identity.userId) return false
        if (firstUser && !((await hasNoUser(trx)) && (await insertUser(trx, firstUser)))) return false
        await trx
          .insertInto('identities')
          .values(identity)
          .onConflict((conflict) => conflict.columns(['kind', 'issuer', 'subject']).doUpdateSet(identity))
          .execute()
        await trx.deleteFrom('sessions').where('userId', '=', identity.userId).execute()
        await trx.deleteFrom('setUpLinks').where('codeSha256', '=', codeSha256).execute()
        await insertAudit(trx, audit)
        return true
      }),
  }
}

const identityFrom = (row: Tables['identities']): StoredIdentity => ({
  ...row,
  kind: parsed(IdentityKind, row.kind, 'identities'),
})

export const findIdentity = (db: Database, { kind, issuer, subject }: IdentityKey) =>
  db
    .selectFrom('identities')
    .selectAll()
    .where((eb) => eb.and({ kind, issuer, subject }))
    .executeTakeFirst()

/** A user with what they hold. */
export async function findUser(
  db: Database,
  doubts: Doubts,
  column: 'id' | 'email',
  value: string,
): Promise<StoredUser | undefined> {
  const row = await db.selectFrom('users').selectAll().where(column, '=', value).executeTakeFirst()
  if (!row) return undefined
  const roles = await db
    .selectFrom('userRoles')
    .selectAll()
    .where('userId', '=', row.id)
    .orderBy('workspace')
    .execute()
  return userFrom(row, roles, doubts)
}

function userFrom(row: Tables['users'], roles: Tables['userRoles'][], { asSwitch }: Doubts): StoredUser {
  return {
    ...row,
    sysadmin: asSwitch(row.sysadmin, false, 'users.sysadmin'),
    roles: roles.map(({ workspace, role }) => parsed(RoleAssignment, { workspace, role }, 'user_roles')),
  }
}

/** Replaces what somebody holds. */
export async function replaceHeld(trx: Database, userId: string, { sysadmin, roles }: Held) {
  await trx
    .updateTable('users')
    .set({ sysadmin: Number(sysadmin) })
    .where('id', '=', userId)
    .execute()
  await trx.deleteFrom('userRoles').where('userId', '=', userId).execute()
  await insertRoles(trx, userId, roles)
}

/** @returns false when the e-mail is taken */
export async function insertUser(trx: Database, { roles, sysadmin, ...user }: StoredUser): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('users')
    .values({ ...user, sysadmin: Number(sysadmin) })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  await insertRoles(trx, user.id, roles)
  return true
}

async function insertRoles(trx: Database, userId: string, roles: User['roles']) {
  if (roles.length === 0) return
  await trx
    .insertInto('userRoles')
    .values(roles.map((assignment) => ({ userId, ...assignment })))
    .execute()
}

async function hasNoUser(db: Database) {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

/** @param userId null for the link of the first start */
export async function endLinkOf(trx: Database, userId: string | null) {
  await trx.deleteFrom('setUpLinks').where('userId', 'is not distinct from', userId).execute()
}

async function replaceLink(trx: Database, link: StoredSetUpLink) {
  await endLinkOf(trx, link.userId)
  await trx.insertInto('setUpLinks').values(link).execute()
}
