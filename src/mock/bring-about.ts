import * as v from 'valibot'
import { Callers, listCallers, nameCaller } from '#contract/callers.ts'
import { pathOf } from '#contract/operation.ts'
import { AuthorizationToken, generateToken } from '#contract/profile-auth.ts'
import { getProfileByThirdPartyId } from '#contract/profiles.ts'
import { patchSettings } from '#contract/settings.ts'
import { endToken, listTokens, TokenList } from '#contract/rotation.ts'
import { setUp } from '#contract/set-up.ts'
import { getAccessToken } from '#contract/second-step.ts'
import { Session } from '#contract/sign-in.ts'
import { setRoles } from '#contract/users.ts'
import { Invitations, inviteUsers } from '#contract/invitations.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import type { Client } from '#service/context.ts'
import type { BrowserSession } from './browser-session.ts'
import { callBy, callsOf, type Job } from './jobs.ts'
import type { Act, Scenario } from './scenarios.ts'
import { bringNoticesAbout } from './notices.ts'
import { type Account, type MockProvider, signInAtProvider } from './provider.ts'

/** With these the person signs in again after signing out. */
export const personCredentials = { email: 'ana@example.com', password: 'correct horse battery' }
const operatorInput = { name: 'Olivia Park', email: 'olivia@example.com', password: 'staple of the operator' }

type Stage = {
  person: BrowserSession
  operator: BrowserSession
  setUpUrl: string
  /** Null where there is none. */
  provider: MockProvider | null
  client: Client
  /** Moves the service's clock. */
  clock: { offsetMs: number }
  origin: string
  /** Answers a request from a network address. */
  answer: (request: Request, bindings: ServiceEnv['Bindings']) => Promise<Response>
  /** Does once what a process does now and then: finds what there is to tell, and sends what waits. */
  tell: () => Promise<void>
}

/** Something that happened so many seconds ago. */
type Event = { ago: number; happen: () => Promise<unknown> }

/** Makes a new service look as the scenario has it, by its own API, so that there is nothing to keep in step. */
export async function bringAbout(scenario: Scenario, stage: Stage): Promise<void> {
  const { person, operator, setUpUrl } = stage
  await operator.call('POST', setUp.path, { code: codeOf(setUpUrl), ...operatorInput })
  await bringPastAbout(scenario, stage)
  if (scenario.isRequired) {
    const settings = pathOf(patchSettings, { tenant: stage.client.tenant })
    await operator.call('PATCH', settings, { enableProfileApiAuthentication: true })
  }

  const { provider } = stage
  if (provider === null || scenario.provider === 'email-taken') await acceptInvitation(scenario, stage)
  else await comeByProvider(scenario, provider, stage)
  if (scenario.isElsewhere) await signInElsewhere(stage)
  stage.clock.offsetMs = 0
  if (provider !== null) changeProvider(scenario, provider)
  if (scenario.isTold) await bringNoticesAbout(stage)
  if (scenario.person === 'signed-out') person.forget()
}

const personName = 'Ana Ortiz'

/** The person is invited, and chooses a password. */
async function acceptInvitation(
  { role = 'approver', signedInAgo = 0 }: Scenario,
  { operator, person, clock }: Stage,
): Promise<void> {
  // Nobody is invited to nothing; whoever holds none had one.
  const invitedAs = role === 'none' ? 'observer' : role
  const roles = invitedAs === 'sysadmin' ? [] : [{ workspace: 'default', role: invitedAs }]
  const held = { sysadmin: role === 'sysadmin', roles }
  const { email, password } = personCredentials
  const invitation = await inviteOne(operator, { name: personName, email }, held)
  clock.offsetMs = -signedInAgo * 1000
  const answered = await person.call('POST', setUp.path, { code: codeOf(invitation), password })
  if (role !== 'none') return
  const { user } = v.parse(Session, await answered.json())
  const nothing = { sysadmin: false, roles: [] }
  await operator.call('PUT', pathOf(setRoles, { userId: user.id }), nothing, { 'If-Match': '*' })
}

/** The person is let in by the provider, which gives their role. */
async function comeByProvider(
  { role = 'approver', signedInAgo = 0 }: Scenario,
  provider: MockProvider,
  { person, clock }: Stage,
): Promise<void> {
  provider.account = accountOf(role)
  clock.offsetMs = -signedInAgo * 1000
  await signInAtProvider(person)
}

/** What is otherwise with the provider once the page opens. */
function changeProvider(scenario: Scenario, provider: MockProvider): void {
  if (scenario.provider === 'down') provider.isDown = true
  if (scenario.provider === 'gives-less') provider.account = accountOf('observer')
  if (scenario.provider === 'email-taken') provider.account = accountOf('approver')
}

const accountOf = (role: string): Account => ({
  subject: 'ana',
  name: personName,
  email: personCredentials.email,
  groups: [role],
})

