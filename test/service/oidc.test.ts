import * as v from 'valibot'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ListedUser } from '#contract/users.ts'
import { openIdProvider } from '#server/openid-provider.ts'
import type { Ports } from '#service/app.ts'
import { Invitations, MadeLink } from '#contract/invitations.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import { sha256Hex } from '#service/sha256.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { passwordIdentity } from '#service/users/password-identity.ts'
import { CLIENT_ID, CLIENT_SECRET, signInAtProvider, startOidcProvider } from '../support/oidc-provider.ts'
import { makeAudit, makeLink } from '../storage/records.ts'
import { json, makeService, ORIGIN, withHeaders } from '../support/service.ts'

const BEGIN = '/console/v1/oidc/sign-in'
const FINISH = '/console/v1/oidc/session'
const SESSION = '/console/v1/session'
const FRESH = '/console/v1/session/fresh'
const AGAIN = '/console/v1/session/fresh/provider'
const ANA = { name: 'Ana Lind', email: 'ana@example.com', email_verified: true, groups: ['approvers'] }
const MAPPING =
  'groups=approvers -> approver@default; groups=it -> admin@default, sysadmin; groups=staff -> observer@default'
const PASSWORD = 'correct horse battery staple'

type Settings = Partial<Pick<Ports, 'hasPasswordSignIn'>> & { mapping?: string | null; isNew?: boolean }

/** A service with a real provider, where Ana may approve; Root administers it, unless it is new. */
async function makeWorld(
  { mapping = MAPPING, isNew = false, ...settings }: Settings = {},
  now = () => Date.now(),
) {
  const server = await startOidcProvider()
  server.accounts.set('ana', ANA)
  server.register(ORIGIN)
  const provider = openIdProvider(
    {
      issuer: new URL(server.issuer),
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Acme',
      scopes: 'profile email',
      mapping: mapping === null ? null : roleMappingFrom(mapping),
    },
    now,
  )
  const service = makeService({ provider, ...settings })
  const { call } = service
  const root = isNew ? call : await service.as('sysadmin', 'Root')

  const fromPage = (body: object, cookie = '') => json('POST', body, { Origin: ORIGIN, Cookie: cookie })
  const begin = async (body: object = {}, cookie = '') => {
    const answer = await call(BEGIN, fromPage({ returnTo: '/', ...body }, cookie))
    const { url, code }: { url: string; code?: string } = await answer.json()
    return { answer, url, code, cookie: cookieOf(answer, 'oidc') }
  }
  const finish = async (query: string, cookie: string) => {
    const answer = await call(FINISH, fromPage({ answer: query }, cookie))
    const body: Record<string, unknown> = await answer.json()
    return { answer, status: answer.status, body, cookie: cookieOf(answer, 'session') }
  }
  const signIn = async (login = 'ana', body: object = {}, cookiesThere?: Map<string, string>) => {
    const begun = await begin(body)
    const { search } = await signInAtProvider(server, begun.url, login, cookiesThere)
    return { ...(await finish(search, begun.cookie)), query: search, browser: begun.cookie }
  }
  const context = contextWithoutRequest(service.ports, 'operator')
  const codeOf = (url: string | null) => new URL(url ?? '').hash.replace('#code=', '')
  return {
    ...service,
    server,
    root,
    begin,
    finish,
    signIn,
    fromPage,
    /** Somebody who is invited, and the code of their link. */
    invite: async (email = 'ana@example.com') => {
      const input = { people: [{ name: 'Ana', email }], roles: [{ workspace: 'default', role: 'editor' }] }
      const answer = await root('/console/v1/invitations', json('POST', input))
      const [invited] = v.parse(Invitations, await answer.json()).invitations
      return { userId: invited?.user.id ?? '', code: codeOf(invited?.setUpUrl ?? '') }
    },
    newCode: async (userId: string) => {
      const answer = await root(`/console/v1/users/${userId}/set-up-link`, { method: 'POST' })
      return codeOf(v.parse(MadeLink, await answer.json()).setUpUrl)
    },
    firstCode: async () => codeOf(await makeFirstSetUpLink(service.ports, context, ORIGIN)),
    setPassword: (code: string) => call('/console/v1/set-up', fromPage({ code, password: PASSWORD })),
    signInByPassword: () => call(SESSION, fromPage({ email: 'ana@example.com', password: PASSWORD })),
    records: async () => (await service.ports.audit.list(100)).map(({ action }) => action),
    person: () => service.ports.users.findByEmail('ana@example.com'),
  }
}

function cookieOf(answer: Response, name: string): string {
  const given =
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`profile-api-${name}=`)) ?? ''
  return given.split(';')[0] ?? ''
}

