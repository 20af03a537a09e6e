import {
  focusManager,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '#client/api-error.ts'
import type { Api } from '#client/api.ts'
import { ApiContext } from './api-context.ts'
import type { Messages } from './messages/en.ts'
import { MessagesProvider } from './messages/MessagesProvider.tsx'
import { forgetVisitor, signedOutKind } from './visitor.ts'
import { listenForWake } from './wake.ts'

/** One return to the page shows as several events; they load once. */
const JUST_LOADED_MS = 2000

focusManager.setEventListener((onWake) => listenForWake(() => onWake()))

/** Server data of one console. Without a connection it tries all the same: a refusal to try would look like waiting. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    const kind = signedOutKind(error)
    if (kind) forgetVisitor(client, kind)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: 'always',
        refetchOnWindowFocus: true,
        staleTime: JUST_LOADED_MS,
        retry: (failureCount, error) =>
          failureCount < 1 && !(error instanceof ApiError && error.kind === 'refused'),
        retryDelay: 500,
        throwOnError: (error, { state }) => state.data === undefined && !signedOutKind(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}

type Props = {
  api: Api
  client: QueryClient
  /** The words to begin with. */
  messages: Messages
  children: ReactNode
}

/** What every page may use: the service's operations, server data, words. */
export function Providers({ api, client, messages, children }: Props) {
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={client}>
        <MessagesProvider first={messages}>{children}</MessagesProvider>
      </QueryClientProvider>
    </ApiContext>
  )
}
