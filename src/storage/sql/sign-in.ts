import type { User } from '#contract/users.ts'
import type { SessionStore } from '#service/sign-in/store.ts'
import type { SetUpLinkStore, StoredSetUpLink, StoredUser, UserStore } from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { Database, Tables } from './schema.ts'
import type { SqlEngine } from './sql-storage.ts'

export function sqlSignIn(engine: SqlEngine): {
  users: UserStore
  setUpLinks: SetUpLinkStore
  sessions: SessionStore
} {
  return { users: sqlUsers(engine), setUpLinks: sqlSetUpLinks(engine), sessions: sqlSessions(engine) }
}

function sqlUsers({ read, transaction }: SqlEngine): UserStore {
  const find = async (column: 'id' | 'email', value: string) => {
    const row = await read.selectFrom('users').selectAll().where(column, '=', value).executeTakeFirst()
    return row && userFromRow(row)
  }
  return {
    isEmpty: () => hasNoUser(read),
    find: (userId) => find('id', userId),
    findByEmail: (email) => find('email', email),

    async list() {
      const rows = await read.selectFrom('users').selectAll().orderBy('name').execute()
      return rows.map(userFromRow)
    },

    create: (user, link, audit) =>
      transaction(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('users')
          .values(userToRow(user))
          .onConflict((conflict) => conflict.column('email').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 0n) return false
        await replaceLink(trx, link)
        await insertAudit(trx, audit)
        return true
      }),

    setRoles: (userId, held, audit) =>
      transaction(async (trx) => {
        const sysadmins = await trx
          .selectFrom('users')
          .select('id')
          .where('passwordHash', 'is not', null)
          .where((eb) => eb.or([eb('sysadmin', '=', 1), eb('id', '=', userId)]))
          .execute()
        if (!sysadmins.some(({ id }) => id !== userId || held.sysadmin)) return false
        const { numUpdatedRows } = await trx
          .updateTable('users')
          .set(heldToRow(held))
          .where('id', '=', userId)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),
  }
}

function sqlSetUpLinks({ read, transaction }: SqlEngine): SetUpLinkStore {
  return {
    find: (codeSha256) =>
      read.selectFrom('setUpLinks').selectAll().where('codeSha256', '=', codeSha256).executeTakeFirst(),

    replace: (link, audit) =>
      transaction(async (trx) => {
        await replaceLink(trx, link)
        if (audit) await insertAudit(trx, audit)
      }),

    use: (codeSha256, user, audit) =>
      transaction(async (trx) => {
        const link = await trx
          .selectFrom('setUpLinks')
          .selectAll()
          .where('codeSha256', '=', codeSha256)
          .executeTakeFirst()
        if (!link || (link.userId === null && !(await hasNoUser(trx)))) return false
        await trx
          .insertInto('users')
          .values(userToRow(user))
          .onConflict((conflict) => conflict.column('id').doUpdateSet(userToRow(user)))
          .execute()
        await trx.deleteFrom('sessions').where('userId', '=', user.id).execute()
        await trx.deleteFrom('setUpLinks').where('codeSha256', '=', codeSha256).execute()
        await insertAudit(trx, audit)
        return true
      }),
  }
}

function sqlSessions({ read, write, transaction }: SqlEngine): SessionStore {
  return {
    async find(secretSha256) {
      const row = await read
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.userId')
        .select(['userId', 'startedAt', 'lastSeenAt', 'expiresAt'])
        .selectAll('users')
        .where('secretSha256', '=', secretSha256)
        .executeTakeFirst()
      if (!row) return undefined
      const { userId, startedAt, lastSeenAt, expiresAt, ...user } = row
      return { secretSha256, userId, startedAt, lastSeenAt, expiresAt, user: userFromRow(user) }
    },

    start: (session, audit) =>
      transaction(async (trx) => {
        await trx.insertInto('sessions').values(session).execute()
        await insertAudit(trx, audit)
      }),

    async touch(secretSha256, lastSeenAt) {
      await write
        .updateTable('sessions')
        .set({ lastSeenAt })
        .where('secretSha256', '=', secretSha256)
        .execute()
    },

    end: (secretSha256, audit) =>
      transaction(async (trx) => {
        await trx.deleteFrom('sessions').where('secretSha256', '=', secretSha256).execute()
        await insertAudit(trx, audit)
      }),

    endAllOf: (userId, audit) =>
      transaction(async (trx) => {
        await trx.deleteFrom('sessions').where('userId', '=', userId).execute()
        await insertAudit(trx, audit)
      }),

    async removeEnded(now, idleSince) {
      await write
        .deleteFrom('sessions')
        .where((eb) => eb.or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<', idleSince)]))
        .execute()
    },
  }
}

async function hasNoUser(db: Database) {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

async function replaceLink(trx: Database, link: StoredSetUpLink) {
  await trx.deleteFrom('setUpLinks').where('userId', 'is not distinct from', link.userId).execute()
  await trx.insertInto('setUpLinks').values(link).execute()
}

const heldToRow = ({ sysadmin, roles }: Pick<User, 'sysadmin' | 'roles'>) => ({
  sysadmin: Number(sysadmin),
  roles: JSON.stringify(roles),
})

const userToRow = (user: StoredUser): Tables['users'] => ({ ...user, ...heldToRow(user) })

const userFromRow = (row: Tables['users']): StoredUser => ({
  ...row,
  sysadmin: row.sysadmin === 1,
  roles: JSON.parse(row.roles),
})
