import * as v from 'valibot'
import { Callers, listCallers } from '#contract/callers.ts'
import { getImplementation, Implementation } from '#contract/implementation.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { listRefused } from '#contract/refused-calls.ts'
import type { Ports } from '#service/app.ts'
import { json, makeService, START, withHeaders } from './service.ts'

export const READ = '/rest/v1/profiles/thirdPartyId/anna?client=acme'
export const BULK = '/m2/acme/v2/profile/batchUpdate'
export const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

export const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } })
export const instant = (secondsAfterStart: number) => new Date(START + secondsAfterStart * 1000).toISOString()

/** A service, programs that call its profile API, and an approver who looks at who does. */
export async function makeObserved(overrides: Partial<Ports> = {}) {
  const service = makeService(overrides)
  let people = 0
  /** Signed in for this call alone, for a session does not outlive days without a call. */
  const approver = async (path: string, init?: RequestInit) => {
    people += 1
    return (await service.as('approver', `Ana ${people}`))(path, init)
  }
  const parsed = async <const Schema extends v.GenericSchema>(schema: Schema, path: string) =>
    v.parse(schema, await (await approver(path)).json())
  return {
    ...service,
    approver,
    signedIn: service.as,
    /** Calls as one program on one machine. */
    as: (remoteAddress: string, userAgent: string) => {
      const call = service.from({ remoteAddress })
      return (path: string, init: RequestInit = {}) =>
        call(path, withHeaders(init, { 'User-Agent': userAgent }))
    },
    require: (isOn: boolean) => approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: isOn })),
    generate: async (overlapSeconds = 0) =>
      v.parse(AuthorizationToken, await (await approver(TOKEN, json('POST', { overlapSeconds }))).json()),
    callers: (query = '') => parsed(Callers, `${listCallers.path}${query}`),
    summary: async () => (await parsed(Implementation, getImplementation.path)).callers,
    refused: () => parsed(listRefused.output, listRefused.path),
  }
}
