import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { Implementation } from '#contract/implementation.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { ChangedToken, TokenList } from '#contract/rotation.ts'
import { createApp } from '#service/app.ts'
import { json, makeService } from '../support/service.ts'

const PROFILE = '/rest/v1/profiles/1?client=acme'
const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope'
const TOKENS = '/console/v1/tokens'
const HOUR = 3600
const DAY = 24 * HOUR

type Call = (path: string, init?: RequestInit) => Promise<Response>
type Given = Parameters<typeof makeService>[0]

async function makeRotation(given: Given = {}) {
  const service = makeService(given)
  const ana: Call = await service.as('approver', 'Ana')
  await ana(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
  const generate = async (body: object = {}, by = ana) =>
    v.parse(AuthorizationToken, await (await by(`${TOKEN}=profile_api`, json('POST', body))).json())
  const callWith = (token: AuthorizationToken) =>
    service.call(PROFILE, { headers: { Authorization: `Bearer ${token.accessToken}` } })
  const list = async () => v.parse(TokenList, await (await ana(TOKENS)).json()).tokens
  const act = async (
    what: 'extend' | 'end' | 'restore',
    token: { id: string },
    { body, etag, by = ana }: { body?: object; etag?: string; by?: Call } = {},
  ) => {
    const seen = etag ?? (await list()).find(({ id }) => id === token.id)?.etag ?? '*'
    return by(`${TOKENS}/${token.id}/${what}`, json('POST', body ?? {}, { 'If-Match': seen }))
  }
  const records = async () =>
    (await service.ports.audit.list(100)).filter(({ action }) => action.startsWith('token.'))
  return { service, ana, generate, callWith, list, act, records }
}

/** Two tokens, the first of which works on for an hour, and calls with them. */
async function makeOverlap(given: Given = {}) {
  const rotation = await makeRotation(given)
  const old = await rotation.generate()
  const current = await rotation.generate({ overlapSeconds: HOUR })
  return { ...rotation, old, current }
}

const challengeOf = (response: Response) => response.headers.get('WWW-Authenticate') ?? ''
const isLetIn = (response: Response) => response.status === 404
const problemOf = async (response: Response) => v.parse(Problem, await response.json())
const listedIn = async (response: Response) => v.parse(ChangedToken, await response.json())

describe('an overlap', () => {
  it('lets calls with both tokens in until it is over, to the millisecond', async () => {
    const { service, callWith, old, current } = await makeOverlap()
    expect([await callWith(old), await callWith(current)].map(isLetIn)).toEqual([true, true])

    service.advance(HOUR - 0.001)
    const last = await callWith(old)
    service.advance(0.001)
    const after = await callWith(old)

    expect(isLetIn(last)).toBe(true)
    expect(after.status).toBe(401)
    expect(challengeOf(after)).toContain('The token was replaced by a newer one at 2026-11-21T12:00:00.000Z')
    expect(isLetIn(await callWith(current))).toBe(true)
  })

  it('does not reach past the expiry of the old token', async () => {
    const { service, generate, callWith, list } = await makeRotation()
    const old = await generate({ expiresIn: 60 })
    await generate({ overlapSeconds: DAY })

    expect(await list()).toMatchObject([{}, { id: old.id, worksUntil: old.expiresAt }])
    service.advance(60)

    expect(challengeOf(await callWith(old))).toContain('The token expired at 2026-11-21T12:01:00.000Z')
  })

  it('is none unless it is asked for, as with Adobe Target', async () => {
    const { generate, callWith, records } = await makeRotation()
    const old = await generate()
    await generate()

    expect((await callWith(old)).status).toBe(401)
    expect((await records())[0]?.detail).toEqual({ scope: 'profile_api', replaces: old.id })
  })

  it.each([
    ['longer than 30 days', { overlapSeconds: 30 * DAY + 1 }],
    ['negative', { overlapSeconds: -1 }],
    ['no whole number', { overlapSeconds: 1.5 }],
    ['no number', { overlapSeconds: '60' }],
  ])('is refused when it is %s', async (_, body) => {
    const { ana } = await makeRotation()

    const response = await ana(`${TOKEN}=profile_api`, json('POST', body))

    expect(response.status).toBe(400)
    expect(await response.text()).toContain('overlapSeconds')
  })

  it('is refused for a debugger token', async () => {
    const { ana } = await makeRotation()
    const generate = (overlapSeconds: number) => ana(`${TOKEN}=debug_tools`, json('POST', { overlapSeconds }))

    const answers = [await generate(0), await generate(60)]

    expect(answers.map(({ status }) => status)).toEqual([201, 400])
  })

  it('that was seen over does not begin again when the clock jumps back', async () => {
    const { service, callWith, old } = await makeOverlap()
    service.advance(HOUR)
    await callWith(old)

    service.advance(-HOUR)

    expect((await callWith(old)).status).toBe(401)
  })

  it('of none does not begin when the clock jumps back', async () => {
    const { service, generate, callWith } = await makeRotation()
    const old = await generate()
    service.advance(60)
    await generate()

    service.advance(-60)

    expect((await callWith(old)).status).toBe(401)
  })

  it('has the old token remember its last use as the current one does', async () => {
    const { service, callWith, list, old } = await makeOverlap()

    service.advance(120)
    await callWith(old)

    expect(await list()).toMatchObject([{}, { id: old.id, lastUsedAt: '2026-11-21T12:02:00.000Z' }])
  })

  it('is told by the record of who generated, with what it came to', async () => {
    const { records, old } = await makeOverlap()

    const [record] = await records()

    expect(record).toMatchObject({
      action: 'token.generated',
      actorName: 'Ana',
      detail: { scope: 'profile_api', replaces: old.id, overlapSeconds: HOUR },
    })
  })
})

describe('tokens that work', () => {
  it('are listed without their secret: the current one first, then the others, each with its end', async () => {
    const { ana, old, current } = await makeOverlap()

    const text = await (await ana(TOKENS)).text()

    expect(text).not.toContain(old.accessToken.slice(4, -6))
    expect(JSON.parse(text)).toEqual({
      tokens: [
        {
          id: current.id,
          lastFour: current.accessToken.slice(-4),
          state: 'current',
          createdAt: '2026-11-21T12:00:00.000Z',
          createdBy: 'Ana',
          worksUntil: current.expiresAt,
          expiresAt: current.expiresAt,
          replacedAt: null,
          replacedBy: null,
          endedAt: null,
          endedBy: null,
          isEndedForGood: false,
          lastUsedAt: null,
          etag: '"1"',
          usedBy: { count: 0, latest: [] },
        },
        expect.objectContaining({
          id: old.id,
          state: 'overlapping',
          worksUntil: '2026-11-21T13:00:00.000Z',
          replacedAt: '2026-11-21T12:00:00.000Z',
          replacedBy: 'Ana',
          etag: '"2"',
        }),
      ],
    })
  })

  it('are five at most: the next overlap is refused with the reason, a rotation without one is not', async () => {
    const { ana, generate, list, old } = await makeOverlap()
    for (let more = 3; more <= 5; more += 1) await generate({ overlapSeconds: HOUR })

    const refused = await ana(`${TOKEN}=profile_api`, json('POST', { overlapSeconds: HOUR }))
    const before = await list()
    await generate()

    expect(refused.status).toBe(409)
    const told = {
      errorCode: 'Too.Many.Tokens',
      message: expect.stringContaining('4 replaced tokens work already'),
    }
    expect(await refused.json()).toMatchObject({ errors: [told] })
    expect(before.filter(({ state }) => state !== 'replaced')).toHaveLength(5)
    expect((await list()).find(({ id }) => id === old.id)?.state).toBe('overlapping')
  })

  it('are five at most also when one is let work again', async () => {
    const { generate, act, list, old } = await makeOverlap()
    await act('end', old)
    for (let more = 2; more <= 5; more += 1) await generate({ overlapSeconds: HOUR })

    const full = await act('restore', old)
    const another = (await list()).find(({ state }) => state === 'overlapping')
    await act('end', another ?? old)
    const made = await act('restore', old)

    expect([full.status, made.status]).toEqual([409, 200])
    expect(await problemOf(full)).toMatchObject({ code: 'too-many-tokens' })
  })
})

describe('what the page of the switch says of old tokens', () => {
  const oldTokensIn = async (ana: Call) =>
    v.parse(Implementation, await (await ana('/console/v1/implementation')).json()).oldTokens

  it('are those that still work, in the order of their ends, and how many could work again', async () => {
    const { service, ana, generate, act, old, current } = await makeOverlap()
    const before = await oldTokensIn(ana)
    await generate({ overlapSeconds: 600 })
    const during = await oldTokensIn(ana)
    await act('end', old)
    service.advance(600)
    const after = await oldTokensIn(ana)
    await act('end', old, { body: { forGood: true } })

    const lastFourOf = ({ accessToken }: AuthorizationToken) => accessToken.slice(-4)
    const first = { id: old.id, lastFour: lastFourOf(old), worksUntil: '2026-11-21T13:00:00.000Z' }
    const second = { id: current.id, lastFour: lastFourOf(current), worksUntil: '2026-11-21T12:10:00.000Z' }
    expect(before).toEqual({ working: [first], overCount: 0 })
    expect(during).toEqual({ working: [second, first], overCount: 0 })
    expect(after).toEqual({ working: [], overCount: 2 })
    expect(await oldTokensIn(ana)).toEqual({ working: [], overCount: 1 })
  })
})

describe('a replaced token', () => {
  it('can be let work longer, up to its expiry', async () => {
    const { service, callWith, act, records, old } = await makeOverlap()

    const answer = await act('extend', old, { body: { worksUntil: '2026-11-23T12:00:00Z' } })

    expect(answer.headers.get('ETag')).toBe('"3"')
    expect(await listedIn(answer)).toMatchObject({
      state: 'overlapping',
      worksUntil: '2026-11-23T12:00:00.000Z',
      etag: '"3"',
    })
    expect((await records())[0]).toMatchObject({
      action: 'token.extended',
      subject: old.id,
      detail: { before: Date.parse('2026-11-21T13:00:00Z'), after: Date.parse('2026-11-23T12:00:00Z') },
    })
    service.advance(2 * DAY - 1)
    expect(isLetIn(await callWith(old))).toBe(true)
  })

  it.each([
    ['no later than it works', { worksUntil: '2026-11-21T13:00:00Z' }, 'later than 2026-11-21T13:00:00.000Z'],
    ['past its expiry', { worksUntil: '2027-02-19T12:00:00.001Z' }, 'at most 2027-02-19T12:00:00.000Z'],
    ['no instant', { worksUntil: 'tomorrow' }, 'expected an instant'],
    ['a day that there is not', { worksUntil: '2026-13-41T12:00:00Z' }, 'expected an instant'],
    ['missing', {}, 'is missing'],
  ])('is not let work until an instant that is %s', async (_, body, words) => {
    const { act, old } = await makeOverlap()

    const answer = await act('extend', old, { body })

    expect(answer.status).toBe(400)
    expect((await problemOf(answer)).fields?.['worksUntil']).toContain(words)
  })

  it('is not let work longer once it has ended, and neither is the current one', async () => {
    const { act, old, current } = await makeOverlap()
    const body = { worksUntil: '2026-11-23T12:00:00Z' }

    const ofCurrent = await act('extend', current, { body })
    await act('end', old)
    const ofEnded = await act('extend', old, { body })

    expect([ofCurrent.status, ofEnded.status]).toEqual([409, 409])
    expect((await problemOf(ofEnded)).detail).toContain('ended by hand at 2026-11-21T12:00:00.000Z')
  })

  it('can be ended at once, and is refused as that', async () => {
    const { callWith, act, records, old, current } = await makeOverlap()

    const answer = await act('end', old)

    expect(await listedIn(answer)).toMatchObject({ state: 'ended', endedBy: 'Ana', isEndedForGood: false })
    expect(challengeOf(await callWith(old))).toContain(
      'The token was ended by hand at 2026-11-21T12:00:00.000Z',
    )
    expect(isLetIn(await callWith(current))).toBe(true)
    expect((await records())[0]).toMatchObject({ action: 'token.ended', detail: { forGood: false } })
  })

  it.each([
    { after: 'it was replaced at once', overlapSeconds: 0, isEnded: false },
    { after: 'its overlap', overlapSeconds: 600, isEnded: false },
    { after: 'it was ended by hand', overlapSeconds: HOUR, isEnded: true },
  ])(
    'can be let work again after $after, until it would have expired',
    async ({ overlapSeconds, isEnded }) => {
      const { service, generate, callWith, act, records } = await makeRotation()
      const old = await generate()
      await generate({ overlapSeconds })
      if (isEnded) await act('end', old)
      service.advance(600)
      expect(isLetIn(await callWith(old))).toBe(false)

      const answer = await act('restore', old)

      expect(await listedIn(answer)).toMatchObject({
        state: 'overlapping',
        worksUntil: old.expiresAt,
        endedAt: null,
        endedBy: null,
      })
      expect((await records())[0]).toMatchObject({
        action: 'token.restored',
        detail: { worksUntil: Date.parse(old.expiresAt) },
      })
      service.advance(90 * DAY - 601)
      expect(isLetIn(await callWith(old))).toBe(true)
      service.advance(1)
      expect(challengeOf(await callWith(old))).toContain('expired at')
    },
  )

  it('that was ended for good is never let work again, and not listed', async () => {
    const { act, callWith, list, old } = await makeOverlap()

    const ended = await listedIn(await act('end', old, { body: { forGood: true } }))
    const answers = [
      await act('restore', old, { etag: ended.etag }),
      await act('end', old, { etag: ended.etag, body: { forGood: true } }),
    ]

    expect(ended).toMatchObject({ state: 'ended', isEndedForGood: true })
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    expect((await callWith(old)).status).toBe(401)
    expect((await list()).map(({ id }) => id)).not.toContain(old.id)
  })

  it('can be ended for good after it has ended, but only once otherwise', async () => {
    const { act, callWith, old } = await makeOverlap()
    await act('end', old)

    const again = await act('end', old)
    const forGood = await act('end', old, { body: { forGood: true } })

    expect([again.status, forGood.status]).toEqual([409, 200])
    expect(await listedIn(forGood)).toMatchObject({
      endedAt: '2026-11-21T12:00:00.000Z',
      isEndedForGood: true,
    })
    expect((await callWith(old)).status).toBe(401)
  })

  it('is neither ended nor let work again once it has expired, nor let work again while it works', async () => {
    const { service, generate, act, ana, old } = await makeOverlap()
    const short = await generate({ expiresIn: 60 })
    const working = await act('restore', old)
    service.advance(60)

    const change = (what: string) =>
      ana(`${TOKENS}/${short.id}/${what}`, json('POST', {}, { 'If-Match': '*' }))
    const answers = [working, await change('restore'), await change('end')]

    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409])
  })
})

