/** Of more keys than this, about 15 MB, those that came up longest ago are forgotten: no flood fills the memory. */
const MOST_KEYS = 50_000

function keep<Value>(counts: Map<string, Value>, key: string, value: Value): void {
  counts.delete(key)
  const [oldest] = counts.size < MOST_KEYS ? [] : counts.keys()
  if (oldest !== undefined) counts.delete(oldest)
  counts.set(key, value)
}

const wholeSeconds = (ms: number) => Math.max(0, Math.ceil(ms / 1000))

/** Milliseconds of a clock that nobody sets. */
type Clock = () => number
const processClock: Clock = () => performance.now()

/** Lets each key take so many in a window, which begins with the first. */
export function windows(most: number, windowMs: number, now = processClock) {
  const counts = new Map<string, { taken: number; endsAtMs: number }>()
  const current = (key: string) => {
    const count = counts.get(key)
    return count !== undefined && now() < count.endsAtMs ? count : { taken: 0, endsAtMs: now() + windowMs }
  }
  return {
    /** Seconds until the key may take another, 0 when it may at once. */
    waitSeconds(key: string): number {
      const { taken, endsAtMs } = current(key)
      return taken < most ? 0 : wholeSeconds(endsAtMs - now())
    },
    take(key: string): void {
      const { taken, endsAtMs } = current(key)
      keep(counts, key, { taken: taken + 1, endsAtMs })
    },
    giveBack(key: string): void {
      const { taken, endsAtMs } = current(key)
      if (taken > 1) counts.set(key, { taken: taken - 1, endsAtMs })
      else counts.delete(key)
    },
  }
}

/** Lets each key take so many at once, and after them one at a time: a bucket that is refilled drop by drop. */
export function buckets(size: number, dropMs: number, now = processClock) {
  /** When each is full again; all others are. */
  const fullAtMs = new Map<string, number>()
  const fullAt = (key: string) => Math.max(now(), fullAtMs.get(key) ?? 0)
  return {
    /** Seconds until the key may take another, 0 when it may at once. */
    waitSeconds: (key: string): number => wholeSeconds(fullAt(key) - now() - (size - 1) * dropMs),
    take: (key: string): void => keep(fullAtMs, key, fullAt(key) + dropMs),
    giveBack(key: string): void {
      if (fullAtMs.has(key)) fullAtMs.set(key, fullAt(key) - dropMs)
    },
    refill: (key: string): void => void fullAtMs.delete(key),
  }
}
