import { type Fault, fault, type Place, removed, replaced } from './faults.ts'
import { characterCount, type Line, marksIn, placeOf, type Span } from './line.ts'
import { lookAlikes, percentEncodings, strayFaults } from './mark-faults.ts'
import type { Name, Scheme, Surroundings } from './surroundings.ts'

/** Whether it is meant as a field of a header, and not as a variable. */
export const isField = ({ kind, separator, isQuoted }: Name): boolean =>
  kind === 'authorization' ||
  (separator === ':' && (kind === 'translated' || (kind === 'other' && !isQuoted)))

/** What is wrong with the header that a token stands in, or with what stands in its place. */
export function headerFaults(line: Line, token: Span, around: Surroundings): Fault[] {
  const { names, schemes, quotes, trailing, isInAddress } = around
  if (isInAddress) return [fault({ kind: 'in-address' }, placeOf(line, token))]
  const tokenFrom = quotes.token?.open.from ?? token.from
  const begin = names[0]?.from ?? schemes[0]?.word.from ?? tokenFrom
  const written = marksIn(line, { from: begin, to: token.from })
  return [
    ...nameFaults(line, names, schemes),
    ...schemeFaults(line, tokenFrom, names, schemes),
    ...translationFaults(line, tokenFrom, names.at(-1), schemes[0]),
    ...gapFaults(line, tokenFrom, schemes.at(-1)),
    ...strayFaults(written.filter(isStray(line, tokenFrom, schemes[0])), false, ' '),
    ...lookAlikes(written),
    ...percentEncodings(written),
    ...(trailing ? [trailingFault(line, trailing)] : []),
  ]
}

function nameFaults(line: Line, names: Name[], schemes: Scheme[]): Fault[] {
  const [first] = names
  const name = names.at(-1)
  if (first === undefined || name === undefined) return []
  const place = placeOf(line, name.word)
  const repeated = placeOf(line, { from: first.word.from, to: name.word.from })
  const isOther = name.kind === 'other' && (isField(name) || schemes.length > 0)
  return [
    ...(names.length > 1 ? [fault({ kind: 'repeated-name' }, repeated, removed(repeated))] : []),
    ...(isOther ? [fault({ kind: 'other-name' }, place, replaced(place, 'Authorization'))] : []),
  ]
}

function schemeFaults(line: Line, tokenFrom: number, names: Name[], schemes: Scheme[]): Fault[] {
  const [scheme, second] = schemes
  if (scheme === undefined) {
    const place = placeOf(line, { from: tokenFrom, to: tokenFrom })
    return names.some(isField) ? [fault({ kind: 'no-scheme' }, place, replaced(place, 'Bearer '))] : []
  }
  const edit = replaced(placeOf(line, { from: scheme.word.from, to: tokenFrom }), 'Bearer ')
  const place = placeOf(line, scheme.word)
  if (second !== undefined) return [fault({ kind: 'repeated-scheme' }, place, edit)]
  const isWrong = scheme.kind === 'other' || scheme.kind === 'none'
  return isWrong ? [fault({ kind: 'wrong-scheme' }, place, edit)] : []
}

function translationFaults(line: Line, tokenFrom: number, name?: Name, scheme?: Scheme): Fault[] {
  const isNameOne = name?.kind === 'translated'
  const isSchemeOne = scheme?.kind === 'translated'
  const from = isNameOne ? name.word.from : isSchemeOne ? scheme.word.from : undefined
  const to = isSchemeOne ? scheme.word.to : name?.word.to
  if (from === undefined || to === undefined) return []
  const edits = [
    ...(isNameOne ? [replaced(placeOf(line, name.word), 'Authorization')] : []),
    ...(isSchemeOne ? [replaced(placeOf(line, { from: scheme.word.from, to: tokenFrom }), 'Bearer ')] : []),
  ]
  return [fault({ kind: 'translated-header' }, placeOf(line, { from, to }), ...edits)]
}

/** Of what stands between scheme and token; what does not belong there is told of by `strayFaults`. */
function gapFaults(line: Line, tokenFrom: number, scheme?: Scheme): Fault[] {
  if (scheme === undefined) return []
  const place: Place = {
    start: placeOf(line, scheme.word).end,
    end: placeOf(line, { from: tokenFrom, to: tokenFrom }).start,
  }
  const isBlank = /^[ \n]+$/.test(line.plain.slice(scheme.gap.from, scheme.gap.to))
  return isBlank ? [] : [fault({ kind: 'no-blank' }, place, replaced(place, ' '))]
}

/** A tab may stand before the value of a field. */
const isStray =
  (line: Line, tokenFrom: number, scheme?: Scheme) =>
  ({ oddity, codePoint, start }: ReturnType<typeof marksIn>[number]): boolean => {
    const valueStart = placeOf(line, { from: scheme?.word.from ?? tokenFrom, to: tokenFrom }).start
    if (codePoint === 9 && start < valueStart) return false
    return oddity === 'line-break' || oddity === 'space' || oddity === 'invisible'
  }

function trailingFault(line: Line, trailing: Span): Fault {
  const place = placeOf(line, trailing)
  const count = characterCount(line.text.slice(place.start, place.end))
  return fault({ kind: 'trailing', count }, place, removed(place))
}
