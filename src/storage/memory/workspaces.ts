import type { AuditRecord } from '#service/audit/store.ts'
import { nameKey } from '#service/workspaces/name-key.ts'
import type { StoredWorkspace, WorkspaceStore } from '#service/workspaces/store.ts'

/** @param isHeld whether someone holds a role in a workspace, or is invited to */
export function memoryWorkspaces(
  workspaces: Map<string, StoredWorkspace>,
  isHeld: (id: string) => boolean,
  record: (audit: AuditRecord) => void,
): WorkspaceStore {
  const isNameTaken = ({ id, name }: StoredWorkspace) =>
    workspaces.values().some((other) => other.id !== id && nameKey(other.name) === nameKey(name))

  return {
    list: async () => [...workspaces.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),

    async add(workspace, most, audit) {
      if (isNameTaken(workspace)) return 'name-taken'
      if (workspaces.has(workspace.id)) return 'id-taken'
      if (workspaces.size >= most) return 'too-many'
      workspaces.set(workspace.id, workspace)
      record(audit)
      return 'done'
    },

    async change(workspace, audit) {
      if (workspaces.get(workspace.id)?.revision !== workspace.revision - 1) return 'changed'
      if (isNameTaken(workspace)) return 'name-taken'
      workspaces.set(workspace.id, workspace)
      record(audit)
      return 'done'
    },

    async remove(id, audit) {
      if (!workspaces.has(id)) return 'gone'
      if (isHeld(id)) return 'held'
      workspaces.delete(id)
      record(audit)
      return 'done'
    },
  }
}
