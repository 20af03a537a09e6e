import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import {
  type Batch,
  type BatchList,
  type BatchSummary,
  getBatch,
  giveUpBatch,
  listBatches,
  tryBatchAgain,
} from '#contract/batches.ts'
import { serviceNow } from '../../../messages/service-clock.ts'
import { askedBy, type Filters } from './filters.ts'

/** How often is asked how far a batch has come, and whether there is another one, while someone looks. */
const ASKED_EVERY_MS = { running: 1000, quiet: 10_000 } as const

/** Asked for again and again, and not in a hidden tab. */
export const batchesQuery = (request: ServiceRequest, filters: Filters) =>
  queryOptions({
    queryKey: ['batches', filters],
    queryFn: async ({ client, queryKey }): Promise<BatchList> => {
      const newest = await request(listBatches, { query: askedBy(filters, serviceNow()) })
      return withOlder(newest, client.getQueryData<BatchList>(queryKey))
    },
    refetchInterval: ({ state: { data } }) =>
      data?.batches.some(isRunning) ? ASKED_EVERY_MS.running : ASKED_EVERY_MS.quiet,
  })

const isRunning = ({ state }: Pick<BatchSummary, 'state'>) => state === 'incomplete'

/** The newest batches before the older ones that are shown already; alone where there is a gap between. */
function withOlder(newest: BatchList, known: BatchList | undefined): BatchList {
  const lastId = newest.batches.at(-1)?.batchId
  const place = known?.batches.findIndex(({ batchId }) => batchId === lastId) ?? -1
  if (known === undefined || place === -1) return newest
  return { ...newest, batches: [...newest.batches, ...known.batches.slice(place + 1)], older: known.older }
}

type Following = { filters: Filters; before: string }

/** Shows the batches that follow those that are shown. */
export const showOlderMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ filters, before }: Following) =>
      request(listBatches, { query: { ...askedBy(filters, serviceNow()), before } }),
    onSuccess: ({ batches, older }, { filters, before }, _shown, { client }) => {
      client.setQueryData(batchesQuery(request, filters).queryKey, (known) =>
        known?.older === before ? { ...known, batches: [...known.batches, ...batches], older } : known,
      )
    },
  })

/** One batch with its first rows that were not applied; asked for again until nothing of it is left to be applied. */
export const batchQuery = (request: ServiceRequest, batchId: string) =>
  queryOptions({
    queryKey: ['batches', 'one', batchId],
    queryFn: () => request(getBatch, { path: { batchId } }),
    refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? ASKED_EVERY_MS.running : false),
  })

/** The rows that were not applied behind a line. */
export const moreFailuresMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ batchId, after }: { batchId: string; after: number }): Promise<Batch> =>
      request(getBatch, { path: { batchId }, query: { after: String(after) } }),
  })

export type Decision = 'try-again' | 'give-up'

/** Decides about a stuck batch as it is shown. */
export const decideMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({
      decision,
      batch: { batchId, stuckSince },
    }: {
      decision: Decision
      batch: Pick<BatchSummary, 'batchId' | 'stuckSince'>
    }) =>
      request(decision === 'give-up' ? giveUpBatch : tryBatchAgain, {
        path: { batchId },
        body: { stuckSince },
      }),
    // After a failure too: somebody else may have decided.
    onSettled: (_answer, _error, _input, _before, { client }) =>
      client.invalidateQueries({ queryKey: ['batches'] }),
  })
