import type { Stores } from '#service/stores.ts'
import { memoryAudit } from './audit.ts'
import { memoryBatches } from './batches.ts'
import { memoryCallers } from './callers.ts'
import { memoryNotices } from './notices.ts'
import { memoryProfileAuth } from './profile-auth.ts'
import { memoryProfiles } from './profiles.ts'
import { memorySettings } from './settings.ts'
import { memoryUsers } from './users.ts'

/** Everything the service keeps, in memory: for the mock and for fast tests. Gone with the process. */
export function memoryStores(): Stores {
  const { audit, record } = memoryAudit()
  const settings = memorySettings(record)
  const { profiles, merge } = memoryProfiles()
  const callers = memoryCallers(record)
  return {
    settings,
    ...memoryProfileAuth(settings, record),
    ...memoryUsers(record),
    profiles,
    batches: memoryBatches(merge, callers, record),
    callers,
    notices: memoryNotices(record),
    audit,
  }
}
