import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import { listCallers, nameCaller } from '#contract/callers.ts'
import type { ServiceRequest } from '#client/request.ts'
import { serviceNow } from '../../../../messages/service-clock.ts'
import { firstHourOf, type Period } from './periods.ts'

/** How often who calls is asked again while the page is looked at. */
const POLL_MS = 30_000

const CALLERS = 'callers'

/** The reader's time zone, which can change while the page is open. */
export const readersTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Who called in a period, with the period and the time zone that it was asked for. */
export const callersQuery = (request: ServiceRequest, period: Period) =>
  queryOptions({
    queryKey: [CALLERS, period],
    queryFn: async () => {
      const timeZone = readersTimeZone()
      const from = new Date(firstHourOf(period, serviceNow(), timeZone)).toISOString()
      return { ...(await request(listCallers, { query: { from } })), period, timeZone }
    },
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  })

/** A name stands in the notice of the page as well. */
export const nameCallerMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ id, name }: { id: string; name: string | null }) =>
      request(nameCaller, { path: { callerId: id }, body: { name } }),
    meta: { news: 'changed' },
    onSettled: (_answer, _error, _input, _before, { client }) => client.invalidateQueries(),
  })
