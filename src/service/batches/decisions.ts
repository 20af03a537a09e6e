import type { BatchAct, BatchSummary } from '#contract/batches.ts'
import { auditRecord } from '../audit/record.ts'
import { instant } from '../callers/periods.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import type { BatchStore, Decision } from './store.ts'
import { requireBatch, summaryOf } from './views.ts'

type Needs = {
  batches: BatchStore
  random: Random
  /** Tells whoever applies batches that there is one. */
  batchAccepted: () => void
}

/** Has a stuck batch go on where it stopped. @throws ServiceError `not-found`, `conflict` when it is not stuck as was seen */
export async function tryBatchAgain(
  needs: Needs,
  context: SignedInContext,
  batchId: string,
  stuckSince: string | null,
): Promise<BatchSummary> {
  const decided = await decide(needs, context, batchId, stuckSince, 'tried-again')
  needs.batchAccepted()
  return decided
}

/** Removes the rows of a stuck batch that were not applied. @throws as `tryBatchAgain` does */
export const giveBatchUp = (
  needs: Needs,
  context: SignedInContext,
  batchId: string,
  stuckSince: string | null,
): Promise<BatchSummary> => decide(needs, context, batchId, stuckSince, 'given-up')

async function decide(
  needs: Needs,
  context: SignedInContext,
  batchId: string,
  stuckSince: string | null,
  act: BatchAct,
): Promise<BatchSummary> {
  const { batches } = needs
  const { consumedCount, batchSize } = await requireBatch(needs, context, batchId)
  const { client, actor, now } = context
  const decision: Decision = {
    clientCode: client.clientCode,
    batchId,
    sawStuckAt: stuckSince === null ? null : Date.parse(stuckSince),
    by: actor.user.name,
    at: now,
  }
  const record = auditRecord(needs, context, `batch.${act}`, batchId, { consumedCount, batchSize })
  const isDone = await (act === 'tried-again'
    ? batches.tryAgain(decision, record)
    : batches.giveUp(decision, record))
  if (!isDone) throw await notStuckAsSeen(needs, context, batchId)
  return summaryOf(await requireBatch(needs, context, batchId), context)
}

const WHAT_WAS_DONE = { 'tried-again': 'tried this batch again', 'given-up': 'gave this batch up' } as const

async function notStuckAsSeen(needs: Needs, context: SignedInContext, batchId: string) {
  const { lastAct } = await requireBatch(needs, context, batchId)
  if (lastAct === null) return new ServiceError('conflict', 'This batch is not stuck. Look at it again.')
  const { by, act, at } = lastAct
  return new ServiceError(
    'conflict',
    `${by} ${WHAT_WAS_DONE[act]} at ${instant(at)}, after what you saw. Look at it again.`,
  )
}
