import type { BatchChunk } from '#service/batches/store.ts'
import { JsonWriter } from './json-writer.ts'

// Control characters, which JSON holds none of, each for what it was made for.
/** Between two rows. */
export const RECORD_SEPARATOR = '\u001E'
/** Between the cells of a row. */
export const UNIT_SEPARATOR = '\u001F'
/** In place of the instant at which the chunk is applied. */
export const SUBSTITUTE = '\u001A'

/** Rows as they wait in the database, written so that nothing but merging is left to do, in one transaction. */
export type StagedChunk = {
  /** Line number of the first row, which orders the chunks of a batch. */
  firstLine: number
  rowCount: number
  /** How many rows give something. One that gives nothing is ignored: it makes and looks for no profile (wire fact D16). */
  mergeCount: number
  /** UTF-8: of each row its line, its id as a JSON string, and the attributes as a profile keeps them, `{}` for none. */
  rows: Uint8Array<ArrayBuffer>
}

/** A chunk ends with the row that reaches this; applying one makes a single update wait for about 10 ms. */
const CHUNK_BYTES = 512 * 1024
const LAST_ROW_BYTES = 64 * 1024

const encoder = new TextEncoder()
const json = (text: string) => encoder.encode(text)
const [BETWEEN_ROWS, BEFORE_ID, AFTER_ID] = [
  json(RECORD_SEPARATOR),
  json(`${UNIT_SEPARATOR}"`),
  json(`"${UNIT_SEPARATOR}`),
]
const [FIRST, NEXT, AFTER_VALUE, LAST, NONE] = [
  json('{'),
  json(','),
  json(`",${SUBSTITUTE}]`),
  json('}'),
  json('{}'),
]

/** Writes rows as they are to wait, and cuts them where it is enough for one transaction. */
export function* stagedChunks({ attributeNames, rows }: BatchChunk): Generator<StagedChunk> {
  const { lines, firstCells, ends, bytes } = rows
  const beforeValues: Uint8Array[] = []
  const beforeValue = (column: number) =>
    (beforeValues[column] ??= json(`${JSON.stringify(attributeNames[column])}:["`))

  for (let row = 0; row < lines.length;) {
    const writer = new JsonWriter(CHUNK_BYTES + LAST_ROW_BYTES)
    const firstRow = row
    let mergeCount = 0
    for (; row < lines.length && writer.byteCount < CHUNK_BYTES; row += 1) {
      const idCell = firstCells[row] ?? 0
      const nextRow = firstCells[row + 1] ?? ends.length
      if (row > firstRow) writer.put(BETWEEN_ROWS)
      writer.putNumber(lines[row] ?? 0)
      writer.put(BEFORE_ID)
      writer.putText(bytes, ends[idCell - 1] ?? 0, ends[idCell] ?? 0)
      writer.put(AFTER_ID)
      let isFirst = true
      for (let cell = idCell + 1; cell < nextRow; cell += 1) {
        const [start, end] = [ends[cell - 1] ?? 0, ends[cell] ?? 0]
        if (start === end) continue
        writer.put(isFirst ? FIRST : NEXT)
        writer.put(beforeValue(cell - idCell - 1))
        writer.putText(bytes, start, end)
        writer.put(AFTER_VALUE)
        isFirst = false
      }
      writer.put(isFirst ? NONE : LAST)
      if (!isFirst) mergeCount += 1
    }
    yield { firstLine: lines[firstRow] ?? 0, rowCount: row - firstRow, mergeCount, rows: writer.written }
  }
}