const ELSEWHERE = [
  {
    address: '198.51.100.77',
    agoSeconds: 2400,
    userAgent: 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
  },
  { address: '192.0.2.18', agoSeconds: 1260, userAgent: 'python-requests/2.32.3' },
] as const

async function signInElsewhere({ clock, origin, answer }: Stage): Promise<void> {
  for (const { address, agoSeconds, userAgent } of ELSEWHERE) {
    clock.offsetMs = -agoSeconds * 1000
    const body = JSON.stringify(personCredentials)
    const sent = new Request(origin + getAccessToken.path, { method: 'POST', body })
    const headers = new Headers({ 'Content-Type': 'application/json', 'User-Agent': userAgent })
    Object.defineProperty(sent, 'headers', { value: headers }) // a browser's Request takes no User-Agent
    await answer(sent, { remoteAddress: address })
  }
}

/** The token and the calls, each at its time. */
async function bringPastAbout(scenario: Scenario, stage: Stage): Promise<void> {
  const { clock, client, origin, answer } = stage
  const past: Event[] = []
  let accessToken: string | null = null
  const { token, jobs = [], acts = [] } = scenario
  if (token) {
    past.push({ ago: token.age, happen: async () => (accessToken = await generated(token.lifetime, stage)) })
  }
  if (token?.lastUsedAgo !== undefined) {
    past.push({ ago: token.lastUsedAgo, happen: () => callWith(accessToken ?? '', stage) })
  }
  for (const done of acts) {
    const happen = async () => {
      const made = await actUpon(done, token?.lifetime ?? 0, stage)
      accessToken = made ?? accessToken
    }
    past.push({ ago: done.agoHours * 3600, happen })
  }
  for (const job of jobs) {
    let held: string | null = null
    for (const ago of callsOf(job)) {
      const hasToken = ago <= (job.tokenFromHours ?? 0) * 3600
      const call = () => {
        held = job.keepsToken ? (held ?? accessToken) : accessToken
        return callBy(job, client, hasToken ? held : null, origin)
      }
      past.push({ ago, happen: () => answer(call(), { remoteAddress: job.address }) })
    }
  }
  for (const { ago, happen } of past.toSorted((one, other) => other.ago - one.ago)) {
    clock.offsetMs = -ago * 1000
    await happen()
  }
  clock.offsetMs = 0
  if (jobs.some(({ name }) => name !== undefined)) await nameJobs(jobs, stage)
}

/** @returns the token that it made, if it made one */
async function actUpon(done: Act, lifetime: number, stage: Stage): Promise<string | undefined> {
  const { operator, client } = stage
  if (done.act === 'generate') return generated(lifetime, stage, (done.overlapHours ?? 0) * 3600)
  if (done.act === 'turn-on') {
    const settings = pathOf(patchSettings, { tenant: client.tenant })
    await operator.call('PATCH', settings, { enableProfileApiAuthentication: true })
    return undefined
  }
  const { tokens } = v.parse(TokenList, await (await operator.call('GET', listTokens.path)).json())
  const [, old] = tokens
  const end = pathOf(endToken, { tokenId: old?.id ?? '' })
  await operator.call('POST', end, { forGood: done.forGood ?? false }, { 'If-Match': old?.etag ?? '' })
  return undefined
}

async function generated(
  expiresIn: number,
  { operator, client }: Stage,
  overlapSeconds?: number,
): Promise<string> {
  const generate = `${pathOf(generateToken, { tenant: client.tenant })}?authorizationScope=profile_api`
  const answer = await operator.call('POST', generate, { expiresIn, overlapSeconds })
  return v.parse(AuthorizationToken, await answer.json()).accessToken
}

function callWith(accessToken: string, { operator, client }: Stage) {
  const anyProfile = pathOf(getProfileByThirdPartyId, { thirdPartyId: 'customer-1' })
  const use = `${anyProfile}?client=${client.clientCode}`
  return operator.call('GET', use, undefined, { Authorization: `Bearer ${accessToken}` })
}

async function nameJobs(jobs: readonly Job[], { operator }: Stage): Promise<void> {
  const { callers } = v.parse(Callers, await (await operator.call('GET', listCallers.path)).json())
  for (const { id, address } of callers) {
    const name = jobs.find((job) => job.address === address)?.name
    if (name !== undefined) await operator.call('PATCH', pathOf(nameCaller, { callerId: id }), { name })
  }
}

/** @returns their link */
export async function inviteOne(
  by: BrowserSession,
  person: { name: string; email: string },
  held: object,
): Promise<string> {
  const answer = await by.call('POST', inviteUsers.path, { people: [person], ...held })
  const [invitation] = v.parse(Invitations, await answer.json()).invitations
  return invitation?.setUpUrl ?? ''
}

/** The code in a set-up link. */
export function codeOf(setUpUrl: string): string {
  return new URLSearchParams(new URL(setUpUrl).hash.slice(1)).get('code') ?? ''
}
