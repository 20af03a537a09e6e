import { notifyManager, queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { Implementation } from '#contract/implementation.ts'
import { ApiError } from '#client/api-error.ts'
import { rememberFocus } from './return-focus.ts'

/**
 * Who is at the browser, as the service's last answer has it. `unknown`: someone signed in in another tab; the next
 * answer says who. `end` is why a signed-in person is not any more; without it nobody was.
 */
export type Visitor =
  | { kind: 'signed-in'; session: Implementation['session']; clientCode: string }
  | { kind: 'signed-out'; end?: SessionEnd }
  | { kind: 'set-up-required' }
  | { kind: 'unknown' }

/** `signed-out`: as the person asked; `expired`: of itself; `undone`: the same, and something asked for was not done. */
export type SessionEnd = 'signed-out' | 'expired' | 'undone'

/** Fetches nothing: the answers that pages load fill it, so that a first load makes one request. */
export const visitorQuery = queryOptions<Visitor>({
  queryKey: ['visitor'],
  queryFn: skipToken,
  staleTime: Infinity,
  gcTime: Infinity,
})

/** Forgets all that was loaded for the person who was signed in; the pages then lead to sign-in. */
export function forgetVisitor(cache: QueryClient, visitor: Exclude<Visitor, { kind: 'signed-in' }>): void {
  rememberFocus()
  cache.setQueryData(visitorQuery.queryKey, visitor)
  // Once the pages have gone: one that is still shown would load what is removed anew.
  notifyManager.schedule(() => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== visitorQuery.queryKey[0] })
  })
}

/**
 * Forgets the visitor when an error says that there is none.
 *
 * @param wasActing whether what failed was to do something, rather than to show it
 */
export function forgetVisitorOn(error: unknown, cache: QueryClient, wasActing: boolean): void {
  const kind = signedOutKind(error)
  if (kind === 'set-up-required') return forgetVisitor(cache, { kind })
  if (kind === undefined) return
  const known = cache.getQueryData(visitorQuery.queryKey)?.kind
  if (known === kind) return
  forgetVisitor(cache, { kind, ...(known === 'signed-in' && { end: wasActing ? 'undone' : 'expired' }) })
}

/** Which kind of signed-out an error tells of; undefined for any other error. */
export function signedOutKind(error: unknown): 'signed-out' | 'set-up-required' | undefined {
  if (!(error instanceof ApiError) || error.status !== 401) return undefined
  return error.code === 'signed-out' || error.code === 'set-up-required' ? error.code : undefined
}
