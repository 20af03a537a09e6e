import { notifyManager, queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { Implementation } from '#contract/implementation.ts'
import { ApiError } from '#client/api-error.ts'

/** Who is at the browser, as the service's last answer has it. */
export type Visitor =
  | { kind: 'signed-in'; session: Implementation['session']; clientCode: string }
  | { kind: 'signed-out' }
  | { kind: 'set-up-required' }

/** Fetches nothing: the answers that pages load fill it, so that a first load makes one request. */
export const visitorQuery = queryOptions<Visitor>({
  queryKey: ['visitor'],
  queryFn: skipToken,
  staleTime: Infinity,
  gcTime: Infinity,
})

/** Forgets all that was loaded for the person who was signed in; the pages then lead to sign-in. */
export function forgetVisitor(
  cache: QueryClient,
  kind: 'signed-out' | 'set-up-required' = 'signed-out',
): void {
  cache.setQueryData(visitorQuery.queryKey, { kind })
  // Once the pages have gone: one that is still shown would load what is removed anew.
  notifyManager.schedule(() => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== visitorQuery.queryKey[0] })
  })
}

/** Which kind of signed-out an error tells of; undefined for any other error. */
export function signedOutKind(error: unknown): 'signed-out' | 'set-up-required' | undefined {
  if (!(error instanceof ApiError) || error.status !== 401) return undefined
  return error.code === 'signed-out' || error.code === 'set-up-required' ? error.code : undefined
}