describe('somebody new', () => {
  it('is let in with the roles that the provider gives, and known from then on', async () => {
    const { signIn, call, person, records } = await makeWorld()

    const { status, body, cookie } = await signIn()

    expect(status).toBe(201)
    expect(body).toMatchObject({
      session: {
        user: {
          name: 'Ana Lind',
          email: 'ana@example.com',
          roles: [{ workspace: 'default', role: 'approver' }],
        },
      },
      returnTo: '/',
      hasLostRoles: false,
    })
    expect((await call(SESSION, { headers: { Cookie: cookie } })).status).toBe(200)
    expect(await records()).toEqual(expect.arrayContaining(['user.joined', 'session.started']))
    const { id } = (await person()) ?? {}
    expect((await signIn()).body).toMatchObject({ session: { user: { id } } })
  })

  it('is not let in without a role', async () => {
    const { signIn, server, person, records } = await makeWorld()
    server.accounts.set('ana', { ...ANA, groups: ['sales'] })

    const { status, body } = await signIn()

    expect([status, body['code']]).toEqual([403, 'no-role'])
    expect(await person()).toBeUndefined()
    expect(await records()).toContain('session.refused')
  })

  it.each([
    ['no e-mail', { email: undefined }],
    ['an e-mail that is none', { email: 'ana' }],
    ['an e-mail that is not verified', { email_verified: false }],
  ])('is not let in with %s', async (_, changed) => {
    const { signIn, server } = await makeWorld()
    const { email, ...rest } = { ...ANA, ...changed }
    server.accounts.set('ana', { ...rest, ...(email !== undefined && { email }) })

    expect((await signIn()).body).toMatchObject({ code: 'email-not-verified' })
  })

  it('is called by the e-mail where the provider has no name that can be shown', async () => {
    const { signIn, server } = await makeWorld()
    server.accounts.set('ana', { ...ANA, name: 'A\u202Ena' })

    expect((await signIn()).body).toMatchObject({ session: { user: { name: 'ana@example.com' } } })
  })

  it('is let in by an invitation alone where no mapping says what they hold', async () => {
    const { signIn } = await makeWorld({ mapping: null })

    expect((await signIn()).body).toMatchObject({ code: 'not-invited' })
  })

  it('waits until somebody has set the service up', async () => {
    const { begin } = await makeWorld({ isNew: true })

    const { answer, code } = await begin()

    expect([answer.status, code]).toEqual([401, 'set-up-required'])
  })
})

describe('somebody who is here already', () => {
  it('is never found by their e-mail', async () => {
    const { invite, setPassword, signIn, person } = await makeWorld()
    const { userId, code } = await invite()
    await setPassword(code)

    const { status, body } = await signIn()

    expect([status, body['code']]).toEqual([409, 'other-sign-in'])
    expect(await person()).toMatchObject({ id: userId, roles: [{ workspace: 'default', role: 'editor' }] })
  })

  it('signs in at the provider once they have used a link that they were given there', async () => {
    const { invite, signIn, person, records } = await makeWorld()
    const { userId, code } = await invite('other@example.com')

    const { body } = await signIn('ana', { setUpCode: code })

    expect(body).toMatchObject({
      session: { user: { id: userId, roles: [{ workspace: 'default', role: 'approver' }] } },
    })
    expect(await records()).toEqual(expect.arrayContaining(['user.linked', 'user.roles-taken']))
    expect((await signIn()).body).toMatchObject({ session: { user: { id: userId } } })
    expect(await person()).toBeUndefined()
  })

  it('keeps what was given to them here where no mapping says otherwise', async () => {
    const { invite, signIn } = await makeWorld({ mapping: null })
    const { code } = await invite()

    const { body } = await signIn('ana', { setUpCode: code })

    expect(body).toMatchObject({ session: { user: { roles: [{ workspace: 'default', role: 'editor' }] } } })
  })

  it('uses a link once', async () => {
    const { invite, signIn, begin } = await makeWorld()
    const { code } = await invite()
    await signIn('ana', { setUpCode: code })

    expect((await begin({ setUpCode: code })).code).toBe('not-found')
  })

  it('does not become another person by their link', async () => {
    const { invite, signIn, setPassword } = await makeWorld()
    await signIn()
    const { code } = await invite('ben@example.com')

    const { status, body } = await signIn('ana', { setUpCode: code })

    expect([status, body['code']]).toEqual([409, 'other-sign-in'])
    expect((await setPassword(code)).status).toBe(201)
  })

  it('keeps their link when the provider gives them no role', async () => {
    const { invite, signIn, server, setPassword } = await makeWorld()
    server.accounts.set('ana', { ...ANA, groups: [] })
    const { code } = await invite()

    expect((await signIn('ana', { setUpCode: code })).body).toMatchObject({ code: 'no-role' })
    expect((await setPassword(code)).status).toBe(201)
  })
})

