import * as v from 'valibot'
import { RoleAssignment } from '#contract/users.ts'
import { type Held, isSame, NOTHING, takesAway } from '#service/users/held.ts'
import type {
  IdentityKey,
  IdentityStore,
  StoredIdentity,
  StoredUser,
  UserStore,
} from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import type { Doubts } from './doubts.ts'
import { endLinkOf, endLinks } from './links.ts'
import { parsed } from './parsed.ts'
import type { Database, Tables } from './schema.ts'
import { areWorkspaces } from './workspaces.ts'

const IdentityKind = v.picklist(['password', 'passkey', 'oidc'])

export function sqlUsers({ read, write, transaction, doubts }: SqlEngine): UserStore {
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

    setRoles: (before, held, audit) =>
      transaction(async (trx) => {
        const user = await findUser(trx, doubts, 'id', before.id)
        if (!user || !isSame(user, before)) return 'changed'
        if (!(await areWorkspaces(trx, held.roles))) return 'no-such-workspace'
        const isLowered = user.sysadmin && !held.sysadmin
        if (isLowered && !(await isAdministeredWithout(trx, user.id))) return 'last-administrator'
        await replaceHeld(trx, user.id, held)
        if (takesAway(user, held)) await endLinks(trx, user.id, held, audit.at)
        await insertAudit(trx, audit)
        return 'done'
      }),

    suspend: (userId, { at, by, byId }, audit) =>
      transaction(async (trx) => {
        const user = await findUser(trx, doubts, 'id', userId)
        if (!user || user.suspended) return 'changed'
        if (user.sysadmin && !(await isAdministeredWithout(trx, userId))) return 'last-administrator'
        await trx
          .updateTable('users')
          .set({ suspendedAt: at, suspendedBy: by, suspendedById: byId })
          .where('id', '=', userId)
          .execute()
        await endSessionsOf(trx, userId)
        await endLinks(trx, userId, NOTHING, at)
        await insertAudit(trx, audit)
        return 'done'
      }),

    reinstate: (userId, audit) =>
      transaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('users')
          .set({ suspendedAt: null, suspendedBy: null, suspendedById: null })
          .where('id', '=', userId)
          .where('suspendedAt', 'is not', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),

    rename: (userId, name, audit) =>
      transaction(async (trx) => {
        await trx.updateTable('users').set({ name }).where('id', '=', userId).execute()
        await insertAudit(trx, audit)
      }),

    remove: ({ id: userId, name, email }, removedAt, audit) =>
      transaction(async (trx) => {
        const user = await findUser(trx, doubts, 'id', userId)
        if (user?.name !== name || user.email !== email) return 'changed'
        if (user.sysadmin && !(await isAdministeredWithout(trx, userId))) return 'last-administrator'
        await endLinks(trx, userId, NOTHING, removedAt)
        // What belongs to them goes with them, by the foreign keys.
        await trx.deleteFrom('users').where('id', '=', userId).execute()
        await trx.insertInto('removedUsers').values({ id: userId, name, removedAt }).execute()
        await insertAudit(trx, audit)
        return 'done'
      }),

    async nameOf(id) {
      for (const table of ['users', 'removedUsers', 'invitations'] as const) {
        const found = await read.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst()
        if (found) return found.name
      }
      return undefined
    },

    async forgetRemoved(before) {
      await write.deleteFrom('removedUsers').where('removedAt', '<', before).execute()
    },
  }
}

/** Whether someone else administers who can sign in. */
export async function isAdministeredWithout(trx: Database, userId: string): Promise<boolean> {
  const other = await trx
    .selectFrom('users')
    .select('id')
    .where('id', 'in', (identities) => identities.selectFrom('identities').select('userId'))
    .where('id', '<>', userId)
    .where('sysadmin', '=', 1)
    .where('suspendedAt', 'is', null)
    .executeTakeFirst()
  return other !== undefined
}

export function sqlIdentities({ read, transaction }: SqlEngine): IdentityStore {
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

    replaceSecret: (verified, secret, { secretSha256, renewed }, audit) =>
      transaction(async (trx) => {
        const { kind, issuer, subject, userId } = verified
        const ofPerson = trx.selectFrom('sessions').select('id').where('userId', '=', userId)
        const kept = await ofPerson.where('secretSha256', '=', secretSha256).executeTakeFirst()
        if (!kept) return false
        const { numUpdatedRows } = await trx
          .updateTable('identities')
          .set({ secret })
          .where((eb) => eb.and({ kind, issuer, subject, userId, secret: verified.secret }))
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await trx.deleteFrom('sessions').where('userId', '=', userId).where('id', '<>', kept.id).execute()
        await trx.updateTable('sessions').set(renewed).where('id', '=', kept.id).execute()
        await endLinkOf(trx, userId)
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

/**
 * A user with what they hold, by one query whether or not there is one: what takes longer for an e-mail that is known tells
 * that it is.
 */
export async function findUser(
  db: Database,
  doubts: Doubts,
  column: 'id' | 'email',
  value: string,
): Promise<StoredUser | undefined> {
  const rows = await db
    .selectFrom('users')
    .leftJoin('userRoles', 'userRoles.userId', 'users.id')
    .selectAll('users')
    .select(['workspace', 'role'])
    .where(column, '=', value)
    .orderBy('workspace')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const { workspace: _workspace, role: _role, ...user } = first
  const roles = rows.flatMap(({ id, workspace, role }) =>
    workspace === null || role === null ? [] : [{ userId: id, workspace, role }],
  )
  return userFrom(user, roles, doubts)
}

/** Whether there is such a person, and nobody suspended them. */
export async function mayGetIn(trx: Database, userId: string): Promise<boolean> {
  const user = await trx
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where('suspendedAt', 'is', null)
    .executeTakeFirst()
  return user !== undefined
}

function userFrom(
  { suspendedAt, suspendedBy, suspendedById, ...row }: Tables['users'],
  roles: Tables['userRoles'][],
  { asInstant, asSwitch }: Doubts,
): StoredUser {
  const at = suspendedAt === null ? null : asInstant(suspendedAt, 'users.suspended_at')
  return {
    ...row,
    sysadmin: asSwitch(row.sysadmin, false, 'users.sysadmin'),
    suspended: at === null ? null : { at, by: suspendedBy ?? '', byId: suspendedById ?? '' },
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
export async function insertUser(
  trx: Database,
  { roles, sysadmin, suspended, ...user }: StoredUser,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('users')
    .values({
      ...user,
      sysadmin: Number(sysadmin),
      suspendedAt: suspended?.at ?? null,
      suspendedBy: suspended?.by ?? null,
      suspendedById: suspended?.byId ?? null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  await insertRoles(trx, user.id, roles)
  return true
}

async function insertRoles(trx: Database, userId: string, roles: Held['roles']) {
  if (roles.length === 0) return
  await trx
    .insertInto('userRoles')
    .values(roles.map((assignment) => ({ userId, ...assignment })))
    .execute()
}

export async function hasNoUser(db: Database) {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

/** And what waits to become one. */
export async function endSessionsOf(trx: Database, userId: string) {
  await trx.deleteFrom('sessions').where('userId', '=', userId).execute()
  await trx.deleteFrom('ceremonies').where('userId', '=', userId).execute()
}
