import * as v from 'valibot'
import { pathOf } from '#contract/operation.ts'
import { AuthorizationToken, generateToken } from '#contract/profile-auth.ts'
import { getProfileByThirdPartyId } from '#contract/profiles.ts'
import { patchSettings } from '#contract/settings.ts'
import { setUp } from '#contract/set-up.ts'
import { CreatedUser, createUser } from '#contract/users.ts'
import type { Client } from '#service/context.ts'
import type { BrowserSession } from './browser-session.ts'
import type { Scenario } from './scenarios.ts'

/** With these the person signs in again after signing out. */
export const personCredentials = { email: 'ana@example.com', password: 'correct horse battery' }
const operatorInput = { name: 'Olivia Park', email: 'olivia@example.com', password: 'staple of the operator' }

type Stage = {
  person: BrowserSession
  operator: BrowserSession
  setUpUrl: string
  client: Client
  /** Moves the service's clock. */
  clock: { offsetMs: number }
}

/** Makes a new service look as the scenario has it, by its own API, so that there is nothing to keep in step. */
export async function bringAbout(scenario: Scenario, stage: Stage): Promise<void> {
  const { person, operator, setUpUrl } = stage
  await operator.call('POST', setUp.path, { code: codeOf(setUpUrl), ...operatorInput })
  await bringTokenAbout(scenario, stage)
  if (scenario.isRequired) {
    const settings = pathOf(patchSettings, { tenant: stage.client.tenant })
    await operator.call('PATCH', settings, { enableProfileApiAuthentication: true })
  }

  const { role = 'approver' } = scenario
  const roles = role === 'sysadmin' || role === 'none' ? [] : [{ workspace: 'default', role }]
  const held = { sysadmin: role === 'sysadmin', roles }
  const { email, password } = personCredentials
  const created = await operator.call('POST', createUser.path, { name: 'Ana Ortiz', email, ...held })
  const invitation = v.parse(CreatedUser, await created.json()).setUpUrl
  await person.call('POST', setUp.path, { code: codeOf(invitation), password })
  if (scenario.person === 'signed-out') person.forget()
}

async function bringTokenAbout({ token }: Scenario, { operator, client, clock }: Stage): Promise<void> {
  if (!token) return
  clock.offsetMs = -token.age * 1000
  const generate = `${pathOf(generateToken, { tenant: client.tenant })}?authorizationScope=profile_api`
  const generated = await operator.call('POST', generate, { expiresIn: token.lifetime })
  const { accessToken } = v.parse(AuthorizationToken, await generated.json())

  if (token.lastUsedAgo !== undefined) {
    clock.offsetMs = -token.lastUsedAgo * 1000
    const anyProfile = pathOf(getProfileByThirdPartyId, { thirdPartyId: 'customer-1' })
    const use = `${anyProfile}?client=${client.clientCode}`
    await operator.call('GET', use, undefined, { Authorization: `Bearer ${accessToken}` })
  }
  clock.offsetMs = 0
}

function codeOf(setUpUrl: string): string {
  return new URLSearchParams(new URL(setUpUrl).hash.slice(1)).get('code') ?? ''
}
