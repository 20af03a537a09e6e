import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { listRefused } from '#contract/refused-calls.ts'
import { useRequest } from './request-context.ts'

/** How often it is asked which calls are refused since a change: while they are shown, and for their number alone. */
export const REFUSED_POLL_MS = { shown: 15_000, counted: 30_000 }

/**
 * Calls refused since a change; null for none. For those who may see callers. One that cannot be asked for leaves what was
 * known.
 */
export const refusedQuery = (request: ServiceRequest) =>
  queryOptions({
    queryKey: ['refused-calls'],
    queryFn: () => request(listRefused),
    throwOnError: false,
  })

/** What is known of them; `shell/RefusedNews.tsx` asks. */
export const useRefusedCalls = () => useQuery({ ...refusedQuery(useRequest()), enabled: false }).data ?? null
