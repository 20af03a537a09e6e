import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { HttpHandler } from 'msw'
import { BrowserRouter } from 'react-router-dom'
import { expect } from 'vitest'
import { createRequest } from '#client/request.ts'
import { en } from '#console/messages/en.ts'
import { createQueryClient, Providers } from '#console/providers.tsx'
import { ConsoleRoutes, preparePage } from '#console/routes.tsx'
import { noteServiceTime } from '#console/messages/service-clock.ts'
import { addresses, pages } from '#console/pages.ts'
import * as callerParts from '#console/pages/administration/implementation/callers/lazy.ts'
import { exampleCalls } from '#console/pages/administration/implementation/example-calls/lazy.ts'
import * as rotation from '#console/pages/administration/implementation/rotation/lazy.ts'
import { testToken } from '#console/pages/administration/implementation/test-token/lazy.ts'
import { freshSignIn, languageChoice, refusedNews, userPanel } from '#console/shell/lazy.ts'
import { refusedCard } from '#console/pages/administration/implementation/refused/lazy.ts'
import { createHandlers } from '#mock/handlers.ts'
import { startMockService } from '#mock/mock-service.ts'
import { scenarios, type Scenario, type ScenarioName } from '#mock/scenarios.ts'
import { words as callers } from '#console/pages/administration/implementation/callers/words/en.ts'
import { network } from '../support/console-setup.ts'

/**
 * Opens the console at an address, over the service in the state of a scenario, and notes what it asks for.
 *
 * @param first handlers that come before the service
 */
export async function openConsole(path: string, scenario: Scenario | ScenarioName, ...first: HttpHandler[]) {
  const state: Scenario = typeof scenario === 'string' ? scenarios[scenario] : scenario
  const service = await startMockService(state, location.origin)
  const requests: string[] = []
  network.use(...first, ...createHandlers(state, service.person))
  network.events.on('request:start', ({ request }) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
  })

  // All that pages are made of, so that no test waits for files.
  await Promise.all([...addresses, '/nowhere'].map((address) => preparePage(address, 'en')))
  const parts = [
    ...Object.values(rotation),
    ...Object.values(callerParts),
    exampleCalls,
    testToken,
    refusedCard,
    refusedNews,
    freshSignIn,
    languageChoice,
    userPanel,
  ]
  await Promise.all(parts.map(({ prepare }) => prepare()))
  const user = userEvent.setup({ delay: null })
  const client = createQueryClient()
  history.replaceState(null, '', path)
  // A page that waits for what it asks for is not there at once.
  await act(async () => {
    render(
      <Providers
        request={createRequest({
          fetch: (...request) => fetch(...request),
          baseUrl: location.origin,
          onServiceTime: noteServiceTime,
        })}
        client={client}
        messages={en}
      >
        <BrowserRouter>
          <ConsoleRoutes />
        </BrowserRouter>
      </Providers>,
      { onCaughtError: () => {} },
    )
  })
  return { user, client, requests, ...service }
}

/** Opens Administration > Implementation and waits until all of it is there; `requests` has what is asked for from then on. */
export async function openImplementation(scenario: Scenario | ScenarioName) {
  const opened = await openConsole(pages.implementation.path, scenario)
  await screen.findByRole('switch', { name: 'Require Authentication' })
  await waitFor(() => expect(screen.queryByText(callers.loading)).not.toBeInTheDocument())
  opened.requests.length = 0
  return opened
}

export const theSwitch = () => screen.getByRole('switch', { name: 'Require Authentication' })
export const theGenerateButton = () =>
  screen.getByRole('button', { name: 'Generate New Profile Authentication Token' })
/** The token in whatever form was chosen; the header at first. */
export const theTokenField = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Authentication Token, / })
export const theCopyButton = () =>
  screen.getByRole('button', { name: /^Cop(?:y|ied) Authentication Token, / })
export const copyButtonOf = (label: string) => screen.getByRole('button', { name: `Copy ${label}` })
/** Waits until it is said, to screen readers too, that something was copied. */
export const saidCopied = () => screen.findByText('Copied', { selector: 'output *' })

/** Answers the question whether to turn authentication on, once it is known who would be refused. */
export async function turnOn(user: UserEvent, name: string | RegExp = /^Turn on/) {
  const button = within(screen.getByRole('alertdialog')).getByRole('button', { name })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
  await user.click(button)
}
