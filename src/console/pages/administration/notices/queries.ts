import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { type Deliveries, type Delivery, listDeliveries, retryDelivery } from '#contract/notice-deliveries.ts'
import {
  addTarget,
  changeTarget,
  getNotices,
  type NoticeTarget,
  type NoticeTargetInput,
  removeTarget,
  replaceWebhookSecret,
  testTarget,
} from '#contract/notice-targets.ts'

/** How often it is asked what became of what waits, while the page is looked at. */
const POLL_MS = 15_000

const NOTICES = ['notices']

export const noticesQuery = (request: ServiceRequest) =>
  queryOptions({ queryKey: [...NOTICES, 'targets'], queryFn: () => request(getNotices) })

/** Which of what was sent is shown. */
export type Filter = 'all' | 'waiting' | 'failed'

const asked = (filter: Filter) => (filter === 'all' ? {} : { state: filter })

export const sentQuery = (request: ServiceRequest, filter: Filter) =>
  queryOptions({
    queryKey: [...NOTICES, 'sent', filter],
    queryFn: async ({ client, queryKey }): Promise<Deliveries> => {
      const newest = await request(listDeliveries, { query: asked(filter) })
      return withOlder(newest, client.getQueryData<Deliveries>(queryKey))
    },
    refetchInterval: ({ state }) => ((state.data?.counts.waiting ?? 0) > 0 ? POLL_MS : false),
  })

/** The newest before the older ones that are shown already; alone where there is a gap between. */
function withOlder(newest: Deliveries, known: Deliveries | undefined): Deliveries {
  const lastId = newest.deliveries.at(-1)?.id
  const place = known?.deliveries.findIndex(({ id }) => id === lastId) ?? -1
  const older = known?.deliveries.slice(place + 1) ?? []
  if (known === undefined || place === -1 || older.length === 0) return newest
  return { ...newest, deliveries: [...newest.deliveries, ...older], cursor: known.cursor }
}

export const showOlderMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ filter, cursor }: { filter: Filter; cursor: string }) =>
      request(listDeliveries, { query: { ...asked(filter), cursor } }),
    onSuccess: ({ deliveries, cursor: next }, { filter, cursor }, _shown, { client }) => {
      client.setQueryData(sentQuery(request, filter).queryKey, (known) =>
        known?.cursor === cursor
          ? { ...known, deliveries: [...known.deliveries, ...deliveries], cursor: next }
          : known,
      )
    },
  })

/** However a change ends the page is loaded anew: after a failure it may have been made all the same. */
const changing = {
  meta: { news: 'changed' },
  onSettled: async (
    _answer: unknown,
    error: unknown,
    _input: unknown,
    _before: unknown,
    { client }: { client: QueryClient },
  ) => {
    const loaded = client.invalidateQueries({ queryKey: NOTICES })
    // That it failed is said at once, however long it takes to know what is true.
    if (error === null) await loaded
  },
} as const

/** Adds a target, or changes one as it was seen. The answer to the first may hold a secret. */
export const saveTargetMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: async ({ seen, input }: { seen: NoticeTarget | null; input: NoticeTargetInput }) => {
      if (seen === null) return request(addTarget, { body: input })
      const path = { targetId: seen.id }
      const target = await request(changeTarget, { path, headers: { 'If-Match': seen.etag }, body: input })
      return { target, secret: null }
    },
    gcTime: 0, // the secret leaves memory with the component that shows it
  })

export const replaceSecretMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ id }: NoticeTarget) => request(replaceWebhookSecret, { path: { targetId: id } }),
    gcTime: 0, // as above
  })

export const removeTargetMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ id }: NoticeTarget) => request(removeTarget, { path: { targetId: id } }),
  })

export const testTargetMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ id }: NoticeTarget) => request(testTarget, { path: { targetId: id } }),
  })

export const retryMutation = (request: ServiceRequest) =>
  mutationOptions({
    ...changing,
    mutationFn: ({ id }: Delivery) => request(retryDelivery, { path: { deliveryId: id } }),
    onSuccess: (retried, _delivery, _before, { client }) => {
      client.setQueriesData<Deliveries>(
        { queryKey: [...NOTICES, 'sent'] },
        (known) =>
          known && {
            ...known,
            deliveries: known.deliveries.map((one) => (one.id === retried.id ? retried : one)),
          },
      )
    },
  })
