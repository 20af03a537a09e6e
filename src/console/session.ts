import { notifyManager, queryOptions, type QueryClient } from '@tanstack/react-query'
import { ApiError } from '#client/api-error.ts'
import type { ServiceRequest } from '#client/request.ts'
import { getSession, type Session } from '#contract/sign-in.ts'
import { rememberFocus } from './return-focus.ts'

/**
 * Who is at the browser, as the service's last answer has it. `unknown`: someone signed in in another tab; the next
 * answer says who. `end` is why a signed-in person is not any more; without it nobody was.
 */
export type SessionState =
  | { kind: 'signed-in'; session: Session }
  | { kind: 'signed-out'; end?: SessionEnd }
  | { kind: 'set-up-required' }
  | { kind: 'unknown' }

/** `signed-out`: as the person asked; `expired`: of itself; `undone`: the same, and something asked for was not done. */
export type SessionEnd = 'signed-out' | 'expired' | 'undone'

const SESSION = ['session']

/** Asked for where no page brings it with its own answer; known from then on. */
export const sessionQuery = (request: ServiceRequest) =>
  queryOptions<SessionState>({
    queryKey: SESSION,
    queryFn: async () => ({ kind: 'signed-in', session: await request(getSession) }),
    staleTime: Infinity,
    gcTime: Infinity,
    throwOnError: false,
  })

/** What is known of who is signed in. */
export const knownSession = (cache: QueryClient) => cache.getQueryData<SessionState>(SESSION)

/** Notes what an answer says of who is signed in. */
export const noteSession = (cache: QueryClient, state: SessionState) =>
  cache.setQueryData<SessionState>(SESSION, state)

/**
 * Loads a page whose answer says who is signed in. When it fails, that is asked for by itself, for the person is to see
 * who they are and to be able to sign out whatever became of the page.
 */
export async function bringingSession<Answer extends { session: Session }>(
  cache: QueryClient,
  request: ServiceRequest,
  load: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await load()
    noteSession(cache, { kind: 'signed-in', session: answer.session })
    return answer
  } catch (error) {
    if (!signedOutKind(error)) void cache.prefetchQuery(sessionQuery(request))
    throw error
  }
}

/** Forgets all that was loaded for the person who was signed in; the pages then lead to sign-in. */
export function forgetSession(cache: QueryClient, state: Exclude<SessionState, { kind: 'signed-in' }>): void {
  rememberFocus()
  noteSession(cache, state)
  // Once the pages have gone: one that is still shown would load what is removed anew.
  notifyManager.schedule(() => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
  })
}

/**
 * Forgets the session when an error says that there is none.
 *
 * @param wasActing whether what failed was to do something, rather than to show it
 */
export function forgetSessionOn(error: unknown, cache: QueryClient, wasActing: boolean): void {
  const kind = signedOutKind(error)
  if (kind === 'set-up-required') return forgetSession(cache, { kind })
  if (kind === undefined) return
  const known = knownSession(cache)?.kind
  if (known === kind) return
  forgetSession(cache, { kind, ...(known === 'signed-in' && { end: wasActing ? 'undone' : 'expired' }) })
}

/** Which kind of signed-out an error tells of; undefined for any other error. */
export function signedOutKind(error: unknown): 'signed-out' | 'set-up-required' | undefined {
  if (!(error instanceof ApiError) || error.status !== 401) return undefined
  return error.code === 'signed-out' || error.code === 'set-up-required' ? error.code : undefined
}
