import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { type CheckedSecret, MAX_PASTED_LENGTH, TokenCheck } from '#contract/token-check.ts'
import { newSecret } from '#service/secrets.ts'
import { sha256Hex } from '#service/sha256.ts'
import { callLimiter, TOKEN_GUESSES_PER_MINUTE } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { bytesFrom } from '../support/random.ts'
import { makeAudit, makeToken } from '../storage/records.ts'
import { json, makeService } from '../support/service.ts'

const CHECK = '/console/v1/token-check'
const TOKEN = '/acme/target/authentication/token?authorizationScope'
const TOKENS = '/console/v1/tokens'
const HOUR = 3600
const UNKNOWN = newSecret('tpa', bytesFrom(3))

async function makeCheck(given: Parameters<typeof makeService>[0] = {}) {
  const service = makeService(given)
  const ana = await service.as('approver', 'Ana')
  const bo = await service.as('approver', 'Bo')
  const generate = async (body: object = {}, by = ana, scope = 'profile_api') => {
    const answer = await by(`${TOKEN}=${scope}`, json('POST', body))
    return v.parse(AuthorizationToken, await answer.json())
  }
  const ask = (text: string, by = ana) => by(CHECK, json('POST', { text }))
  const check = async (text: string, by = ana) => v.parse(TokenCheck, await (await ask(text, by)).json())
  const end = (token: { id: string }, body: object = {}) =>
    bo(`${TOKENS}/${token.id}/end`, json('POST', body, { 'If-Match': '*' }))
  return { service, ana, bo, generate, ask, check, end }
}

describe('a token', () => {
  it('that works is told of: which it is, by whom, until when', async () => {
    const { check, generate } = await makeCheck()
    const { accessToken, id } = await generate()

    const answer = await check(`Authorization: Bearer ${accessToken}`)

    expect(answer.findings).toEqual([])
    expect(answer.secret).toMatchObject({
      kind: 'profile-token',
      lastFour: accessToken.slice(-4),
      verdict: 'current-token',
      verdictAsPasted: 'current-token',
      edits: [],
      token: { id, state: 'current', createdBy: 'Ana', worksUntil: '2027-02-19T12:00:00.000Z' },
    })
  })

  type Secret = Partial<Omit<CheckedSecret, 'token'>> & { token?: object | null }
  type Made = Awaited<ReturnType<typeof makeCheck>>
  const cases: [what: string, make: (made: Made) => Promise<string>, secret: Secret][] = [
    [
      'that works on for an overlap',
      async ({ generate, bo }) => {
        const old = await generate()
        await generate({ overlapSeconds: HOUR }, bo)
        return old.accessToken
      },
      {
        verdict: 'overlapping-token',
        token: { state: 'overlapping', worksUntil: '2026-11-21T13:00:00.000Z' },
      },
    ],
    [
      'that was replaced',
      async ({ generate, bo }) => {
        const old = await generate()
        await generate({}, bo)
        return old.accessToken
      },
      { verdict: 'replaced-token', token: { replacedBy: 'Bo', replacedAt: '2026-11-21T12:00:00.000Z' } },
    ],
    [
      'that was ended by hand',
      async ({ generate, end }) => {
        const token = await generate()
        await end(token, { forGood: true })
        return token.accessToken
      },
      { verdict: 'ended-token', token: { state: 'ended', endedBy: 'Bo', isEndedForGood: true } },
    ],
    [
      'that expired',
      async ({ generate, service }) => {
        const token = await generate({ expiresIn: 60 })
        service.advance(60)
        return token.accessToken
      },
      { verdict: 'expired-token', token: { state: 'expired', expiresAt: '2026-11-21T12:01:00.000Z' } },
    ],
    [
      'for debugging',
      async ({ generate, ana }) => (await generate({}, ana, 'debug_tools')).accessToken,
      { kind: 'debugger-token', verdict: 'debugger-token', token: { state: 'current', createdBy: 'Ana' } },
    ],
    ['that nobody knows', async () => UNKNOWN, { verdict: 'unknown-token', token: null }],
    [
      'of the admin API',
      async () => newSecret('tse', bytesFrom(4)),
      { kind: 'access-token', verdict: 'access-token', token: null },
    ],
    [
      'that is the code of a set-up link',
      async () => `http://console.test/set-up#code=${newSecret('tsu', bytesFrom(5))}`,
      { kind: 'set-up-code', verdict: 'unknown-token', token: null },
    ],
  ]

  it.each(cases)('%s', async (_, make, secret) => {
    const made = await makeCheck()
    const text = await make(made)

    const answer = await made.check(text)

    expect(answer).toMatchObject({ findings: [], secret: { ...secret, verdictAsPasted: secret.verdict } })
  })

  it('of another client is one, and nothing more is said of it', async () => {
    const { check, service } = await makeCheck()
    const foreign = makeToken({ clientCode: 'other', secretSha256: sha256Hex(UNKNOWN), createdBy: 'Mallory' })
    await service.ports.tokens.replaceCurrent(foreign, null, makeAudit())

    const answer = await check(UNKNOWN)

    expect(answer.secret).toMatchObject({ verdict: 'token-of-other-client', token: null })
    expect(JSON.stringify(answer)).not.toContain('Mallory')
  })
})

