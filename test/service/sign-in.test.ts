import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { Session } from '#contract/sign-in.ts'
import { AccessToken } from '#contract/second-step.ts'
import { Invitations } from '#contract/invitations.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { SESSION_ABSOLUTE_SECONDS, SESSION_IDLE_SECONDS } from '#service/sign-in/rules.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { sha256Hex } from '#service/sha256.ts'
import { SET_UP_LINK_SECONDS } from '#service/users/set-up-link.ts'
import { json, makeService, ORIGIN, withHeaders } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const SAME_ORIGIN = { Origin: ORIGIN }

type Overrides = Parameters<typeof makeService>[0]

async function makeFirstStart(overrides: Overrides = {}) {
  const service = makeService(overrides)
  const url =
    (await makeFirstSetUpLink(service.ports, contextWithoutRequest(service.ports, 'system'), ORIGIN)) ?? ''
  const setUp = (input: Record<string, unknown>, headers: Record<string, string> = SAME_ORIGIN) =>
    service.call('/console/v1/set-up', json('POST', input, headers))
  const signIn = (email: string, password: string, headers: Record<string, string> = SAME_ORIGIN) =>
    service.call('/console/v1/session', json('POST', { email, password }, headers))
  return { service, url, code: url.split('#code=')[1] ?? '', setUp, signIn }
}

async function makeSetUp(overrides: Overrides = {}) {
  const first = await makeFirstStart(overrides)
  await first.setUp({ code: first.code, name: 'Ana', email: 'ana@example.com', password: PASSWORD })
  return first
}

const problemOf = async (response: Response) => v.parse(Problem, await response.json())
const cookieOf = (response: Pick<Response, 'headers'>) =>
  response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

