import { describe, expect, it, vi } from 'vitest'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { createApp } from '#service/app.ts'
import * as v from 'valibot'
import { makeAudit, makeSettings } from '../storage/records.ts'
import { json, makeService, START } from '../support/service.ts'

const BATCH = '/m2/acme/v2/profile/batchUpdate'
const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope'

type Overrides = Parameters<typeof makeService>[0]

async function makeProfileAuth({
  required = true,
  overrides = {},
}: { required?: boolean; overrides?: Overrides } = {}) {
  const service = makeService(overrides)
  const approver = await service.as('approver', 'Ana')
  await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: required }))
  const generate = async (scope = 'profile_api', body?: unknown) => {
    const response = await approver(`${TOKEN}=${scope}`, body ? json('POST', body) : { method: 'POST' })
    return v.parse(AuthorizationToken, await response.json()).accessToken
  }
  const send = (authorization?: string, path = BATCH) =>
    service.call(path, {
      method: 'POST',
      body: 'batch=pcId,city\n1,Oslo\n',
      headers: authorization === undefined ? {} : { Authorization: authorization },
    })
  return { service, approver, generate, send }
}

type ProfileAuth = Awaited<ReturnType<typeof makeProfileAuth>>

const challengeOf = (response: Response) => response.headers.get('WWW-Authenticate')

