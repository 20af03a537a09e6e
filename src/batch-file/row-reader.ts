import { PROFILE_ID_LIMIT } from '#contract/profiles.ts'
import { BatchFaultError, LINE_LIMIT_BYTES } from './batch-fault.ts'

/** Rows of a batch, decoded; in few pieces, because an object for each row takes longer to make than to store. */
export type BatchRows = {
  /** Line number of each row in the body; the header is line 1. */
  lines: number[]
  /** Which cell is the first of each row: its id. */
  firstCells: number[]
  /** Where each cell ends in `bytes`; it begins where the one before ends. */
  ends: number[]
  /** The cells of all rows, one behind the other, as UTF-8. */
  bytes: Uint8Array
}

const [NUL, TAB, LINE_FEED, CARRIAGE_RETURN, SPACE] = [0x00, 0x09, 0x0a, 0x0d, 0x20]
/** With this DOS ended a file, and what joins files there still does. */
const SUBSTITUTE = 0x1a
const [QUOTE, PERCENT, PLUS, COMMA, SLASH] = [0x22, 0x25, 0x2b, 0x2c, 0x2f]
/** From here on a byte is part of a longer character. */
const NOT_ASCII = 0x80

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** Headers behind the first: alone on their line, of a table too, or behind what an unfinished line left there. */
const HEADERS = [
  /batch=(?:pcId|thirdPartyId)[ \t]*(?:[,\r\n]|$)/,
  /(?:^|\n)[ \t]*(?:pcId|thirdPartyId)[ \t]*(?:[,\r\n]|$)/,
]

/** What each byte is as a hexadecimal digit; -1 for what is none. */
const HEX = Int8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(value) ? -1 : value
})

/**
 * Reads lines of a batch, byte by byte, because half a million rows would make millions of strings. Each cell is
 * percent-decoded once, after the split, so that `%2C` stays data and `+`, `&` and `=` stay what they are (wire fact D9).
 * Lines of nothing but blanks and commas are no rows; blanks around a cell are not data (D11).
 */
export class RowReader {
  readonly #mostCells: number
  readonly #lines: number[] = []
  readonly #firstCells: number[] = []
  readonly #ends: number[] = []
  #source: Uint8Array = new Uint8Array()
  #at = 0
  #decoded = new Uint8Array()
  #end = 0

  /** @param mostCells a row with more is wrong */
  constructor(mostCells: number) {
    this.#mostCells = mostCells
  }