describe('the current token', () => {
  it('can be ended by hand: then calls are refused, and it is as if there were none', async () => {
    const { ana, generate, callWith, act } = await makeRotation()
    const leaked = await generate()

    await act('end', leaked, { body: { forGood: true } })

    expect(challengeOf(await callWith(leaked))).toContain('ended by hand')
    const shown = await ana(`${TOKEN}=profile_api`)
    expect(shown.status).toBe(404)
    expect(await shown.text()).toContain('was ended by hand at 2026-11-21T12:00:00.000Z')
    expect(await (await ana('/console/v1/implementation')).json()).toMatchObject({ token: null })
  })

  it('that was ended is replaced by who saw none, not by who saw it', async () => {
    const { ana, generate, callWith, act } = await makeRotation()
    const old = await generate()
    await act('end', old)
    const generateFor = (headers: Record<string, string>) =>
      ana(`${TOKEN}=profile_api`, json('POST', { overlapSeconds: HOUR }, headers))

    const stale = await generateFor({ 'If-Match': `"${old.id}"` })
    const made = await generateFor({ 'If-None-Match': '*' })

    expect([stale.status, made.status]).toEqual([412, 201])
    const first = { changed: 'token', act: 'ended', by: 'Ana', at: '2026-11-21T12:00:00.000Z' }
    expect(await stale.json()).toMatchObject({ errors: [{ meta: { first } }] })
    expect((await callWith(old)).status).toBe(401)
  })

  it('is current again when it is let work again, and can be seen again', async () => {
    const { ana, generate, callWith, act } = await makeRotation()
    const token = await generate()
    await act('end', token)

    const answer = await act('restore', token)

    expect(await listedIn(answer)).toMatchObject({ state: 'current', worksUntil: token.expiresAt })
    expect(isLetIn(await callWith(token))).toBe(true)
    const shown = await ana(`${TOKEN}=profile_api`)
    expect(await shown.json()).toMatchObject({ accessToken: token.accessToken })
  })
})

