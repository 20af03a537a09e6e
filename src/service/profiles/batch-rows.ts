import { NUL } from '../without-nul.ts'

/** One row of a batch, decoded. */
export type BatchRow = {
  /** Line number in the body; the header is line 1. */
  line: number
  id: string
  /** One value for each attribute name of the header, in its order; empty where the row gives none (wire fact D16). */
  values: string[]
}

/** A longer line holds no profile: 64 KB of data, percent-encoded, is at most three times that. */
export const LINE_LIMIT_BYTES = 256 * 1024

const LINE_FEED = 0x0a
const NUL_PROBLEM = 'holds a NUL character (%00), which no profile can hold'
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes whole lines of a batch. Each cell is percent-decoded once, after the split, so that `%2C` stays data and
 * `+`, `&` and `=` stay what they are (wire fact D9). Blank lines are no rows; blanks around a cell are not data (D11).
 *
 * @throws BatchSyntaxError naming the first line that cannot be read
 */
export function* rowsOf(bytes: Uint8Array, firstLine: number, attributeCount: number): Generator<BatchRow> {
  let line = firstLine - 1
  for (const text of linesOf(bytes, firstLine)) {
    line += 1
    const values = cellsOf(text, line)
    const id = values.shift()
    if (id === undefined) continue
    if (values.length > attributeCount) {
      throw new BatchSyntaxError(
        line,
        `has ${values.length + 1} cells, the header names ${attributeCount + 1}; write a comma inside a value as %2C`,
      )
    }
    while (values.length < attributeCount) values.push('')
    yield { line, id, values }
  }
}

/** Decoding all lines at once takes half the time; one by one, the line that is not UTF-8 can be told. */
function linesOf(bytes: Uint8Array, firstLine: number): Iterable<string> {
  try {
    return utf8.decode(bytes).split('\n')
  } catch {
    return linesOneByOne(bytes, firstLine)
  }
}

function* linesOneByOne(bytes: Uint8Array, firstLine: number): Generator<string> {
  let line = firstLine
  for (let start = 0; start < bytes.length; line += 1) {
    const lineFeed = bytes.indexOf(LINE_FEED, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed
    yield lineText(bytes.subarray(start, end), line)
    start = end + 1
  }
}

/** One line without its line feed. @throws BatchSyntaxError when it is not UTF-8 */
export function lineText(bytes: Uint8Array, line: number): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BatchSyntaxError(line, 'is not UTF-8; encode names and values as percent-encoded UTF-8')
  }
}

/** The decoded cells of one line; none of a blank line. @throws BatchSyntaxError */
export function cellsOf(text: string, line: number): string[] {
  if (isTooLong(text)) {
    throw new BatchSyntaxError(line, `is longer than ${LINE_LIMIT_BYTES} bytes`)
  }
  if (text.includes(NUL)) throw new BatchSyntaxError(line, NUL_PROBLEM)
  const trimmed = text.trim()
  return trimmed === '' ? [] : trimmed.split(',').map((cell) => decoded(cell.trim(), line))
}

/** A character takes at most three bytes, so that hardly any line has to be counted. */
const isTooLong = (text: string) =>
  text.length * 3 > LINE_LIMIT_BYTES && new TextEncoder().encode(text).length > LINE_LIMIT_BYTES

function decoded(cell: string, line: number): string {
  if (!cell.includes('%')) return cell
  if (cell.includes('%00')) throw new BatchSyntaxError(line, NUL_PROBLEM)
  try {
    return decodeURIComponent(cell)
  } catch {
    throw new BatchSyntaxError(
      line,
      'has a % that is not followed by percent-encoded UTF-8; write a % itself as %25',
    )
  }
}

/** A line that cannot be read; the message completes "line N …". */
export class BatchSyntaxError extends Error {
  override name = 'BatchSyntaxError'
  readonly line: number

  constructor(line: number, problem: string) {
    super(`Line ${line} ${problem}.`)
    this.line = line
  }
}
