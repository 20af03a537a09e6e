import { DAYS_TOLD_BEFORE } from '#contract/notices.ts'
import { DAY_MS } from '../callers/periods.ts'
import type { StoredToken } from '../profile-auth/store.ts'

/** An instant at which a token is told of, milliseconds since 1970; 0 days before its end is the end. */
export type ExpiryStep = { at: number; daysBefore: number }

/** When a token is told of: not at what was before its beginning or at it. The earliest first. */
export function expirySteps({
  createdAt,
  expiresAt,
}: Pick<StoredToken, 'createdAt' | 'expiresAt'>): ExpiryStep[] {
  return [...DAYS_TOLD_BEFORE, 0]
    .map((daysBefore) => ({ at: expiresAt - daysBefore * DAY_MS, daysBefore }))
    .filter(({ at }) => at > createdAt)
}
