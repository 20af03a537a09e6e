import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { signInAgain } from '#contract/fresh-sign-in.ts'
import { getImplementation, Implementation } from '#contract/implementation.ts'
import { beginOidcSignIn, finishOidcSignIn, OIDC_RETURN_PATH } from '#contract/oidc.ts'
import { listUsers, UserList } from '#contract/users.ts'
import { startMockService } from '#mock/mock-service.ts'
import { comeBackFromProvider } from '#mock/provider.ts'
import { scenarioNames, type ScenarioName, scenarios, type Scenario } from '#mock/scenarios.ts'

const ORIGIN = 'http://mock'

async function implementationOf(scenario: Scenario) {
  const { person } = await startMockService(scenario, ORIGIN)
  return v.parse(Implementation, await (await person.call('GET', getImplementation.path)).json())
}

describe('a scenario', () => {
  it.each(scenarioNames)('%s starts', async (name) => {
    const { person, setUpUrl } = await startMockService(scenarios[name], ORIGIN)

    const { status } = await person.call('GET', getImplementation.path)

    const expected: Record<string, number> = {
      'set-up': 401,
      'signed-out': 401,
      'second-step': 401,
      'first-passkey': 401,
      provider: 401,
      'provider-alone': 401,
      'provider-down': 401,
      'provider-gives-less': 401,
      'provider-gives-nothing': 401,
      'provider-email-taken': 401,
      'service-down': 500,
    }
    expect(status).toBe(expected[name] ?? 200)
    expect(setUpUrl !== null).toBe(name === 'set-up')
  })

  it('has the token that it describes', async () => {
    const { settings, token, session } = await implementationOf(scenarios['token-live'])

    expect(settings.enableProfileApiAuthentication).toBe(true)
    expect(token?.expiresIn).toBeGreaterThan(62 * 86_400)
    expect(token?.expiresIn).toBeLessThan(63 * 86_400)
    expect(token?.lastUsedAt).not.toBeNull()
    expect(session.user.roles).toEqual([{ workspace: 'default', role: 'approver' }])
  })

  it('has an expired token as expired', async () => {
    expect((await implementationOf(scenarios['token-expired'])).token?.expiresIn).toBe(0)
  })

  it('has old tokens, and callers that have moved and that have not, as it describes', async () => {
    const { oldTokens, callers } = await implementationOf(scenarios.overlap)
    const many = await implementationOf(scenarios['old-tokens'])

    expect(oldTokens).toMatchObject({ working: [{}], overCount: 0 })
    expect(callers?.standings).toEqual({ 'left-behind': 0, 'sends-both': 1, 'not-seen': 0, moved: 2 })
    expect(many.oldTokens).toMatchObject({ working: [{}, {}, {}], overCount: 3 })
  })
})

describe('the provider of a scenario', () => {
  /** Leads a browser there and back to a page that is loaded anew. @returns what its answer brought about */
  async function signInAtProvider(name: ScenarioName) {
    const { person } = await startMockService(scenarios[name], ORIGIN)
    const begun = await person.call('POST', beginOidcSignIn.path, { returnTo: '/' })
    if (!begun.ok) return begun
    const { url } = v.parse(beginOidcSignIn.output, await begun.json())
    const loaded = await startMockService(scenarios[name], ORIGIN)
    const address = await comeBackFromProvider(loaded.person, new URL(url))
    const answer = new URL(address ?? '').search
    return loaded.person.call('POST', finishOidcSignIn.path, { answer })
  }

  it.each([
    ['provider', 201, { hasLostRoles: false }],
    ['provider-alone', 201, { hasLostRoles: false }],
    ['provider-gives-less', 201, { hasLostRoles: true }],
    ['provider-gives-nothing', 403, { code: 'no-role' }],
    ['provider-email-taken', 409, { code: 'other-sign-in' }],
    ['provider-down', 503, { code: 'provider-unavailable' }],
  ] as const)('%s answers %i', async (name, status, body) => {
    const answer = await signInAtProvider(name)

    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject(body)
  })

  it('leads nobody back who comes from elsewhere', async () => {
    const { person } = await startMockService(scenarios.provider, ORIGIN)

    expect(await comeBackFromProvider(person, { pathname: '/', search: '?state=a' })).toBeNull()
    expect(await comeBackFromProvider(person, { pathname: OIDC_RETURN_PATH, search: '' })).toBeNull()
  })

  it('signs in again whoever has come from there long ago', async () => {
    const { person } = await startMockService(scenarios['provider-again'], ORIGIN)

    const back = { pathname: OIDC_RETURN_PATH, search: '?code=code&state=again.a' }
    const address = await comeBackFromProvider(person, back)

    const answer = new URL(address ?? '').search
    const fresh = await person.call('POST', signInAgain.path, { method: 'oidc', answer })
    expect(fresh.status).toBe(200)
  })

  it('gives the roles of some of the people', async () => {
    const { person } = await startMockService(scenarios['people-of-provider'], ORIGIN)

    const { users } = v.parse(UserList, await (await person.call('GET', listUsers.path)).json())

    const ofProvider = users.filter(({ hasRolesFromProvider }) => hasRolesFromProvider)
    expect(ofProvider.map(({ name }) => name)).toEqual(['Ana Ortiz', 'Ingrid Holm'])
  })
})
