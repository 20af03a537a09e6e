import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ErrorResponse, Problem } from '#contract/errors.ts'
import { operations } from '#contract/features.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { Session } from '#contract/sign-in.ts'
import { AccessToken } from '#contract/second-step.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { sha256Hex } from '#service/sha256.ts'
import { makeAudit, makeInvitation } from '../storage/records.ts'
import { json, makeService, ORIGIN, PASSWORD, withHeaders } from '../support/service.ts'

const FRESH_SECONDS = 15 * 60
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const DEBUG_TOKEN = '/acme/target/authentication/token?authorizationScope=debug_tools'
const SETTINGS = '/acme/target/clients/settings'
const TOKENS = '/console/v1/tokens'
const FRESH = '/console/v1/session/fresh'
const ON = { enableProfileApiAuthentication: true }
const OFF = { enableProfileApiAuthentication: false }

type Overrides = Parameters<typeof makeService>[0]
type Call = (path: string, init?: RequestInit) => Promise<Response>

/** Ana, who administers everything and is signed in in a browser; a token that was replaced and one that ended; Someone, Cleo, who is suspended, and Dan, who is invited. */
async function makeWorld(overrides: Overrides = {}) {
  const service = makeService(overrides)
  const root = await service.as('sysadmin', 'Ana')
  await service.as('observer', 'Someone')
  await service.as('observer', 'Cleo')
  await root('/console/v1/users/user-Cleo/suspend', { method: 'POST' })
  await service.ports.invitations.add([makeInvitation({ id: 'dan' })], () => false, [makeAudit()])
  await root(SETTINGS, json('PATCH', ON))
  const generated = async (body: object) =>
    v.parse(AuthorizationToken, await (await root(TOKEN, json('POST', body))).json())
  const ended = await generated({})
  const old = await generated({})
  await generated({ overlapSeconds: 3600 })
  return { ...service, ...(await browserOf(service)), ended, old }
}

async function browserOf({ call }: { call: Call }) {
  const body = { email: 'ana@example.com', password: PASSWORD }
  let cookies = cookiesOf(await call('/console/v1/session', json('POST', body, { Origin: ORIGIN })))
  const inBrowser: Call = async (path, init = {}) => {
    const answer = await call(path, withHeaders(init, { Cookie: cookies, Origin: ORIGIN }))
    const given = cookiesOf(answer)
    if (given !== '') cookies = `${given}; ${cookies}`
    return answer
  }
  const signInAgain = (password = PASSWORD) =>
    inBrowser(FRESH, json('POST', { method: 'password', password }))
  const secret = () => cookies.match(/session=([^;]*)/)?.[1] ?? ''
  return { inBrowser, signInAgain, secret }
}

const cookiesOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

type World = Awaited<ReturnType<typeof makeWorld>>
type Act = (world: World, call: Call) => Promise<Response>

const change = (body?: object) => json('POST', body, { 'If-Match': '*' })
const someone = (rest: string) => `/console/v1/users/user-Someone/${rest}`

/** What takes a fresh sign-in, by the operation's id: what a person does by it. */
const TAKE_FRESH: Record<string, Record<string, Act>> = {
  updateSettings: { 'turning off': (_, call) => call(SETTINGS, json('PUT', OFF)) },
  patchSettings: { 'turning off': (_, call) => call(SETTINGS, json('PATCH', OFF)) },
  requestAuthorizationToken: {
    'generating a token': (_, call) => call(TOKEN, { method: 'POST' }),
    'generating a debugger token': (_, call) => call(DEBUG_TOKEN, { method: 'POST' }),
  },
  endToken: { 'ending a token': ({ old }, call) => call(`${TOKENS}/${old.id}/end`, change({})) },
  restoreToken: {
    'letting a token work again': ({ ended }, call) => call(`${TOKENS}/${ended.id}/restore`, change()),
  },
  inviteUsers: {
    'inviting someone': (_, call) =>
      call(
        '/console/v1/invitations',
        json('POST', { people: [{ email: 'new@example.com' }], sysadmin: true, roles: [] }),
      ),
  },
  renewInvitation: {
    'making a new link for someone who is invited': (_, call) =>
      call('/console/v1/invitations/dan/renew', { method: 'POST' }),
  },
  setRoles: {
    'changing roles': (_, call) =>
      call(someone('roles'), json('PUT', { sysadmin: false, roles: [] }, { 'If-Match': '*' })),
  },
  reinstateUser: {
    'letting someone sign in again': (_, call) =>
      call('/console/v1/users/user-Cleo/reinstate', { method: 'POST' }),
  },
  removeUser: {
    'removing someone': (_, call) => call('/console/v1/users/user-Someone', { method: 'DELETE' }),
  },
  startAddingPasskey: {
    'adding a passkey': (_, call) => call('/console/v1/account/passkeys/options', { method: 'POST' }),
  },
  // By someone who signs in again with a passkey: in `passkeys.test.ts`.
  removePasskey: {},
  makeRecoveryCodes: {},
  resetSecondStep: {
    'taking passkeys away': (_, call) => call(someone('second-step'), { method: 'DELETE' }),
  },
  makeSetUpLink: { 'making a set-up link': (_, call) => call(someone('set-up-link'), { method: 'POST' }) },
}

