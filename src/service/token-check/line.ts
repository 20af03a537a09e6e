import { type Mark, marksOf } from './marks.ts'

/** A stretch of a line as it is read, `to` not included. */
export type Span = { from: number; to: number }

/** What was pasted, and beside it what it reads as: `plain`, in which nothing is left of what nobody sees. */
export type Line = { text: string; plain: string; marks: Mark[]; markAt: readonly number[] }

export function lineOf(text: string): Line {
  const marks = marksOf(text)
  const markAt = marks.flatMap(({ read }, index) => read.split('').map(() => index))
  return { text, marks, markAt, plain: marks.map(({ read }) => read).join('') }
}

/** The marks of a stretch, and beside them what nobody sees. */
export function marksIn({ marks, markAt }: Line, { from, to }: Span): Mark[] {
  return marks.slice((markAt[from - 1] ?? -1) + 1, markAt[to] ?? marks.length)
}

/** Where it stands in what was pasted. */
export function placeOf({ text, marks, markAt }: Line, { from, to }: Span): { start: number; end: number } {
  const start = marks[markAt[from] ?? marks.length]?.start ?? text.length
  return { start, end: to > from ? (marks[markAt[to - 1] ?? 0]?.end ?? start) : start }
}

/** How many characters a text has, as people count them: code points. */
export const characterCount = (text: string): number => Array.from(text).length

/** Where the characters begin that stand in a row before `to` and are all of that kind. */
export function startOfRun(plain: string, to: number, character: RegExp): number {
  let from = to
  while (from > 0 && character.test(plain.charAt(from - 1))) from -= 1
  return from
}