  get rows(): BatchRows {
    const bytes = this.#decoded.subarray(0, this.#end)
    return { lines: this.#lines, firstCells: this.#firstCells, ends: this.#ends, bytes }
  }

  /**
   * Reads whole lines, once. Line 1 is the header, and no other.
   *
   * @returns the line number of each row, as soon as it is read
   * @throws BatchFaultError of the first line that cannot be read
   */
  *read(source: Uint8Array, firstLine: number): Generator<number> {
    const { lines, problem } = soundLines(source, firstLine)
    this.#source = lines
    this.#decoded = new Uint8Array(this.#source.length)
    let line = firstLine
    for (; this.#at < this.#source.length; line += 1) {
      if (this.#readLine(line)) yield line
    }
    if (problem !== null) throw new BatchFaultError({ kind: problem, line })
  }

  /** Whether the last row's first cell has nothing about it that an id must not have, which is quick to tell of most. */
  hasPlainId(): boolean {
    const [start, end] = this.#lastId()
    if (end === start || end - start > PROFILE_ID_LIMIT) return false
    for (let at = start; at < end; at += 1) {
      if (this.#decoded[at] === PLUS || this.#decoded[at] === SLASH) return false
    }
    return true
  }

  lastId(): string {
    return utf8.decode(this.#decoded.subarray(...this.#lastId()))
  }

  #lastId(): [start: number, end: number] {
    const first = this.#firstCells.at(-1) ?? 0
    return [this.#ends[first - 1] ?? 0, this.#ends[first] ?? 0]
  }

  /** @returns false for a blank line */
  #readLine(line: number): boolean {
    const [lineStart, rowStart, firstCell] = [this.#at, this.#end, this.#ends.length]
    do {
      this.#readCell(line)
      this.#ends.push(this.#end)
      this.#at += 1
    } while (this.#source[this.#at - 1] === COMMA)

    const cellCount = this.#ends.length - firstCell
    if (this.#at - 1 - lineStart > LINE_LIMIT_BYTES) {
      throw new BatchFaultError({ kind: 'line-too-long', line })
    }
    if (this.#end === rowStart) {
      this.#ends.length = firstCell
      return false
    }
    if (cellCount > this.#mostCells) {
      throw new BatchFaultError({ kind: 'too-many-cells', line, cells: cellCount, named: this.#mostCells })
    }
    this.#lines.push(line)
    this.#firstCells.push(firstCell)
    return true
  }

  /** Reads up to the comma or line feed behind the cell. */
  #readCell(line: number) {
    const [source, decoded, start] = [this.#source, this.#decoded, this.#end]
    let [at, end, endOfData] = [this.#at, start, start]
    while (this.#isBlank(at, line)) at += 1
    if (source[at] === QUOTE) throw new BatchFaultError({ kind: 'quoted-cell', line })
    for (; ; at += 1) {
      const byte = source[at] ?? LINE_FEED
      if (byte === COMMA || byte === LINE_FEED) break
      if (byte === NUL) throw new BatchFaultError({ kind: 'nul', line })
      if (byte === PERCENT) {
        const code = this.#escapedAt(at)
        if (code === NUL) throw new BatchFaultError({ kind: 'nul', line })
        if (code > 0 && code < NOT_ASCII) {
          decoded[end] = code
          end += 1
          at += 2
        } else {
          const escapes = this.#escapesAt(at)
          end += encoder.encodeInto(textOf(escapes, line), decoded.subarray(end)).written
          at += escapes.length - 1
        }
        endOfData = end
      } else {
        decoded[end] = byte
        end += 1
        if (byte > SPACE || !this.#isBlank(at, line)) endOfData = end
      }
    }
    this.#at = at
    this.#end = endOfData
  }

  /** Whether what stands there is none of the data at the beginning or the end of a cell. */
  #isBlank(at: number, line: number): boolean {
    const byte = this.#source[at] ?? LINE_FEED
    if (byte === CARRIAGE_RETURN) {
      const next = this.#source[at + 1] ?? LINE_FEED
      if (next !== LINE_FEED && next !== CARRIAGE_RETURN) {
        throw new BatchFaultError({ kind: 'carriage-return', line })
      }
    }
    if (byte === SPACE || byte === SUBSTITUTE) return true
    return byte >= TAB && byte <= CARRIAGE_RETURN && byte !== LINE_FEED
  }

  /** The byte that `%` and two digits stand for; negative where they do not follow. */
  #escapedAt(at: number): number {
    const [high = -1, low = -1] = [HEX[this.#source[at + 1] ?? 0], HEX[this.#source[at + 2] ?? 0]]
    return (high << 4) | low
  }

  /** All of a character beyond ASCII, and such characters behind it, as they stand there. */
  #escapesAt(at: number): Uint8Array {
    let end = at
    while (this.#source[end] === PERCENT && this.#escapedAt(end) >= NOT_ASCII) end += 3
    return this.#source.subarray(at, Math.max(end, at + 1))
  }
}

function textOf(escapes: Uint8Array, line: number): string {
  try {
    return decodeURIComponent(utf8.decode(escapes))
  } catch {
    throw new BatchFaultError({ kind: 'bad-escape', line })
  }
}

/** The lines before the first one that no batch can have as a whole, and what is wrong with that one. */
function soundLines(source: Uint8Array, firstLine: number) {
  if (problemIn(source, firstLine) === null) return { lines: source, problem: null }
  for (let start = 0, line = firstLine; ; line += 1) {
    const end = source.indexOf(LINE_FEED, start) + 1 || source.length
    const problem = problemIn(source.subarray(start, end), line)
    if (problem !== null || end === source.length) return { lines: source.subarray(0, start), problem }
    start = end
  }
}

function problemIn(bytes: Uint8Array, firstLine: number): 'not-utf8' | 'second-header' | null {
  try {
    const text = utf8.decode(bytes)
    return firstLine > 1 && HEADERS.some((header) => header.test(text)) ? 'second-header' : null
  } catch {
    return 'not-utf8'
  }
}