describe('roles from the provider', () => {
  it('are taken anew at each sign-in, and the person is told when they are fewer', async () => {
    const { signIn, server, records } = await makeWorld()
    await signIn()
    server.accounts.set('ana', { ...ANA, groups: ['staff'] })

    const { body } = await signIn()

    expect(body).toMatchObject({
      session: { user: { roles: [{ workspace: 'default', role: 'observer' }] } },
      hasLostRoles: true,
    })
    expect(await records()).toContain('user.roles-taken')
    expect((await signIn()).body).toMatchObject({ hasLostRoles: false })
  })

  it('are changed by nobody here, which the list says', async () => {
    const { signIn, root, person } = await makeWorld()
    await signIn()
    const { id } = (await person()) ?? {}

    const list = await (await root('/console/v1/users')).json()
    const change = json('PUT', { sysadmin: true, roles: [] }, { 'If-Match': '*' })
    const refused = await root(`/console/v1/users/${id}/roles`, change)

    expect(
      list.users.map(({ name, hasRolesFromProvider }: ListedUser) => [name, hasRolesFromProvider]),
    ).toEqual([
      ['Ana Lind', true],
      ['Root', undefined],
    ])
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'roles-from-provider'])
    expect(await person()).toMatchObject({ sysadmin: false })
  })

  it('that are all gone end the sessions, and nobody gets another one', async () => {
    const { signIn, server, call, person } = await makeWorld()
    const { cookie } = await signIn()
    server.accounts.set('ana', { ...ANA, groups: [] })

    const { status, body } = await signIn()

    expect([status, body['code']]).toEqual([403, 'no-role'])
    expect((await call(SESSION, { headers: { Cookie: cookie } })).status).toBe(401)
    expect(await person()).toMatchObject({ sysadmin: false, roles: [] })
  })

  it('come back with the next sign-in', async () => {
    const { signIn, server } = await makeWorld()
    await signIn()
    server.accounts.set('ana', { ...ANA, groups: [] })
    await signIn()
    server.accounts.set('ana', ANA)

    expect((await signIn()).body).toMatchObject({
      hasLostRoles: false,
      session: { user: { name: 'Ana Lind' } },
    })
  })

  it('leave of the password that there was before nothing to be changed', async () => {
    const { invite, setPassword, newCode, signIn, call } = await makeWorld()
    const { userId, code } = await invite()
    await setPassword(code)
    const { cookie } = await signIn('ana', { setUpCode: await newCode(userId) })

    const answer = await call('/console/v1/account', { headers: { Cookie: cookie } })

    expect(await answer.json()).toMatchObject({ hasPassword: false, isProviderOnly: true })
  })

  it('are not kept by signing in by a password, which there was before', async () => {
    const { invite, setPassword, newCode, signIn, signInByPassword } = await makeWorld()
    const { userId, code } = await invite()
    await setPassword(code)
    expect((await signInByPassword()).status).toBe(200)
    await signIn('ana', { setUpCode: await newCode(userId) })

    const refused = await signInByPassword()

    expect([refused.status, (await refused.json()).code]).toEqual([403, 'provider-sign-in-only'])
    expect((await setPassword(await newCode(userId))).status).toBe(403)
  })
})

describe('a sign-in at the provider', () => {
  /** Ana's session, who signed in at the provider before and is asked for nothing there now. */
  async function comeBack(secondsLater: number) {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const world = await makeWorld({ mapping: 'groups=approvers -> admin@default, sysadmin' })
    const there = new Map<string, string>()
    await world.signIn('ana', {}, there)
    vi.setSystemTime(Date.now() + secondsLater * 1000)
    const { cookie } = await world.signIn('ana', {}, there)
    const act = () =>
      world.call('/console/v1/users/nobody', {
        method: 'DELETE',
        headers: { Origin: ORIGIN, Cookie: cookie },
      })
    const account = await world.call('/console/v1/account', { headers: { Cookie: cookie } })
    return { ...world, act, account: await account.json() }
  }

  it('is as old as what the person did there', async () => {
    const { act, account, ports } = await comeBack(16 * 60)

    expect((await (await act()).json()).code).toBe('fresh-sign-in-required')
    const signedInAt = new Date(ports.now() - 16 * 60_000).toISOString()
    expect(account.sessions[0]).toMatchObject({ method: 'oidc', authenticatedAt: signedInAt })
  })

  it('is fresh for as long as any other', async () => {
    const { act } = await comeBack(14 * 60)

    expect((await (await act()).json()).code).toBe('not-found')
  })

  it('is never fresh where the provider does not say when it was', async () => {
    const { begin, finish, server, call } = await makeWorld({
      mapping: 'groups=approvers -> admin@default, sysadmin',
    })
    const { url, cookie } = await begin()
    const silent = new URL(url)
    silent.searchParams.delete('max_age')

    const { search } = await signInAtProvider(server, silent.href, 'ana')
    const headers = { Origin: ORIGIN, Cookie: (await finish(search, cookie)).cookie }

    const refused = await call('/console/v1/users/nobody', { method: 'DELETE', headers })
    const account = await call('/console/v1/account', { headers })
    expect((await refused.json()).code).toBe('fresh-sign-in-required')
    expect(await account.json()).toMatchObject({ sessions: [{ authenticatedAt: null }] })
  })
})

