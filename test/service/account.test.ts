import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Account } from '#contract/account.ts'
import { Problem } from '#contract/errors.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { json, makeService, ORIGIN, PASSWORD, withHeaders } from '../support/service.ts'

const ACCOUNT = '/console/v1/account'
const OWN_PASSWORD = `${ACCOUNT}/password`
const SESSIONS = `${ACCOUNT}/sessions`
const SESSION = '/console/v1/session'
const NEW_PASSWORD = 'a sentence of my own, spaces too'

type Overrides = Parameters<typeof makeService>[0]

/** Ana, an approver who is signed in by a program and may sign in in browsers. */
async function makeAna(overrides: Overrides = {}) {
  const service = makeService(overrides)
  const program = await service.as('approver', 'Ana')
  const signIn = (password: string) =>
    service.call(SESSION, json('POST', { email: 'ana@example.com', password }, { Origin: ORIGIN }))
  async function browser(userAgent = '', from = '203.0.113.7') {
    const call = service.from({ remoteAddress: from })
    const body = { email: 'ana@example.com', password: PASSWORD }
    let cookies = cookiesOf(
      await call(SESSION, json('POST', body, { Origin: ORIGIN, 'User-Agent': userAgent })),
    )
    return async (path: string, init: RequestInit = {}) => {
      const answer = await call(path, withHeaders(init, { Cookie: cookies, Origin: ORIGIN }))
      const given = cookiesOf(answer)
      if (given !== '') cookies = given
      return answer
    }
  }
  return { ...service, program, signIn, browser }
}

const cookiesOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const accountOf = async (answer: Response) => v.parse(Account, await answer.json())
const problemOf = async (answer: Response) => v.parse(Problem, await answer.json())
const changing = (password: string, newPassword: string) => json('PUT', { password, newPassword })

describe('one’s own sessions', () => {
  it('are listed with from where, in what, since when and how, this one first', async () => {
    const { browser, advance, ports } = await makeAna()
    const startedAt = new Date(ports.now()).toISOString()
    const inFirefox = await browser('Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0')
    advance(60)
    await browser('curl/8.5.0', '198.51.100.20')

    const { sessions } = await accountOf(await inFirefox(ACCOUNT))

    expect(sessions).toMatchObject([
      {
        isThis: true,
        remoteAddress: '203.0.113.7',
        userAgent: 'Mozilla Gecko Firefox',
        startedAt,
        lastSeenAt: new Date(ports.now()).toISOString(),
        authenticatedAt: startedAt,
        method: 'password',
      },
      { isThis: false, remoteAddress: '198.51.100.20', userAgent: 'curl' },
      { isThis: false, remoteAddress: null, userAgent: null },
    ])
  })

  it('are those alone that still run', async () => {
    const { browser, advance } = await makeAna()
    await browser()
    advance(3600)

    const { sessions } = await accountOf(await (await browser())(ACCOUNT))

    expect(sessions.map(({ isThis }) => isThis)).toEqual([true])
  })

  it('are never those of somebody else, who has none of that id', async () => {
    const { browser, as } = await makeAna()
    const inBrowser = await browser()
    const ben = await as('observer', 'Ben')
    const [ofBen] = (await accountOf(await ben(ACCOUNT))).sessions

    const answer = await inBrowser(`${SESSIONS}/${ofBen?.id}`, { method: 'DELETE' })

    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'not-found'])
    expect((await ben(SESSION)).status).toBe(200)
    expect((await accountOf(await inBrowser(ACCOUNT))).sessions).toHaveLength(2)
  })

  it('end one by one, at once and recorded', async () => {
    const { browser, ports } = await makeAna()
    const inBrowser = await browser()
    const elsewhere = await browser('curl/8.5.0', '198.51.100.20')
    const other = (await accountOf(await inBrowser(ACCOUNT))).sessions.find(
      ({ userAgent }) => userAgent === 'curl',
    )

    const answer = await inBrowser(`${SESSIONS}/${other?.id}`, { method: 'DELETE' })

    expect(answer.status).toBe(204)
    expect([(await elsewhere(SESSION)).status, (await inBrowser(SESSION)).status]).toEqual([401, 200])
    expect(await ports.audit.list(1)).toMatchObject([
      {
        action: 'session.ended-elsewhere',
        actorName: 'Ana',
        detail: { remoteAddress: '198.51.100.20', userAgent: 'curl' },
      },
    ])
  })

  it('end all but the one that asks, with the set-up link that would give another', async () => {
    const { browser, program, as } = await makeAna()
    const root = await as('sysadmin', 'Root')
    const inBrowser = await browser()
    const elsewhere = await browser()
    const ben = await as('observer', 'Ben')
    const link = await (await root('/console/v1/users/user-Ana/set-up-link', { method: 'POST' })).json()
    const code = String(link.setUpUrl).split('#code=')[1]

    const answer = await inBrowser(SESSIONS, { method: 'DELETE' })

    expect(answer.status).toBe(204)
    const after = [inBrowser, elsewhere, program, ben].map(async (call) => (await call(SESSION)).status)
    expect(await Promise.all(after)).toEqual([200, 401, 401, 200])
    expect((await inBrowser('/console/v1/set-up/link', json('POST', { code }))).status).toBe(404)
  })
})

