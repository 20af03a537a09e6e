import type { Selectable } from 'kysely'
import type { RoleAssignment } from '#contract/users.ts'
import type { Held } from '#service/users/held.ts'
import { canGive, canMakeSetUpLinks, scopeOf } from '#service/users/scope.ts'
import type { Database, Tables } from './schema.ts'

/** @param userId null for the link of the first start */
export async function endLinkOf(trx: Database, userId: string | null) {
  await trx.deleteFrom('setUpLinks').where('userId', 'is not distinct from', userId).execute()
}

/**
 * Ends the link of someone from whom something is taken, and the links that they made and could not make any more.
 *
 * @param left what they still hold
 * @param at milliseconds since 1970
 */
export async function endLinks(trx: Database, userId: string, left: Held, at: number) {
  await endLinkOf(trx, userId)
  const scope = scopeOf({ user: left })
  if (!canMakeSetUpLinks(scope)) await trx.deleteFrom('setUpLinks').where('madeById', '=', userId).execute()

  const made = await trx
    .selectFrom('invitations')
    .leftJoin('invitationRoles', 'invitationId', 'id')
    .select(['id', 'sysadmin', 'workspace', 'role'])
    .where('invitedById', '=', userId)
    .where('codeSha256', 'is not', null)
    .execute()
  const ended = [...Map.groupBy(made, ({ id }) => id)].filter(([, rows]) => !canGive(scope, heldFrom(rows)))
  if (ended.length === 0) return
  await trx
    .updateTable('invitations')
    .set({ codeSha256: null, linkExpiresAt: at })
    .where(
      'id',
      'in',
      ended.map(([id]) => id),
    )
    .execute()
}

type RowOfHeld = Pick<Selectable<Tables['users']>, 'sysadmin'> & {
  [column in 'workspace' | 'role']: RoleAssignment[column] | null
}

/** What is held, or offered, by one row a role. */
export const heldFrom = (rows: RowOfHeld[]): Held => ({
  sysadmin: rows.some(({ sysadmin }) => sysadmin === 1),
  roles: rows.flatMap(({ workspace, role }) => (workspace && role ? [{ workspace, role }] : [])),
})
