import { BATCH_LIMIT_ROWS } from '#contract/batches.ts'
import { type BatchHeader, headerOf, wholeLines } from './batch-body.ts'
import { type BatchFault, BatchFaultError } from './batch-fault.ts'
import { readRows } from './batch-rows.ts'
import type { BatchRows } from './row-reader.ts'

const LINE_FEED = 0x0a

/**
 * Reads a batch as it arrives: its header, then its rows, a block at a time, each with one at least.
 *
 * @param passOver told of each line that cannot be taken, to go on behind it; left out: the first of them is thrown
 * @throws BatchFaultError what nothing can be read behind
 */
export async function readBatch(
  body: AsyncIterable<Uint8Array>,
  passOver?: (fault: BatchFault) => void,
): Promise<{ header: BatchHeader; blocks: AsyncGenerator<BatchRows> }> {
  const lines = wholeLines(body)
  const first = await lines.next()
  if (first.done) throw new BatchFaultError({ kind: 'empty' })
  const { header, rowsStart } = headerOf(first.value)
  const firstRows = first.value.subarray(rowsStart)
  return { header, blocks: blocksOf(header, startingWith(firstRows, lines), passOver) }
}

async function* blocksOf(
  { attributeNames }: BatchHeader,
  blocks: AsyncIterable<Uint8Array>,
  passOver?: (fault: BatchFault) => void,
): AsyncGenerator<BatchRows> {
  let line = 2
  let room = BATCH_LIMIT_ROWS
  let isEmpty = true
  for await (const bytes of blocks) {
    for (const rows of rowsIn(bytes, line, attributeNames.length, passOver)) {
      const tooMany = rows.lines[room]
      if (tooMany !== undefined) throw new BatchFaultError({ kind: 'too-many-rows', line: tooMany })
      room -= rows.lines.length
      isEmpty = false
      yield rows
    }
    line += lineFeedsIn(bytes)
  }
  if (isEmpty) throw new BatchFaultError({ kind: 'empty' })
}

/** The rows of a block in one; past a line that cannot be taken, line by line. */
function* rowsIn(
  bytes: Uint8Array,
  firstLine: number,
  attributeCount: number,
  passOver?: (fault: BatchFault) => void,
): Generator<BatchRows> {
  try {
    const rows = readRows(bytes, firstLine, attributeCount)
    if (rows.lines.length > 0) yield rows
  } catch (error) {
    if (!passOver || !(error instanceof BatchFaultError)) throw error
    const lines = linesOf(bytes)
    if (lines.length === 1) passOver(error.fault)
    else {
      for (const [index, line] of lines.entries()) {
        yield* rowsIn(line, firstLine + index, attributeCount, passOver)
      }
    }
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines = []
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}

async function* startingWith<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* others
}

function lineFeedsIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}
