/** Why a mark is not what belongs in a line of ASCII. */
export type Oddity = 'line-break' | 'space' | 'invisible' | 'look-alike' | 'percent' | 'other'

/** One character of a line as it is read, and where it stands: UTF-16 units, `end` not included. */
export type Mark = {
  /** What it stands for: a character, or nothing for one that nobody sees. */
  read: string
  start: number
  end: number
  codePoint: number
  /** Null for what belongs there. */
  oddity: Oddity | null
}

/** Letters that look like those below them, as far as compatibility forms (NFKC) do not say so. */
const ALIKE = 'АВЕКМНОРСТУХІЈЅԌаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναρικχυı'
const ASCII = 'ABEKMHOPCTYXIJSGaeopcyxijshdqwABEZHIKMNOPTYXovapikxui'
const LOOK_ALIKES = new Map(ALIKE.split('').map((letter, index) => [letter, ASCII.charAt(index)]))

const PRINTABLE = /^[\x20-\x7e]$/
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/y
/** What percent-encoding makes of a character, in UTF-8. */
const ENCODED = /%[0-7][0-9a-f]|%[c-f][0-9a-f](?:%[89ab][0-9a-f]){1,3}/iy

/** Reads a line mark by mark: what each stands for, once what copying did to it is undone. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  for (let start = 0; start < text.length; start = marks.at(-1)?.end ?? text.length) {
    const codePoint = text.codePointAt(start) ?? 0
    const decoded = decodedFrom(text, start)
    const taken = decoded?.taken ?? at(LINE_BREAK, text, start) ?? String.fromCodePoint(codePoint)
    const reading = decoded
      ? { read: readingOf(decoded.character).read, oddity: 'percent' as const }
      : readingOf(taken)
    marks.push({ ...reading, start, end: start + taken.length, codePoint })
  }
  return marks
}

function at(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}

function decodedFrom(text: string, start: number): { taken: string; character: string } | undefined {
  const taken = at(ENCODED, text, start)
  if (taken === undefined) return undefined
  try {
    return { taken, character: decodeURIComponent(taken) }
  } catch {
    return undefined
  }
}

function readingOf(character: string): Pick<Mark, 'read' | 'oddity'> {
  if (PRINTABLE.test(character)) return { read: character, oddity: null }
  if (/^[\n\v\f\r\u0085\u2028\u2029]/.test(character)) return { read: '\n', oddity: 'line-break' }
  if (/^[\t\p{Zs}]$/u.test(character)) return { read: ' ', oddity: 'space' }
  if (/^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]$/u.test(character))
    return { read: '', oddity: 'invisible' }
  const alike = LOOK_ALIKES.get(character) ?? character.normalize('NFKC')
  return PRINTABLE.test(alike) ? { read: alike, oddity: 'look-alike' } : { read: character, oddity: 'other' }
}
