import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Api } from '#client/api.ts'
import type { Implementation } from '#contract/implementation.ts'
import { visitorQuery, type Visitor } from '../../../visitor.ts'

/** What the page shows, and when it came: milliseconds on the performance clock, which nobody can set. */
export type ReceivedImplementation = Implementation & { receivedAtMs: number }

export const implementationQuery = (api: Api) =>
  queryOptions({
    queryKey: ['implementation'],
    queryFn: async ({ client }): Promise<ReceivedImplementation> => {
      const answer = await api.getImplementation()
      const { session, account } = answer
      const visitor: Visitor = { kind: 'signed-in', session, clientCode: account.clientCode }
      client.setQueryData(visitorQuery.queryKey, visitor)
      return { ...answer, receivedAtMs: performance.now() }
    },
  })

type RequireAuthentication = { tenant: string; isRequired: boolean; etag: string }

/** After a failure the page is loaded anew as well: the change may have happened all the same. */
export const patchSettingsMutation = (api: Api) =>
  mutationOptions({
    mutationFn: ({ tenant, isRequired, etag }: RequireAuthentication) =>
      api.patchSettings(tenant, { enableProfileApiAuthentication: isRequired }, { ifMatch: etag }),
    meta: { news: 'changed' },
    onSuccess: ({ enableProfileApiAuthentication }, _input, _before, { client }) =>
      updateImplementation(client, api, (known) => ({
        ...known,
        settings: { ...known.settings, enableProfileApiAuthentication },
      })),
    onSettled: (_answer, _error, _input, _before, { client }) =>
      client.invalidateQueries(implementationQuery(api)),
  })

export const generateTokenMutation = (api: Api) =>
  mutationOptions({
    meta: { news: 'changed' },
    mutationFn: (input: { tenant: string; replaces: string | null }) => api.generateToken(input),
    onSuccess: (
      { accessToken, id, expiresIn, expiresAt, createdAt, createdBy },
      _input,
      _before,
      { client },
    ) =>
      updateImplementation(client, api, (known) => ({
        ...known,
        token: {
          id,
          lastFour: accessToken.slice(-4),
          expiresIn,
          expiresAt,
          createdAt,
          createdBy,
          lastUsedAt: null,
        },
        receivedAtMs: performance.now(),
      })),
    onError: (_error, _input, _before, { client }) => client.invalidateQueries(implementationQuery(api)),
    gcTime: 0, // the token is a secret: it leaves memory with the component that shows it
  })

export const viewTokenMutation = (api: Api) =>
  mutationOptions({
    mutationFn: (tenant: string) => api.getToken(tenant),
    onSuccess: ({ id }, _tenant, _before, { client }) => {
      const isOfPage = client.getQueryData(implementationQuery(api).queryKey)?.token?.id === id
      return isOfPage ? undefined : client.invalidateQueries(implementationQuery(api))
    },
    onError: (_error, _tenant, _before, { client }) => client.invalidateQueries(implementationQuery(api)),
    gcTime: 0, // as above
  })

type Change = (known: ReceivedImplementation) => ReceivedImplementation

function updateImplementation(client: QueryClient, api: Api, change: Change): void {
  client.setQueryData(implementationQuery(api).queryKey, (known) => known && change(known))
}
