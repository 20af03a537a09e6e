import { type Count, type CountStore, NOTHING } from '#storage/sql/counts.ts'

/** Of more keys of a kind than this, about 15 MB, those that came up longest ago are forgotten: no flood fills the memory. */
const MOST_KEYS = 50_000

/** Of one process, by a clock that nobody sets. @param now milliseconds */
export function memoryCounts(now: () => number = () => performance.now()): CountStore {
  const kinds = new Map<string, Map<string, Count>>()
  const countsOf = (kind: string) => {
    const counts = kinds.get(kind) ?? new Map<string, Count>()
    kinds.set(kind, counts)
    return counts
  }
  return {
    async change(keys, next) {
      const found = keys.map(({ kind, key }) => countsOf(kind).get(key) ?? NOTHING)
      const changed = next(found, now()) ?? []
      for (const [index, count] of changed.entries()) {
        const { kind, key } = keys[index] ?? { kind: '', key: '' }
        keep(countsOf(kind), key, count)
      }
    },
  }
}

function keep(counts: Map<string, Count>, key: string, count: Count): void {
  counts.delete(key)
  if (count === NOTHING) return
  const [oldest] = counts.size < MOST_KEYS ? [] : counts.keys()
  if (oldest !== undefined) counts.delete(oldest)
  counts.set(key, count)
}
