import { AS_IT_IS } from '#batch-file/batch-fault.ts'
import {
  type BatchAccepted,
  batchStatus,
  batchStatusV2,
  batchUpdateV1,
  batchUpdateV2,
  getBatch,
  getBatchFailures,
  giveUpBatch,
  listBatches as listOperation,
  tryBatchAgain as tryAgainOperation,
  sendBatch,
} from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditRecord, AuditStore } from '../audit/store.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { charsetOf, inUtf8 } from '../http/content.ts'
import { withinLimit } from '../http/limits.ts'
import { originOf } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import type { CallLimiter } from '../ports.ts'
import { type BatchNeeds, batchUpdate } from './batch-update.ts'
import { csvOf } from './csv.ts'
import { giveBatchUp, tryBatchAgain } from './decisions.ts'
import { keepingRefusal } from './refused-upload.ts'
import { listBatches, requireBatch, thereIsNoBatch, viewBatch } from './views.ts'

type Needs = BatchNeeds & { bulkUpdates: CallLimiter }

/** Sending a batch and asking how far it has come, by the profile API. */
export function serveBatches(profile: FamilyApp, needs: Needs) {
  for (const [version, operation] of [
    [1, batchUpdateV1],
    [2, batchUpdateV2],
  ] as const) {
    serve(profile, operation, async (context, { body }, request) => {
      const batchId = await takenIn(needs, context, version, body, request)
      const statusPath = pathOf(batchStatus, { client: context.client.clientCode })
      return {
        success: true,
        batchStatus: `${originOf(context.client, request)}${statusPath}?batchId=${batchId}`,
        message: 'Batch submitted for processing',
      } satisfies BatchAccepted
    })
  }
  for (const operation of [batchStatus, batchStatusV2]) {
    serve(profile, operation, async (context, { query }) => {
      const { batchId, showDetails } = query
      const { state, batchSize, ...found } = await requireBatch(needs, context, batchId)
      if (state === 'refused') throw thereIsNoBatch(batchId)
      const { consumedCount, successfulUpdates, profilesNotFound, failedUpdates } = found
      const details = { consumedCount, successfulUpdates, profilesNotFound, failedUpdates }
      const status = state === 'given-up' ? 'stuck' : state
      return { batchId, status, batchSize, ...(showDetails === 'true' && details) }
    })
  }
}

type ViewNeeds = BatchNeeds & { audit: AuditStore; batchesKeptDays: number }

/** What the wire of the profile API has no room for: who sent what, which rows were not applied and why, what to do about it. */
export function serveBatchViews(console: FamilyApp, needs: ViewNeeds) {
  serve(console, listOperation, (context, { query }) => listBatches(needs, context, query))
  serve(console, getBatch, (context, { path, query }) => viewBatch(needs, context, path.batchId, query.after))
  serve(console, getBatchFailures, async (context, { path }) => {
    const { batchId } = await requireBatch(needs, context, path.batchId)
    const failures = await needs.batches.failures({ clientCode: context.client.clientCode, batchId })
    const exported = { count: failures.length }
    await needs.audit.append(auditRecord(needs, context, 'batch.failures-exported', batchId, exported))
    return new Answer(csvOf(failures), { 'Content-Disposition': 'attachment; filename="failures.csv"' })
  })
  serve(console, tryAgainOperation, (context, { path, body }) =>
    tryBatchAgain(needs, context, path.batchId, body.stuckSince),
  )
  serve(console, giveUpBatch, (context, { path, body }) =>
    giveBatchUp(needs, context, path.batchId, body.stuckSince),
  )
}

/** Sending a batch from the console: as jobs do, but by the session, and recorded. */
export function serveSending(console: FamilyApp, needs: Needs) {
  serve(console, sendBatch, async (context, { query, body }, request) => {
    const version = query.version === '1' ? 1 : 2
    const recordOf = (batchId: string, rows: number) =>
      auditRecord(needs, context, 'batch.sent', batchId, { version, rows })
    const batchId = await takenIn(needs, context, version, body, request, recordOf)
    return { batchId }
  })
}

/** @param recordOf the audit record, of a batch that a person sends. @returns the batch's id */
const takenIn = (
  needs: Needs,
  context: Context,
  version: 1 | 2,
  body: AsyncIterable<Uint8Array>,
  request: Request,
  recordOf?: (batchId: string, rows: number) => AuditRecord,
): Promise<string> =>
  withinLimit(needs.bulkUpdates, 'bulk updates', context, () =>
    keepingRefusal(needs, context, version, async () => {
      requireBatchMediaType(request.headers.get('Content-Type'))
      const charset = charsetOf(request.headers.get('Content-Type'))
      const content = inUtf8(body, charset)
      return batchUpdate(needs, context, version, content, contentLengthOf(request, charset), recordOf)
    }),
  )

/** Bytes that the batch will have; null where the caller does not say, or says it of one in a coding or another charset. */
function contentLengthOf({ headers }: Request, charset: string): number | null {
  const contentLength = headers.get('Content-Length')
  const isAsItIs = !headers.has('Content-Encoding') && charset === 'utf-8'
  return contentLength === null || !isAsItIs ? null : Number(contentLength)
}

/** Form encoding is formally what a batch is (wire fact D8); these are what people send by mistake. */
function requireBatchMediaType(contentType: string | null): void {
  if (!/^(application\/json|multipart\/)/i.test(contentType ?? '')) return
  throw new ServiceError('unsupported-media-type', `A batch is neither JSON nor multipart. ${AS_IT_IS}`)
}
