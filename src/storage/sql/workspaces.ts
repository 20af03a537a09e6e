import { nameKey } from '#service/workspaces/name-key.ts'
import type { StoredWorkspace, WorkspaceStore } from '#service/workspaces/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import type { Database } from './schema.ts'

export function sqlWorkspaces({ read, transaction }: SqlEngine): WorkspaceStore {
  return {
    list: () => read.selectFrom('workspaces').selectAll().orderBy('id').execute(),

    add: (workspace, most, audit) =>
      transaction(async (trx) => {
        const others = await trx.selectFrom('workspaces').selectAll().execute()
        if (isNameTaken(workspace, others)) return 'name-taken'
        if (others.some(({ id }) => id === workspace.id)) return 'id-taken'
        if (others.length >= most) return 'too-many'
        await trx.insertInto('workspaces').values(workspace).execute()
        await insertAudit(trx, audit)
        return 'done'
      }),

    change: (workspace, audit) =>
      transaction(async (trx) => {
        const all = await trx.selectFrom('workspaces').selectAll().execute()
        const before = all.find(({ id }) => id === workspace.id)
        if (before?.revision !== workspace.revision - 1) return 'changed'
        if (isNameTaken(workspace, all)) return 'name-taken'
        await trx.updateTable('workspaces').set(workspace).where('id', '=', workspace.id).execute()
        await insertAudit(trx, audit)
        return 'done'
      }),

    remove: (id, audit) =>
      transaction(async (trx) => {
        if (!(await areWorkspaces(trx, [{ workspace: id }]))) return 'gone'
        for (const table of ['userRoles', 'invitationRoles'] as const) {
          const held = await trx
            .selectFrom(table)
            .select('role')
            .where('workspace', '=', id)
            .executeTakeFirst()
          if (held !== undefined) return 'held'
        }
        await trx.deleteFrom('workspaces').where('id', '=', id).execute()
        await insertAudit(trx, audit)
        return 'done'
      }),
  }
}

/** Whether there are all the workspaces in which roles are to be held. */
export async function areWorkspaces(trx: Database, roles: { workspace: string }[]): Promise<boolean> {
  const ids = [...new Set(roles.map(({ workspace }) => workspace))]
  if (ids.length === 0) return true
  const found = await trx.selectFrom('workspaces').select('id').where('id', 'in', ids).execute()
  return found.length === ids.length
}

const isNameTaken = ({ id, name }: StoredWorkspace, all: StoredWorkspace[]) =>
  all.some((other) => other.id !== id && nameKey(other.name) === nameKey(name))
