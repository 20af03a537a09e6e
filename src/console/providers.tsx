import {
  focusManager,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ServiceRequest } from '#client/request.ts'
import { RequestContext } from './request-context.ts'
import type { Messages } from './messages/en.ts'
import { MessagesProvider } from './messages/MessagesProvider.tsx'
import type { News, Tabs } from './tabs.ts'
import { forgetSession, forgetSessionOn, knownSession, noteSession, signedOutKind } from './session.ts'
import { listenForWake } from './wake.ts'
import { youngFor } from './young-for.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** What a mutation's success is for the other tabs. */
    mutationMeta: { news?: News }
  }
}

/** One return to the page shows as several events; they load once. */
const JUST_LOADED_MS = 2000

focusManager.setEventListener((onWake) => listenForWake(() => onWake()))

/**
 * Server data of one console. Without a connection it tries all the same: a refusal to try would look like waiting.
 *
 * @param tabs the console's other tabs, which hear what was changed here and the other way round
 */
export function createQueryClient(tabs?: Tabs): QueryClient {
  tabs?.listen((news) => hear(news, client))
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => forgetSessionOn(error, client, false) }),
    mutationCache: new MutationCache({
      onError: (error) => forgetSessionOn(error, client, true),
      onSuccess: (_answer, _input, _before, { meta }) => {
        if (meta?.news) tabs?.tell(meta.news)
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: 'always',
        refetchOnWindowFocus: true,
        staleTime: youngFor(JUST_LOADED_MS),
        // What calls the service tries again itself, within the time that anyone is to wait.
        retry: false,
        throwOnError: (error, { state }) => state.data === undefined && !signedOutKind(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}

function hear(news: News, client: QueryClient): void {
  if (news === 'signed-out') return forgetSession(client, { kind: 'signed-out', end: 'signed-out' })
  if (news === 'signed-in' && knownSession(client)?.kind !== 'signed-in') {
    noteSession(client, { kind: 'unknown' })
  }
  void client.invalidateQueries()
}

type Props = {
  request: ServiceRequest
  client: QueryClient
  /** The words to begin with. */
  messages: Messages
  children: ReactNode
}

/** What every page may use: the service's operations, server data, words. */
export function Providers({ request, client, messages, children }: Props) {
  return (
    <RequestContext value={request}>
      <QueryClientProvider client={client}>
        <MessagesProvider first={messages}>{children}</MessagesProvider>
      </QueryClientProvider>
    </RequestContext>
  )
}