describe('a line with a fault', () => {
  it('is told of with what a call deserves that sends it, and one that sends it without the fault', async () => {
    const { check, generate } = await makeCheck()
    const { accessToken } = await generate()

    const answers = [
      await check(`Authorization: ${accessToken}`),
      await check(`Bearer ${accessToken.slice(0, 20)}\u200B${accessToken.slice(20)}`),
      await check(`${accessToken}x`),
      await check(
        `curl 'https://x.example?access_token=${accessToken}' -H 'Authorization: Bearer ${accessToken}'`,
      ),
    ]

    expect(answers.map(({ secret }) => [secret?.verdictAsPasted, secret?.verdict])).toEqual([
      ['no-credentials', 'current-token'],
      ['unreadable-header', 'current-token'],
      ['no-token', 'current-token'],
      ['two-ways', 'current-token'],
    ])
  })

  it('without a whole token has no secret to tell of', async () => {
    const { check } = await makeCheck()

    expect(await check(UNKNOWN.slice(0, -1))).toMatchObject({
      findings: [{ kind: 'not-whole', length: 52 }],
      secret: null,
    })
  })
})

describe('a question', () => {
  it('counts as no use, leaves no record, and is nowhere in the log', async () => {
    const { service, ask, generate } = await makeCheck()
    const { accessToken } = await generate()
    const recordsBefore = (await service.ports.audit.list(100)).length

    await ask(`Bearer ${accessToken}`)
    await ask(UNKNOWN)

    expect((await service.ports.tokens.current('acme', 'profile_api'))?.lastUsedAt).toBeNull()
    expect(await service.ports.audit.list(100)).toHaveLength(recordsBefore)
    expect(await service.ports.callers.list('acme')).toEqual([])
    expect(service.ports.observer.take().size).toBe(0)
    expect(service.logged.at(-1)).toMatchObject({ route: CHECK, status: 200 })
    expect(JSON.stringify(service.logged)).not.toContain('tpa_')
  })

  it.each([
    ['nothing', { text: '' }, 'text: paste something'],
    ['too much', { text: 'x'.repeat(MAX_PASTED_LENGTH + 1) }, 'text: at most 10000 characters'],
    ['no text', { text: 7 }, 'text: expected string'],
    ['more than a text', { text: 'x', more: 1 }, 'more: is not a known field'],
  ])('with %s is refused, and what came is not repeated', async (_, body, words) => {
    const { ana } = await makeCheck()

    const answer = await ana(CHECK, json('POST', body))

    expect(answer.status).toBe(400)
    expect(v.parse(Problem, await answer.json()).detail).toContain(words)
  })

  it('of the most that is looked at is answered, whatever it is', async () => {
    const { ask } = await makeCheck()

    expect((await ask('\u0001'.repeat(MAX_PASTED_LENGTH))).status).toBe(200)
  })

  it('about a token that is none of this client’s can be asked a few times a minute by a session', async () => {
    const { ask, ana, bo, generate, service } = await makeCheck({
      tokenGuesses: callLimiter(
        memoryCounts(() => 0),
        'token guesses',
        TOKEN_GUESSES_PER_MINUTE,
      ),
    })
    const { accessToken } = await generate()
    const guess = (seed: number) => ask(newSecret('tpa', bytesFrom(seed)))

    const statuses: number[] = []
    for (let seed = 100; seed < 100 + TOKEN_GUESSES_PER_MINUTE; seed += 1) {
      const answers = [await ask(accessToken), await ask('tpa_cut'), await guess(seed)]
      statuses.push(...answers.map(({ status }) => status))
    }
    const refused = await guess(1)

    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('60')
    expect((await ask(accessToken, ana)).status).toBe(429)
    expect((await ask('tpa_cut')).status).toBe(200)
    expect((await ask(accessToken, bo)).status).toBe(200)
    expect((await service.ports.audit.list(1))[0]).toMatchObject({
      action: 'call.refused',
      subject: 'checkToken',
      detail: { code: 'too-many-requests' },
    })
  })
})
