import { RECORD_SEPARATOR, type StagedChunk, UNIT_SEPARATOR } from './staged-chunk.ts'

/** A row that waits; its attributes have SUBSTITUTE in place of the instant at which they are applied. */
export type WaitingRow = { line: number; id: string; attributesJson: string }

/** A page by the run that it is part of and its number in the batch: the pages of a run come one after the other. */
export type PagePlace = { run: number | null; page: number }

/** Rows by id, those of one id by line. One of no run was stored before there were any, with its rows by line. */
export type Page = PagePlace & { rows: Uint8Array }

/** A merge holds as many pages in memory as there are runs. */
const PAGE_BYTES = 16 * 1024

const utf8 = new TextDecoder()
const encoder = new TextEncoder()

/** Sorts the rows of a chunk into a run, in pages that are numbered from the chunk's first line on. */
export function* runOf(chunk: StagedChunk): Generator<StagedChunk & { run: number }> {
  const rows = sortedRows(utf8.decode(chunk.rows))
  for (let start = 0, firstLine = chunk.firstLine; start < rows.length; firstLine += 1) {
    let [end, length] = [start, 0]
    while (end < rows.length && length < PAGE_BYTES) {
      length += rows[end]?.text.length ?? 0
      end += 1
    }
    const page = rows.slice(start, end)
    yield {
      firstLine,
      rowCount: page.length,
      mergeCount: page.filter(({ text }) => !text.endsWith(GIVES_NOTHING)).length,
      rows: encoder.encode(textOf(page)),
      run: chunk.firstLine,
    }
    start = end
  }
}

const NOTHING = '{}'
const GIVES_NOTHING = `${UNIT_SEPARATOR}${NOTHING}`

/** One that gives nothing is ignored: it makes and looks for no profile (wire fact D16). */
export const givesSomething = ({ attributesJson }: WaitingRow) => attributesJson !== NOTHING

/** Rows of a batch that are taken together. `emptied`: the pages that nothing is left of. */
export type Slice = { rows: WaitingRow[]; emptied: number[] }

/** Gives the rows of all runs of a batch in the order of their ids, so that the pages of an index are written once each. */
export class RunMerge {
  /** A heap: the next row of each comes before those of the two at twice its place and one or two more. */
  readonly #runs: RunReader[] = []

  /**
   * @param pages the first of each run; one of no run comes alone
   * @param after the row that was taken last, null when none was
   * @param pageAfter the next page of a run
   */
  constructor(
    pages: Page[],
    after: Pick<WaitingRow, 'id' | 'line'> | null,
    pageAfter: (place: PagePlace) => Page | undefined,
  ) {
    const last = after && { key: keyOf(after.id), line: after.line }
    for (const page of pages) {
      const run = new RunReader(page, pageAfter)
      if (last) run.goBehind(last)
      if (run.row) this.#runs.push(run)
    }
    for (let place = this.#runs.length >> 1; place >= 0; place -= 1) this.#sink(place)
  }

  get isOver(): boolean {
    return this.#runs.length === 0
  }

  /** Takes the next rows, up to the one that reaches so many characters. */
  take(length: number): Slice {
    const slice: Slice = { rows: [], emptied: [] }
    for (let taken = 0; taken < length;) {
      const run = this.#runs[0]
      if (!run?.row) break
      slice.rows.push(run.row)
      taken += run.row.id.length + run.row.attributesJson.length
      const emptied = run.goOn()
      if (emptied !== null) slice.emptied.push(emptied)
      if (!run.row) this.#removeFirst()
      this.#sink(0)
    }
    return slice
  }

  #removeFirst() {
    const last = this.#runs.pop()
    if (last && this.#runs.length > 0) this.#runs[0] = last
  }

  /** Puts one where it belongs that may come too late for its place. */
  #sink(from: number) {
    const runs = this.#runs
    const run = runs[from]
    if (!run) return
    for (let place = from; ;) {
      const child = 2 * place + 1
      const [one, other] = [runs[child], runs[child + 1]]
      const first = one && other && isBefore(other, one) ? other : one
      if (!first || !isBefore(first, run)) {
        runs[place] = run
        return
      }
      runs[place] = first
      place = first === one ? child : child + 1
    }
  }
}

