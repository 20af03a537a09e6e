import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { ProfileIdKind } from '#contract/profiles.ts'
import { ServiceError } from '../errors.ts'
import { readCells } from './batch-rows.ts'
import { BatchSyntaxError } from './batch-syntax-error.ts'
import { LINE_LIMIT_BYTES } from './row-reader.ts'

/** Whole lines are handed on in blocks of about this size. With a third more the process takes 60 MB more memory. */
const BLOCK_BYTES = 192 * 1024
const LINE_FEED = 0x0a

export type BatchHeader = { idKind: ProfileIdKind; attributeNames: string[] }

/**
 * Cuts a body into blocks of whole lines as it arrives; never holds more than a block and a line.
 *
 * @throws ServiceError `content-too-large`
 */
export async function* wholeLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let byteCount = 0
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  for await (const bytes of wholly(body)) {
    byteCount += bytes.length
    if (byteCount >= BATCH_LIMIT_BYTES) {
      throw new ServiceError(
        'content-too-large',
        `A batch must be smaller than 50 MB (${BATCH_LIMIT_BYTES} bytes).`,
      )
    }
    pending.push(bytes)
    pendingBytes += bytes.length
    if (pendingBytes < BLOCK_BYTES) continue
    const block = joined(pending, pendingBytes)
    const end = block.lastIndexOf(LINE_FEED) + 1
    if (block.length - end > LINE_LIMIT_BYTES) {
      throw new ServiceError('invalid-request', `A line is longer than ${LINE_LIMIT_BYTES} bytes.`)
    }
    if (end > 0) yield block.subarray(0, end)
    pending = end < block.length ? [block.subarray(end)] : []
    pendingBytes = block.length - end
  }
  if (pendingBytes > 0) yield joined(pending, pendingBytes)
}

/** A body that breaks off is the caller's doing, not a fault of ours. */
async function* wholly(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new ServiceError('invalid-request', 'The request ended before its body was whole.')
  }
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
 * @throws ServiceError `invalid-request` that says what was expected
 */
export function headerOf(block: Uint8Array): { header: BatchHeader; rowsStart: number } {
  const lineFeed = block.indexOf(LINE_FEED)
  const line = block.subarray(0, lineFeed === -1 ? block.length : lineFeed)
  const [key, ...attributeNames] = headerCells(line)
  if (!key?.startsWith('batch=')) {
    throw new ServiceError(
      'invalid-request',
      'Batch is empty: the body must begin with "batch=pcId," or "batch=thirdPartyId,".',
    )
  }
  const idKind = ProfileIdKind.options.find((kind) => key === `batch=${kind}`)
  if (idKind === undefined) {
    const given = key.slice('batch='.length, 'batch='.length + 64)
    throw new ServiceError(
      'invalid-request',
      `Line 1: the first column must be pcId or thirdPartyId, not "${given}".`,
    )
  }
  requireNames(attributeNames)
  if (lineFeed === -1) {
    throw new ServiceError(
      'invalid-request',
      'Batch is empty: there is a header but no row. Did you use --data instead of --data-binary? That removes the line breaks.',
    )
  }
  return { header: { idKind, attributeNames }, rowsStart: lineFeed + 1 }
}

function headerCells(line: Uint8Array): string[] {
  try {
    const [first = '', ...others] = readCells(line, 1)
    return [first.replace(/^\uFEFF/, '').replace(/^batch=\s+/, 'batch='), ...others]
  } catch (error) {
    if (error instanceof BatchSyntaxError) throw new ServiceError('invalid-request', error.message)
    throw error
  }
}

function requireNames(names: string[]): void {
  const empty = names.indexOf('')
  if (empty !== -1) throw new ServiceError('invalid-request', `Line 1: column ${empty + 2} has no name.`)
  const once = new Set<string>()
  const doubled = names.find((name) => once.size === once.add(name).size)
  if (doubled !== undefined)
    throw new ServiceError('invalid-request', `Line 1: the column "${doubled}" stands twice.`)
}
