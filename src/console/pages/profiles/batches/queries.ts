import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { type BatchList, listBatches } from '#contract/batches.ts'
import { askedBy, type Filters } from './filters.ts'

/** How often the list is asked for while a batch of it is being applied, and while none is. */
const ASKED_EVERY_MS = { running: 1000, idle: 15_000 } as const

/** The newest batches and the older ones that are shown; asked for again and again, but not in a hidden tab. */
export const batchesQuery = (request: ServiceRequest, filters: Filters) =>
  queryOptions({
    queryKey: ['batches', filters],
    queryFn: async ({ client, queryKey }): Promise<BatchList> => {
      const newest = await request(listBatches, { query: askedBy(filters) })
      return withOlder(newest, client.getQueryData<BatchList>(queryKey))
    },
    refetchInterval: ({ state: { data } }) =>
      data?.batches.some(({ state }) => state === 'incomplete')
        ? ASKED_EVERY_MS.running
        : ASKED_EVERY_MS.idle,
  })

type FollowingBatches = { filters: Filters; before: string }

/** Shows the batches that follow those that are shown. */
export const showOlderMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ filters, before }: FollowingBatches) =>
      request(listBatches, { query: { ...askedBy(filters), before } }),
    onSuccess: ({ batches, older }, { filters, before }, _shown, { client }) => {
      client.setQueryData(batchesQuery(request, filters).queryKey, (known) =>
        known?.older === before ? { ...known, batches: [...known.batches, ...batches], older } : known,
      )
    },
  })

/** The newest batches before the older ones that are shown already; alone where there is a gap between. */
function withOlder(newest: BatchList, known: BatchList | undefined): BatchList {
  const lastId = newest.batches.at(-1)?.batchId
  const place = known?.batches.findIndex(({ batchId }) => batchId === lastId) ?? -1
  if (known === undefined || place === -1) return newest
  const following = known.batches.slice(place + 1)
  if (following.length === 0) return newest
  return { ...newest, batches: [...newest.batches, ...following], older: known.older }
}
