import { useState } from 'react'
import { ApiError } from '#client/api-error.ts'

/** What others have made of what a question is about. */
export type Fate = 'changed' | 'gone'

/** What is answered when it was about something else already. */
const FATES: Partial<Record<string, Fate>> = {
  'precondition-failed': 'changed',
  conflict: 'changed',
  'not-found': 'gone',
}

/** What has become of something that was shown, going by what there is now. */
export function fateAmong<Kept extends { id: string; etag: string }>(
  now: readonly Kept[],
  { id, etag }: Kept,
): Fate | null {
  const found = now.find((one) => one.id === id)
  if (found === undefined) return 'gone'
  return found.etag === etag ? null : 'changed'
}

/** What had become of what an act was about, where it was refused for that. */
export const fateIn = (error: unknown): Fate | null =>
  error instanceof ApiError ? (FATES[error.code ?? ''] ?? null) : null

/**
 * Why a question does not fit any more: it then never does again, so that nobody answers it by mistake. Null while it fits.
 *
 * @param seen what is seen to have become of what it is about; null too while one's own act is under way
 * @param error why the answer to it was refused
 */
export function useOvertaken(seen: Fate | null, error: unknown): Fate | null {
  const [first, setFirst] = useState<Fate | null>(null)
  const found = seen ?? fateIn(error)
  if (first === null && found !== null) setFirst(found)
  return first ?? found
}
