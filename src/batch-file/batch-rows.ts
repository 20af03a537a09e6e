import { BatchFaultError } from './batch-fault.ts'
import { problemOfId } from './profile-id.ts'
import { type BatchRows, RowReader } from './row-reader.ts'

const COMMA = 0x2c

/** Reads whole lines of a batch. @throws BatchFaultError of the first line that cannot be taken */
export function readRows(bytes: Uint8Array, firstLine: number, attributeCount: number): BatchRows {
  const reader = new RowReader(attributeCount + 1)
  for (const line of reader.read(bytes, firstLine)) {
    if (reader.hasPlainId()) continue
    const problem = problemOfId(reader.lastId())
    if (problem !== null) throw new BatchFaultError({ kind: 'identifier', line, problem })
  }
  return reader.rows
}

/** The cells of one line by itself; none of a blank line. @throws BatchFaultError */
export function readCells(bytes: Uint8Array, line: number): string[] {
  const reader = new RowReader(bytes.filter((byte) => byte === COMMA).length + 1)
  reader.read(bytes, line).forEach(() => {})
  const [row] = textRows(reader.rows)
  return row ? [row.id, ...row.values] : []
}

/** Rows as texts, where speed does not matter. */
export function* textRows({ lines, firstCells, ends, bytes }: BatchRows) {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  for (const [row, line] of lines.entries()) {
    const first = firstCells[row] ?? 0
    const [id = '', ...values] = ends
      .slice(first, firstCells[row + 1])
      .map((end, index) => utf8.decode(bytes.subarray(ends[first + index - 1] ?? 0, end)))
    yield { line, id, values }
  }
}
