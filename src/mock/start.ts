import { network } from 'virtual:msw'
import { createHandlers } from './handlers.ts'
import { startMockService } from './mock-service.ts'
import { showPicker } from './picker.ts'
import { comeBackFromProvider } from './provider.ts'
import { roles, scenarioNames, scenarios, type Scenario } from './scenarios.ts'

/** Puts the service into this browser, in the scenario and role that the address names or that were chosen last. */
export async function startMock(): Promise<void> {
  const name = chosen('scenario', scenarioNames) ?? 'token-live'
  const role = chosen('role', roles)
  const scenario: Scenario = { ...scenarios[name], ...(role && { role }) }

  const { person, setUpUrl } = await startMockService(scenario, location.origin)
  network.configure({
    handlers: createHandlers(scenario, person),
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  })
  await network.enable()
  // Only now: the mock itself needs a browser that trusts the page.
  if (scenario.isInClear) Object.defineProperty(window, 'isSecureContext', { value: false })
  const instead = setUpUrl ?? (scenario.provider && (await comeBackFromProvider(person, location)))
  if (instead) history.replaceState(null, '', instead)
  showPicker({ scenario: name, role: scenario.role ?? 'approver' })
}

/** Kept for the tab, because the console's own redirects drop the query. */
function chosen<Value extends string>(key: string, values: readonly Value[]): Value | undefined {
  const asked = new URLSearchParams(location.search).get(key) ?? sessionStorage.getItem(`mock-${key}`)
  const value = values.find((known) => known === asked)
  if (value) sessionStorage.setItem(`mock-${key}`, value)
  return value
}
