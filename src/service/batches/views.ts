import {
  type Batch,
  BATCH_COUNT_LIMIT,
  BATCH_PAGE,
  type BatchFilter,
  type BatchList,
  type BatchSummary,
  FAILURE_PAGE,
  type listBatches as listOperation,
} from '#contract/batches.ts'
import type { Received } from '#contract/operation.ts'
import { instant } from '../callers/periods.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { permittedTo } from '../permissions.ts'
import type { BatchPlace, BatchSelection, BatchStore, StoredBatch } from './store.ts'

type Needs = { batches: BatchStore }

/** After this there are no dates. Source: ECMAScript, "Time Values and Time Range". */
const END_OF_TIME = 8.64e15

/** A page of the batches that the filters let through, and how many there are of each kind. */
export async function listBatches(
  { batches, batchesKeptDays }: Needs & { batchesKeptDays: number },
  context: SignedInContext,
  { only, from, to, before }: Received<typeof listOperation>['query'],
): Promise<BatchList> {
  const time = {
    clientCode: context.client.clientCode,
    from: from === undefined ? 0 : Math.max(0, Date.parse(from)),
    until: to === undefined ? END_OF_TIME : Math.max(0, Date.parse(to)),
  }
  const found = await batches.page(
    { ...time, only: only ?? null },
    before === undefined ? null : placeIn(before),
    BATCH_PAGE + 1,
  )
  const shown = found.slice(0, BATCH_PAGE)
  const last = found.length > BATCH_PAGE ? shown.at(-1) : undefined
  return {
    batches: shown.map((batch) => summaryOf(batch, context)),
    older: last === undefined ? null : `${last.receivedAt}-${last.sequence}`,
    counts: await countsOf(batches, time),
    keptDays: batchesKeptDays,
    now: instant(context.now),
  }
}

async function countsOf(batches: BatchStore, time: Omit<BatchSelection, 'only'>) {
  const count = async (only: BatchFilter | null) => {
    const counted = await batches.count({ ...time, only }, BATCH_COUNT_LIMIT + 1)
    return counted > BATCH_COUNT_LIMIT ? null : counted
  }
  const [all, running, withFailures, stuck, refused] = await Promise.all([
    count(null),
    count('running'),
    count('with-failures'),
    count('stuck'),
    count('refused'),
  ])
  return { all, running, 'with-failures': withFailures, stuck, refused }
}

function placeIn(text: string): BatchPlace {
  const [receivedAt, sequence] = text.split('-').map(Number)
  return { receivedAt: receivedAt ?? 0, sequence: sequence ?? 0 }
}

/** A batch with a page of its failures. @throws ServiceError `not-found` */
export async function viewBatch(
  { batches }: Needs,
  context: SignedInContext,
  batchId: string,
  afterLine: number | undefined,
): Promise<Batch> {
  const batch = await requireBatch({ batches }, context, batchId)
  const { clientCode } = context.client
  const found = await batches.failures({ clientCode, batchId }, afterLine, FAILURE_PAGE + 1)
  const failures = found.slice(0, FAILURE_PAGE)
  return {
    ...summaryOf(batch, context),
    failures,
    nextFailures: found.length > FAILURE_PAGE ? (failures.at(-1)?.line ?? null) : null,
    now: instant(context.now),
  }
}

/** @throws ServiceError `not-found` */
export async function requireBatch(
  { batches }: Needs,
  { client }: Context,
  batchId: string,
): Promise<StoredBatch> {
  const found = await batches.find({ clientCode: client.clientCode, batchId })
  if (found === undefined) throw thereIsNoBatch(batchId)
  return found
}

export const thereIsNoBatch = (batchId: string) =>
  new ServiceError('not-found', `There is no batch ${batchId.slice(0, 255)}.`)

/** What of a batch someone may see: who called is for those who may see callers. */
export function summaryOf(stored: StoredBatch, { actor }: SignedInContext): BatchSummary {
  const { sequence: _, receivedAt, finishedAt, stuckAt, caller, lastAct, ...batch } = stored
  return {
    ...batch,
    receivedAt: instant(receivedAt),
    finishedAt: instantOrNull(finishedAt),
    stuckSince: instantOrNull(stuckAt),
    caller: permittedTo(actor.user).includes('callers.view') ? caller : null,
    lastAct: lastAct && { ...lastAct, at: instant(lastAct.at) },
  }
}

const instantOrNull = (ms: number | null) => (ms === null ? null : instant(ms))