describe('signing in again at the provider', () => {
  const ADMINS = 'groups=approvers -> admin@default, sysadmin; groups=staff -> observer@default'

  /** Ana is signed in by the provider, which knows her from before: her session is not fresh. */
  async function makeStale({ mapping = ADMINS, ...settings }: Settings = {}) {
    const world = await makeWorld({ mapping, ...settings })
    for (const login of ['ana', 'ben'])
      world.server.accounts.set(login, { ...ANA, email: `${login}@example.com` })
    const there = new Map<string, string>()
    const body = mapping === null ? { setUpCode: await linkOf(world) } : {}
    const { cookie } = await world.signIn('ana', body, there)
    world.advance(16 * 60)
    let cookies = cookie
    const inBrowser = (path: string, init: RequestInit = {}) =>
      world.call(path, withHeaders(init, { Origin: ORIGIN, Cookie: cookies }))
    const start = async () => {
      const answer = await inBrowser(AGAIN, { method: 'POST' })
      const { url, code }: { url: string; code?: string } = await answer.json()
      const browser = cookieOf(answer, 'oidc')
      cookies = `${cookies}; ${browser}`
      return { status: answer.status, url, code, browser }
    }
    const goOn = async (query: string) => {
      const answer = await inBrowser(FRESH, json('POST', { method: 'oidc', answer: query }))
      const given = cookieOf(answer, 'session')
      if (given !== '') cookies = given
      return { status: answer.status, body: await answer.json() }
    }
    const again = async (login = 'ana', alter = (url: URL) => url) => {
      const { url } = await start()
      const cookiesThere = login === 'ana' ? there : new Map<string, string>()
      return goOn(
        (await signInAtProvider(world.server, alter(new URL(url)).href, login, cookiesThere)).search,
      )
    }
    const act = async () =>
      (await (await inBrowser('/console/v1/users/nobody', { method: 'DELETE' })).json()).code
    const ways = async () => (await inBrowser(FRESH)).json()
    return { ...world, inBrowser, there, start, goOn, again, act, ways, former: cookie }
  }

  /** A link of Ana's, who has a password already. */
  async function linkOf({ invite, setPassword, newCode }: Awaited<ReturnType<typeof makeWorld>>) {
    const { userId, code } = await invite()
    await setPassword(code)
    return newCode(userId)
  }

  it('makes the session fresh, which goes on with another secret', async () => {
    const { again, act, ways, former, call, inBrowser, records } = await makeStale()
    expect([await act(), await ways()]).toEqual([
      'fresh-sign-in-required',
      { methods: ['oidc'], isFresh: false },
    ])
    const sessionId = async () => (await (await inBrowser('/console/v1/account')).json()).sessions[0].id
    const before = await sessionId()

    const { status, body } = await again()

    expect(status).toBe(200)
    expect(body).toMatchObject({ user: { name: 'Ana Lind', sysadmin: true } })
    expect([await act(), await ways()]).toEqual(['not-found', { methods: ['oidc'], isFresh: true }])
    expect(await sessionId()).toBe(before)
    expect((await call(SESSION, { headers: { Cookie: former } })).status).toBe(401)
    expect(await records()).toContain('session.renewed')
  })

  it('asks who it is though the provider knows them', async () => {
    const { start } = await makeStale()

    const { status, url } = await start()

    expect(status).toBe(201)
    const asked = new URL(url).searchParams
    expect([asked.get('max_age'), asked.get('prompt')]).toEqual(['0', 'login'])
    expect(asked.get('state')).toMatch(/^again\./)
  })

  it.each([
    ['of nobody here', async () => {}],
    ["of somebody else's", (world: { signIn: (login: string) => Promise<unknown> }) => world.signIn('ben')],
  ])('is refused with an account %s, and changes nothing', async (_, prepare) => {
    const world = await makeStale()
    const { again, act, person, ports } = world
    const { id } = (await person()) ?? {}
    await prepare(world)

    const { status, body } = await again('ben')

    expect([status, body.code]).toEqual([403, 'another-account'])
    expect(await act()).toBe('fresh-sign-in-required')
    const refused = (await ports.audit.list(10)).find(({ action }) => action === 'session.renewal-refused')
    expect(refused).toMatchObject({ subject: id, detail: { method: 'oidc' }, result: 'refused' })
  })

  it.each([
    ['says that it was long ago', (url: URL) => withoutAsking(url)],
    ['does not say when it was', (url: URL) => withoutAsking(url, null)],
  ])('is refused where the provider has asked for nothing and %s', async (_, alter) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { again, act } = await makeStale()
    vi.setSystemTime(Date.now() + 16 * 60_000)

    const { status, body } = await again('ana', alter)

    expect([status, body.code]).toEqual([403, 'provider-not-fresh'])
    expect(await act()).toBe('fresh-sign-in-required')
  })

  it('takes roles anew as well', async () => {
    const { again, server, act } = await makeStale()
    server.accounts.set('ana', { ...ANA, groups: ['staff'] })

    const { body } = await again()

    expect(body).toMatchObject({
      user: { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' }] },
    })
    expect(await act()).toBe('forbidden')
  })

  it('ends the sessions of somebody who has no role left', async () => {
    const { again, server, inBrowser } = await makeStale()
    server.accounts.set('ana', { ...ANA, groups: [] })

    const { status, body } = await again()

    expect([status, body.code]).toEqual([403, 'no-role'])
    expect((await inBrowser(SESSION)).status).toBe(401)
  })

  it('is taken once', async () => {
    const { start, goOn, server, there } = await makeStale()
    const { url } = await start()
    const { search } = await signInAtProvider(server, url, 'ana', there)

    expect((await goOn(search)).status).toBe(200)
    expect((await goOn(search)).body).toMatchObject({ code: 'sign-in-out-of-date' })
  })

  it('is taken in the session alone in which it began, be it of the same browser', async () => {
    const { start, server, there, signIn, call, fromPage } = await makeStale()
    const { url, browser } = await start()
    const { search } = await signInAtProvider(server, url, 'ana', there)
    const elsewhere = await signIn()

    const input = { method: 'oidc', answer: search }
    const refused = await call(FRESH, fromPage(input, `${elsewhere.cookie}; ${browser}`))

    expect([refused.status, (await refused.json()).code]).toEqual([409, 'sign-in-out-of-date'])
  })

  it('starts no session', async () => {
    const { start, server, there, finish } = await makeStale()
    const { url, browser } = await start()
    const { search } = await signInAtProvider(server, url, 'ana', there)

    const { status, body } = await finish(search, browser)

    expect([status, body['code']]).toEqual([409, 'sign-in-out-of-date'])
  })

  it('is not done by a sign-in of the same browser', async () => {
    const { start, goOn, server, there, begin } = await makeStale()
    const { browser } = await start()
    const begun = await begin({}, browser)
    const { search } = await signInAtProvider(server, begun.url, 'ana', there)

    expect((await goOn(search)).body).toMatchObject({ code: 'sign-in-out-of-date' })
  })

  it('stands beside a password where roles are given here', async () => {
    const { ways, again, signInByPassword, call, fromPage } = await makeStale({ mapping: null })
    expect(await ways()).toMatchObject({ methods: ['oidc', 'password'] })
    const Cookie = cookieOf(await signInByPassword(), 'session')

    expect((await again()).status).toBe(200)
    expect(await ways()).toMatchObject({ methods: ['oidc', 'password'] })
    expect(await (await call(FRESH, { headers: { Cookie } })).json()).toMatchObject({
      methods: ['password', 'oidc'],
    })
    expect((await call(FRESH, fromPage({ method: 'password', password: PASSWORD }, Cookie))).status).toBe(200)
  })

  it('has a session that began by a password sign out at the provider too', async () => {
    const { signInByPassword, call, fromPage, server, there } = await makeStale({ mapping: null })
    const session = cookieOf(await signInByPassword(), 'session')
    const started = await call(AGAIN, fromPage({}, session))
    const { url } = await started.json()
    const { search } = await signInAtProvider(server, url, 'ana', there)
    const cookies = `${session}; ${cookieOf(started, 'oidc')}`
    const Cookie = cookieOf(
      await call(FRESH, fromPage({ method: 'oidc', answer: search }, cookies)),
      'session',
    )

    const signedOut = await call(SESSION, { method: 'DELETE', headers: { Origin: ORIGIN, Cookie } })

    expect((await signedOut.json()).providerUrl).toContain(server.issuer)
  })

  it('is the only way where roles come from the provider', async () => {
    const { ports, person, signIn, call } = await makeWorld()
    await signIn()
    const { id = '' } = (await person()) ?? {}
    const password = { ...passwordIdentity(id), userId: id, secret: `readable:${PASSWORD}`, createdAt: 1 }
    const link = makeLink({ userId: id, codeSha256: 'a', expiresAt: Infinity })
    await ports.setUpLinks.replace(link, makeAudit())
    await ports.setUpLinks.use('a', password, null, makeAudit())
    const { cookie } = await signIn()

    const ways = await call(FRESH, { headers: { Cookie: cookie } })
    const refused = await call(
      FRESH,
      withHeaders(json('POST', { method: 'password', password: PASSWORD }), {
        Origin: ORIGIN,
        Cookie: cookie,
      }),
    )

    expect(await ways.json()).toMatchObject({ methods: ['oidc'] })
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'provider-sign-in-only'])
  })

  it('is not there for somebody who does not sign in at the provider', async () => {
    const { invite, setPassword, call, fromPage } = await makeWorld()
    const { code } = await invite()
    const session = cookieOf(await setPassword(code), 'session')

    const refused = await call(AGAIN, fromPage({}, session))

    expect([refused.status, (await refused.json()).code]).toEqual([404, 'not-found'])
  })

  it('is for pages of ours', async () => {
    const { call, former, as } = await makeStale()
    const headers = { Origin: 'https://evil.example', Cookie: former }

    expect((await call(AGAIN, { method: 'POST', headers })).status).toBe(403)
    expect((await (await as('observer'))(AGAIN, { method: 'POST' })).status).toBe(403)
  })
})

