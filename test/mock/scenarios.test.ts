import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { getImplementation, Implementation } from '#contract/implementation.ts'
import { startMockService } from '#mock/mock-service.ts'
import { scenarioNames, scenarios, type Scenario } from '#mock/scenarios.ts'

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
