import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { ADMIN_MEDIA_TYPE } from '#contract/operation.ts'
import { ErrorResponse } from '#contract/errors.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import { json, makeService, START } from '../support/service.ts'

const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

async function asApprover() {
  const service = makeService()
  return { service, call: await service.as('approver', 'Ana') }
}

async function refusalOf(response: Response) {
  const { httpStatus, errors } = v.parse(ErrorResponse, await response.json())
  expect(httpStatus).toBe(response.status)
  expect(response.headers.get('Content-Type')).toBe(ADMIN_MEDIA_TYPE)
  const [error] = errors
  return {
    status: response.status,
    code: error?.errorCode,
    message: error?.message ?? '',
    first: error?.meta?.['first'],
  }
}

const tokenOf = async (response: Response) => v.parse(AuthorizationToken, await response.json())

describe('client settings', () => {
  it('start with authentication off', async () => {
    const { call } = await asApprover()

    const response = await call(SETTINGS)

    expect(response.headers.get('Content-Type')).toBe(ADMIN_MEDIA_TYPE)
    expect(response.headers.get('ETag')).toBe('"0"')
    expect(await response.json()).toEqual({ enableProfileApiAuthentication: false })
  })

  it('keep what PATCH does not name', async () => {
    const { call } = await asApprover()
    await call(
      SETTINGS,
      json('PATCH', { locale: 'en_US', flickerManagerSettings: { enabled: true, timeout: 3000 } }),
    )

    const response = await call(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

    expect(await response.json()).toEqual({
      enableProfileApiAuthentication: true,
      locale: 'en_US',
      flickerManagerSettings: { enabled: true, timeout: 3000 },
    })
    expect(await (await call(SETTINGS)).json()).toMatchObject({ locale: 'en_US' })
  })

  it('lose what PUT leaves out', async () => {
    const { call } = await asApprover()
    await call(SETTINGS, json('PATCH', { locale: 'en_US' }))

    const response = await call(SETTINGS, json('PUT', { enableProfileApiAuthentication: true }))

    expect(await response.json()).toEqual({ enableProfileApiAuthentication: true })
  })

  it('refuse a PUT that would switch authentication off by leaving it out', async () => {
    const { call } = await asApprover()

    const refusal = await refusalOf(await call(SETTINGS, json('PUT', { locale: 'en_US' })))

    expect(refusal).toMatchObject({ status: 400, code: 'Invalid.Request' })
    expect(refusal.message).toContain('enableProfileApiAuthentication')
  })

  it.each([
    ['a word for a switch', { enableProfileApiAuthentication: 'true' }, 'expected boolean'],
    ['null for a switch', { enableProfileApiAuthentication: null }, 'expected boolean'],
    [
      'a misspelt field',
      { enableProfileApiAuthenticaton: true },
      'enableProfileApiAuthenticaton: is not a known field',
    ],
    ['an unknown obfuscation', { ipObfuscation: 'ALL' }, 'expected ("NONE" | "LAST_OCTET" | "STRIP")'],
    [
      'a timeout out of range',
      { flickerManagerSettings: { enabled: true, timeout: 10_001 } },
      'flickerManagerSettings.timeout',
    ],
    ['a list', [], 'not a JSON object'],
    ['a word', 'on', 'not a JSON object'],
  ])('refuse %s, saying what was expected', async (_, body, words) => {
    const { call } = await asApprover()

    const refusal = await refusalOf(await call(SETTINGS, json('PATCH', body)))

    expect(refusal).toMatchObject({ status: 400, code: 'Invalid.Request' })
    expect(refusal.message).toContain(words)
  })

  it.each([
    ['what is not JSON', '{'],
    ['an empty body', ''],
  ])('refuse %s', async (_, body) => {
    const { call } = await asApprover()

    const refusal = await refusalOf(
      await call(SETTINGS, { method: 'PATCH', body, headers: { 'Content-Type': ADMIN_MEDIA_TYPE } }),
    )

    expect(refusal).toMatchObject({ status: 400, code: 'Invalid.Request' })
  })

  it('refuse a body that is far too long', async () => {
    const { call } = await asApprover()

    const refusal = await refusalOf(await call(SETTINGS, json('PATCH', { locale: 'x'.repeat(70_000) })))

    expect(refusal).toMatchObject({ status: 413, code: 'Content.Too.Large' })
  })

  it('refuse a change of settings that someone else changed meanwhile, and say who', async () => {
    const { service, call } = await asApprover()
    const etag = (await call(SETTINGS)).headers.get('ETag') ?? ''
    const bo = await service.as('approver', 'Bo')
    await bo(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

    const refusal = await refusalOf(
      await call(SETTINGS, json('PATCH', { enableProfileApiAuthentication: false }, { 'If-Match': etag })),
    )

    expect(refusal).toMatchObject({ status: 412, code: 'Precondition.Failed' })
    expect(refusal.message).toContain('Bo changed them at 2026-11-21T12:00:00.000Z')
    expect(refusal.first).toEqual({ changed: 'settings', by: 'Bo', at: '2026-11-21T12:00:00.000Z' })
    expect(await (await call(SETTINGS)).json()).toEqual({ enableProfileApiAuthentication: true })
  })

  it.each([
    ['that were seen', (etag: string) => etag],
    ['that were seen through a proxy, which made their tag a weak one', (etag: string) => `W/${etag}`],
    ['that were seen through Apache, which compressed them', (etag: string) => etag.replace(/"$/, '-gzip"')],
  ])('take a change of the settings %s', async (_, asSeen) => {
    const { call } = await asApprover()
    const etag = asSeen((await call(SETTINGS)).headers.get('ETag') ?? '')

    const response = await call(
      SETTINGS,
      json('PATCH', { enableProfileApiAuthentication: true }, { 'If-Match': etag }),
    )

    expect(response.status).toBe(200)
    expect(response.headers.get('ETag')).toBe('"1"')
  })

  it('leave one audit record for each change and none for what changes nothing', async () => {
    const { service, call } = await asApprover()

    await call(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    await call(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

    const records = await service.ports.audit.list(10)
    expect(records.filter(({ action }) => action === 'settings.updated')).toMatchObject([
      {
        actorName: 'Ana',
        subject: 'acme',
        remoteAddress: '203.0.113.7',
        result: 'done',
        detail: { changes: { enableProfileApiAuthentication: { before: false, after: true } } },
      },
    ])
  })
})

describe('the media type', () => {
  it.each([ADMIN_MEDIA_TYPE, `${ADMIN_MEDIA_TYPE}; charset=utf-8`, 'application/json'])(
    'may be %s',
    async (mediaType) => {
      const { call } = await asApprover()

      const body = JSON.stringify({ enableProfileApiAuthentication: true })
      const response = await call(SETTINGS, { method: 'PATCH', body, headers: { 'Content-Type': mediaType } })

      expect(response.status).toBe(200)
    },
  )

  it.each([
    [
      'a body of another version',
      { method: 'PATCH', body: '{}', headers: { 'Content-Type': 'application/vnd.adobe.target.v2+json' } },
    ],
    [
      'a form',
      { method: 'PATCH', body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    ],
    ['a wish for another version', { headers: { Accept: 'application/vnd.adobe.target.v2+json' } }],
    ['a wish for a page', { headers: { Accept: 'text/html' } }],
  ])('answers 406 to %s, in the words Adobe publishes', async (_, init) => {
    const { call } = await asApprover()

    const refusal = await refusalOf(await call(SETTINGS, init))

    expect(refusal).toEqual({
      status: 406,
      code: 'Unsupported.Feature',
      message: 'Unsupported features detected',
    })
  })
})

describe('the authentication token', () => {
  it('is generated with 90 days to live', async () => {
    const { call } = await asApprover()

    const response = await call(TOKEN, { method: 'POST' })

    expect(response.status).toBe(201)
    expect(response.headers.get('Content-Type')).toBe(ADMIN_MEDIA_TYPE)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toEqual({
      accessToken: expect.stringMatching(/^tpa_[0-9A-Za-z]{49}$/),
      tokenType: 'bearer',
      scope: 'profile_api',
      expiresIn: 7_776_000,
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      createdAt: '2026-11-21T12:00:00.000Z',
      createdBy: 'Ana',
      expiresAt: '2027-02-19T12:00:00.000Z',
    })
  })

  it('is handed out again with the seconds it has left', async () => {
    const { service, call } = await asApprover()
    const { accessToken } = await tokenOf(await call(TOKEN, { method: 'POST' }))
    service.advance(1.5)

    const response = await call(TOKEN)

    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ accessToken, expiresIn: 7_775_998 })
  })

  it('answers to the older spelling of its scope', async () => {
    const { call } = await asApprover()

    const response = await call('/acme/target/authentication/token?scope=debug_tools', { method: 'POST' })

    expect(await tokenOf(response)).toMatchObject({ scope: 'debug_tools', expiresIn: 21_600 })
  })

  it.each([
    ['no scope', '/acme/target/authentication/token', 'is missing'],
    ['an unknown scope', '/acme/target/authentication/token?authorizationScope=admin', 'is not known'],
    ['an empty scope', '/acme/target/authentication/token?authorizationScope=', 'is not known'],
  ])('is refused with %s', async (_, path, words) => {
    const { call } = await asApprover()

    for (const method of ['GET', 'POST']) {
      const refusal = await refusalOf(await call(path, { method }))
      expect(refusal).toMatchObject({ status: 400, code: 'Invalid.Request' })
      expect(refusal.message).toContain(`${words}; it is one of profile_api, debug_tools`)
    }
  })

  it.each([59, 365 * 86_400 + 1, 90.5, -1, '3600', null])(
    'is refused a lifetime of %s',
    async (expiresIn) => {
      const { call } = await asApprover()

      const refusal = await refusalOf(await call(TOKEN, json('POST', { expiresIn })))

      expect(refusal.status).toBe(400)
      expect(refusal.message).toContain('expiresIn')
    },
  )

  it.each([60, 365 * 86_400])('may live %s seconds', async (expiresIn) => {
    const { call } = await asApprover()

    expect(await tokenOf(await call(TOKEN, json('POST', { expiresIn })))).toMatchObject({ expiresIn })
  })

  it('is not found before one was generated', async () => {
    const { call } = await asApprover()

    expect(await refusalOf(await call(TOKEN))).toMatchObject({ status: 404, code: 'Not.Found' })
  })

  it('is not handed out once it has expired', async () => {
    const { service, call } = await asApprover()
    await call(TOKEN, json('POST', { expiresIn: 60 }))
    service.advance(60)

    const refusal = await refusalOf(await call(TOKEN))

    expect(refusal.status).toBe(404)
    expect(refusal.message).toContain('expired at 2026-11-21T12:01:00.000Z')
  })

  it('is not handed out, and can be replaced, when the key it was kept under is gone', async () => {
    const { service, call } = await asApprover()
    await call(TOKEN, { method: 'POST' })
    vi.spyOn(service.ports.cipher, 'open').mockRejectedValueOnce(new Error('another key'))

    const refusal = await refusalOf(await call(TOKEN))
    const generated = await call(TOKEN, { method: 'POST' })

    expect(refusal.status).toBe(404)
    expect(refusal.message).toContain('the encryption key it was kept under is gone')
    expect(generated.status).toBe(201)
  })

  it('stays the only current one when two approvers generate at once, and the other is told', async () => {
    const { service, call: ana } = await asApprover()
    const bo = await service.as('approver', 'Bo')

    const responses = await Promise.all([ana(TOKEN, { method: 'POST' }), bo(TOKEN, { method: 'POST' })])

    const statuses = responses.map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409])
    const [won, lost] = statuses[0] === 201 ? responses : responses.toReversed()
    const { accessToken } = await tokenOf(won ?? Response.error())
    expect(await refusalOf(lost ?? Response.error())).toMatchObject({
      code: 'Conflict',
      first: { changed: 'token', act: 'generated' },
    })
    expect(await tokenOf(await ana(TOKEN))).toMatchObject({ accessToken })
  })

  it('is not replaced by someone who saw another one, and who made it is said', async () => {
    const { service, call: ana } = await asApprover()
    const seen = await ana(TOKEN, { method: 'POST' })
    const bo = await service.as('approver', 'Bo')
    const current = await tokenOf(await bo(TOKEN, { method: 'POST' }))

    const refusal = await refusalOf(
      await ana(TOKEN, { method: 'POST', headers: { 'If-Match': seen.headers.get('ETag') ?? '' } }),
    )

    expect(refusal).toMatchObject({ status: 412, code: 'Precondition.Failed' })
    expect(refusal.message).toContain('Bo generated a token at 2026-11-21T12:00:00.000Z')
    expect(refusal.first).toEqual({
      changed: 'token',
      act: 'generated',
      by: 'Bo',
      at: '2026-11-21T12:00:00.000Z',
    })
    expect(await tokenOf(await ana(TOKEN))).toMatchObject({ accessToken: current.accessToken })
  })

  it('is not replaced by someone who saw none', async () => {
    const { call } = await asApprover()
    await call(TOKEN, { method: 'POST' })

    const response = await call(TOKEN, { method: 'POST', headers: { 'If-None-Match': '*' } })

    expect(response.status).toBe(412)
  })

  describe('generated by someone who saw authentication on', () => {
    const turn = (isOn: boolean) => json('PATCH', { enableProfileApiAuthentication: isOn })

    /** @param between what someone else does once the token is on its way into the store */
    async function generateAsSeen(
      between: (bo: Awaited<ReturnType<typeof asApprover>>['call']) => Promise<unknown>,
    ) {
      const { tokens, ...rest } = memoryStores()
      const raced = { on: false }
      const service = makeService({
        ...rest,
        tokens: {
          ...tokens,
          async replaceCurrent(...given) {
            if (raced.on) await between(bo)
            return tokens.replaceCurrent(...given)
          },
        },
      })
      const ana = await service.as('approver', 'Ana')
      const bo = await service.as('approver', 'Bo')
      const etag = (await ana(SETTINGS, turn(true))).headers.get('ETag') ?? ''
      const { id } = await tokenOf(await ana(TOKEN, { method: 'POST' }))
      raced.on = true
      const headers = { 'If-Match': `"${id}"`, 'If-Settings-Match': etag }
      return { ana, id, answer: await ana(TOKEN, { method: 'POST', headers }) }
    }

    it('takes the place of the one they saw', async () => {
      const { answer } = await generateAsSeen(async () => {})

      expect(answer.status).toBe(201)
    })

    it('is none when it was turned off, even in the last moment, and who did so is said', async () => {
      const { ana, id, answer } = await generateAsSeen((bo) => bo(SETTINGS, turn(false)))

      expect(await refusalOf(answer)).toMatchObject({
        status: 412,
        code: 'Precondition.Failed',
        first: { changed: 'settings', by: 'Bo', at: '2026-11-21T12:00:00.000Z' },
      })
      expect(await tokenOf(await ana(TOKEN))).toMatchObject({ id })
    })
  })

  it('leaves a record of who generated and who saw it, without the secret', async () => {
    const { service, call } = await asApprover()
    const { accessToken, id } = await tokenOf(await call(TOKEN, { method: 'POST' }))
    await call(TOKEN)

    const records = (await service.ports.audit.list(10)).filter(({ action }) => action.startsWith('token.'))

    expect(records.map(({ action, actorName, subject }) => ({ action, actorName, subject }))).toEqual([
      { action: 'token.viewed', actorName: 'Ana', subject: id },
      { action: 'token.generated', actorName: 'Ana', subject: id },
    ])
    expect(JSON.stringify(records)).not.toContain(accessToken)
  })
})

describe('the page’s one answer', () => {
  it('says all about the token but the token', async () => {
    const { service, call } = await asApprover()
    const { accessToken, id } = await tokenOf(await call(TOKEN, { method: 'POST' }))
    service.advance(10)

    const text = await (await call('/console/v1/implementation')).text()

    expect(text).not.toContain(accessToken)
    expect(JSON.parse(text)).toMatchObject({
      account: {
        clientCode: 'acme',
        tenant: 'acme',
        imsOrgId: 'ACME@AdobeOrg',
        profileApiUrl: 'http://console.test',
      },
      settings: { enableProfileApiAuthentication: false, etag: '"0"', changedAt: null, changedBy: null },
      token: {
        id,
        lastFour: accessToken.slice(-4),
        createdAt: new Date(START).toISOString(),
        createdBy: 'Ana',
        expiresIn: 7_775_990,
        lastUsedAt: null,
      },
      session: { user: { name: 'Ana' } },
    })
  })
})

describe('an address of the admin API', () => {
  it.each([
    ['another tenant', '/other/target/clients/settings', 404],
    ['an unknown resource', '/acme/target/activities', 404],
    ['an unknown method', SETTINGS, 405, 'DELETE'],
  ])('answers %s with an ErrorResponse', async (_, path, status, method = 'GET') => {
    const { call } = await asApprover()

    expect(await refusalOf(await call(path, { method }))).toMatchObject({ status })
  })

  it('asks someone signed out for a bearer token', async () => {
    const response = await makeService().call(SETTINGS)

    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="admin-api"')
    expect(await refusalOf(response)).toMatchObject({ status: 401, code: 'Set.Up.Required' })
  })

  it.each([
    ['a token alone', (token: string) => token, 'this one holds the token without Bearer before it'],
    ['the scheme twice', (token: string) => `Bearer Bearer ${token}`, 'this one has Bearer twice'],
    ['what a .netrc file makes', () => 'Basic YTpi', 'this one is of the scheme Basic'],
    ['a profile authentication token', (token: string) => `Bearer ${token}`, 'Send an access token'],
  ])('tells %s what it is', async (_, header, words) => {
    const { service, call } = await asApprover()
    await call(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    const generated: { accessToken: string } = await (await call(TOKEN, { method: 'POST' })).json()

    const answer = await service.call(SETTINGS, { headers: { Authorization: header(generated.accessToken) } })

    const refusal = await refusalOf(answer)
    expect(refusal).toMatchObject({ status: 401, code: 'Signed.Out' })
    expect(refusal.message).toContain(words)
    expect(refusal.message).not.toContain(generated.accessToken)
  })
})
