import type { Notice, NoticeKind, ToldCallers } from '#contract/notices.ts'
import type { BatchStore } from '../batches/store.ts'
import type { RefusedNeeds } from '../callers/refused-since.ts'

/** What is looked through for something to tell. */
export type MatterNeeds = RefusedNeeds & { batches: BatchStore }

/** Something to tell of. */
export type Matter = {
  kind: NoticeKind
  /** When it came about, or what of it is news to those who were told already. */
  at: number
  /** The first notice of it, and those that are given when there is news. */
  events: readonly string[]
  notice: () => Promise<Notice>
}

const MOST_NAMES = 5

/** Callers as a notice speaks of them. */
export const toldCallers = (count: number, callers: ({ name: string | null } | null)[]): ToldCallers => ({
  count,
  names: callers.flatMap((caller) => caller?.name ?? []).slice(0, MOST_NAMES),
})