describe('one’s own password', () => {
  it('is changed by who knows it: other sessions end, and this one goes on with another secret', async () => {
    const { browser, program, signIn, ports, advance } = await makeAna()
    const inBrowser = await browser()
    const elsewhere = await browser()
    const [before] = (await accountOf(await inBrowser(ACCOUNT))).sessions
    advance(60)

    const answer = await inBrowser(OWN_PASSWORD, changing(PASSWORD, NEW_PASSWORD))

    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toMatchObject([
      expect.stringMatching(/^profile-api-session=tse_/),
      expect.stringMatching(/^profile-api-device=/),
    ])
    const after = [inBrowser, elsewhere, program].map(async (call) => (await call(SESSION)).status)
    expect(await Promise.all(after)).toEqual([200, 401, 401])
    const [now, ...others] = (await accountOf(await inBrowser(ACCOUNT))).sessions
    expect([now?.id, now?.startedAt, others]).toEqual([before?.id, before?.startedAt, []])
    expect(now?.authenticatedAt).toBe(new Date(ports.now()).toISOString())
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW_PASSWORD)).status]).toEqual([401, 200])
    expect(await ports.audit.list(3)).toMatchObject([
      { action: 'session.started' },
      { action: 'session.refused' },
      { action: 'user.password-changed', actorName: 'Ana', result: 'done' },
    ])
  })

  it('takes the cookie of before no more', async () => {
    const { call, browser, signIn } = await makeAna()
    const former = cookiesOf(await signIn(PASSWORD))
    const inBrowser = await browser()

    await inBrowser(OWN_PASSWORD, changing(PASSWORD, NEW_PASSWORD))

    expect((await call(SESSION, { headers: { Cookie: former } })).status).toBe(401)
  })

  it('stays as it is with a wrong present one, which is said of that field and recorded', async () => {
    const { browser, signIn, ports } = await makeAna()
    const inBrowser = await browser()

    const refused = await inBrowser(OWN_PASSWORD, changing('wrong horse battery staple', NEW_PASSWORD))

    expect(await problemOf(refused)).toMatchObject({
      status: 400,
      code: 'wrong-password',
      fields: { password: expect.any(String) },
    })
    expect(await ports.audit.list(1)).toMatchObject([
      { action: 'user.password-change-refused', actorName: 'Ana', result: 'refused' },
    ])
    expect((await inBrowser(SESSION)).status).toBe(200)
    expect((await signIn(PASSWORD)).status).toBe(200)
  })

  it.each([
    ['password of many', 'password-too-common'],
    ['a'.repeat(15), 'password-too-uniform'],
    ['ana@example.com', 'password-of-own-words'],
    ['short', 'invalid-request'],
  ])('is not changed to %j: %s, and no attempt counts', async (newPassword, code) => {
    const { browser } = await makeAna({ signInAttempts: attemptLimiter(memoryCounts()) })
    const inBrowser = await browser()

    const answers = []
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      answers.push(await problemOf(await inBrowser(OWN_PASSWORD, changing(PASSWORD, newPassword))))
    }

    expect(answers.at(-1)).toMatchObject({ status: 400, code, fields: { newPassword: expect.any(String) } })
    expect((await inBrowser(OWN_PASSWORD, changing(PASSWORD, NEW_PASSWORD))).status).toBe(200)
  })

  it('is guessed no faster here than at sign-in', async () => {
    const { browser } = await makeAna({ signInAttempts: attemptLimiter(memoryCounts()) })
    const inBrowser = await browser()
    const wrong = () => inBrowser(OWN_PASSWORD, changing('wrong horse battery staple', NEW_PASSWORD))
    for (let attempt = 1; attempt <= 10; attempt += 1) await wrong()

    const answer = await inBrowser(OWN_PASSWORD, changing(PASSWORD, NEW_PASSWORD))

    expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true])
  })

  it('is not changed where another one was chosen while it was looked at', async () => {
    let whileHashing = async () => {}
    const { ports } = makeService()
    const { browser, ports: used } = await makeAna({
      passwords: {
        ...ports.passwords,
        hash: async (...given) => {
          await whileHashing()
          return ports.passwords.hash(...given)
        },
      },
    })
    const inBrowser = await browser()
    const other = await browser()
    whileHashing = async () => {
      whileHashing = async () => {}
      await other(OWN_PASSWORD, changing(PASSWORD, 'another sentence of my own'))
    }

    const refused = await inBrowser(OWN_PASSWORD, changing(PASSWORD, NEW_PASSWORD))

    expect([refused.status, (await problemOf(refused)).code]).toEqual([401, 'signed-out'])
    expect((await used.identities.listOf('user-Ana')).map(({ secret }) => secret)).toEqual([
      'readable:another sentence of my own',
    ])
  })

  it('is not there to be changed where passwords are switched off', async () => {
    const { program } = await makeAna({ hasPasswordSignIn: false })

    const { hasPassword } = await accountOf(await program(ACCOUNT))
    const init = withHeaders(changing(PASSWORD, NEW_PASSWORD), { Origin: ORIGIN })
    const answers = [
      await program(OWN_PASSWORD, init),
      await program(
        '/console/v1/session/fresh',
        json('POST', { method: 'password', password: PASSWORD }, { Origin: ORIGIN }),
      ),
    ]

    expect(hasPassword).toBe(false)
    for (const answer of answers) expect((await problemOf(answer)).code).toBe('password-sign-in-off')
    expect(await (await program('/console/v1/session/fresh')).json()).toEqual({ methods: [], isFresh: true })
  })
})

