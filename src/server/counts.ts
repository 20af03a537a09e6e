/**
 * More keys than this are not held, about 15 MB: the oldest go first, so that whoever has many addresses
 * fills no memory, and locks nobody out.
 */
const MOST_KEYS = 50_000

/** What was counted for a key. Instants are milliseconds of this process's own clock, which nobody sets. */
type Count = { number: number; readonly firstAtMs: number; lastAtMs: number }

/** When a key that was counted so may be counted again. */
export type OpensAt = (count: Count) => number

/** So many in a window. */
export const mostInWindow =
  (most: number, windowMs: number): OpensAt =>
  ({ number, firstAtMs }) =>
    number < most ? 0 : firstAtMs + windowMs

/**
 * Counts by key and says when a key has to wait. A count is forgotten when its window, which begins with the first, ends.
 *
 * @param now milliseconds, never going back
 */
export function countedByKey(opensAt: OpensAt, windowMs: number, now = () => performance.now()) {
  const counts = new Map<string, Count>()

  function counted(key: string): Count | undefined {
    const count = counts.get(key)
    if (count === undefined || now() < count.firstAtMs + windowMs) return count
    counts.delete(key)
    return undefined
  }

  return {
    /** Seconds until the key may be counted again, 0 when it may at once. */
    waitSeconds(key: string): number {
      const count = counted(key)
      return count === undefined ? 0 : Math.max(0, Math.ceil((opensAt(count) - now()) / 1000))
    },

    add(key: string): void {
      const count = counted(key)
      if (count !== undefined) {
        count.number += 1
        count.lastAtMs = now()
        return
      }
      const [oldest] = counts.size < MOST_KEYS ? [] : counts.keys()
      if (oldest !== undefined) counts.delete(oldest)
      counts.set(key, { number: 1, firstAtMs: now(), lastAtMs: now() })
    },

    /** Takes one back; the key is as if it had never come when it was the only one. */
    takeBack(key: string): void {
      const count = counted(key)
      if (count === undefined) return
      count.number -= 1
      if (count.number === 0) counts.delete(key)
    },

    forget: (key: string) => void counts.delete(key),
  }
}
