import { type Count, type CountStore, NOTHING } from '#storage/sql/counts.ts'

/** How often a key may take, and how that passes. Its name is that of what is counted by it. */
export type Limit = {
  kind: string
  /** Milliseconds until the key may take another, 0 when it may at once. */
  waitMs: (count: Count, nowMs: number) => number
  taken: (count: Count, nowMs: number) => Count
  givenBack: (count: Count) => Count
}

/** Lets each key take so many in a window, which begins with the first. */
export function windows(kind: string, most: number, windowMs: number): Limit {
  const current = (count: Count, nowMs: number) =>
    nowMs < count.untilMs ? count : { taken: 0, untilMs: nowMs + windowMs }
  return {
    kind,
    waitMs: (count, nowMs) => (nowMs < count.untilMs && count.taken >= most ? count.untilMs - nowMs : 0),
    taken(count, nowMs) {
      const { taken, untilMs } = current(count, nowMs)
      return { taken: taken + 1, untilMs }
    },
    givenBack: ({ taken, untilMs }) => (taken > 1 ? { taken: taken - 1, untilMs } : NOTHING),
  }
}

/** Lets each key take so many at once, and after them one at a time: a bucket that is refilled drop by drop until it is full again. */
export function buckets(kind: string, size: number, dropMs: number): Limit {
  return {
    kind,
    waitMs: ({ untilMs }, nowMs) => Math.max(0, untilMs - nowMs - (size - 1) * dropMs),
    taken: ({ untilMs }, nowMs) => ({ taken: 0, untilMs: Math.max(nowMs, untilMs) + dropMs }),
    givenBack: ({ untilMs }) => ({ taken: 0, untilMs: Math.max(0, untilMs - dropMs) }),
  }
}

/** Whose turn is counted, by which limit. */
export type Turn = { limit: Limit; key: string }

/** Takes a turn of each, or of none where one of them has to wait. @returns whole seconds to wait */
export async function take(counts: CountStore, turns: Turn[]): Promise<number> {
  let waitMs = 0
  await counts.change(turns.map(keyOf), (found, nowMs) => {
    const waits = turns.map(({ limit }, index) => limit.waitMs(found[index] ?? NOTHING, nowMs))
    waitMs = Math.max(...waits)
    return waitMs > 0 ? null : turns.map(({ limit }, index) => limit.taken(found[index] ?? NOTHING, nowMs))
  })
  return Math.ceil(waitMs / 1000)
}

/** Gives turns back, all that were taken of some. What cannot be given back stays counted: the call is answered all the same. */
export async function giveBack(counts: CountStore, turns: Turn[], all: Turn[] = []): Promise<void> {
  const change = counts.change([...turns, ...all].map(keyOf), (found) => [
    ...turns.map(({ limit }, index) => limit.givenBack(found[index] ?? NOTHING)),
    ...all.map(() => NOTHING),
  ])
  await change.catch(() => {})
}

const keyOf = ({ limit: { kind }, key }: Turn) => ({ kind, key })
