import { type Fault, fault, removed } from './faults.ts'
import { isField } from './header-faults.ts'
import { type Line, placeOf, type Span } from './line.ts'
import type { Quotes, Surroundings } from './surroundings.ts'

/** What is wrong with the quotation marks around a token, and what may be. */
export function quoteFaults(line: Line, token: Span, around: Surroundings): Fault[] {
  const { names, quotes, strayClose, isAlone } = around
  const name = names.at(-1)
  // A program or a shell reads what has a variable before it, or more around it.
  const isSent = isAlone && (name === undefined || (isField(name) && !name.isQuoted))
  const enclosing = [quotes.line, quotes.value].filter((one) => one !== null)
  return [
    ...enclosing.flatMap((one) => faultsOf(line, token, one) ?? (isSent ? both(line, 'quotes', one) : [])),
    ...(quotes.token
      ? (faultsOf(line, token, quotes.token) ?? both(line, 'quoted-token', quotes.token))
      : []),
    ...(strayClose ? single(line, strayClose) : []),
  ]
}

/** What is wrong wherever they stand; undefined for nothing. */
function faultsOf(line: Line, token: Span, quotes: Quotes): Fault[] | undefined {
  if (!quotes.isStraight) return both(line, 'typographic-quotes', quotes)
  const mark = line.plain.charAt(quotes.open.to - 1)
  const isClosed = quotes.close !== null || line.plain.includes(mark, token.to)
  return isClosed ? undefined : single(line, quotes.open)
}

function both(line: Line, kind: 'quotes' | 'quoted-token' | 'typographic-quotes', { open, close }: Quotes) {
  const places = [open, ...(close ? [close] : [])].map((span) => placeOf(line, span))
  return places.slice(0, 1).map((place) => ({ ...fault({ kind }, place), edits: places.map(removed) }))
}

function single(line: Line, span: Span): Fault[] {
  const place = placeOf(line, span)
  return [fault({ kind: 'single-quote-mark' }, place, removed(place))]
}
