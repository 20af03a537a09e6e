import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { ApiError } from '#client/api-error.ts'
import { createRequest } from '#client/request.ts'
import { concealFromBackForwardCache } from './back-forward.ts'
import type { Messages } from './messages/en.ts'
import { fetchOrFirst } from './first-call.ts'
import { drawWithFonts } from './first-fonts.ts'
import { firstMessages } from './first-messages.ts'
import { createQueryClient, Providers } from './providers.tsx'
import { ConsoleRoutes, prefetchPage, preparePage } from './routes.tsx'
import { noteServiceTime } from './messages/service-clock.ts'
import { openTabs } from './tabs.ts'
import { applyTheme, followTheme, storedTheme } from './theme.ts'
import './styles/index.css'

applyTheme(storedTheme())
followTheme(applyTheme)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
concealFromBackForwardCache(root)

const reactRoot = createRoot(root, {
  onCaughtError: (error) => {
    // A failed call is shown in the page's place with its request id; only faults are for the browser's console.
    if (!(error instanceof ApiError)) reportError(error)
  },
})

const request = createRequest({ fetch: fetchOrFirst, onServiceTime: noteServiceTime })
const client = createQueryClient(openTabs())

const show = (messages: Messages) =>
  reactRoot.render(
    <StrictMode>
      <Providers request={request} client={client} messages={messages}>
        <BrowserRouter>
          <ConsoleRoutes />
        </BrowserRouter>
      </Providers>
    </StrictMode>,
  )

async function start(): Promise<void> {
  if (import.meta.env.MODE === 'mock') {
    const { startMock } = await import('#mock/start.ts')
    // The mock draws too.
    await drawWithFonts()
    await startMock()
  }
  const messages = await firstMessages
  await preparePage(location.pathname, messages.language)
  await Promise.all([prefetchPage(location.pathname, client, request), drawWithFonts()])
  show(messages)
}

// Not awaited: the mock shares code with this file, and would wait for it in turn.
void start()