/** The address at the provider without what has it ask anew. @param maxAge what is asked of the age instead; null: nothing */
function withoutAsking(url: URL, maxAge: string | null = '31536000'): URL {
  url.searchParams.delete('prompt')
  url.searchParams.delete('max_age')
  if (maxAge !== null) url.searchParams.set('max_age', maxAge)
  return url
}

describe('somebody who is suspended', () => {
  it('is told so, and keeps what they hold', async () => {
    const { signIn, root, person, server, records } = await makeWorld()
    await signIn()
    const { id } = (await person()) ?? {}
    await root(`/console/v1/users/${id}/suspend`, { method: 'POST' })
    server.accounts.set('ana', { ...ANA, groups: [] })

    const { status, body } = await signIn()

    expect([status, body['code']]).toEqual([403, 'suspended'])
    expect(await person()).toMatchObject({ roles: [{ workspace: 'default', role: 'approver' }] })
    expect(await records()).toContain('session.refused')
  })

  it('is told so when it happens while they sign in', async () => {
    const { signIn, ports, person } = await makeWorld()
    await signIn()
    const start = ports.sessions.start.bind(ports.sessions)
    ports.sessions.start = async (...session) => {
      const { id = '' } = (await person()) ?? {}
      await ports.users.suspend(id, { at: 1, by: 'Root', byId: 'user-Root' }, makeAudit())
      return start(...session)
    }

    expect((await signIn()).body).toMatchObject({ code: 'suspended' })
  })
})

