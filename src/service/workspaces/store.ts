import type { AuditRecord } from '../audit/store.ts'

/** A workspace; its id stays, whatever it is called. */
export type StoredWorkspace = {
  id: string
  name: string
  /** 1 for a new one, then one more with each change. */
  revision: number
}

export interface WorkspaceStore {
  /** By id. */
  list(): Promise<StoredWorkspace[]>
  /** @returns anything but `done`, with nothing stored, when there is one of that name or id, or as many as may be */
  add(
    workspace: StoredWorkspace,
    most: number,
    audit: AuditRecord,
  ): Promise<'done' | 'name-taken' | 'id-taken' | 'too-many'>
  /** @returns `changed`, with nothing stored, when the one that is stored is not of the revision before, or gone */
  change(workspace: StoredWorkspace, audit: AuditRecord): Promise<'done' | 'name-taken' | 'changed'>
  /** @returns `held`, with nothing removed, while someone holds a role there or is invited to */
  remove(id: string, audit: AuditRecord): Promise<'done' | 'held' | 'gone'>
}
