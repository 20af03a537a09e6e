import { nameKindOf, type NameKind, schemeKindOf, type SchemeKind } from './header-words.ts'
import { type Line, type Span, startOfRun } from './line.ts'

const BLANK = /[ \n]/
const LETTER = /[\p{L}\p{M}]/u
const QUOTE = /["'`“”„‘’‚«»]/
const STRAIGHT = /["'`]/

/** The name of a header or variable, with its quotation marks where it has two. */
export type Name = Span & { word: Span; kind: NameKind; isQuoted: boolean; separator: string }
/** The word before a token, and what stands between the two, or between it and the next word. */
export type Scheme = { word: Span; kind: SchemeKind; gap: Span }
/** A quotation mark that opens, and the one that closes it right where it should; null where that is elsewhere or nowhere. */
export type Quotes = { open: Span; close: Span | null; isStraight: boolean }

/** What stands around a token: its header or variable, from the outside in. */
export type Surroundings = {
  /** The name, or the same name twice; none for a token alone. */
  names: Name[]
  schemes: Scheme[]
  /** Around the whole, around the value, around the token behind its scheme. */
  quotes: { line: Quotes | null; value: Quotes | null; token: Quotes | null }
  /** A quotation mark behind the token that nothing has opened. */
  strayClose: Span | null
  isInAddress: boolean
  /** What is joined to the token, or stands behind it where nothing may; null for nothing. */
  trailing: Span | null
  /** Whether on its line stands nothing else. */
  isAlone: boolean
}

/** Reads outwards from a token what it stands in. */
export function surroundingsOf({ plain }: Line, token: Span): Surroundings {
  const inner = quoteBefore(plain, token.from)
  const schemes = schemesBefore(plain, inner?.from ?? token.from)
  const innermost = schemes[0]?.word.from ?? token.from
  const valueOpen = schemes.length === 0 ? inner : quoteBefore(plain, startOfRun(plain, innermost, BLANK))
  const tokenOpen = schemes.length === 0 ? null : inner
  const names = namesBefore(plain, valueOpen?.from ?? innermost)
  const [outer] = names
  const lineOpen = outer === undefined || outer.isQuoted ? null : quoteBefore(plain, outer.from)

  const begin = lineOpen?.from ?? outer?.from ?? valueOpen?.from ?? innermost
  const lead = plain.slice(plain.lastIndexOf('\n', begin - 1) + 1, begin)
  const isInAddress = outer !== undefined && /[?&]/.test(plain.charAt(outer.from - 1))
  const isHeader = outer === undefined ? schemes.length > 0 : outer.kind !== 'none' && outer.separator === ':'
  const mayHoldNothingElse = isHeader && lead.trim() === '' && !(inner ?? valueOpen ?? lineOpen)
  const trailing = isInAddress
    ? null
    : mayHoldNothingElse
      ? restOfLine(plain, token.to)
      : joinedTo(plain, token.to)

  let at = trailing?.to ?? token.to
  const [tokenQuotes, valueQuotes, lineQuotes] = [tokenOpen, valueOpen, lineOpen].map((open) => {
    if (open === null) return null
    const close = quoteAt(plain, at)
    at = close?.to ?? at
    return { open, close, isStraight: STRAIGHT.test(plain.charAt(open.to - 1)) }
  })
  const unopened = quoteAt(plain, at)
  const rest = plain.slice(unopened?.to ?? at).split('\n', 1)[0] ?? ''
  return {
    names,
    schemes,
    quotes: { line: lineQuotes ?? null, value: valueQuotes ?? null, token: tokenQuotes ?? null },
    strayClose: unopened && !lead.includes(plain.charAt(unopened.to - 1)) ? unopened : null,
    isInAddress,
    trailing,
    isAlone: lead.trim() === '' && rest.trim() === '',
  }
}

function quoteBefore(plain: string, to: number): Span | null {
  if (!QUOTE.test(plain.charAt(to - 1))) return null
  return { from: plain.charAt(to - 2) === '\\' ? to - 2 : to - 1, to }
}

function quoteAt(plain: string, from: number): Span | null {
  const to = from + (plain.charAt(from) === '\\' ? 2 : 1)
  return QUOTE.test(plain.charAt(to - 1)) ? { from, to } : null
}

function schemesBefore(plain: string, end: number): Scheme[] {
  const schemes: Scheme[] = []
  for (let to = end; ; to = schemes[0]?.word.from ?? end) {
    const gap = { from: startOfRun(plain, to, /[ \n:.=]/), to }
    const word = { from: startOfRun(plain, gap.from, LETTER), to: gap.from }
    const kind = schemeKindOf(plain.slice(word.from, word.to))
    const isScheme =
      kind === 'bearer' ||
      kind === 'translated' ||
      (schemes.length === 0 && word.from < word.to && isWrongScheme(plain, word, gap, kind))
    if (!isScheme || /[\w-]/.test(plain.charAt(word.from - 1))) return schemes
    schemes.unshift({ word, kind, gap })
  }
}

/** Any word right behind the name of the header is one, and at the beginning of a line those that other schemes have. */
function isWrongScheme(plain: string, word: Span, gap: Span, kind: SchemeKind): boolean {
  if (!/^ +$/.test(plain.slice(gap.from, gap.to))) return false
  const quote = quoteBefore(plain, word.from)
  const name = nameBefore(plain, quote?.from ?? word.from)
  if (name !== null) return name.kind === 'authorization' || name.kind === 'translated'
  return kind === 'other' && /^\n?$/.test(plain.charAt(startOfRun(plain, word.from, /[^\w\n]/) - 1))
}

function namesBefore(plain: string, end: number): Name[] {
  const names: Name[] = []
  for (let to = end; ; to = names[0]?.from ?? end) {
    const name = nameBefore(plain, to)
    if (name === null || (names.length > 0 && name.kind === 'none')) return names
    names.unshift(name)
    if (name.kind === 'none') return names
  }
}

function nameBefore(plain: string, to: number): Name | null {
  const separatorTo = startOfRun(plain, to, BLANK)
  const separator = plain.charAt(separatorTo - 1)
  if (separator !== ':' && separator !== '=') return null
  const end = startOfRun(plain, separatorTo - 1, / /)
  const close = quoteBefore(plain, end)
  const word = { from: 0, to: close?.from ?? end }
  word.from = startOfRun(plain, word.to, /[\p{L}\p{M}\p{N}_-]/u)
  if (word.from === word.to) return null
  const open = close && quoteBefore(plain, word.from)
  return {
    from: open?.from ?? word.from,
    to: separatorTo,
    word,
    kind: nameKindOf(plain.slice(word.from, word.to)),
    isQuoted: open !== null,
    separator,
  }
}

function restOfLine(plain: string, from: number): Span | null {
  const line = plain.slice(from).split('\n', 1)[0] ?? ''
  // A quotation mark that ends it is told of as such.
  const rest = line.trimEnd().replace(/["'`“”„‘’‚«»]$/, '')
  return rest === '' ? null : { from, to: from + rest.length }
}

function joinedTo(plain: string, from: number): Span | null {
  const joined = /^[\w~+/=-]+(?:\.[\w~+/=-]+)*/.exec(plain.slice(from))?.[0] ?? ''
  return joined === '' ? null : { from, to: from + joined.length }
}