type KeyedRow = WaitingRow & {
  /** Sorts as the id does in UTF-8, which is how databases compare. */
  key: string
}

/** Reads a run, row by row: to have all rows of all pages in memory would take several times as much as the pages. */
class RunReader {
  /** The next row; undefined at the end of the run. */
  row: KeyedRow | undefined
  #place: PagePlace
  #text: string
  #at = 0
  readonly #pageAfter: (place: PagePlace) => Page | undefined

  constructor(page: Page, pageAfter: (place: PagePlace) => Page | undefined) {
    this.#pageAfter = pageAfter
    this.#place = page
    this.#text = sortedText(page)
    this.#read()
  }

  goBehind(last: Place) {
    while (this.row && inOrder(this.row, last) <= 0) this.goOn()
  }

  /** @returns the number of the page that this was the last row of, else null */
  goOn(): number | null {
    if (this.#at < this.#text.length) {
      this.#read()
      return null
    }
    const emptied = this.#place.page
    const page = this.#pageAfter(this.#place)
    this.row = undefined
    if (page) {
      this.#place = page
      this.#text = sortedText(page)
      this.#at = 0
      this.#read()
    }
    return emptied
  }

  #read() {
    const end = this.#text.indexOf(RECORD_SEPARATOR, this.#at)
    const rowEnd = end === -1 ? this.#text.length : end
    this.row = rowIn(this.#text, this.#at, rowEnd)
    this.#at = rowEnd + 1
  }
}

function isBefore(one: RunReader, other: RunReader): boolean {
  return one.row !== undefined && other.row !== undefined && inOrder(one.row, other.row) < 0
}

type Place = Pick<KeyedRow, 'key' | 'line'>

const inOrder = (one: Place, other: Place) =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : one.line - other.line

function sortedText({ run, rows }: Page): string {
  const text = utf8.decode(rows)
  return run === null ? textOf(sortedRows(text)) : text
}

const textOf = (rows: { text: string }[]) => rows.map(({ text }) => text).join(RECORD_SEPARATOR)

/** Of rows by line; those of one id stay in that order. */
function sortedRows(text: string): { key: string; text: string }[] {
  const rows = text.split(RECORD_SEPARATOR).map((row) => ({ key: keyOf(idIn(row).id), text: row }))
  return rows.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
}

function rowIn(text: string, start: number, end: number): KeyedRow {
  const { id, idStart, idEnd } = idIn(text, start)
  return {
    line: Number(text.slice(start, idStart - 1)),
    id,
    attributesJson: text.slice(idEnd + 1, end),
    key: keyOf(id),
  }
}

/** Parsed in any case: a slice of the text takes several times as long to compare. */
function idIn(text: string, start = 0) {
  const idStart = text.indexOf(UNIT_SEPARATOR, start) + 1
  const idEnd = text.indexOf(UNIT_SEPARATOR, idStart)
  const id: string = JSON.parse(text.slice(idStart, idEnd))
  return { id, idStart, idEnd }
}

const [FIRST_SURROGATE, BEHIND_SURROGATES, END] = [0xd800, 0xe000, 0x10000]
const FROM_SURROGATES_ON = /[\ud800-\uffff]/g

/** UTF-16 has surrogates, of which characters beyond U+FFFF are made, before U+E000 to U+FFFF; UTF-8 has them behind. */
function keyOf(id: string): string {
  return id.replace(FROM_SURROGATES_ON, (unit) => {
    const code = unit.charCodeAt(0)
    const isSurrogate = code < BEHIND_SURROGATES
    return String.fromCharCode(
      isSurrogate ? code + END - BEHIND_SURROGATES : code - BEHIND_SURROGATES + FIRST_SURROGATE,
    )
  })
}