const acts = Object.values(TAKE_FRESH).flatMap(Object.entries)
const isAdmin = (answer: Response) => answer.headers.get('Content-Type')?.startsWith('application/vnd.adobe')

/** The code of a refusal in the console's spelling, whichever family says it. */
async function codeOf(answer: Response): Promise<string> {
  if (!isAdmin(answer)) return v.parse(Problem, await answer.json()).code
  const [error] = v.parse(ErrorResponse, await answer.json()).errors
  return error?.errorCode.replaceAll('.', '-').toLowerCase() ?? ''
}

describe('a fresh sign-in', () => {
  it('is taken by the operations that declare it, and by no others', () => {
    const declared = operations.filter(({ freshSignIn }) => freshSignIn !== undefined).map(({ id }) => id)

    expect(declared.toSorted()).toEqual(Object.keys(TAKE_FRESH).toSorted())
  })

  it.each(acts)('is not asked for by %s within 15 minutes', async (_, act) => {
    const world = await makeWorld()
    world.advance(FRESH_SECONDS)

    const answer = await act(world, world.inBrowser)

    expect(answer.ok).toBe(true)
  })

  it.each(acts)('is asked for by %s after them, which is done when it was given', async (_, act) => {
    const world = await makeWorld()
    world.advance(FRESH_SECONDS + 1)
    const before = await world.ports.audit.list(1000)

    const refused = await act(world, world.inBrowser)
    const after = await world.ports.audit.list(1000)
    const renewed = await world.signInAgain()
    const done = await act(world, world.inBrowser)

    expect([refused.status, await codeOf(refused)]).toEqual([401, 'fresh-sign-in-required'])
    expect(after).toEqual(before)
    expect(renewed.status).toBe(200)
    expect(done.ok).toBe(true)
  })

  it.each(acts)('is asked of a program by %s, which asks for a new access token', async (_, act) => {
    const world = await makeWorld()
    const accessToken = async () => {
      const body = { email: 'ana@example.com', password: PASSWORD }
      const answer = await world.call('/console/v1/access-token', json('POST', body))
      return `Bearer ${v.parse(AccessToken, await answer.json()).accessToken}`
    }
    const by =
      (Authorization: string): Call =>
      (path, init = {}) =>
        world.call(path, withHeaders(init, { Authorization }))
    const old = await accessToken()
    world.advance(FRESH_SECONDS + 1)

    const refused = await act(world, by(old))
    const done = await act(world, by(await accessToken()))

    expect([refused.status, await codeOf(refused)]).toEqual([401, 'fresh-sign-in-required'])
    expect(done.ok).toBe(true)
  })

  it('is told on the admin API as RFC 9470 has it, with the time that is set', async () => {
    const { inBrowser, advance } = await makeWorld({ freshSignInSeconds: 60 })
    advance(61)

    const refused = await inBrowser(TOKEN, { method: 'POST' })

    expect(refused.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="admin-api", error="insufficient_user_authentication", error_description="A fresh sign-in is required", max_age="60"',
    )
  })

  it('is not got around by sending the cookie as an access token', async () => {
    const { call, secret, advance } = await makeWorld()
    advance(FRESH_SECONDS + 1)

    const refused = await call(TOKEN, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret()}` },
    })

    expect(await codeOf(refused)).toBe('fresh-sign-in-required')
  })

  it('is not asked of who may not do it anyway, nor for what takes none', async () => {
    const { as, advance, inBrowser } = await makeWorld()
    const observer = await as('observer')
    advance(FRESH_SECONDS + 1)

    const forbidden = await observer(TOKEN, { method: 'POST' })
    const others = [
      await inBrowser('/console/v1/implementation'),
      await inBrowser(TOKEN),
      await inBrowser(SETTINGS, json('PATCH', { timeZone: 'Europe/Oslo' })),
      await inBrowser(SETTINGS, json('PATCH', ON)),
      await inBrowser(someone('sessions'), { method: 'DELETE' }),
    ]

    expect(await codeOf(forbidden)).toBe('forbidden')
    expect(others.map(({ ok }) => ok)).toEqual(others.map(() => true))
  })

  it('is not asked for to turn authentication on, nor to leave it off', async () => {
    const { inBrowser, advance } = await makeWorld()
    await inBrowser(SETTINGS, json('PATCH', OFF))
    advance(FRESH_SECONDS + 1)

    const answers = [
      await inBrowser(SETTINGS, json('PUT', OFF)),
      await inBrowser(SETTINGS, json('PATCH', { ...OFF, timeZone: 'Europe/Oslo' })),
      await inBrowser(SETTINGS, json('PATCH', ON)),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

describe('signing in again', () => {
  it('says by what, the way of this session first', async () => {
    const { inBrowser } = await makeWorld()

    const answer = await inBrowser(FRESH)

    expect(await answer.json()).toEqual({ methods: ['password'], isFresh: true })
  })

  it('goes on with the session, which has another secret and ends when it would have', async () => {
    const { inBrowser, signInAgain, secret, advance, ports, call } = await makeWorld()
    const former = secret()
    const before = await ports.sessions.find(sha256Hex(former))
    advance(FRESH_SECONDS + 1)

    const answer = await signInAgain()

    expect(v.parse(Session, await answer.json()).user.name).toBe('Ana')
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^profile-api-session=tse_[0-9A-Za-z]{49}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(await ports.sessions.find(sha256Hex(former))).toBeUndefined()
    expect(await ports.sessions.find(sha256Hex(secret()))).toMatchObject({
      id: before?.id,
      startedAt: before?.startedAt,
      expiresAt: before?.expiresAt,
      authenticatedAt: ports.now(),
    })
    expect((await inBrowser('/console/v1/session')).status).toBe(200)
    expect(
      (await call('/console/v1/session', { headers: { Cookie: `profile-api-session=${former}` } })).status,
    ).toBe(401)
  })

  it('is refused with a wrong password, recorded, and changes nothing', async () => {
    const { inBrowser, signInAgain, secret, advance, ports } = await makeWorld()
    advance(FRESH_SECONDS + 1)
    const former = secret()

    const refused = await signInAgain('wrong horse battery staple')

    expect([refused.status, await codeOf(refused)]).toEqual([400, 'wrong-password'])
    expect(secret()).toBe(former)
    expect(await codeOf(await inBrowser(TOKEN, { method: 'POST' }))).toBe('fresh-sign-in-required')
    expect(await ports.audit.list(1)).toMatchObject([
      {
        action: 'session.renewal-refused',
        actorName: 'Ana',
        result: 'refused',
        detail: { method: 'password' },
      },
    ])
  })

  it('counts what fails with the failed sign-ins of the same device, and slows down as those do', async () => {
    const { signInAgain, call, inBrowser } = await makeWorld({
      signInAttempts: attemptLimiter(memoryCounts()),
    })
    const wrong = 'wrong horse battery staple'
    for (let attempt = 1; attempt <= 10; attempt += 1) await signInAgain(wrong)

    const here = await signInAgain()
    const signInHere = await inBrowser(
      '/console/v1/session',
      json('POST', { email: 'ana@example.com', password: PASSWORD }),
    )
    const elsewhere = await call(
      '/console/v1/access-token',
      json('POST', { email: 'ana@example.com', password: PASSWORD }),
    )

    expect([here.status, signInHere.status, elsewhere.status]).toEqual([429, 429, 201])
    expect(Number(here.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  it('gives no other secret to a session that ended while the password was looked at', async () => {
    let whileLooking = async () => {}
    const { ports } = makeService()
    const { signInAgain, root } = await (async () => {
      const world = await makeWorld({
        passwords: {
          ...ports.passwords,
          verify: async (...given) => {
            await whileLooking()
            return ports.passwords.verify(...given)
          },
        },
      })
      return { ...world, root: await world.as('sysadmin', 'Root') }
    })()
    whileLooking = async () => {
      await root('/console/v1/users/user-Ana/sessions', { method: 'DELETE' })
    }

    const refused = await signInAgain()

    expect([refused.status, await codeOf(refused)]).toEqual([401, 'signed-out'])
    expect(refused.headers.getSetCookie()).toEqual([])
  })

  it('takes proof that our own page asks', async () => {
    const { call, secret } = await makeWorld()

    const refused = await call(
      FRESH,
      json('POST', { method: 'password', password: PASSWORD }, { Authorization: `Bearer ${secret()}` }),
    )

    expect(await codeOf(refused)).toBe('not-same-origin')
  })
})
