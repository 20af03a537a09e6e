import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { type AuditEntry, type AuditLog, listAudit } from '#contract/audit.ts'
import { askedBy, type Filters } from './filters.ts'

/** What can be said of the whole log. */
export type Overview = NonNullable<AuditLog['overview']>

/** The records that are shown, the newest first, and what to ask for to show those that follow; null at the end. */
export type ShownLog = { records: AuditEntry[]; older: string | null; overview: Overview | null }

export const auditQuery = (request: ServiceRequest, filters: Filters) =>
  queryOptions({
    queryKey: ['audit', filters],
    queryFn: async ({ client, queryKey }): Promise<ShownLog> => {
      const newest = await request(listAudit, { query: askedBy(filters) })
      return withOlder(newest, client.getQueryData<ShownLog>(queryKey))
    },
  })

type FollowingRecords = { filters: Filters; before: string }

/** Shows the records that follow those that are shown. */
export const showOlderMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: ({ filters, before }: FollowingRecords) =>
      request(listAudit, { query: { ...askedBy(filters), before } }),
    onSuccess: ({ records, older }, { filters, before }, _shown, { client }) => {
      client.setQueryData(auditQuery(request, filters).queryKey, (known) =>
        known?.older === before ? { ...known, records: [...known.records, ...records], older } : known,
      )
    },
  })

/** The newest records before the older ones that are shown already; alone where there is a gap between. */
function withOlder(newest: AuditLog, known: ShownLog | undefined): ShownLog {
  const lastId = newest.records.at(-1)?.id
  const place = known?.records.findIndex(({ id }) => id === lastId) ?? -1
  if (known === undefined || place === -1) return newest
  return { ...newest, records: [...newest.records, ...known.records.slice(place + 1)], older: known.older }
}
