import type { StrayCharacter } from '#contract/token-check.ts'
import { type Fault, fault, type Place, replaced } from './faults.ts'
import type { Mark } from './marks.ts'

/** What tells most of several characters in a row that do not belong there. */
const TELLING: readonly StrayCharacter[] = ['invisible', 'line-break', 'space', 'other']

/**
 * What characters are that do not belong where they stand: those in a row as one, and those alike as one fault.
 *
 * @param insert what belongs in the place of those in a row that are to be seen
 */
export function strayFaults(strays: Mark[], isInToken: boolean, insert: '' | ' '): Fault[] {
  const runs = runsOf(strays.filter(({ oddity }) => oddity !== 'percent'))
  return Map.groupBy(runs, ({ codePoint }) => codePoint)
    .values()
    .flatMap((alike) =>
      alike.slice(0, 1).map(({ place, ...told }) => ({
        ...fault({ kind: 'stray-character', ...told, isInToken, count: alike.length }, place),
        edits: alike.map((run) => replaced(run.place, run.class === 'invisible' ? '' : insert)),
      })),
    )
    .toArray()
}

type Run = { place: Place; class: StrayCharacter; codePoint: number }

function runsOf(marks: Mark[]): Run[] {
  const runs: Run[] = []
  for (const mark of marks) {
    const { start, end, codePoint } = mark
    const last = runs.at(-1)
    if (last?.place.end !== start) {
      runs.push({ place: { start, end }, class: classOf(mark), codePoint })
      continue
    }
    last.place.end = end
    if (TELLING.indexOf(classOf(mark)) < TELLING.indexOf(last.class)) {
      Object.assign(last, { class: classOf(mark), codePoint })
    }
  }
  return runs
}

function classOf({ oddity, read }: Mark): StrayCharacter {
  if (oddity === 'line-break' || oddity === 'space' || oddity === 'invisible') return oddity
  return read === ' ' ? 'space' : 'other'
}

/** Letters of another alphabet. */
export function lookAlikes(marks: Mark[]): Fault[] {
  const alike = marks.filter(({ oddity }) => oddity === 'look-alike')
  return alike.slice(0, 1).map((first) => {
    const { codePoint, read: insteadOf } = first
    return {
      ...fault({ kind: 'look-alike', codePoint, insteadOf, count: alike.length }, first),
      edits: alike.map((mark) => replaced(mark, mark.read)),
    }
  })
}

/** What stands there as `%` and two digits. */
export function percentEncodings(marks: Mark[], isOwn: (mark: Mark) => boolean = () => true): Fault[] {
  const encoded = marks.filter(({ oddity }) => oddity === 'percent')
  return encoded.slice(0, 1).map((first) => ({
    ...fault({ kind: 'percent-encoding', count: encoded.length }, first),
    edits: encoded.map((mark) => replaced(mark, isOwn(mark) ? mark.read : '')),
  }))
}