describe('a profile API call', () => {
  it('needs no token while authentication is off', async () => {
    const { send } = await makeProfileAuth({ required: false })

    expect((await send()).status).toBe(200)
    expect((await send('Bearer')).status).toBe(200)
  })

  it('is let in with the current token', async () => {
    const { generate, send } = await makeProfileAuth()
    const secret = await generate()

    expect((await send(`Bearer ${secret}`)).status).toBe(200)
    expect((await send(`bearer ${secret}`)).status).toBe(200)
  })

  it.each(['/m2/acme/profile/batchUpdate', BATCH])('is refused on %s without one', async (path) => {
    const { send } = await makeProfileAuth()

    const response = await send(undefined, path)

    expect(response.status).toBe(401)
  })

  it.each([
    '/m2/acme/profile/batchStatus?batchId=acme-1-1',
    '/m2/acme/v2/profile/batchStatus?batchId=acme-1-1',
    '/rest/v1/profiles/1?client=acme',
    '/rest/v1/profiles/thirdPartyId/1?client=acme',
  ])('is refused on GET %s without one', async (path) => {
    const { service } = await makeProfileAuth()

    const response = await service.call(path)

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toBe('Bearer realm="profile-api"')
  })

  it('says nothing of an error when it carries no credentials', async () => {
    const { send } = await makeProfileAuth()

    const response = await send()

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toBe('Bearer realm="profile-api"')
    expect(await response.text()).toBe(
      '<response><success>false</success><batchStatus></batchStatus><message>This client requires a profile authentication token.</message></response>',
    )
  })

  it('counts another scheme as no credentials', async () => {
    const { send } = await makeProfileAuth()

    const response = await send('Basic YWNtZTpzZWNyZXQ=')

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toBe('Bearer realm="profile-api"')
  })

  it.each([
    ['no token', 'Bearer'],
    ["the manual's own misprint", 'Bearer.'],
    ['two words', 'Bearer one two'],
    ['a tab in place of the blank', 'Bearer\ttoken'],
    ['quotes', 'Bearer "token"'],
    ['a doubled header', 'Bearer one, Bearer two'],
    ['a header doubled with another scheme', 'Basic YTpi, Bearer two'],
  ])('answers 400 invalid_request to %s', async (_, authorization) => {
    const { send } = await makeProfileAuth()

    const response = await send(authorization)

    expect(response.status).toBe(400)
    expect(challengeOf(response)).toContain('error="invalid_request"')
  })

  it.each([
    ['a token alone', (token: string) => token, 401, 'holds the token without Bearer before it'],
    [
      'the name of the header twice',
      (token: string) => `Authorization: Bearer ${token}`,
      401,
      'begins with its own name once more',
    ],
    ['marks around all of it', (token: string) => `"Bearer ${token}"`, 401, 'stands in quotation marks'],
    [
      'marks around the token',
      (token: string) => `Bearer '${token}'`,
      400,
      'has the token in quotation marks',
    ],
    ['what a .netrc file makes', () => 'Basic YW5hOnNlY3JldA==', 401, 'is of the scheme Basic'],
    ['the scheme twice', (token: string) => `Bearer Bearer ${token}`, 400, 'has Bearer twice'],
    ['no token', () => 'Bearer ', 400, 'has no token'],
    ['a variable that no shell has filled in', () => 'Bearer $PROFILE_TOKEN', 400, 'has a placeholder'],
    ['another scheme', (token: string) => `Token ${token}`, 401, 'is of another scheme'],
    ['a mark between the two', (token: string) => `Bearer: ${token}`, 400, 'one blank'],
  ])('tells %s what it is, and does not repeat it', async (_, header, status, words) => {
    const { generate, send } = await makeProfileAuth()
    const secret = await generate()

    const response = await send(header(secret))

    expect(response.status).toBe(status)
    const said = `${await response.text()} ${challengeOf(response)}`
    expect(said).toContain(words)
    expect(said).toContain('must read: Bearer, one blank, the token')
    expect(said).not.toContain(secret)
    expect(challengeOf(response)).toMatch(
      /^Bearer realm="profile-api"(, error="invalid_request", error_description="[^"\\]*")?$/,
    )
  })

  it('answers 400 invalid_request to a token sent in two ways', async () => {
    const { generate, send } = await makeProfileAuth()
    const secret = await generate()

    const response = await send(`Bearer ${secret}`, `${BATCH}?access_token=${secret}`)

    expect(response.status).toBe(400)
    expect(challengeOf(response)).toContain('error="invalid_request"')
    expect(await response.text()).not.toContain(secret)
  })

  it('takes no token from the address', async () => {
    const { generate, send } = await makeProfileAuth()

    const response = await send(undefined, `${BATCH}?access_token=${await generate()}`)

    expect(response.status).toBe(401)
  })

  it('answers 403 insufficient_scope to a debugger token, with the scope that it takes', async () => {
    const { generate, send } = await makeProfileAuth()

    const response = await send(`Bearer ${await generate('debug_tools')}`)

    expect(response.status).toBe(403)
    expect(challengeOf(response)).toMatch(/error="insufficient_scope".*, scope="profile_api"$/)
  })

  it.each([
    ['an unknown token', 'not-a-token-of-this-service', 'not whole or not one of this service'],
    ['a token cut while copying', 'tpa_2mZ0cut', 'not whole or not one of this service'],
  ])('answers 401 invalid_token to %s', async (_, secret, words) => {
    const { send } = await makeProfileAuth()

    const response = await send(`Bearer ${secret}`)

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toContain('error="invalid_token"')
    expect(challengeOf(response)).toContain(words)
  })

  it('tells the access token of a script from a profile authentication token', async () => {
    const { service, send } = await makeProfileAuth()
    const { newSecret } = await import('#service/secrets.ts')

    const response = await send(`Bearer ${newSecret('tse', service.ports.random)}`)

    expect(challengeOf(response)).toContain('access token of the admin API')
  })

  it('is refused from the very second at which the token expires', async () => {
    const { service, generate, send } = await makeProfileAuth()
    const secret = await generate('profile_api', { expiresIn: 60 })

    service.advance(59.999)
    const before = await send(`Bearer ${secret}`)
    service.advance(0.001)
    const after = await send(`Bearer ${secret}`)

    expect(before.status).toBe(200)
    expect(after.status).toBe(401)
    expect(challengeOf(after)).toBe(
      `Bearer realm="profile-api", error="invalid_token", error_description="The token expired at ${new Date(START + 60_000).toISOString()}"`,
    )
  })

  it('is refused with the token before from the next call on', async () => {
    const { generate, send } = await makeProfileAuth()
    const old = await generate()
    const current = await generate()

    const response = await send(`Bearer ${old}`)

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toContain('error="invalid_token"')
    expect(challengeOf(response)).toContain('replaced by a newer one at 2026-11-21T12:00:00.000Z')
    expect((await send(`Bearer ${current}`)).status).toBe(200)
  })

  it('is refused with the token of another client on the same database', async () => {
    const other = await makeProfileAuth()
    const client = { clientCode: 'other', tenant: 'other', imsOrgId: null, publicUrl: null }
    const otherApp = createApp({ ...other.service.ports, client })
    await other.approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    const secret = await other.generate()
    await other.service.ports.settings.replace(
      makeSettings({ clientCode: 'other' }),
      makeAudit({ clientCode: 'other' }),
    )

    const response = await otherApp.request('/m2/other/v2/profile/batchUpdate', {
      method: 'POST',
      body: 'batch=pcId,city\n1,Oslo\n',
      headers: { Authorization: `Bearer ${secret}` },
    })

    expect(response.status).toBe(401)
    expect(challengeOf(response)).toContain('The token is of another client')
  })

  it('works again with the same token after authentication was off for a while', async () => {
    const { approver, generate, send } = await makeProfileAuth()
    const secret = await generate()
    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: false }))
    expect((await send()).status).toBe(200)

    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

    expect((await send()).status).toBe(401)
    expect((await send(`Bearer ${secret}`)).status).toBe(200)
  })

  it('is refused with 503, never let in, while the settings cannot be read', async () => {
    const { service, send } = await makeProfileAuth({ required: false })
    service.ports.access.find = () => Promise.reject(new Error('the disk is gone'))

    const response = await send()

    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('5')
    expect(await response.text()).not.toContain('disk')
  })

  it('answers 403 Forbidden in place of 401 where the operator asks for it', async () => {
    const { generate, send } = await makeProfileAuth({ overrides: { rejectStatus: 403 } })
    const old = await generate()
    await generate()

    expect((await send()).status).toBe(403)
    expect((await send(`Bearer ${old}`)).status).toBe(403)
    expect((await send('Bearer')).status).toBe(400)
  })

  it('leaves a trace of when the token was last used, to the minute', async () => {
    const { service, approver, generate, send } = await makeProfileAuth()
    const secret = await generate()
    const lastUsedAt = async () => {
      const page: { token: { lastUsedAt: string | null } } = await (
        await approver('/console/v1/implementation')
      ).json()
      return page.token.lastUsedAt
    }
    expect(await lastUsedAt()).toBeNull()

    await send(`Bearer ${secret}`)
    service.advance(30)
    await send(`Bearer ${secret}`)
    expect(await lastUsedAt()).toBe('2026-11-21T12:00:00.000Z')

    service.advance(30)
    await send(`Bearer ${secret}`)
    expect(await lastUsedAt()).toBe('2026-11-21T12:01:00.000Z')
  })

  const waysToSeeIt: [string, (auth: ProfileAuth, secret: string) => Promise<unknown>][] = [
    ['a call', ({ send }, secret) => send(`Bearer ${secret}`)],
    ['whoever asks for it', ({ approver }) => approver(`${TOKEN}=profile_api`)],
    ['the page', ({ approver }) => approver('/console/v1/implementation')],
    ['the service itself', ({ service: { ports } }) => ports.tokens.noteOver('acme', ports.now())],
  ]

  it.each(waysToSeeIt)('stays refused when the clock jumps back after %s saw it expired', async (_, see) => {
    const auth = await makeProfileAuth()
    const { service, approver, generate, send } = auth
    const secret = await generate('profile_api', { expiresIn: 60 })

    service.advance(60)
    await see(auth, secret)
    service.advance(-30)

    expect(challengeOf(await send(`Bearer ${secret}`))).toContain('The token expired at')
    expect((await approver(`${TOKEN}=profile_api`)).status).toBe(404)
    const page = await approver('/console/v1/implementation')
    expect(await page.json()).toMatchObject({ token: { expiresIn: 0 } })
    expect((await send(`Bearer ${await generate()}`)).status).toBe(200)
  })

  it('is refused for an expired token even if that cannot be noted, and noted by one write at most', async () => {
    const { service, generate, send } = await makeProfileAuth()
    const secret = await generate('profile_api', { expiresIn: 60 })
    service.advance(60)
    const { tokens } = service.ports
    const noteOver = vi.spyOn(tokens, 'noteOver').mockRejectedValueOnce(new Error('no room left'))

    const responses = [await send(`Bearer ${secret}`), await send(`Bearer ${secret}`)]
    const noted = noteOver.mock.calls.length
    responses.push(await send(`Bearer ${secret}`))

    expect(responses.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(noted).toBe(2)
    expect(noteOver).toHaveBeenCalledTimes(noted)
  })

  it('answers 404 for a client that is not here', async () => {
    const { send } = await makeProfileAuth()

    const response = await send(undefined, '/m2/nobody/v2/profile/batchUpdate')

    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<success>false</success>')
  })
})
