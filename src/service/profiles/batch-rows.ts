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
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes whole lines of a batch. Each cell is percent-decoded once, after the split, so that `%2C` stays data and
 * `+`, `&` and `=` stay what they are (wire fact D9). Blank lines are no rows; blanks around a cell are not data (D11).
 *
 * @throws BatchSyntaxError naming the first line that cannot be read
 */
export function* rowsOf(bytes: Uint8Array, firstLine: number, attributeCount: number): Generator<BatchRow> {
  let line = firstLine
  for (let start = 0; start < bytes.length; line += 1) {
    const lineFeed = bytes.indexOf(LINE_FEED, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed
    const cells = cellsOf(bytes.subarray(start, end), line)
    start = end + 1
    if (cells === null) continue
    if (cells.length > attributeCount + 1) {
      throw new BatchSyntaxError(
        line,
        `has ${cells.length} cells, the header names ${attributeCount + 1}; write a comma inside a value as %2C`,
      )
    }
    const [id = '', ...values] = cells
    while (values.length < attributeCount) values.push('')
    yield { line, id, values }
  }
}

/** The decoded cells of one line without its line feed; null for a blank line. */
export function cellsOf(lineBytes: Uint8Array, line: number): string[] | null {
  if (lineBytes.length === 0) return null
  if (lineBytes.length > LINE_LIMIT_BYTES) {
    throw new BatchSyntaxError(line, `is longer than ${LINE_LIMIT_BYTES} bytes`)
  }
  let text: string
  try {
    text = utf8.decode(lineBytes)
  } catch {
    throw new BatchSyntaxError(line, 'is not UTF-8; encode names and values as percent-encoded UTF-8')
  }
  const trimmed = text.trim()
  if (trimmed === '') return null
  const cells = trimmed.split(',')
  for (const [index, cell] of cells.entries()) cells[index] = decoded(cell.trim(), line)
  return cells
}

function decoded(cell: string, line: number): string {
  if (!cell.includes('%')) return cell
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
