import type { Edit, Finding } from '#contract/token-check.ts'
import { characterCount, type Line } from './line.ts'

/** Where in what was pasted: UTF-16 units, `end` not included. */
export type Place = { start: number; end: number }

type Told = { [Kind in Finding['kind']]: Omit<Extract<Finding, { kind: Kind }>, keyof Place | 'character'> }

/** Something wrong, where it is, and what mends it. */
export type Fault = { finding: Told[Finding['kind']]; place: Place; edits: Edit[] }

export function fault(finding: Fault['finding'], { start, end }: Place, ...edits: Edit[]): Fault {
  return { finding, place: { start, end }, edits }
}

export const replaced = ({ start, end }: Place, insert: string): Edit => ({ start, end, insert })
export const removed = (place: Place): Edit => replaced(place, '')

/** Wrong or right, as who reads the line has it. */
export const mayBeRight = ({ finding: { kind } }: Fault): boolean =>
  kind === 'quotes' || kind === 'several-tokens'

/** What is surely wrong comes first. */
export function findingsOf({ text }: Line, faults: Fault[]): Finding[] {
  return faults
    .toSorted(
      (one, other) =>
        Number(mayBeRight(one)) - Number(mayBeRight(other)) || one.place.start - other.place.start,
    )
    .map(({ finding, place }) => ({
      ...finding,
      ...place,
      character: characterCount(text.slice(0, place.start)) + 1,
    }))
}

/** All that mends the line, each stretch once. */
export function editsOf(faults: Fault[]): Edit[] {
  const wanted = faults
    .flatMap(({ edits }) => edits)
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
  const edits: Edit[] = []
  for (const edit of wanted) {
    const last = edits.at(-1)
    if (last === undefined || edit.start >= Math.max(last.end, last.start + 1)) edits.push(edit)
  }
  return edits
}
