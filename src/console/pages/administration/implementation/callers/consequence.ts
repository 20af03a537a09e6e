import type { CallersSummary, Standing } from '#contract/caller-outline.ts'
import type { Caller, Callers } from '#contract/callers.ts'

/** What becomes of those who call when authentication is required. */
export type Consequence = {
  refused: Caller[]
  letIn: Caller[]
  /** They have not called since a token works. */
  notSeen: Caller[]
}

/** What is asked before authentication is required is judged by all tokens that work, not by the current one alone. */
export function consequenceOf({ callers }: Pick<Callers, 'callers'>): Consequence {
  const of = (...standings: Standing[]) =>
    callers.filter(({ standingIfRequired }) => standings.includes(standingIfRequired))
  return { refused: of('left-behind', 'sends-both'), letIn: of('moved'), notSeen: of('not-seen') }
}

/** The same in numbers, of those who called in the last seven days. */
export function countsOf({ standingsIfRequired: counts }: CallersSummary) {
  return {
    refused: counts['left-behind'] + counts['sends-both'],
    letIn: counts.moved,
    notSeen: counts['not-seen'],
  }
}