describe('the last system administrator', () => {
  const ADMIN = { ...ANA, groups: ['it'] }

  /** Ana administers by the provider, which takes that from her; Root is suspended. */
  async function makeLast(groups: string[]) {
    const world = await makeWorld()
    world.server.accounts.set('ana', ADMIN)
    await world.signIn()
    await world.ports.users.suspend('user-Root', { at: 1, by: 'Ana', byId: 'ana' }, makeAudit())
    world.server.accounts.set('ana', { ...ANA, groups })
    return world
  }

  it.each([
    ['less', ['staff'], [{ workspace: 'default', role: 'observer' }]],
    ['nothing', [], []],
  ])('stays one whom the provider gives %s', async (_, groups, roles) => {
    const { signIn, person } = await makeLast(groups)

    const { status, body } = await signIn()

    expect(status).toBe(201)
    expect(body).toMatchObject({ hasLostRoles: true, session: { user: { sysadmin: true, roles } } })
    expect(await person()).toMatchObject({ sysadmin: true, roles })
    expect((await signIn()).body).toMatchObject({ hasLostRoles: false })
  })

  it('is lowered once there is another one', async () => {
    const { signIn, person, ports } = await makeLast(['staff'])
    await signIn()
    await ports.users.reinstate('user-Root', makeAudit())

    expect((await signIn()).body).toMatchObject({
      hasLostRoles: true,
      session: { user: { sysadmin: false } },
    })
    expect(await person()).toMatchObject({ sysadmin: false })
  })
})

describe('two sign-ins of somebody new at once', () => {
  it('are both of the same person', async () => {
    const { signIn, ports, person } = await makeWorld()
    const join = ports.oidc.join.bind(ports.oidc)
    let meanwhile: Promise<{ status: number }> | undefined
    ports.oidc.join = async (...joining) => {
      if (meanwhile === undefined) {
        meanwhile = signIn()
        await meanwhile
      }
      return join(...joining)
    }

    const second = await signIn()

    expect([(await meanwhile)?.status, second.status]).toEqual([201, 201])
    expect(second.body).toMatchObject({ session: { user: { id: (await person())?.id } } })
  })

  it('of whom one has a link, leave the link as it was', async () => {
    const { signIn, ports, invite, setPassword } = await makeWorld()
    const { code } = await invite('other@example.com')
    const accept = ports.invitations.acceptAsNew.bind(ports.invitations)
    ports.invitations.acceptAsNew = async (...accepting) => {
      ports.invitations.acceptAsNew = accept
      await signIn()
      return accept(...accepting)
    }

    const { status, body } = await signIn('ana', { setUpCode: code })

    expect([status, body['code']]).toEqual([409, 'other-sign-in'])
    expect((await setPassword(code)).status).toBe(201)
  })
})