describe('the first start', () => {
  it('makes one link, whose code is in the fragment that browsers send to no server', async () => {
    const { url } = await makeFirstStart()

    expect(url).toMatch(/^http:\/\/console\.test\/set-up#code=tsu_[0-9A-Za-z]{49}$/)
  })

  it('makes the first person a system administrator and signs them in', async () => {
    const { service, code, setUp } = await makeFirstStart()

    const response = await setUp({ code, name: ' Ana ', email: 'Ana@Example.com ', password: PASSWORD })

    expect(response.status).toBe(201)
    const session = v.parse(Session, await response.json())
    expect(session.user).toMatchObject({ name: 'Ana', email: 'ana@example.com', sysadmin: true })
    const me = await service.call('/console/v1/session', { headers: { Cookie: cookieOf(response) } })
    expect(me.status).toBe(200)
  })

  it('lets the link be used once', async () => {
    const { code, setUp } = await makeFirstStart()
    await setUp({ code, name: 'Ana', email: 'ana@example.com', password: PASSWORD })

    const response = await setUp({ code, name: 'Eve', email: 'eve@example.com', password: PASSWORD })

    expect(response.status).toBe(404)
  })

  it.each([
    ['password-too-common', 'password password'],
    ['password-of-own-words', 'ProfileAPIConsole'],
    ['password-too-uniform', ' '.repeat(15)],
  ])('refuses a password that could be guessed, says why (%s), and uses nothing up', async (code, weak) => {
    const { setUp, code: link } = await makeFirstStart()
    const ana = { code: link, name: 'Ana', email: 'ana@example.com' }

    const refused = await problemOf(await setUp({ ...ana, password: weak }))
    const strong = await setUp({ ...ana, password: PASSWORD })

    expect(refused).toMatchObject({ status: 400, code, fields: { password: expect.any(String) } })
    expect(JSON.stringify(refused)).not.toContain(weak)
    expect(strong.status).toBe(201)
  })

  it('counts characters, not bytes, where a password is chosen and where it is typed', async () => {
    const { setUp, signIn, code } = await makeFirstStart()
    const ana = { code, name: 'Ana', email: 'ana@example.com' }
    const longest = '🐎🐄'.repeat(128)

    const tooShort = await setUp({ ...ana, password: '🐎🐄'.repeat(7) })
    const tooLong = await setUp({ ...ana, password: `${longest}!` })
    await setUp({ ...ana, password: longest })
    const signedIn = await signIn('ana@example.com', longest)

    expect([tooShort.status, tooLong.status, signedIn.status]).toEqual([400, 400, 200])
  })

  it.each([
    ['a line feed', 'Ana\nAdmin'],
    ['a right-to-left override', 'Ana \u202Egro.live'],
    ['an isolate', 'Ana\u2066'],
    ['a bell', 'Ana\u0007'],
    ['nothing but zero-width characters', '\u200B\u200D\u2060'],
    ['nothing but blanks of all kinds', '\u00A0\u2003\u3000'],
    ['nothing but fillers', '\u3164\u115F\u2800'],
    ['nothing but marks', '\u0301\u0300'],
  ])('takes no name of %s', async (_what, name) => {
    const { setUp, code } = await makeFirstStart()

    const refused = await problemOf(await setUp({ code, name, email: 'ana@example.com', password: PASSWORD }))

    expect(refused).toMatchObject({ status: 400, fields: { name: expect.stringMatching(/^a name/) } })
  })

  it.each(['Zoë O’Brien-Ødegård', '山田 太郎', 'مینا\u200Cزاده', 'Ana 👩\u200D💻', 'X Æ A-12'])(
    'takes the name %s',
    async (name) => {
      const { setUp, code } = await makeFirstStart()

      const response = await setUp({ code, name, email: 'ana@example.com', password: PASSWORD })

      expect(v.parse(Session, await response.json()).user.name).toBe(name)
    },
  )

  it('makes no link once the service is set up', async () => {
    const { service } = await makeSetUp()

    expect(
      await makeFirstSetUpLink(service.ports, contextWithoutRequest(service.ports, 'system'), ORIGIN),
    ).toBeNull()
  })

  it('ends the link of the start before', async () => {
    const { service, code, setUp } = await makeFirstStart()
    await makeFirstSetUpLink(service.ports, contextWithoutRequest(service.ports, 'system'), ORIGIN)

    expect((await setUp({ code, name: 'Ana', email: 'ana@example.com', password: PASSWORD })).status).toBe(
      404,
    )
  })

  it('ends the link after a week', async () => {
    const { service, code, setUp } = await makeFirstStart()
    service.advance(SET_UP_LINK_SECONDS)

    expect((await setUp({ code, name: 'Ana', email: 'ana@example.com', password: PASSWORD })).status).toBe(
      404,
    )
  })

  it('forgets a link that was seen expired, so that a clock that is set back gives it no new life', async () => {
    const { service, code, setUp } = await makeFirstStart()
    service.advance(SET_UP_LINK_SECONDS)
    await service.call('/console/v1/set-up/link', json('POST', { code }, SAME_ORIGIN))
    service.advance(-SET_UP_LINK_SECONDS)

    const response = await setUp({ code, name: 'Ana', email: 'ana@example.com', password: PASSWORD })

    expect(response.status).toBe(404)
  })

  it('says to whoever comes without the link that set-up is still to do', async () => {
    const { service } = await makeFirstStart()

    expect(await problemOf(await service.call('/console/v1/session'))).toMatchObject({
      status: 401,
      code: 'set-up-required',
    })
  })

  it.each([
    ['a short password', { password: 'fourteen chars' }, { password: 'at least 15 characters' }],
    ['no name', { name: ' ' }, { name: 'a name' }],
    ['no e-mail', { email: undefined }, { email: 'an e-mail address' }],
    ['a false e-mail', { email: 'ana' }, { email: 'an e-mail address such as ana@example.com' }],
  ])('refuses %s and leaves the link as it was', async (_, wrong, fields) => {
    const { code, setUp } = await makeFirstStart()
    const right = { code, name: 'Ana', email: 'ana@example.com', password: PASSWORD }

    const refused = await setUp({ ...right, ...wrong })

    expect(await problemOf(refused)).toMatchObject({ status: 400, code: 'invalid-request', fields })
    expect((await setUp(right)).status).toBe(201)
  })

  it.each(["sean.o'brien@example.com", 'a&b@example.com', 'first/last@example.com', 'ana@localhost'])(
    'takes what a field for an e-mail address takes: %s',
    async (email) => {
      const { code, setUp, signIn } = await makeFirstStart()

      expect((await setUp({ code, name: 'Ana', email, password: PASSWORD })).status).toBe(201)
      expect((await signIn(email, PASSWORD)).status).toBe(200)
    },
  )

  it.each([
    ['ana@xn--exmple-cua.com', 'Ana@Exämple.COM'],
    ['ana@exämple.com', 'ana@xn--exmple-cua.com'],
    ['Ana Lind <ana@example.com>', 'mailto:ana@example.com?subject=Hello'],
    [' <mailto:ana@example.com> ', '"Lind, Ana" <ANA@example.com>'],
  ])('takes %s and %s for the same address', async (chosen, given) => {
    const { code, setUp, signIn } = await makeFirstStart()

    expect((await setUp({ code, name: 'Ana', email: chosen, password: PASSWORD })).status).toBe(201)
    expect((await signIn(given, PASSWORD)).status).toBe(200)
  })

  it.each(['ana@exämple.com:80', 'ana@exä mple.com', 'ana@ä..com', 'jörg@example.com', '<>', 'a@b@ä.com'])(
    'takes %s for no address',
    async (email) => {
      const { code, setUp } = await makeFirstStart()

      expect((await setUp({ code, name: 'Ana', email, password: PASSWORD })).status).toBe(400)
    },
  )

  it('takes any characters in a password of 15', async () => {
    const { code, setUp } = await makeFirstStart()

    expect(
      (await setUp({ code, name: 'Ana', email: 'ana@example.com', password: 'åäö 日本語 🙂🙂🙂🙂🙂🙂🙂' }))
        .status,
    ).toBe(201)
  })
})

describe('a password with letters that carry marks', () => {
  const NFC = 'Förträffligt lösenord åt Ana'.normalize('NFC')
  const NFD = NFC.normalize('NFD')

  it.each([
    ['in one', NFC, NFD],
    ['in two', NFD, NFC],
    ['in two', NFD, NFD],
  ])('is the same however a keyboard composes them: chosen %s', async (_how, chosen, typed) => {
    const { code, setUp, signIn } = await makeFirstStart()
    await setUp({ code, name: 'Ana', email: 'ana@example.com', password: chosen })

    expect((await signIn('ana@example.com', typed)).status).toBe(200)
  })

  it('goes on to work as it was typed where it was kept so before', async () => {
    const { passwords } = makeService().ports
    const keptAsTyped: typeof passwords = {
      ...passwords,
      hash: (password, who) => passwords.hash(password.normalize('NFD'), who),
    }
    const { code, setUp, signIn } = await makeFirstStart({ passwords: keptAsTyped })
    await setUp({ code, name: 'Ana', email: 'ana@example.com', password: NFD })

    expect((await signIn('ana@example.com', NFD)).status).toBe(200)
    expect((await signIn('ana@example.com', NFC)).status).toBe(401)
  })
})

describe('signing in', () => {
  it('gives a session in a cookie that no script can read and no other site can send', async () => {
    const { signIn } = await makeSetUp()

    const response = await signIn('ANA@example.com', PASSWORD)

    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^profile-api-session=tse_[0-9A-Za-z]{49}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(JSON.stringify(await response.json())).not.toContain('tse_')
  })

  it('binds the cookie to the host and to https where there is https', async () => {
    const client = { clientCode: 'acme', tenant: 'acme', imsOrgId: null, publicUrl: 'https://console.test' }
    const first = await makeFirstStart({ client })
    const origin = { Origin: 'https://console.test' }
    await first.setUp({ code: first.code, name: 'Ana', email: 'ana@example.com', password: PASSWORD }, origin)

    const response = await first.signIn('ana@example.com', PASSWORD, origin)

    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-profile-api-session=.*; Secure; SameSite=Strict$/,
    )
    const me = await first.service.call('/console/v1/session', { headers: { Cookie: cookieOf(response) } })
    expect(me.status).toBe(200)
    expect(v.parse(Session, await me.json()).isCookieSecure).toBe(true)
  })

  it.each([
    ['the proxy hands on the Host', { Origin: 'https://console.test' }],
    ['the proxy does not', { Origin: 'https://profiles.example.com' }],
  ])('warns the operator once when people come by https and nobody told: %s', async (_how, origin) => {
    const warned: string[] = []
    const client = { clientCode: 'acme', tenant: 'acme', imsOrgId: null, publicUrl: null }
    const warn = (sentence: string) => void warned.push(sentence)
    const { signIn, code, setUp } = await makeFirstStart({ client, warn })
    const byHttps = { ...origin, 'Sec-Fetch-Site': 'same-origin' }
    await setUp({ code, name: 'Ana', email: 'ana@example.com', password: PASSWORD }, byHttps)

    const response = await signIn('ana@example.com', PASSWORD, byHttps)

    expect(response.headers.get('Set-Cookie')).not.toContain('Secure')
    expect(v.parse(Session, await response.json()).isCookieSecure).toBe(false)
    expect(warned).toEqual([expect.stringMatching(/^People reach the console by https, .* Set PUBLIC_URL/)])
  })

  it('warns of nothing for what another site’s page or no browser sends', async () => {
    const warned: string[] = []
    const { signIn } = await makeSetUp({ warn: (sentence) => void warned.push(sentence) })

    await signIn('ana@example.com', PASSWORD, {
      Origin: 'https://elsewhere.example',
      'Sec-Fetch-Site': 'cross-site',
    })
    await signIn('ana@example.com', PASSWORD, { Origin: 'https://elsewhere.example' })
    await signIn('ana@example.com', PASSWORD, {})

    expect(warned).toEqual([])
  })

  it('never tells whether an e-mail exists', async () => {
    const { service, signIn, setUp } = await makeSetUp()
    const sysadmin = await service.as('sysadmin')
    const people = ['bo@example.com', 'kim@example.com'].map((email) => ({ name: 'Someone', email }))
    const invited = await sysadmin(
      '/console/v1/invitations',
      json('POST', { people, roles: [{ workspace: 'default', role: 'observer' }] }),
    )
    const [, kim] = v.parse(Invitations, await invited.json()).invitations
    await setUp({ code: kim?.setUpUrl.split('#code=')[1], password: PASSWORD })
    await sysadmin(`/console/v1/users/${kim?.user.id}/suspend`, { method: 'POST' })

    const answers = [
      await signIn('ana@example.com', 'wrong password, surely'),
      await signIn('nobody@example.com', PASSWORD),
      await signIn('bo@example.com', PASSWORD),
      await signIn('kim@example.com', PASSWORD),
    ]

    const problems = await Promise.all(answers.map(problemOf))
    for (const problem of problems) {
      expect({ ...problem, requestId: '' }).toEqual({ ...problems[0], requestId: '' })
      expect(problem).toMatchObject({ status: 401, code: 'sign-in-refused' })
    }
  })

  it.each([[1234567890123456], [[PASSWORD]], [{ secret: PASSWORD }]])(
    'does not repeat what came in place of a password: %j',
    async (password) => {
      const { service } = await makeSetUp()

      const problem = await problemOf(
        await service.call(
          '/console/v1/session',
          json('POST', { email: 'ana@example.com', password }, SAME_ORIGIN),
        ),
      )

      expect(problem).toMatchObject({ status: 400, fields: { password: 'expected string' } })
    },
  )

  it('checks a password even for an unknown e-mail, so that the time tells nothing', async () => {
    const verified: string[] = []
    const { signIn } = await makeSetUp({
      passwords: {
        hash: (password) => Promise.resolve(`hashed ${password}`),
        verify: (_, hash) => {
          verified.push(hash)
          return Promise.resolve(false)
        },
        decoy: 'of nobody',
      },
    })

    await signIn('nobody@example.com', PASSWORD)

    expect(verified).toEqual(['of nobody'])
  })

  it('is refused with 429 and Retry-After after too many attempts', async () => {
    const { service, signIn } = await makeSetUp()
    service.ports.signInAttempts.consume = () => Promise.resolve(42)

    const response = await signIn('ana@example.com', PASSWORD)

    expect(response.headers.get('Retry-After')).toBe('42')
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'too-many-requests' })
  })

  it('forgets what its person mistyped before', async () => {
    const { signIn } = await makeSetUp({ signInAttempts: attemptLimiter(memoryCounts(() => 0)) })
    const statuses: number[] = []
    for (const password of [
      ...Array<string>(9).fill('mistyped'),
      PASSWORD,
      ...Array<string>(9).fill('mistyped'),
    ]) {
      statuses.push((await signIn('ana@example.com', password)).status)
    }

    expect((await signIn('ana@example.com', PASSWORD)).status).toBe(200)
    expect(new Set(statuses)).toEqual(new Set([401, 200]))
  })

  it.each([
    ['no proof of origin', {}],
    ['another origin', { Origin: 'http://evil.test' }],
    ['an opaque origin', { Origin: 'null' }],
    ['a cross-site request', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
    ['a request of a neighbouring site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }],
  ])('is refused with %s', async (_, headers) => {
    const { signIn } = await makeSetUp()

    expect(await problemOf(await signIn('ana@example.com', PASSWORD, headers))).toMatchObject({
      status: 403,
      code: 'not-same-origin',
    })
  })

  it.each([{}, { email: 'ana@example.com' }, { email: 1, password: 2 }, [], 'word'])(
    'is refused with the body %j',
    async (body) => {
      const { service } = await makeSetUp()

      const response = await service.call('/console/v1/session', json('POST', body, SAME_ORIGIN))

      expect((await problemOf(response)).status).toBe(400)
    },
  )

  it('gives a script an access token, which needs no proof of origin', async () => {
    const { service } = await makeSetUp()
    const body = { email: 'ana@example.com', password: PASSWORD }

    const answer = await service.call('/console/v1/access-token', json('POST', body))

    expect(answer.status).toBe(201)
    const { accessToken, expiresIn } = v.parse(AccessToken, await answer.json())
    expect(expiresIn).toBe(SESSION_ABSOLUTE_SECONDS)
    const generated = await service.call('/acme/target/authentication/token?authorizationScope=profile_api', {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}` },
    })
    expect(generated.status).toBe(201)
  })

  it('leaves a record of success and of refusal', async () => {
    const { service, signIn } = await makeSetUp()

    await signIn('ana@example.com', PASSWORD)
    await signIn('ana@example.com', 'wrong password, surely')

    const [refused, started] = await service.ports.audit.list(2)
    expect(refused).toMatchObject({ action: 'session.refused', actorKind: 'anonymous', result: 'refused' })
    expect(started).toMatchObject({
      action: 'session.started',
      actorName: 'Ana',
      remoteAddress: '203.0.113.7',
    })
  })
})

describe('a session', () => {
  it('knows from where it was started, in which program, and when and how its person proved who they are', async () => {
    const { service, signIn } = await makeSetUp()
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
    service.advance(60)

    const { headers } = await signIn('ana@example.com', PASSWORD, { ...SAME_ORIGIN, 'User-Agent': userAgent })

    const secret = cookieOf({ headers }).slice('profile-api-session='.length)
    expect(await service.ports.sessions.find(sha256Hex(secret))).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      remoteAddress: '203.0.113.7',
      userAgent: 'Mozilla Gecko Firefox',
      authenticatedAt: service.ports.now(),
      method: 'password',
    })
  })

  async function signedIn() {
    const { service, signIn } = await makeSetUp()
    const Cookie = cookieOf(await signIn('ana@example.com', PASSWORD))
    const call = (path: string, init: RequestInit = {}) => service.call(path, withHeaders(init, { Cookie }))
    return { service, call }
  }

  it('changes nothing without proof that our own page asks', async () => {
    const { call } = await signedIn()

    const response = await call(
      '/acme/target/clients/settings',
      json('PATCH', { enableProfileApiAuthentication: true }),
    )

    expect(response.status).toBe(403)
    expect(await (await call('/acme/target/clients/settings')).json()).toEqual({
      enableProfileApiAuthentication: false,
    })
  })

  it('does not lend its cookie to a request with a broken Authorization header', async () => {
    const { call } = await signedIn()
    const init = json('PATCH', { enableProfileApiAuthentication: true }, { Authorization: 'Bearer' })

    expect((await call('/acme/target/clients/settings', init)).status).toBe(403)
  })

  it('ends an hour after the last request', async () => {
    const { service, call } = await signedIn()

    service.advance(SESSION_IDLE_SECONDS - 1)
    expect((await call('/console/v1/session')).status).toBe(200)
    service.advance(SESSION_IDLE_SECONDS - 1)
    expect((await call('/console/v1/session')).status).toBe(200)
    service.advance(SESSION_IDLE_SECONDS)
    expect(await problemOf(await call('/console/v1/session'))).toMatchObject({
      status: 401,
      code: 'signed-out',
    })
  })

  it('ends after twelve hours whatever happens', async () => {
    const { service, call } = await signedIn()

    for (let passed = 0; passed < SESSION_ABSOLUTE_SECONDS; passed += 1800) {
      expect((await call('/console/v1/session')).status).toBe(200)
      service.advance(1800)
    }

    expect((await call('/console/v1/session')).status).toBe(401)
  })

  it.each([
    ['idle for too long', SESSION_IDLE_SECONDS],
    ['past its end', SESSION_ABSOLUTE_SECONDS],
  ])(
    'that was seen %s is forgotten, so that a clock that is set back gives it no new life',
    async (_, passed) => {
      const { service, call } = await signedIn()
      service.advance(passed)
      await call('/console/v1/session')
      service.advance(-passed)

      expect((await call('/console/v1/session')).status).toBe(401)
    },
  )

  it.each([
    ['before', (own: string) => `profile-api-session=tse_another; ${own}`],
    ['behind', (own: string) => `${own}; profile-api-session=tse_another`],
    ['of a neighbour', (own: string) => `session=tse_another; profile-api4701-session=tse_third; ${own}`],
  ])('goes on where the browser sends another one %s', async (_where, beside) => {
    const { service, signIn } = await makeSetUp()
    const own = cookieOf(await signIn('ana@example.com', PASSWORD))

    const { status } = await service.call('/console/v1/session', { headers: { Cookie: beside(own) } })

    expect(status).toBe(200)
  })

  it('ends with sign-out, on the server too', async () => {
    const { call } = await signedIn()

    const response = await call('/console/v1/session', { method: 'DELETE', headers: SAME_ORIGIN })

    expect(response.status).toBe(200)
    expect(response.headers.get('Set-Cookie')).toMatch(/^profile-api-session=; Max-Age=0; Path=\//)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect((await call('/console/v1/session')).status).toBe(401)
  })

  it('ends when its browser signs in anew, and no other session does', async () => {
    const { service, signIn } = await makeSetUp()
    const [former, other] = [
      cookieOf(await signIn('ana@example.com', PASSWORD)),
      cookieOf(await signIn('ana@example.com', PASSWORD)),
    ]

    const next = cookieOf(await signIn('ana@example.com', PASSWORD, { ...SAME_ORIGIN, Cookie: former }))

    const statusOf = async (Cookie: string) =>
      (await service.call('/console/v1/session', { headers: { Cookie } })).status
    expect([await statusOf(former), await statusOf(other), await statusOf(next)]).toEqual([401, 200, 200])
    const [ended] = await service.ports.audit.list(1)
    expect(ended).toMatchObject({ action: 'session.ended', actorName: 'Ana', result: 'done' })
  })

  it('stands when its browser fails to sign in anew', async () => {
    const { call } = await signedIn()

    await call('/console/v1/session', json('POST', { email: 'ana@example.com', password: 'x' }, SAME_ORIGIN))

    expect((await call('/console/v1/session')).status).toBe(200)
  })
})

describe('users', () => {
  async function makeInvited() {
    const { service, setUp, signIn } = await makeSetUp()
    const sysadmin = await service.as('sysadmin', 'Sys')
    const response = await sysadmin(
      '/console/v1/invitations',
      json('POST', {
        people: [{ name: 'Bo', email: 'bo@example.com' }],
        roles: [{ workspace: 'default', role: 'approver' }],
      }),
    )
    const [invited] = v.parse(Invitations, await response.json()).invitations
    const code = invited?.setUpUrl.split('#code=')[1] ?? ''
    return { service, setUp, signIn, sysadmin, userId: invited?.user.id ?? '', code }
  }

  it('are invited by a link that knows whom it greets', async () => {
    const { service, code } = await makeInvited()

    const response = await service.call('/console/v1/set-up/link', json('POST', { code }))

    expect(await response.json()).toEqual({ kind: 'invited', name: 'Bo', email: 'bo@example.com' })
  })

  it('choose their own password', async () => {
    const { setUp, signIn, code } = await makeInvited()

    const response = await setUp({ code, password: PASSWORD })

    expect(v.parse(Session, await response.json())).toMatchObject({
      user: { name: 'Bo', sysadmin: false },
      permitted: [
        'settings.view',
        'batches.view',
        'settings.update',
        'token.view',
        'token.generate',
        'batches.send',
        'profiles.view',
        'batches.update',
        'callers.view',
        'callers.update',
        'notices.view',
        'notices.update',
        'audit.view',
      ],
    })
    expect((await signIn('bo@example.com', PASSWORD)).status).toBe(200)
  })

  it('lose their sessions and their earlier link when a new link is used', async () => {
    const { service, setUp, sysadmin, userId, code } = await makeInvited()
    const Cookie = cookieOf(await setUp({ code, password: PASSWORD }))
    const again = await sysadmin(`/console/v1/users/${userId}/set-up-link`, { method: 'POST' })
    const { setUpUrl }: { setUpUrl: string } = await again.json()

    await setUp({ code: setUpUrl.split('#code=')[1], password: `${PASSWORD} anew` })

    expect((await service.call('/console/v1/session', { headers: { Cookie } })).status).toBe(401)
  })

  it('are bound by new roles from their next request on', async () => {
    const { service, setUp, sysadmin, userId, code } = await makeInvited()
    const headers = { Cookie: cookieOf(await setUp({ code, password: PASSWORD })), ...SAME_ORIGIN }
    const token = '/acme/target/authentication/token?authorizationScope=profile_api'
    expect((await service.call(token, { method: 'POST', headers })).status).toBe(201)

    const roles = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' }] }
    await sysadmin(`/console/v1/users/${userId}/roles`, json('PUT', roles, { 'If-Match': '*' }))

    expect((await service.call(token, { headers })).status).toBe(403)
  })

  it('can be signed out by a system administrator', async () => {
    const { service, setUp, sysadmin, userId, code } = await makeInvited()
    const Cookie = cookieOf(await setUp({ code, password: PASSWORD }))

    const response = await sysadmin(`/console/v1/users/${userId}/sessions`, { method: 'DELETE' })

    expect(response.status).toBe(204)
    expect((await service.call('/console/v1/session', { headers: { Cookie } })).status).toBe(401)
  })

  it('are listed without a secret', async () => {
    const { sysadmin } = await makeInvited()

    const text = await (await sysadmin('/console/v1/users')).text()

    expect(text).toContain('bo@example.com')
    expect(text).not.toMatch(/hashed|password|tsu_/i)
  })

  it('always include a system administrator who can sign in', async () => {
    const { service, signIn } = await makeSetUp()
    const Cookie = cookieOf(await signIn('ana@example.com', PASSWORD))
    const me = v.parse(
      Session,
      await (await service.call('/console/v1/session', { headers: { Cookie } })).json(),
    )

    const response = await service.call(
      `/console/v1/users/${me.user.id}/roles`,
      json('PUT', { sysadmin: false, roles: [] }, { Cookie, ...SAME_ORIGIN, 'If-Match': '*' }),
    )

    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'last-administrator' })
  })

  it('that do not exist are not found', async () => {
    const { sysadmin } = await makeInvited()

    const response = await sysadmin(
      '/console/v1/users/nobody/roles',
      json('PUT', { sysadmin: false, roles: [] }, { 'If-Match': '*' }),
    )

    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not-found' })
  })
})
