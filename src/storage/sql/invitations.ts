import type { Selectable } from 'kysely'
import { RoleAssignment } from '#contract/users.ts'
import { type Held, joined } from '#service/users/held.ts'
import { canGive } from '#service/users/scope.ts'
import type { InvitationStore, StoredInvitation } from '#service/users/store.ts'
import { insertAudit } from './audit.ts'
import type { Doubts } from './doubts.ts'
import type { SqlEngine } from './engine.ts'
import { heldFrom } from './links.ts'
import { parsed } from './parsed.ts'
import type { Database, Tables } from './schema.ts'
import { isMakerAble } from './set-up-links.ts'
import { findIdentity, findUser, insertUser, replaceHeld } from './users.ts'
import { areWorkspaces } from './workspaces.ts'

export function sqlInvitations({ read, write, transaction, doubts }: SqlEngine): InvitationStore {
  return {
    find: (id) => findInvitation(read, doubts, 'id', id),
    findByCode: (codeSha256) => findInvitation(read, doubts, 'codeSha256', codeSha256),

    async list() {
      const rows = await read.selectFrom('invitations').selectAll().execute()
      const roles = await read.selectFrom('invitationRoles').selectAll().orderBy('workspace').execute()
      const byInvitation = Map.groupBy(roles, ({ invitationId }) => invitationId)
      return rows.map((row) => invitationFrom(row, byInvitation.get(row.id) ?? [], doubts))
    },

    add: (invitations, isSeen, audits) =>
      transaction(async (trx) => {
        const roles = invitations.flatMap((invitation) => invitation.roles)
        if (!(await areWorkspaces(trx, roles))) return 'no-such-workspace'
        const emails = invitations.map(({ email }) => email)
        if ((await heldBy(trx, emails)).some(isSeen)) return 'taken'
        for (const invitation of invitations) await insertInvitation(trx, invitation)
        for (const audit of audits) await insertAudit(trx, audit)
        return 'done'
      }),

    replace: ({ id, codeSha256 }, after, audit) =>
      transaction(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('invitations')
          .where('id', '=', id)
          .where('codeSha256', 'is not distinct from', codeSha256)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        for (const invitation of after) await insertInvitation(trx, invitation)
        await insertAudit(trx, audit)
        return true
      }),

    acceptAsNew: (codeSha256, user, identity, audit) =>
      transaction(async (trx) => {
        const invitation = await findInvitation(trx, doubts, 'codeSha256', codeSha256)
        if (!invitation || !(await canStillBeGiven(trx, doubts, invitation))) return 'gone'
        if (await findIdentity(trx, identity)) return 'known'
        if (!(await insertUser(trx, user))) return 'taken'
        await trx.insertInto('identities').values(identity).execute()
        await trx.deleteFrom('invitations').where('id', '=', invitation.id).execute()
        await insertAudit(trx, audit)
        return 'done'
      }),

    acceptAs: (codeSha256, userId, audit) =>
      transaction(async (trx) => {
        const invitation = await findInvitation(trx, doubts, 'codeSha256', codeSha256)
        const user = await findUser(trx, doubts, 'id', userId)
        if (!invitation || !user || !(await canStillBeGiven(trx, doubts, invitation))) return false
        await replaceHeld(trx, userId, joined(user, invitation))
        await trx.deleteFrom('invitations').where('id', '=', invitation.id).execute()
        await insertAudit(trx, audit)
        return true
      }),

    async endExpiredLinks(now) {
      await write
        .updateTable('invitations')
        .set({ codeSha256: null })
        .where('linkExpiresAt', '<=', now)
        .where('codeSha256', 'is not', null)
        .execute()
    },
  }
}

/**
 * What is held, and offered, under some e-mails, by the same two queries whether or not anything is: what takes longer for an
 * e-mail that is known tells that it is.
 */
async function heldBy(trx: Database, emails: string[]): Promise<Held[]> {
  const users = await trx
    .selectFrom('users')
    .leftJoin('userRoles', 'userRoles.userId', 'users.id')
    .select(['id', 'sysadmin', 'workspace', 'role'])
    .where('email', 'in', emails)
    .execute()
  const invited = await trx
    .selectFrom('invitations')
    .leftJoin('invitationRoles', 'invitationId', 'id')
    .select(['id', 'sysadmin', 'workspace', 'role'])
    .where('email', 'in', emails)
    .execute()
  return [...Map.groupBy([...users, ...invited], ({ id }) => id).values()].map(heldFrom)
}

const canStillBeGiven = (trx: Database, doubts: Doubts, invitation: StoredInvitation) =>
  isMakerAble(trx, doubts, invitation.invitedById, (scope) => canGive(scope, invitation))

async function findInvitation(
  db: Database,
  doubts: Doubts,
  column: 'id' | 'codeSha256',
  value: string,
): Promise<StoredInvitation | undefined> {
  const row = await db.selectFrom('invitations').selectAll().where(column, '=', value).executeTakeFirst()
  if (!row) return undefined
  const roles = await db
    .selectFrom('invitationRoles')
    .selectAll()
    .where('invitationId', '=', row.id)
    .orderBy('workspace')
    .execute()
  return invitationFrom(row, roles, doubts)
}

const invitationFrom = (
  row: Selectable<Tables['invitations']>,
  roles: Selectable<Tables['invitationRoles']>[],
  { asInstant, asSwitch }: Doubts,
): StoredInvitation => ({
  ...row,
  sysadmin: asSwitch(row.sysadmin, false, 'invitations.sysadmin'),
  linkExpiresAt: asInstant(row.linkExpiresAt, 'invitations.link_expires_at'),
  roles: roles.map(({ workspace, role }) => parsed(RoleAssignment, { workspace, role }, 'invitation_roles')),
})

async function insertInvitation(trx: Database, { roles, sysadmin, ...invitation }: StoredInvitation) {
  await trx
    .insertInto('invitations')
    .values({ ...invitation, sysadmin: Number(sysadmin) })
    .execute()
  if (roles.length === 0) return
  await trx
    .insertInto('invitationRoles')
    .values(roles.map((assignment) => ({ invitationId: invitation.id, ...assignment })))
    .execute()
}
