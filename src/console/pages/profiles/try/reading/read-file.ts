import { loadPart } from '../../../../lazy-part.ts'
import type { BatchHeader } from '#batch-file/batch-body.ts'
import { type BatchFault, BatchFaultError } from '#batch-file/batch-fault.ts'
import { textRows } from '#batch-file/batch-rows.ts'
import { formatOf } from '#batch-file/format.ts'
import { readBatch } from '#batch-file/read-batch.ts'
import type { ProfileIdKind } from '#contract/profiles.ts'
import { type Encoding, encodingOf, slicesOf, textOf } from './encoding.ts'
import { QuotesError } from './quotes-error.ts'
import { bodyOf } from './table-body.ts'
import { withoutLines } from './without-lines.ts'

/** Most faults that are told one by one, and most rows that are shown. */
const FIRST_FAULTS = 10
const FIRST_ROWS = 10
/** By so much of its beginning the form of a table is recognised, in bytes. */
const HEAD_BYTES = 64 * 1024

/** What can be wrong with a file: with the batch that it holds or becomes, or with its quotation marks. */
export type FileFault = BatchFault | { kind: 'quotes'; line: number }

export type FileRow = { line: number; id: string; values: string[] }

/** A file as it was read. */
export type ReadFile = {
  encoding: Encoding
  /** By what its cells are parted; null for one that is a batch already. */
  separator: string | null
  /** Null where nothing could be read behind what is wrong with all of it. */
  header: BatchHeader | null
  rowCount: number
  firstRows: FileRow[]
  faultCount: number
  firstFaults: FileFault[]
  /** Whether nothing can be sent of it as it is, not even what is left without faulty rows. */
  isHopeless: boolean
  /** The batch; lines with faults are blank in it. */
  body: Blob
}

type Reading = {
  /** What the first column is, where its name does not say. */
  idKind: ProfileIdKind | null
  signal: AbortSignal
  /** @param share of the file that was read, 0 to 1 */
  onProgress: (share: number) => void
}

/**
 * Reads a file as the service would read the batch in it, past lines that cannot be taken. In slices, so that the page goes on
 * meanwhile.
 *
 * @throws what `signal` was aborted with; DOMException for a file that was changed or removed since it was chosen
 */
export async function readFile(file: File, { idKind, signal, onProgress }: Reading): Promise<ReadFile> {
  const encoding = await encodingOf(file, signal)
  const faults: FileFault[] = []
  const faultyLines = new Set<number>()
  const passOver = (fault: FileFault) => {
    faults.push(fault)
    if ('line' in fault && fault.line !== null) faultyLines.add(fault.line)
  }
  const slices = () => slicesOf(file, signal, (readBytes) => onProgress(readBytes / file.size))
  const { separator, body } = await batchIn(file, encoding, slices, { idKind, passOver })
  const kept: Uint8Array<ArrayBuffer>[] = []
  const firstRows: FileRow[] = []
  let header: BatchHeader | null = null
  let rowCount = 0
  let isHopeless = false
  try {
    const batch = await readBatch(keeping(body, kept), passOver)
    header = batch.header
    for await (const rows of batch.blocks) {
      rowCount += rows.lines.length
      if (firstRows.length < FIRST_ROWS) firstRows.push(...textRows(rows).take(FIRST_ROWS - firstRows.length))
    }
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    passOver(fault)
    isHopeless = true
  }
  const byLine = faults.toSorted((one, other) => lineOf(one) - lineOf(other))
  return {
    encoding,
    separator,
    header,
    rowCount,
    firstRows,
    faultCount: faults.length,
    firstFaults: byLine.slice(0, FIRST_FAULTS),
    isHopeless: isHopeless || rowCount === 0,
    body: new Blob(faultyLines.size === 0 ? kept : [...withoutLines(kept, faultyLines)]),
  }
}

/** The batch that a file is, or becomes. */
async function batchIn(
  file: File,
  encoding: Encoding,
  slices: () => AsyncGenerator<Uint8Array>,
  { idKind, passOver }: Pick<Reading, 'idKind'> & { passOver: (fault: BatchFault) => void },
): Promise<{ separator: string | null; body: AsyncIterable<Uint8Array> }> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const format = formatOf(bytes)
  // What it is instead is told by whoever reads batches.
  if (format !== null && format !== 'UTF-16') return { separator: null, body: slices() }
  const head = new TextDecoder(encoding).decode(bytes)
  if (isBatch(head)) {
    return { separator: null, body: encoding === 'utf-8' ? slices() : inUtf8(textOf(slices(), encoding)) }
  }
  const { formOf, rowsOf } = await loadPart(() => import('./csv.ts'))
  const form = formOf(head)
  const rows = rowsOf(textOf(slices(), encoding), form)
  return { separator: form.delimiter, body: bodyOf(rows, idKind, passOver) }
}

/** Whether it is one as it stands; what a spreadsheet has saved of one with other separators is a table again. */
function isBatch(head: string): boolean {
  const [, columns] = /^[ \t]*batch=([^\r\n]*)/.exec(head) ?? []
  return columns !== undefined && (columns.includes(',') || !/[;\t|]/.test(columns))
}

async function* inUtf8(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

async function* keeping(
  body: AsyncIterable<Uint8Array>,
  kept: Uint8Array<ArrayBuffer>[],
): AsyncGenerator<Uint8Array> {
  for await (const bytes of body) {
    kept.push(new Uint8Array(bytes))
    yield bytes
  }
}

function faultOf(error: unknown): FileFault | null {
  if (error instanceof QuotesError) return { kind: 'quotes', line: error.line }
  return error instanceof BatchFaultError ? error.fault : null
}

const lineOf = (fault: FileFault) => ('line' in fault ? (fault.line ?? 0) : 0)