describe('two approvers', () => {
  it.each([
    { did: 'extend', body: { worksUntil: '2026-11-23T12:00:00Z' }, told: 'prolonged' },
    { did: 'end', body: {}, told: 'ended' },
    { did: 'end', body: { forGood: true }, told: 'ended' },
  ] as const)(
    'are told apart when one changes what the other saw before, with what was done: $did $body',
    async ({ did, body, told }) => {
      const { service, act, old } = await makeOverlap()
      const bo = await service.as('approver', 'Bo')
      service.advance(60)
      await act(did, old, { body, by: bo })

      const answer = await act('end', old, { etag: '"2"' })

      expect(answer.status).toBe(412)
      expect(await problemOf(answer)).toMatchObject({
        code: 'precondition-failed',
        first: { changed: 'token', act: told, by: 'Bo', at: '2026-11-21T12:01:00.000Z' },
      })
    },
  )

  it('are told of a token that works again, and of one that has been replaced', async () => {
    const { service, generate, act, old, current } = await makeOverlap()
    const bo = await service.as('approver', 'Bo')
    service.advance(60)
    await act('end', old)
    service.advance(60)
    await act('restore', old, { by: bo })
    await generate({}, bo)

    const ofRestored = await act('restore', old, { etag: '"3"' })
    const ofReplaced = await act('end', current, { etag: '"1"' })

    const done = { by: 'Bo', at: '2026-11-21T12:02:00.000Z' }
    expect((await problemOf(ofRestored)).first).toEqual({ changed: 'token', act: 'prolonged', ...done })
    expect((await problemOf(ofReplaced)).first).toEqual({ changed: 'token', act: 'generated', ...done })
  })

  it('are told apart when both change a token at the same moment', async () => {
    const { service, act, list, old } = await makeOverlap()
    const bo = await service.as('approver', 'Bo')
    const { tokens } = service.ports
    const change = tokens.change.bind(tokens)
    vi.spyOn(tokens, 'change').mockImplementationOnce(async (...given) => {
      await act('end', old, { by: bo })
      return change(...given)
    })

    const answer = await act('extend', old, { body: { worksUntil: '2026-11-23T12:00:00Z' } })

    expect(answer.status).toBe(409)
    expect(await problemOf(answer)).toMatchObject({ code: 'conflict', first: { changed: 'token', by: 'Bo' } })
    expect(await list()).toMatchObject([{}, { id: old.id, state: 'ended', endedBy: 'Bo' }])
  })

  it('do not let work again by a rotation what the other ended at the same moment', async () => {
    const { service, ana, generate, callWith, act } = await makeRotation()
    const leaked = await generate()
    const bo = await service.as('approver', 'Bo')
    const { tokens } = service.ports
    const replaceCurrent = tokens.replaceCurrent.bind(tokens)
    vi.spyOn(tokens, 'replaceCurrent').mockImplementationOnce(async (...given) => {
      await act('end', leaked, { by: bo })
      return replaceCurrent(...given)
    })

    const answer = await ana(`${TOKEN}=profile_api`, json('POST', { overlapSeconds: HOUR }))

    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      errors: [{ meta: { first: { changed: 'token', by: 'Bo' } } }],
    })
    expect((await callWith(leaked)).status).toBe(401)
  })

  it('need to say what they saw', async () => {
    const { ana, old } = await makeOverlap()

    const answer = await ana(`${TOKENS}/${old.id}/end`, json('POST', {}))

    expect(answer.status).toBe(400)
    expect((await problemOf(answer)).detail).toContain('If-Match is missing')
  })

  it.each(['nobody', 'debugging'])('change no token of the profile API called %s', async (which) => {
    const { ana } = await makeOverlap()
    const made = await ana(`${TOKEN}=debug_tools`, { method: 'POST' })
    const id = which === 'nobody' ? which : v.parse(AuthorizationToken, await made.json()).id

    const answer = await ana(`${TOKENS}/${id}/end`, json('POST', {}, { 'If-Match': '*' }))

    expect(answer.status).toBe(404)
  })
})