describe('an answer of the provider', () => {
  it('is taken once, whatever the provider would do', async () => {
    const { signIn, finish, server } = await makeWorld()
    const { query, browser } = await signIn()
    const askedBefore = server.requests.length

    const { status, body } = await finish(query, browser)

    expect([status, body['code']]).toEqual([409, 'sign-in-out-of-date'])
    expect(server.requests).toHaveLength(askedBefore)
  })

  it('is taken in the browser alone in which the sign-in began, and stays good there', async () => {
    const { begin, finish, server } = await makeWorld()
    const { url, cookie } = await begin()
    const { search } = await signInAtProvider(server, url, 'ana')
    const elsewhere = await begin()

    for (const other of ['', 'profile-api-oidc=guessed', elsewhere.cookie]) {
      expect((await finish(search, other)).body).toMatchObject({ code: 'sign-in-out-of-date' })
    }
    expect((await finish(search, cookie)).status).toBe(201)
  })

  it('is taken for ten minutes', async () => {
    const { begin, finish, server, advance } = await makeWorld()
    const { url, cookie } = await begin()
    const { search } = await signInAtProvider(server, url, 'ana')
    advance(600)

    expect((await finish(search, cookie)).body).toMatchObject({ code: 'sign-in-out-of-date' })
  })

  it('is taken in each of two tabs', async () => {
    const { begin, finish, server } = await makeWorld()
    const one = await begin()
    const other = await begin({}, one.cookie)

    for (const { url } of [one, other]) {
      const { search } = await signInAtProvider(server, url, 'ana')
      expect((await finish(search, other.cookie)).status).toBe(201)
    }
  })

  it.each([
    ['', 'sign-in-out-of-date'],
    ['?code=a', 'sign-in-out-of-date'],
    ['?state=a&code=b', 'sign-in-out-of-date'],
    ['?%zz&state=%00', 'sign-in-out-of-date'],
  ])('that reads %j is none', async (query, code) => {
    const { finish, begin } = await makeWorld()
    const { cookie } = await begin()

    expect((await finish(query, cookie)).body).toMatchObject({ code })
  })

  it('in another name is refused', async () => {
    const { begin, finish, server } = await makeWorld()
    const { url, cookie } = await begin()
    const answer = await signInAtProvider(server, url, 'ana')
    answer.searchParams.set('iss', 'https://elsewhere.example')

    expect(await finish(answer.search, cookie)).toMatchObject({
      status: 502,
      body: { code: 'provider-not-trusted' },
    })
  })

  it('in another name that stands beside ours is refused', async () => {
    const { begin, finish, server } = await makeWorld()
    const { url, cookie } = await begin()
    const { search } = await signInAtProvider(server, url, 'ana')

    expect((await finish(`${search}&code=another`, cookie)).status).toBe(502)
  })

  it('ends the session that the browser had', async () => {
    const { signIn, begin, finish, server, call } = await makeWorld()
    const { cookie } = await signIn()
    const again = await begin()
    const { search } = await signInAtProvider(server, again.url, 'ana')

    await finish(search, `${again.cookie}; ${cookie}`)

    expect((await call(SESSION, { headers: { Cookie: cookie } })).status).toBe(401)
  })
})

