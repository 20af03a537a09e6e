import type { Standing } from '#contract/caller-outline.ts'
import { columnOf } from './columns.ts'
import type { CallerCalls } from './store.ts'

type Called = Pick<CallerCalls, 'kind' | 'verdict' | 'tokenId' | 'firstCallAt' | 'lastCallAt'>

/**
 * How a caller stands to tokens that work: whether its next calls would be let in with one. Each kind of call is judged
 * by itself, for jobs that share a machine move one by one; and a kind has moved when all that it sent otherwise came
 * before the first call with such a token.
 *
 * @param calls all of one caller
 * @param working ids of the tokens
 * @param since milliseconds since 1970; calls before it say nothing
 */
export function standingOf(calls: Called[], working: ReadonlySet<string>, since: number): Standing {
  const recent = calls.filter(({ lastCallAt }) => lastCallAt >= since)
  const kinds = Map.groupBy(recent, ({ kind }) => kind).values()
  const standings = new Set(kinds.map((ofKind) => standingOfKind(ofKind, working)))
  const [one] = standings
  if (one === undefined) return 'not-seen'
  return standings.size === 1 ? one : 'sends-both'
}

function standingOfKind(calls: Called[], working: ReadonlySet<string>): Standing {
  const { good = [], bad = [] } = Object.groupBy(calls, ({ verdict, tokenId }) =>
    columnOf(verdict) !== 'without' && tokenId !== null && working.has(tokenId) ? 'good' : 'bad',
  )
  if (good.length === 0) return 'left-behind'
  const firstGood = Math.min(...good.map(({ firstCallAt }) => firstCallAt))
  return bad.every(({ lastCallAt }) => lastCallAt < firstGood) ? 'moved' : 'sends-both'
}
