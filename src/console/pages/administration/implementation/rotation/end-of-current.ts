import { MAX_OVERLAP_SECONDS, type TokenSummary } from '#contract/profile-auth.ts'
import { useServiceNow } from '../../../../messages/service-clock.ts'
import { useTimeChoice } from '../how-long/use-time-choice.ts'
import type { Words } from './words/en.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A token that was used since so long ago counts as used. */
const USED_MS = 7 * DAY_MS
const SOONEST_MS = 60_000

type Given = {
  words: Words
  token: TokenSummary
  /** ISO 8601; null while no call has used it. */
  lastUsedAt: string | null
  /** Whether there is no room for one more token beside a new one. */
  isFull: boolean
}

/** When the current token ends once a new one is generated: never after its own expiry. */
export function useEndOfCurrent({ words, token, lastUsedAt, isFull }: Given) {
  const nowMs = useServiceNow()
  const expiresMs = Date.parse(token.expiresAt)
  const isInUse = lastUsedAt !== null && nowMs - Date.parse(lastUsedAt) < USED_MS
  const later = [
    { value: 'hour', label: words.in1Hour, atMs: nowMs + HOUR_MS },
    { value: 'day', label: words.in24Hours, atMs: nowMs + DAY_MS },
    { value: 'week', label: words.in7Days, atMs: nowMs + 7 * DAY_MS },
  ].filter(({ atMs }) => atMs < expiresMs)
  const isShortLived = later.length < 3
  const options = [
    { value: 'now', label: words.now, atMs: nowMs },
    ...(isFull ? [] : later),
    ...(isShortLived && !isFull ? [{ value: 'expiry', label: words.whenItExpires, atMs: expiresMs }] : []),
  ]
  const safest = options.find(({ value }) => value === 'day') ?? options.at(-1)
  const choice = useTimeChoice({
    options,
    first: (isInUse ? safest?.value : undefined) ?? 'now',
    field: 'datetime-local',
    earliestMs: nowMs + SOONEST_MS,
    latestMs: Math.min(nowMs + MAX_OVERLAP_SECONDS * 1000, expiresMs),
  })
  return {
    choice,
    isInUse,
    isNow: choice.value === 'now',
    /** Null while the field does not do. */
    overlapSeconds: choice.atMs === null ? null : Math.round((choice.atMs - nowMs) / 1000),
  }
}