describe('the beginning of a sign-in', () => {
  it('leads to no other site after it', async () => {
    const { begin } = await makeWorld()

    for (const returnTo of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      'evil',
      '',
      '/a\nb',
    ]) {
      expect((await begin({ returnTo })).answer.status, returnTo).toBe(400)
    }
    expect((await begin({ returnTo: '/administration/audit-log?act=token.generated#x' })).answer.status).toBe(
      201,
    )
  })

  it.each([BEGIN, FINISH])('%s is for pages of ours', async (path) => {
    const { call } = await makeWorld()
    const body = path === BEGIN ? { returnTo: '/' } : { answer: '?a' }

    for (const origin of [
      {},
      { Origin: 'https://evil.example' },
      { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect((await call(path, json('POST', body, origin))).status).toBe(403)
    }
  })

  it('gives a cookie for ten minutes that no script reads and that comes along when the provider leads back', async () => {
    const { begin } = await makeWorld()

    const [cookie] = (await begin()).answer.headers.getSetCookie()

    expect(cookie).toMatch(/^profile-api-oidc=[0-9a-f]{64}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('says that the provider is down, and keeps nobody from a password', async () => {
    const { begin, server, invite, setPassword, signInByPassword, call } = await makeWorld()
    server.stop()
    const { code } = await invite()
    await setPassword(code)

    const down = await begin()

    expect([down.answer.status, down.code]).toEqual([503, 'provider-unavailable'])
    expect((await signInByPassword()).status).toBe(200)
    expect(await (await call('/console/v1/sign-in-ways')).json()).toEqual({
      password: true,
      provider: { name: 'Acme' },
    })
  })

  it('has a bound for each address', async () => {
    const consumed: unknown[] = []
    const { call } = makeService({
      providerSignIns: {
        consume: async (caller) => {
          consumed.push(caller)
          return 7
        },
        giveBack: async () => {},
      },
    })

    const answer = await call(BEGIN, json('POST', { returnTo: '/' }, { Origin: ORIGIN }))

    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '7'])
    expect(consumed).toEqual([{ by: 'address', remoteAddress: '203.0.113.7' }])
  })

  it('is not there where no provider is set', async () => {
    const { call } = makeService()

    expect((await call(BEGIN, json('POST', { returnTo: '/' }, { Origin: ORIGIN }))).status).toBe(404)
    expect((await call(FINISH, json('POST', { answer: '?a' }, { Origin: ORIGIN }))).status).toBe(404)
    expect(await (await call('/console/v1/sign-in-ways')).json()).toEqual({ password: true, provider: null })
  })
})

describe('signing out', () => {
  const signOut = async ({ call }: Awaited<ReturnType<typeof makeWorld>>, cookie: string) =>
    (await call(SESSION, { method: 'DELETE', headers: { Origin: ORIGIN, Cookie: cookie } })).json()

  it('leads to the provider whoever came from there', async () => {
    const world = await makeWorld()
    const { cookie } = await world.signIn()

    const { providerUrl } = await signOut(world, cookie)

    const url = new URL(providerUrl)
    expect(url.origin).toBe(world.server.issuer)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${ORIGIN}/sign-in/return`)
    expect(url.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
  })

  it('leads nobody there who came by a password', async () => {
    const world = await makeWorld()
    const { code } = await world.invite()
    const answer = await world.setPassword(code)

    expect(await signOut(world, cookieOf(answer, 'session'))).toEqual({ providerUrl: null })
  })

  it('is done while the provider is down', async () => {
    let now = Date.now()
    const world = await makeWorld({}, () => now)
    const { cookie } = await world.signIn()
    now += 2 * 3_600_000
    world.server.stop()

    expect(await signOut(world, cookie)).toEqual({ providerUrl: null })
    expect((await world.call(SESSION, { headers: { Cookie: cookie } })).status).toBe(401)
  })

  it('keeps the token of the provider no longer than the session', async () => {
    const world = await makeWorld()
    const { cookie } = await world.signIn()
    const session = await world.ports.sessions.find(sha256Hex(cookie.replace('profile-api-session=', '')))
    const kept = await world.ports.oidc.idTokenOf(session?.id ?? '')

    await signOut(world, cookie)

    expect(kept).toBeDefined()
    expect(await world.ports.oidc.idTokenOf(session?.id ?? '')).toBeUndefined()
  })
})

describe('with passwords switched off', () => {
  const OFF = { hasPasswordSignIn: false }

  it('nobody gets a session or an access token by one', async () => {
    const { call, fromPage } = await makeWorld(OFF)

    for (const path of [SESSION, '/console/v1/access-token']) {
      const answer = await call(path, fromPage({ email: 'root@example.com', password: PASSWORD }))
      expect([answer.status, (await answer.json()).code]).toEqual([403, 'password-sign-in-off'])
    }
  })

  it('an invitation is for an account of the provider', async () => {
    const { invite, setPassword, signIn, call } = await makeWorld(OFF)
    const { code } = await invite()

    expect((await setPassword(code)).status).toBe(403)
    expect((await signIn('ana', { setUpCode: code })).status).toBe(201)
    expect(await (await call('/console/v1/sign-in-ways')).json()).toMatchObject({ password: false })
  })

  it('the first person comes from the provider, if it makes them a system administrator', async () => {
    const { firstCode, signIn, server } = await makeWorld({ ...OFF, isNew: true })
    const code = await firstCode()

    const refused = await signIn('ana', { setUpCode: code })
    server.accounts.set('ana', { ...ANA, groups: ['it'] })
    const done = await signIn('ana', { setUpCode: code })

    expect(refused.body).toMatchObject({ code: 'no-role' })
    expect(done.body).toMatchObject({ session: { user: { sysadmin: true } } })
  })

  it('the first person administers where no mapping says what people hold', async () => {
    const { firstCode, signIn } = await makeWorld({ ...OFF, isNew: true, mapping: null })

    const { body } = await signIn('ana', { setUpCode: await firstCode() })

    expect(body).toMatchObject({ session: { user: { sysadmin: true, email: 'ana@example.com' } } })
  })
})

it('says no secret in the log, in a record or in a refusal', async () => {
  const world = await makeWorld()
  const { query, browser } = await world.signIn()
  const { body } = await world.finish(query, browser)

  const said = JSON.stringify([world.logged, await world.ports.audit.list(100), body])

  const secrets = [...new URLSearchParams(query).values()].filter((value) => value !== world.server.issuer)
  for (const secret of [...secrets, browser.replace('profile-api-oidc=', ''), CLIENT_SECRET])
    expect(said).not.toContain(secret)
})