describe('one’s own name', () => {
  it('is changed for what comes, and what was recorded keeps the name of then', async () => {
    const { browser, ports } = await makeAna()
    const inBrowser = await browser()

    const answer = await inBrowser(ACCOUNT, json('PATCH', { name: '  Ana Lind ' }))

    expect(await answer.json()).toMatchObject({ user: { name: 'Ana Lind' } })
    expect(await (await inBrowser(SESSION)).json()).toMatchObject({ user: { name: 'Ana Lind' } })
    const [renamed, started] = await ports.audit.list(2)
    expect([renamed, started]).toMatchObject([
      { action: 'user.renamed', actorName: 'Ana', detail: { before: 'Ana', after: 'Ana Lind' } },
      { action: 'session.started', actorName: 'Ana' },
    ])
  })

  it('leaves no record when it is the same', async () => {
    const { browser, ports } = await makeAna()
    const inBrowser = await browser()
    const before = await ports.audit.list(100)

    await inBrowser(ACCOUNT, json('PATCH', { name: 'Ana' }))

    expect(await ports.audit.list(100)).toEqual(before)
  })

  it.each(['', '   ', 'x'.repeat(101), 'a\u202eb', '\u200b'])('is never %j', async (name) => {
    const { program } = await makeAna()

    const answer = await program(ACCOUNT, json('PATCH', { name }))

    expect(await problemOf(answer)).toMatchObject({ status: 400, fields: { name: expect.any(String) } })
  })
})

describe('whom to ask', () => {
  it('are, by name, those who administer the product or one of one’s own workspaces, and is not suspended', async () => {
    const { program, as } = await makeAna()
    await as('sysadmin', 'Root')
    await as('admin', 'Adam')
    await as('approver', 'Alma')
    const zoe = await as('sysadmin', 'Zoe')
    await as('observer', 'Eli')
    await as('sysadmin', 'Sue')
    const shop = await (await zoe('/console/v1/workspaces', json('POST', { name: 'Shop' }))).json()
    const elsewhere = { sysadmin: false, roles: [{ workspace: shop.id, role: 'admin' }] }
    await zoe('/console/v1/users/user-Eli/roles', json('PUT', elsewhere, { 'If-Match': '*' }))
    await zoe('/console/v1/users/user-Sue/suspend', { method: 'POST' })

    const { administrators } = await accountOf(await program(ACCOUNT))

    expect(administrators).toEqual([
      { name: 'Adam', sysadmin: false, workspaces: ['default'] },
      { name: 'Root', sysadmin: true, workspaces: [] },
      { name: 'Zoe', sysadmin: true, workspaces: [] },
    ])
  })

  it('never say an e-mail address', async () => {
    const { program, as } = await makeAna()
    await as('admin', 'Adam')

    const answer = await program(ACCOUNT)

    expect(await answer.text()).not.toContain('@')
  })
})
