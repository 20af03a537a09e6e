import type { Client } from '#service/context.ts'

/** A program of a scenario that calls the profile API again and again. */
export type Job = {
  address: string
  userAgent: string
  /** What somebody has called it. */
  name?: string
  kind: 'bulk-update' | 'single-update' | 'read'
  /** From how many hours ago to how many hours ago it calls, and how often in between. */
  fromHours: number
  toHours: number
  everyHours: number
  /** It sends the newest token from so many hours ago on; left out: never. */
  tokenFromHours?: number
  /** Whether it goes on sending the first token that it sent. */
  keepsToken?: boolean
}

/** When it calls, in seconds ago. */
export function callsOf({ fromHours, toHours, everyHours }: Job): number[] {
  const count = Math.floor((fromHours - toHours) / everyHours) + 1
  return Array.from({ length: count }, (_, index) => Math.round((fromHours - index * everyHours) * 3600))
}

/** One call of a job, as it comes over the network. @param token null: without */
export function callBy(job: Job, { clientCode }: Client, token: string | null, origin: string): Request {
  const to = addressOf[job.kind](clientCode)
  const request = new Request(origin + to.path, to.init)
  const headers = new Headers(request.headers)
  headers.set('User-Agent', job.userAgent)
  if (token !== null) headers.set('Authorization', `Bearer ${token}`)
  Object.defineProperty(request, 'headers', { value: headers }) // a browser's Request takes no User-Agent
  return request
}

type To = { path: string; init?: RequestInit }

const addressOf: Record<Job['kind'], (client: string) => To> = {
  'bulk-update': (client) => ({
    path: `/m2/${client}/v2/profile/batchUpdate`,
    init: { method: 'POST', body: 'batch=thirdPartyId,city\ncustomer-1,Oslo\n' },
  }),
  'single-update': (client) => ({
    path: `/m2/${client}/profile/update?mbox3rdPartyId=customer-1&profile.city=Oslo`,
  }),
  read: (client) => ({ path: `/rest/v1/profiles/thirdPartyId/customer-1?client=${client}` }),
}
