import { type Fault, fault, replaced } from './faults.ts'
import { type Line, placeOf } from './line.ts'
import { lookAlikes, percentEncodings, strayFaults } from './mark-faults.ts'
import type { Mark } from './marks.ts'
import type { FoundSecret } from './secrets-in.ts'

/** What is wrong within a secret, and what nobody sees right behind it. */
export function secretFaults(line: Line, found: FoundSecret): Fault[] {
  const { marks, markAt } = line
  const own = new Set(found.characters.flatMap((at) => marks[markAt[at] ?? -1] ?? []))
  const [first, last] = [markAt[found.from] ?? 0, markAt[found.to - 1] ?? 0]
  const all = marks.slice(first, last + 1)
  return [
    ...strayFaults(
      all.filter((mark) => !own.has(mark)),
      true,
      '',
    ),
    ...strayFaults(unseenFrom(marks, last + 1), false, ''),
    ...lookAlikes([...own]),
    ...percentEncodings(all, (mark) => own.has(mark)),
    ...prefixCase(line, found),
  ]
}

/** What is not to be seen there; a blank or a break of the line is the end of the token. */
function unseenFrom(marks: Mark[], from: number): Mark[] {
  const isUnseen = ({ oddity, codePoint }: Mark) =>
    oddity === 'invisible' || (oddity === 'space' && codePoint > 0x7f)
  const end = marks.findIndex((mark, at) => at >= from && !isUnseen(mark))
  return marks.slice(from, end === -1 ? marks.length : end)
}

function prefixCase(line: Line, { from, prefix, characters }: FoundSecret): Fault[] {
  const to = (characters[3] ?? from) + 1
  const written = line.plain.slice(from, to)
  if (written === written.toLowerCase()) return []
  const place = placeOf(line, { from, to })
  return [fault({ kind: 'prefix-case' }, place, replaced(place, `${prefix}_`))]
}
