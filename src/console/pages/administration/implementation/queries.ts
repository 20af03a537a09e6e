import { getToken } from '#contract/profile-auth.ts'
import { generateToken } from '#contract/profile-auth.ts'
import { patchSettings } from '#contract/settings.ts'
import { getImplementation } from '#contract/implementation.ts'
import { mutationOptions, queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { ServiceRequest } from '#client/request.ts'
import type { Implementation } from '#contract/implementation.ts'
import { refusedQuery } from '../../../refused-calls.ts'
import { bringingSession } from '../../../session.ts'
import { overlapNotice } from './rotation/lazy.ts'

/** What the page shows, and when it came: milliseconds on the performance clock, which nobody can set. */
export type ReceivedImplementation = Implementation & { receivedAtMs: number }

/** @param prepare has there what an answer shows above all others, which would move them if it came later */
export const implementationQuery = (
  request: ServiceRequest,
  prepare?: (answer: Implementation) => Promise<unknown>,
) =>
  queryOptions({
    queryKey: ['implementation'],
    queryFn: async ({ client }): Promise<ReceivedImplementation> => {
      const answer = await bringingSession(client, request, () => request(getImplementation))
      const receivedAtMs = performance.now()
      // In the same turn, or whoever shows the number in the navigation would ask for it.
      client.setQueryData(refusedQuery(request).queryKey, answer.refused)
      // It stands above the token, which it would push down if it came later.
      const overlap = answer.oldTokens.working.length > 0 && overlapNotice.prepare().catch(() => {})
      await Promise.all([prepare?.(answer), overlap])
      return { ...answer, receivedAtMs }
    },
  })

/** The token that this page is about; the other one is for debugging. */
const ofProfileApi = { authorizationScope: 'profile_api' } as const

type RequireAuthentication = { tenant: string; isRequired: boolean; etag: string }

const SETTINGS_CHANGE = ['settings-change']

/**
 * Whether a change of the settings is under way, and so what the next act builds on not known yet. The library's own hook
 * brings the state of every mutation, which a first visit would load.
 */
export function useIsSettingsChanging(): boolean {
  const client = useQueryClient()
  return useSyncExternalStore(
    (onChange) => client.getMutationCache().subscribe(onChange),
    () => client.isMutating({ mutationKey: SETTINGS_CHANGE }) > 0,
  )
}

/**
 * However it ends the page is loaded anew: after a failure the change may have happened all the same. One that was made
 * is under way until then, because the next act builds on the settings as they are then.
 */
export const patchSettingsMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationKey: SETTINGS_CHANGE,
    mutationFn: ({ tenant, isRequired, etag }: RequireAuthentication) =>
      request(patchSettings, {
        path: { tenant },
        headers: { 'If-Match': etag },
        body: { enableProfileApiAuthentication: isRequired },
      }),
    meta: { news: 'changed' },
    onSuccess: ({ enableProfileApiAuthentication }, _input, _before, { client }) =>
      updateImplementation(client, request, (known) => ({
        ...known,
        settings: { ...known.settings, enableProfileApiAuthentication },
      })),
    onSettled: async (_answer, error, _input, _before, { client }) => {
      const loaded = client.invalidateQueries(implementationQuery(request))
      // That it failed is said at once, however long it takes to know what is true.
      if (error === null) await loaded
    },
  })

/** What the page showed of what a new token builds on. */
export type Seen = {
  /** Id of the token that is given up, null for none. */
  replaces: string | null
  settingsEtag: string
}

/** The same, and how it is to be; the service's defaults where nothing is said. */
export type Generating = Seen & {
  /** How long the new one works. */
  expiresIn?: number
  /** How long the one before works on. */
  overlapSeconds?: number
}

export const generateTokenMutation = (request: ServiceRequest) =>
  mutationOptions({
    meta: { news: 'changed' },
    mutationFn: ({ tenant, replaces, settingsEtag, ...how }: Generating & { tenant: string }) =>
      request(generateToken, {
        path: { tenant },
        query: ofProfileApi,
        headers: {
          ...(replaces === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${replaces}"` }),
          'If-Settings-Match': settingsEtag,
        },
        body: how,
      }),
    onSuccess: (
      { accessToken, id, expiresIn, expiresAt, createdAt, createdBy },
      _input,
      _before,
      { client },
    ) => {
      updateImplementation(client, request, (known) => ({
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
      }))
      // Who uses which token, and which old ones work, is another matter from now on.
      void client.invalidateQueries()
    },
    onError: (_error, _input, _before, { client }) => {
      void client.invalidateQueries(implementationQuery(request))
    },
    gcTime: 0, // the token is a secret: it leaves memory with the component that shows it
  })

export const viewTokenMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: (tenant: string) => request(getToken, { path: { tenant }, query: ofProfileApi }),
    onSuccess: ({ id }, _tenant, _before, { client }) => {
      const isOfPage = client.getQueryData(implementationQuery(request).queryKey)?.token?.id === id
      return isOfPage ? undefined : client.invalidateQueries(implementationQuery(request))
    },
    onError: (_error, _tenant, _before, { client }) => {
      void client.invalidateQueries(implementationQuery(request))
    },
    gcTime: 0, // as above
  })

type Change = (known: ReceivedImplementation) => ReceivedImplementation

function updateImplementation(client: QueryClient, request: ServiceRequest, change: Change): void {
  client.setQueryData(implementationQuery(request).queryKey, (known) => known && change(known))
}
