import { BatchFaultError } from '#batch-file/batch-fault.ts'
import { readBatch } from '#batch-file/read-batch.ts'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import type { AuditRecord } from '../audit/store.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { newBatchId } from './batch-id.ts'
import { batchCallerOf } from './refused-upload.ts'
import type { BatchStore } from './store.ts'

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
 * @param recordOf the audit record, of a batch that a person sends
 * @returns the batch's id, `<client>-<epoch ms>-<integer>` (wire fact D25)
 * @throws ServiceError `invalid-request` or `content-too-large`, naming the limit and the line; `unavailable` while too
 *   much waits already
 */
export async function batchUpdate(
  { batches, random, batchAccepted }: BatchNeeds,
  context: Context,
  version: 1 | 2,
  body: AsyncIterable<Uint8Array>,
  contentLength: number | null,
  recordOf?: (batchId: string, rows: number) => AuditRecord,
): Promise<string> {
  const { now: receivedAt } = context
  const { clientCode } = context.client
  // Before any of it is read: who waits to be asked for it uploads nothing in vain.
  if (contentLength !== null && contentLength >= BATCH_LIMIT_BYTES)
    refuse(new BatchFaultError({ kind: 'too-many-bytes' }))
  const { header, blocks } = await readBatch(wholly(body)).catch(refuse)
  const { idKind, attributeNames } = header

  const batch = { clientCode, batchId: newBatchId(random, clientCode, receivedAt) }
  const opened = { ...batch, version, idKind, receivedAt, caller: batchCallerOf(context) }
  if (!(await batches.open(opened, contentLength ?? BATCH_LIMIT_BYTES))) throw tooMuchWaits()
  let staging = Promise.resolve()
  try {
    const has = { rows: 0, bytes: 0 }
    for await (const rows of blocks) {
      await staging
      // Not awaited yet: the database takes these rows while the next ones arrive and are read.
      staging = batches.stage(batch, { attributeNames, rows })
      staging.catch(() => {})
      has.rows += rows.lines.length
      has.bytes += rows.bytes.length
    }
    await staging
    await batches.accept(batch, has, recordOf?.(batch.batchId, has.rows))
  } catch (error) {
    await Promise.allSettled([staging])
    // What cannot be removed while the database is away goes with the uploads that a crash left.
    await batches.discard(batch).catch(() => {})
    refuse(error)
  }
  batchAccepted()
  return batch.batchId
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

/** @throws ServiceError for a batch that cannot be taken, any other error as it is */
function refuse(error: unknown): never {
  if (!(error instanceof BatchFaultError)) throw error
  const { message, withoutValues } = error
  const { kind } = error.fault
  const isTooLarge = kind === 'too-many-bytes' || kind === 'too-many-rows'
  throw new ServiceError(isTooLarge ? 'content-too-large' : 'invalid-request', message, { withoutValues })
}

function tooMuchWaits(): ServiceError {
  return new ServiceError(
    'unavailable',
    'Batches of 1 GB or 10,000,000 rows wait to be applied already. Send this one again in a while.',
    { headers: { 'Retry-After': '30' } },
  )
}
