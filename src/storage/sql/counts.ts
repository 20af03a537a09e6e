/** What is kept of a key. After `untilMs`, milliseconds of the clock of whoever keeps it, it says nothing any more. */
export type Count = { taken: number; untilMs: number }

/** `kind`: what is counted by that key, such as calls of one sort. */
export type CountKey = { kind: string; key: string }

/** Counts by which limits are kept. */
export interface CountStore {
  /**
   * Changes the counts of some keys, whole or not at all, and as if nothing else ran beside it.
   *
   * @param next takes what they are, `NOTHING` where nothing is kept, and the time; returns what they become, null to leave them
   */
  change(keys: CountKey[], next: (counts: Count[], nowMs: number) => Count[] | null): Promise<void>
}

export const NOTHING: Count = { taken: 0, untilMs: 0 }
