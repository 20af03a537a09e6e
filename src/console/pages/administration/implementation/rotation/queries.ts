import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { endToken, extendToken, type ListedToken, listTokens, restoreToken } from '#contract/rotation.ts'

/** How often who uses which token is asked again, while an old one works and the page is looked at. */
const POLL_MS = 30_000

export const tokensQuery = (request: ServiceRequest) =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: async () => ({ ...(await request(listTokens)), receivedAtMs: performance.now() }),
    refetchInterval: ({ state }) =>
      state.data?.tokens.some((token) => token.state === 'overlapping') ? POLL_MS : false,
  })

/** `worksUntil`: ISO 8601. */
type Act = { act: 'extend'; worksUntil: string } | { act: 'end'; forGood: boolean } | { act: 'restore' }

/** What is to become of a token as it was seen. */
export type TokenChange = { token: ListedToken } & Act

/** However it ends all is loaded anew: after a failure it may have been done all the same, or somebody else was first. */
export const changeTokenMutation = (request: ServiceRequest) =>
  mutationOptions({
    meta: { news: 'changed' },
    mutationFn: (change: { token: Pick<ListedToken, 'id' | 'etag'> } & Act) => {
      const meant = { path: { tokenId: change.token.id }, headers: { 'If-Match': change.token.etag } }
      if (change.act === 'restore') return request(restoreToken, meant)
      if (change.act === 'end') return request(endToken, { ...meant, body: { forGood: change.forGood } })
      return request(extendToken, { ...meant, body: { worksUntil: change.worksUntil } })
    },
    onSettled: async (_answer, error, _input, _before, { client }) => {
      const loaded = client.invalidateQueries()
      // That it failed is said at once, however long it takes to know what is true.
      if (error === null) await loaded
    },
  })
