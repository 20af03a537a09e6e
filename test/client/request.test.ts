import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '#client/api-error.ts'
import { createRequest } from '#client/request.ts'
import { getImplementation } from '#contract/implementation.ts'
import { generateToken, getToken } from '#contract/profile-auth.ts'
import { setUp } from '#contract/set-up.ts'
import { patchSettings } from '#contract/settings.ts'
import { getSession, signOut } from '#contract/sign-in.ts'
import { revokeSessions } from '#contract/users.ts'
import { heldDeadlines } from '../support/deadlines.ts'

/** Calls whose next answer is given. */
function serviceAnswering(body: string | object, init: ResponseInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(text, init))
  return { request: createRequest({ fetch, baseUrl: 'http://service' }), fetch }
}

const ofProfileApi = { authorizationScope: 'profile_api' } as const

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
    const { request } = serviceAnswering(problem, { status: 400 })

    const error = await failure(request(setUp, { body: { code: 'c', password: 'p' } }))

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
    const { request } = serviceAnswering(
      { httpStatus: 412, requestId: 'r-2', requestTime: '', errors },
      { status: 412 },
    )

    const error = await failure(
      request(patchSettings, { path: { tenant: 't' }, headers: { 'If-Match': '"1"' }, body: {} }),
    )

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
    const { request } = serviceAnswering(body, { status: 404 })

    expect(await failure(request(getSession))).toMatchObject({
      kind: 'refused',
      status: 404,
      message: 'No profile found',
    })
  })
})

describe('anything else', () => {
  it('is failed when a gateway answers in its own words, which are not passed on', async () => {
    const { request } = serviceAnswering('<h1>502 Bad Gateway tpa_secret</h1>', { status: 502 })

    const error = await failure(request(getImplementation))

    expect(error).toMatchObject({
      kind: 'failed',
      status: 502,
      message: 'The service answered 502.',
      requestId: null,
    })
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain('tpa_secret')
  })

  it.each([
    '<response><success>false</success><batchStatus></batchStatus><message>No profile f',
    '<response><success>true</success><message>No profile found</message></response>',
    '<response><message>No profile found</message><success>false</success></response>',
  ])('is told by its status alone when its XML is not a whole refusal: %s', async (body) => {
    const { request } = serviceAnswering(body, { status: 404 })

    expect(await failure(request(getSession))).toMatchObject({ message: 'The service answered 404.' })
  })

  it('is unreachable when nobody answers', async () => {
    const request = createRequest({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })

    expect(await failure(request(getSession))).toMatchObject({ kind: 'unreachable', status: 0, code: '' })
  })

  it.each([
    ['a wrong shape', '{"accessToken":"tpa_secret","tokenType":"bearer"}'],
    ['no JSON', 'tpa_secret'],
    ['nothing', ''],
  ])('is unreadable when a good answer has %s, and none of it is in the error', async (_what, body) => {
    const { request } = serviceAnswering(body)

    const error = await failure(request(getToken, { path: { tenant: 't' }, query: ofProfileApi }))

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
    const { request, fetch } = serviceAnswering(token, { status: 201 })

    await request(generateToken, {
      path: { tenant: 'a b' },
      query: ofProfileApi,
      headers: { 'If-Match': '"old"' },
    })

    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('http://service/a%20b/target/authentication/token?authorizationScope=profile_api')
    expect(new Headers(init?.headers).get('If-Match')).toBe('"old"')
    expect(init?.body).toBeUndefined()
  })

  it('names that it expects no token', async () => {
    const { request, fetch } = serviceAnswering(token, { status: 201 })

    await request(generateToken, {
      path: { tenant: 't' },
      query: ofProfileApi,
      headers: { 'If-None-Match': '*' },
      body: { expiresIn: 60 },
    })

    const headers = new Headers(fetch.mock.calls[0]?.[1]?.headers)
    expect(headers.get('If-None-Match')).toBe('*')
    expect(headers.get('Content-Type')).toBe('application/vnd.adobe.target.v1+json')
  })

  it('without a body sends no content type, and takes an answer without one', async () => {
    const { request, fetch } = serviceAnswering('', { status: 200 })

    await expect(request(revokeSessions, { path: { userId: 'ana' } })).resolves.toBeUndefined()

    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('Content-Type')).toBe(false)
  })
})

describe('a read that fails', () => {
  const session = {
    user: { id: 'u', name: 'Ana', email: 'ana@example.com', sysadmin: true, roles: [] },
    permitted: [],
    workspaces: [],
    clientCode: 'acme',
    isCookieSecure: false,
    expiresAt: '',
  }

  /** What is answered, one after the other; the last one again. */
  function answering(...answers: (() => Promise<Response>)[]) {
    const fetch = vi.fn<typeof globalThis.fetch>()
    for (const answer of answers) fetch.mockImplementationOnce(answer)
    return { request: createRequest({ fetch, baseUrl: 'http://service' }), fetch }
  }
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  const silence: typeof globalThis.fetch = (_url, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))

  it.each([
    ['the connection was lost', lost],
    ['the service failed', async () => new Response('', { status: 500 })],
  ])('is tried once more: %s', async (_why, failing) => {
    const { request } = answering(failing, async () => Response.json(session))

    await expect(request(getSession)).resolves.toEqual(session)
  })

  it('is not tried again when it was refused', async () => {
    const { request, fetch } = answering(async () => new Response('', { status: 404 }))

    await failure(request(getSession))

    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is given up after 10 seconds, whichever try they end in', async () => {
    for (const answers of [[silence], [lost, silence]]) {
      const pass = heldDeadlines()
      const fetch = vi.fn<typeof globalThis.fetch>()
      const called = answers.map((answer) => {
        const { promise, resolve } = Promise.withResolvers<void>()
        fetch.mockImplementationOnce((...given) => {
          resolve()
          return answer(...given)
        })
        return promise
      })
      const failing = failure(createRequest({ fetch })(getSession))
      await Promise.all(called)

      pass(10_000)

      expect(await failing).toMatchObject({ kind: 'unreachable' })
      expect(fetch).toHaveBeenCalledTimes(answers.length)
    }
  })

  it('is a read: a change is never tried twice', async () => {
    const { request, fetch } = answering(lost)

    await failure(request(signOut))

    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
