import type { AuditRecord } from '#service/audit/store.ts'
import type { Stores } from '#service/stores.ts'
import { memoryBatches } from './batches.ts'
import { memoryProfileAuth } from './profile-auth.ts'
import { memoryProfiles } from './profiles.ts'
import { memorySettings } from './settings.ts'
import { memoryUsers } from './users.ts'

/** Everything the service keeps, in memory: for the mock and for fast tests. Gone with the process. */
export function memoryStores(): Stores {
  const records: AuditRecord[] = []
  const record = (audit: AuditRecord) => void records.push(audit)
  const settings = memorySettings(record)
  const { profiles, merge } = memoryProfiles()
  return {
    settings,
    ...memoryProfileAuth(settings, record),
    ...memoryUsers(record),
    profiles,
    batches: memoryBatches(merge),
    audit: {
      append: async (audit) => record(audit),
      list: async (limit) => records.toReversed().slice(0, limit),
    },
  }
}