describe('the lifetime of a new token', () => {
  it('is bounded by the operator, who is named with the bound, and the default is cut to it', async () => {
    const { ana, generate } = await makeRotation({ maxTokenLifetimeSeconds: 30 * DAY })

    const refused = await ana(`${TOKEN}=profile_api`, json('POST', { expiresIn: 30 * DAY + 1 }))
    const asked = await generate({ expiresIn: 30 * DAY })
    const byDefault = await generate()

    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('2592000 seconds (30 days) at most')
    expect([asked.expiresIn, byDefault.expiresIn]).toEqual([30 * DAY, 30 * DAY])
    const page = await ana('/console/v1/implementation')
    expect(await page.json()).toMatchObject({ maxTokenLifetimeSeconds: 30 * DAY })
  })
})

describe('the answer to a call that is let in', () => {
  const HEADER = 'Token-Works-Until'

  it('says until when its token works, from 14 days before that on', async () => {
    const { service, generate, callWith } = await makeRotation()
    const token = await generate({ expiresIn: 20 * DAY })
    service.advance(6 * DAY - 1)
    const before = await callWith(token)
    service.advance(1)
    const after = await callWith(token)

    expect(before.headers.get(HEADER)).toBeNull()
    expect(after.headers.get(HEADER)).toBe(token.expiresAt)
  })

  it('says so for a replaced token however long it works, and not for the current one', async () => {
    const { generate, callWith } = await makeRotation()
    const old = await generate()
    const current = await generate({ overlapSeconds: 20 * DAY })

    expect((await callWith(old)).headers.get(HEADER)).toBe('2026-12-11T12:00:00.000Z')
    expect((await callWith(current)).headers.get(HEADER)).toBeNull()
  })

  it('says so with a refusal of what it asks for, and with none for its token', async () => {
    const { service, ana, old } = await makeOverlap()
    const send = () =>
      service.call('/m2/acme/v2/profile/batchUpdate', {
        method: 'POST',
        body: 'nothing',
        headers: { Authorization: `Bearer ${old.accessToken}` },
      })

    const asked = await send()
    await ana(SETTINGS, json('PATCH', { enableProfileApiAuthentication: false }))
    const unasked = await send()
    const without = await service.call(PROFILE)
    await ana(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    service.advance(HOUR)
    const refused = await send()

    const told = (response: Response) => [response.status, response.headers.get(HEADER)]
    expect(told(asked)).toEqual([400, '2026-11-21T13:00:00.000Z'])
    expect(told(unasked)).toEqual([400, '2026-11-21T13:00:00.000Z'])
    expect(told(without)).toEqual([404, null])
    expect(told(refused)).toEqual([401, null])
  })
})

describe('the status of a token', () => {
  const STATUS = '/console/v1/token-status'
  const ask = ({ service }: { service: Rotation['service'] }, authorization?: string) =>
    service.call(STATUS, authorization === undefined ? {} : { headers: { Authorization: authorization } })
  type Rotation = Awaited<ReturnType<typeof makeRotation>>

  it('is what RFC 7662 says of it, with the seconds it has left, and counts as no use', async () => {
    const overlap = await makeOverlap()
    const { service, list, old, current } = overlap
    service.advance(60)

    const answers = [
      await ask(overlap, `Bearer ${current.accessToken}`),
      await ask(overlap, `Bearer ${old.accessToken}`),
    ]

    const iat = Date.parse('2026-11-21T12:00:00Z') / 1000
    const common = { active: true, scope: 'profile_api', client_id: 'acme', token_type: 'bearer', iat }
    expect(await answers[0]?.json()).toEqual({
      ...common,
      exp: iat + 90 * DAY,
      secondsLeft: 90 * DAY - 60,
    })
    expect(await answers[1]?.json()).toEqual({ ...common, exp: iat + HOUR, secondsLeft: HOUR - 60 })
    expect((await list()).map(({ lastUsedAt }) => lastUsedAt)).toEqual([null, null])
  })

  it('is not active, and nothing else, for whatever does not work', async () => {
    const overlap = await makeOverlap()
    const { service, ana, act, old, current } = overlap
    const debugging = v.parse(
      AuthorizationToken,
      await (await ana(`${TOKEN}=debug_tools`, { method: 'POST' })).json(),
    )
    await act('end', old)
    const client = { clientCode: 'other', tenant: 'other', imsOrgId: null, publicUrl: null }
    const foreign = createApp({ ...service.ports, client })

    const answers = [
      await ask(overlap, `Bearer ${old.accessToken}`),
      await ask(overlap, `Bearer ${debugging.accessToken}`),
      await ask(overlap, 'Bearer tpa_nothing'),
      await ask(overlap, 'Bearer "quoted"'),
      await foreign.request(STATUS, { headers: { Authorization: `Bearer ${current.accessToken}` } }),
    ]

    for (const answer of answers)
      expect([answer.status, await answer.json()]).toEqual([200, { active: false }])
  })

  it('is told to nobody without credentials', async () => {
    const rotation = await makeRotation()

    const answers = [await ask(rotation), await ask(rotation, 'Basic YTpi')]

    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(challengeOf(answers[0] ?? new Response())).toBe('Bearer realm="profile-api"')
  })

  it('is asked for by guesses a few times only, which does not keep those away who have one', async () => {
    const counted: string[] = []
    const overlap = await makeOverlap({
      tokenGuesses: {
        consume: async (caller) => (counted.push(JSON.stringify(caller)) > 2 ? 42 : 0),
        giveBack: async () => void counted.pop(),
      },
    })
    const { current } = overlap

    const good = [1, 2, 3].map(() => `Bearer ${current.accessToken}`)
    const statuses = []
    for (const authorization of [...good, 'Bearer guess-1', 'Bearer "guess-2', 'Bearer guess-3']) {
      statuses.push(await ask(overlap, authorization))
    }

    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(statuses[5]?.headers.get('Retry-After')).toBe('42')
    expect(counted[0]).toBe('{"by":"address","remoteAddress":"203.0.113.7"}')
  })
})
