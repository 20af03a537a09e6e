import { delay, http, HttpResponse } from 'msw'
import type { BrowserSession } from './browser-session.ts'
import type { Scenario } from './scenarios.ts'

/** Every address of the API; all else (the console's own files) goes to the network. */
const families = ['*/console/v1/*', '*/:tenant/target/*', '*/m2/*', '*/rest/v1/*', '*/openapi.json']

/** Passes every API request to the service, with the delay or the failure that the scenario asks for. */
export function createHandlers({ delayMs, failure }: Scenario, person: BrowserSession) {
  return families.map((family) =>
    http.all(family, async ({ request }) => {
      if (delayMs !== undefined) await delay(delayMs)
      return failure === 'unreachable' ? HttpResponse.error() : person.fetch(request)
    }),
  )
}
