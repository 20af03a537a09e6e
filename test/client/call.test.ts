import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '#client/api-error.ts'
import { createApi } from '#client/api.ts'

/** An api whose next answer is given. */
function apiAnswering(body: string | object, init: ResponseInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(text, init))
  return { api: createApi({ fetch, baseUrl: 'http://service' }), fetch }
}

const failure = (act: Promise<unknown>) =>
  act.then(
    () => expect.unreachable('it did not fail'),
    (error: ApiError) => error,
  )

describe('an error of each family', () => {
  it('of the console: a problem with its fields', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'The password is too short.',
      code: 'invalid-request',
      requestId: 'r-1',
      fields: { password: 'at least 15 characters' },
    }
    const { api } = apiAnswering(problem, { status: 400 })

    const error = await failure(api.setUp({ code: 'c', password: 'p' }))

    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      kind: 'refused',
      status: 400,
      code: 'invalid-request',
      message: 'The password is too short.',
      fields: { password: 'at least 15 characters' },
      requestId: 'r-1',
    })
  })

  it('of the admin API: its code in the one spelling', async () => {
    const errors = [{ errorCode: 'Precondition.Failed', message: 'Ana changed it.' }]
    const { api } = apiAnswering(
      { httpStatus: 412, requestId: 'r-2', requestTime: '', errors },
      { status: 412 },
    )

    const error = await failure(api.patchSettings('t', {}, { ifMatch: '"1"' }))

    expect(error).toMatchObject({
      kind: 'refused',
      code: 'precondition-failed',
      message: 'Ana changed it.',
      requestId: 'r-2',
    })
  })

  it.each([
    ['JSON', '{"status" : 404, "message" : "No profile found"}'],
    [
      'XML',
      '<response><success>false</success><batchStatus></batchStatus><message>No profile found</message></response>',
    ],
  ])('of the profile API in %s: its message', async (_form, body) => {
    const { api } = apiAnswering(body, { status: 404 })

    expect(await failure(api.getSession())).toMatchObject({
      kind: 'refused',
      status: 404,
      message: 'No profile found',
    })
  })
})

describe('anything else', () => {
  it('is failed when a gateway answers in its own words, which are not passed on', async () => {
    const { api } = apiAnswering('<h1>502 Bad Gateway tpa_secret</h1>', { status: 502 })

    const error = await failure(api.getImplementation())

    expect(error).toMatchObject({
      kind: 'failed',
      status: 502,
      message: 'The service answered 502.',
      requestId: null,
    })
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain('tpa_secret')
  })

  it('is unreachable when nobody answers', async () => {
    const api = createApi({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })

    expect(await failure(api.getSession())).toMatchObject({ kind: 'unreachable', status: 0, code: '' })
  })

  it.each([
    ['a wrong shape', '{"accessToken":"tpa_secret","tokenType":"bearer"}'],
    ['no JSON', 'tpa_secret'],
    ['nothing', ''],
  ])('is unreadable when a good answer has %s, and none of it is in the error', async (_what, body) => {
    const { api } = apiAnswering(body)

    const error = await failure(api.getToken('t'))

    expect(error).toMatchObject({ kind: 'unreadable', status: 200 })
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain('tpa_secret')
  })
})

describe('a request', () => {
  const token = {
    accessToken: 'x',
    tokenType: 'bearer',
    scope: 'profile_api',
    expiresIn: 1,
    id: 'id',
    expiresAt: '',
    createdAt: '',
    createdBy: '',
  }

  it('names the token it means to replace', async () => {
    const { api, fetch } = apiAnswering(token, { status: 201 })

    await api.generateToken({ tenant: 'a b', replaces: 'old' })

    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('http://service/a%20b/target/authentication/token?authorizationScope=profile_api')
    expect(new Headers(init?.headers).get('If-Match')).toBe('"old"')
    expect(init?.body).toBe('{}')
  })

  it('names that it expects no token', async () => {
    const { api, fetch } = apiAnswering(token, { status: 201 })

    await api.generateToken({ tenant: 't', replaces: null, expiresIn: 60 })

    const headers = new Headers(fetch.mock.calls[0]?.[1]?.headers)
    expect(headers.get('If-None-Match')).toBe('*')
    expect(headers.get('Content-Type')).toBe('application/vnd.adobe.target.v1+json')
  })

  it('without a body sends no content type, and takes an answer without one', async () => {
    const { api, fetch } = apiAnswering('', { status: 200 })

    await expect(api.signOut()).resolves.toBeUndefined()

    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('Content-Type')).toBe(false)
  })
})
