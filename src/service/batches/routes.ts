import {
  type Batch,
  type BatchAccepted,
  batchStatus,
  batchStatusV2,
  batchUpdateV1,
  batchUpdateV2,
  getBatch,
  getBatchFailures,
} from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { withinLimit } from '../http/limits.ts'
import { originOf } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import type { CallLimiter } from '../ports.ts'
import { type BatchNeeds, batchUpdate } from './batch-update.ts'
import { csvOf } from './csv.ts'
import type { BatchStatus } from './store.ts'

type Needs = BatchNeeds & { bulkUpdates: CallLimiter }

/** Sending a batch and asking how far it has come, by the profile API. */
export function serveBatches(profile: FamilyApp, needs: Needs) {
  for (const [version, operation] of [
    [1, batchUpdateV1],
    [2, batchUpdateV2],
  ] as const) {
    serve(profile, operation, async (context, { body }, request) => {
      requireBatchMediaType(request.headers.get('Content-Type'))
      const batchId = await withinLimit(needs.bulkUpdates, 'bulk updates', context, () =>
        batchUpdate(needs, context, version, body, contentLengthOf(request)),
      )
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
      const found = await acceptedBatch(needs, context, batchId)
      const { state, batchSize, consumedCount, successfulUpdates, profilesNotFound, failedUpdates } = found
      const details = { consumedCount, successfulUpdates, profilesNotFound, failedUpdates }
      return { batchId, status: state, batchSize, ...(showDetails === 'true' && details) }
    })
  }
}

/** What the wire of the profile API has no room for: which rows of a batch were not applied, and why. */
export function serveBatchViews(console: FamilyApp, needs: BatchNeeds & { audit: AuditStore }) {
  serve(console, getBatch, (context, { path }) => batchOf(needs, context, path.batchId))
  serve(console, getBatchFailures, async (context, { path }) => {
    const { batchId, failures } = await batchOf(needs, context, path.batchId)
    const exported = { count: failures.length }
    await needs.audit.append(auditRecord(needs, context, 'batch.failures-exported', batchId, exported))
    return new Answer(csvOf(failures), { 'Content-Disposition': 'attachment; filename="failures.csv"' })
  })
}

/** Bytes that the body will have; null where the caller does not say. */
function contentLengthOf({ headers }: Request): number | null {
  const contentLength = headers.get('Content-Length')
  return contentLength === null ? null : Number(contentLength)
}

/** Form encoding is formally what a batch is (wire fact D8); these are what people send by mistake. */
function requireBatchMediaType(contentType: string | null): void {
  if (!/^(application\/json|multipart\/)/i.test(contentType ?? '')) return
  throw new ServiceError(
    'unsupported-media-type',
    'A batch is neither JSON nor multipart. Send the file as it is: curl -X POST --data-binary @BATCH.TXT URL',
  )
}

async function batchOf(needs: BatchNeeds, context: Context, batchId: string): Promise<Batch> {
  const status = await acceptedBatch(needs, context, batchId)
  const { clientCode } = context.client
  return { ...status, failures: await needs.batches.failures({ clientCode, batchId }) }
}

async function acceptedBatch(
  { batches }: BatchNeeds,
  { client }: Context,
  batchId: string,
): Promise<BatchStatus> {
  const found = await batches.find({ clientCode: client.clientCode, batchId })
  if (found === undefined) throw new ServiceError('not-found', `There is no batch ${batchId.slice(0, 255)}.`)
  return found
}
