import { BATCH_LIMIT_BYTES, BATCH_LIMIT_ROWS } from '#contract/batches.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { type BatchHeader, headerOf, wholeLines } from './batch-body.ts'
import { readRows } from './batch-rows.ts'
import { BatchSyntaxError } from './batch-syntax-error.ts'
import type { BatchChunk, BatchStore } from './store.ts'

const LINE_FEED = 0x0a

export type BatchNeeds = {
  batches: BatchStore
  random: Random
  /** Tells whoever applies batches that one was accepted. */
  batchAccepted: () => void
}

/**
 * Takes a batch in: checks every row and stores it as it arrives. When this returns, the batch survives a crash and
 * will be applied; when it throws, nothing of it will.
 *
 * @param version 1 updates profiles that exist, 2 also creates those that do not
 * @param contentLength bytes that the body will have, null where the caller does not say
 * @returns the batch's id, `<client>-<epoch ms>-<integer>` (wire fact D25)
 * @throws ServiceError `invalid-request` or `content-too-large`, naming the limit and the line; `unavailable` while too
 *   much waits already
 */
export async function batchUpdate(
  { batches, random, batchAccepted }: BatchNeeds,
  { client, now: receivedAt }: Context,
  version: 1 | 2,
  body: AsyncIterable<Uint8Array>,
  contentLength: number | null,
): Promise<string> {
  const { clientCode } = client
  const blocks = wholeLines(body)
  const first = await blocks.next()
  if (first.done) throw batchIsEmpty()
  const { header, rowsStart } = headerOf(first.value)

  const batch = { clientCode, batchId: `${clientCode}-${receivedAt}-${randomInteger(random)}` }
  const opened = { ...batch, version, idKind: header.idKind, receivedAt }
  if (!(await batches.open(opened, contentLength ?? BATCH_LIMIT_BYTES))) throw tooMuchWaits()
  let staging = Promise.resolve()
  try {
    const has = { rows: 0, bytes: 0 }
    for await (const chunk of chunksOf(header, first.value.subarray(rowsStart), blocks)) {
      await staging
      // Not awaited yet: the database takes this chunk while the next one arrives and is read.
      staging = batches.stage(batch, chunk)
      staging.catch(() => {})
      has.rows += chunk.rows.lines.length
      has.bytes += chunk.rows.bytes.length
    }
    await staging
    if (has.rows === 0) throw batchIsEmpty()
    await batches.accept(batch, has)
  } catch (error) {
    await Promise.allSettled([staging])
    // What cannot be removed while the database is away goes with the uploads that a crash left.
    await batches.discard(batch).catch(() => {})
    if (error instanceof BatchSyntaxError) throw new ServiceError('invalid-request', error.message)
    throw error
  }
  batchAccepted()
  return batch.batchId
}

async function* chunksOf(
  { attributeNames }: BatchHeader,
  firstRows: Uint8Array,
  blocks: AsyncIterable<Uint8Array>,
): AsyncGenerator<BatchChunk> {
  let line = 2
  let room = BATCH_LIMIT_ROWS
  for await (const bytes of startingWith(firstRows, blocks)) {
    const rows = readRows(bytes, line, attributeNames.length)
    const tooMany = rows.lines[room]
    if (tooMany !== undefined) {
      throw new ServiceError(
        'content-too-large',
        `Line ${tooMany}: a batch may have at most ${BATCH_LIMIT_ROWS} rows.`,
      )
    }
    room -= rows.lines.length
    line += lineFeedsIn(bytes)
    if (rows.lines.length > 0) yield { attributeNames, rows }
  }
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

function tooMuchWaits(): ServiceError {
  return new ServiceError(
    'unavailable',
    'Batches of 1 GB or 10,000,000 rows wait to be applied already. Send this one again in a while.',
    { headers: { 'Retry-After': '30' } },
  )
}

function batchIsEmpty(): ServiceError {
  return new ServiceError(
    'invalid-request',
    'Batch is empty: send "batch=pcId,…" and at least one row below it.',
  )
}

function randomInteger(random: Random): number {
  return new DataView(random(4).buffer).getUint32(0) % 100_000_000
}
