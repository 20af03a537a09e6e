import { createApp } from '#service/app.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { bringAbout } from './bring-about.ts'
import { browserSession, type BrowserSession } from './browser-session.ts'
import { mockDeps } from './mock-deps.ts'
import type { Scenario } from './scenarios.ts'

/** The real service over memory. */
export type MockService = {
  /** The person whose browser shows the console. */
  person: BrowserSession
  /** A system administrator elsewhere, who may change things meanwhile. */
  operator: BrowserSession
  /** Where the first person sets the service up; null when someone has. */
  setUpUrl: string | null
}

/**
 * Starts the service in the state of a scenario.
 *
 * @param origin scheme, host and port under which the page calls it
 */
export async function startMockService(scenario: Scenario, origin: string): Promise<MockService> {
  const { deps, clock } = mockDeps()
  const app = createApp(deps)
  const answer = async (request: Request) => app.fetch(request)
  const person = browserSession(answer, origin)
  const operator = browserSession(answer, origin)

  const setUpUrl = await makeFirstSetUpLink(deps, origin)
  if (setUpUrl === null || scenario.visitor === 'first') return { person, operator, setUpUrl }
  await bringAbout(scenario, { person, operator, setUpUrl, clock, account: deps.account })
  if (scenario.failure === 'down') {
    deps.stores.settings.find = async () => {
      throw new Error('The scenario has the settings unreadable')
    }
  }
  return { person, operator, setUpUrl: null }
}
