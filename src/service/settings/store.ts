import type { ClientSettings } from '#contract/settings.ts'
import type { AuditRecord } from '../audit/store.ts'

export type StoredSettings = {
  clientCode: string
  settings: ClientSettings
  /** 0 for a client whose settings were never changed, then one more with each change. */
  revision: number
  /** Milliseconds since 1970; null at revision 0. */
  changedAt: number | null
  /** Who changed them last: their name then, and their id; null at revision 0, the id also for older changes. */
  changedBy: string | null
  changedById: string | null
  /** When the switch was last turned, on or off, and by whom; null while nobody has. */
  switchedAt: number | null
  switchedBy: string | null
  switchedById: string | null
}

export interface SettingsStore {
  /** Undefined for a client whose settings were never changed. */
  find(clientCode: string): Promise<StoredSettings | undefined>
  /**
   * Stores `next` and its audit record together, if the stored revision is still `next.revision - 1` (0: none stored).
   *
   * @returns false, with nothing stored, when another change came first
   */
  replace(next: StoredSettings, audit: AuditRecord): Promise<boolean>
}
