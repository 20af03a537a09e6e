import type { CallersSummary } from '#contract/caller-outline.ts'

/** Lines that the card of callers takes, about. */
export const linesOfCallers = ({ count }: Pick<CallersSummary, 'count'>) =>
  count === 0 ? { lines: 5.3 } : { lines: 21 + 3.1 * count, narrow: 26 + 9.7 * count }
