import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { ATTRIBUTE_PREFIX, ProfileIdKind } from '#contract/profiles.ts'
import { type BatchFault, BatchFaultError, LINE_LIMIT_BYTES } from './batch-fault.ts'
import { readCells } from './batch-rows.ts'
import { formatOf } from './format.ts'

/** Whole lines are handed on in blocks of about this size. With a third more the process takes 60 MB more memory. */
const BLOCK_BYTES = 192 * 1024
const LINE_FEED = 0x0a

export type BatchHeader = { idKind: ProfileIdKind; attributeNames: string[] }

/**
 * Cuts a body into blocks of whole lines as it arrives; never holds more than a block and a line.
 *
 * @throws BatchFaultError
 */
export async function* wholeLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let byteCount = 0
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  let isFirst = true
  for await (const bytes of body) {
    byteCount += bytes.length
    if (byteCount >= BATCH_LIMIT_BYTES) {
      throw new BatchFaultError({ kind: 'too-many-bytes' })
    }
    pending.push(bytes)
    pendingBytes += bytes.length
    if (pendingBytes < BLOCK_BYTES) continue
    const block = joined(pending, pendingBytes)
    const end = block.lastIndexOf(LINE_FEED) + 1
    if (block.length - end > LINE_LIMIT_BYTES) {
      if (!isFirst || end > 0) throw new BatchFaultError({ kind: 'line-too-long', line: null })
      // Whoever reads the header tells why there is no line feed in all of this.
      yield block
      return
    }
    if (end > 0) {
      yield block.subarray(0, end)
      isFirst = false
    }
    pending = end < block.length ? [block.subarray(end)] : []
    pendingBytes = block.length - end
  }
  if (pendingBytes > 0) yield joined(pending, pendingBytes)
}

function joined(parts: Uint8Array[], byteCount: number): Uint8Array {
  const only = parts[0]
  if (parts.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(byteCount)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/**
 * Reads the header off the first block: `batch=pcId,…` or `batch=thirdPartyId,…` (wire facts D8 and D10).
 *
 * @returns the header and where in the block the rows begin
 * @throws BatchFaultError
 */
export function headerOf(block: Uint8Array): { header: BatchHeader; rowsStart: number } {
  const format = formatOf(block)
  if (format !== null) throw new BatchFaultError({ kind: 'not-text', format })
  const lineFeed = block.indexOf(LINE_FEED)
  const line = lineFeed === -1 ? block : block.subarray(0, lineFeed + 1)
  const unfit = unfitAsHeader(new TextDecoder().decode(line))
  if (unfit !== null) throw new BatchFaultError(unfit)
  const [key = '', ...attributeNames] = headerCells(line)
  const idKind = ProfileIdKind.options.find((kind) => key === `batch=${kind}`)
  if (idKind === undefined) {
    const given = key.slice('batch='.length, 'batch='.length + 64)
    throw new BatchFaultError({ kind: 'first-column', line: 1, given })
  }
  requireNames(attributeNames)
  return { header: { idKind, attributeNames }, rowsStart: lineFeed + 1 }
}

/** Why a line is no header, whatever its cells are. */
function unfitAsHeader(text: string): BatchFault | null {
  if (!text.includes(',') && /batch%3D|%0A/i.test(text)) return { kind: 'form-encoded' }
  if (/^\s*"batch=/.test(text)) return { kind: 'quoted-cell', line: 1 }
  if (!/^\s*batch(?:=|%3[Dd])/.test(text)) return { kind: 'no-header' }
  if (/\r[^\r\n]/.test(text)) return { kind: 'carriage-return', line: 1 }
  return text.endsWith('\n') ? null : { kind: 'no-row' }
}

function headerCells(line: Uint8Array): string[] {
  const [first = '', ...others] = readCells(line, 1)
  return [first.replace(/^\uFEFF/, '').replace(/^batch=\s+/, 'batch='), ...others]
}

function requireNames(names: string[]): void {
  if (names.length === 0) throw new BatchFaultError({ kind: 'no-attribute', line: 1 })
  const empty = names.indexOf('')
  if (empty !== -1) throw new BatchFaultError({ kind: 'unnamed-column', line: 1, column: empty + 2 })
  const prefixed = names.find((name) => name.startsWith(ATTRIBUTE_PREFIX))
  if (prefixed !== undefined) {
    throw new BatchFaultError({ kind: 'prefixed-column', line: 1, name: prefixed })
  }
  const once = new Set<string>()
  const doubled = names.find((name) => once.size === once.add(name).size)
  if (doubled !== undefined) throw new BatchFaultError({ kind: 'doubled-column', line: 1, name: doubled })
}
