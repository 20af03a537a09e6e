import type { AuditRecord } from '#service/audit/store.ts'
import type { SettingsStore, StoredSettings } from '#service/settings/store.ts'

export function memorySettings(record: (audit: AuditRecord) => void): SettingsStore {
  const byClient = new Map<string, StoredSettings>()
  return {
    find: async (clientCode) => byClient.get(clientCode),

    async replace(next, audit) {
      const storedRevision = byClient.get(next.clientCode)?.revision ?? 0
      if (storedRevision !== next.revision - 1) return false
      byClient.set(next.clientCode, next)
      record(audit)
      return true
    },
  }
}
