import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { type Invitation, Invitations } from '#contract/invitations.ts'
import { type ListedUser, UserList } from '#contract/users.ts'
import type { MailMessage, MailSender } from '#service/ports.ts'
import { SET_UP_LINK_SECONDS } from '#service/users/set-up-link.ts'
import { addWorkspace, makeAudit } from '../storage/records.ts'
import { json, makeService, ORIGIN } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const USERS = '/console/v1/users'
const INVITATIONS = '/console/v1/invitations'

type Service = ReturnType<typeof makeService>
type Call = Service['call']

const inWorkspace = (workspace: string, role: 'observer' | 'approver' | 'admin' = 'observer') => ({
  workspace,
  role,
})

/** A service with the workspaces `default` and `nordics`, a system administrator, and an administrator of `nordics`. */
async function makeWorld(overrides: Parameters<typeof makeService>[0] = {}) {
  const service = makeService(overrides)
  await addWorkspace(service.ports, 'nordics')
  const root = await service.as('sysadmin', 'Root')
  const nora = await service.as([inWorkspace('nordics', 'admin')], 'Nora')
  return { ...service, root, nora }
}

async function listed(call: Call, query = ''): Promise<UserList> {
  return v.parse(UserList, await (await call(`${USERS}${query}`)).json())
}

const namesIn = ({ users }: UserList) => users.map(({ name, email }) => name || email)

async function invite(call: Call, input: object): Promise<Invitation[]> {
  const answer = await call(INVITATIONS, json('POST', { roles: [inWorkspace('nordics')], ...input }))
  return v.parse(Invitations, await answer.json()).invitations
}

async function inviteOne(call: Call, email: string, input: object = {}) {
  const [invitation] = await invite(call, { people: [{ email }], ...input })
  if (invitation === undefined) throw new Error(`${email} was not invited.`)
  return { ...invitation, code: codeOf(invitation.setUpUrl) }
}

const codeOf = (setUpUrl: string) => setUpUrl.split('#code=')[1] ?? ''

const setUp = ({ call }: Service, input: object) =>
  call('/console/v1/set-up', json('POST', { password: PASSWORD, ...input }, { Origin: ORIGIN }))

const problemOf = async (answer: Response) => v.parse(Problem, await answer.json())

/** What differs between any two answers: ids, links, entity tags, and when. */
const shapeOf = ({ user, setUpUrl, expiresAt, mail }: Invitation) => ({
  expiresAt,
  mail,
  setUpUrl: setUpUrl.replace(/tsu_\w+/, 'tsu_'),
  user: { ...user, id: '', email: '', etag: '' },
})

const personNamed = ({ users }: UserList, name: string): ListedUser | undefined =>
  users.find((user) => user.name === name)

describe('the list of people', () => {
  async function makeMany() {
    const world = await makeWorld()
    const both = [inWorkspace('default', 'approver'), inWorkspace('nordics')]
    await world.as(both, 'Lucía Fernández')
    await world.as('observer', 'Bo Ek')
    await invite(world.root, { people: [{ email: 'dan@example.com' }], roles: [inWorkspace('default')] })
    await world.root(`${USERS}/user-Bo Ek/suspend`, { method: 'POST' })
    return world
  }

  it('says who everyone is, what they hold, and whether they can sign in', async () => {
    const { root } = await makeMany()

    const people = await listed(root)

    expect(people.users).toMatchObject([
      { name: 'Bo Ek', roles: [inWorkspace('default')], state: { kind: 'suspended', by: 'Root' } },
      {
        name: '',
        email: 'dan@example.com',
        state: {
          kind: 'invited',
          by: 'Root',
          invitedAt: '2026-11-21T12:00:00.000Z',
          linkExpiresAt: '2026-11-28T12:00:00.000Z',
        },
        lastSeenAt: null,
      },
      { name: 'Lucía Fernández', state: { kind: 'active' }, lastSeenAt: '2026-11-21T12:00:00.000Z' },
      { name: 'Nora' },
      { name: 'Root', sysadmin: true, roles: [] },
    ])
    expect(people.counts).toEqual({ all: 5, active: 3, invited: 1, suspended: 1 })
  })

  it.each([
    ['search=LUCIA', ['Lucía Fernández']],
    ['search=fern luc', ['Lucía Fernández']],
    ['search=dan@', ['dan@example.com']],
    ['search=nobody', []],
    ['role=approver', ['Lucía Fernández']],
    ['role=sysadmin', ['Root']],
    ['role=observer&workspace=nordics', ['Lucía Fernández']],
    ['role=sysadmin&workspace=nordics', []],
    ['workspace=nordics', ['Lucía Fernández', 'Nora']],
    ['state=invited', ['dan@example.com']],
    ['state=suspended', ['Bo Ek']],
    ['state=active&workspace=default', ['Lucía Fernández']],
  ])('with %s has those alone', async (query, names) => {
    const { root } = await makeMany()

    expect(namesIn(await listed(root, `?${query}`))).toEqual(names)
  })

  it('counts every state of those that the other filters let through', async () => {
    const { root } = await makeMany()

    const { counts } = await listed(root, '?workspace=default&state=invited')

    expect(counts).toEqual({ all: 3, active: 1, invited: 1, suspended: 1 })
  })

  it('goes on by its cursor, whoever went meanwhile', async () => {
    const { root, ports } = await makeWorld()
    for (let index = 100; index < 160; index += 20) {
      const people = Array.from({ length: 20 }, (_, more) => ({ email: `p${index + more}@example.com` }))
      await invite(root, { people })
    }
    const first = await listed(root, '?search=p1')
    const last = first.users.at(-1)
    await root(`${INVITATIONS}/${last?.id}`, { method: 'DELETE' })

    const next = await listed(root, `?search=p1&cursor=${first.cursor}`)

    expect(first.users).toHaveLength(50)
    expect(next.users.map(({ email }) => email)).toEqual(
      Array.from({ length: 10 }, (_, index) => `p${150 + index}@example.com`),
    )
    expect(next.cursor).toBeNull()
    const records = (await ports.audit.list(100)).filter(({ action }) => action === 'users.listed')
    expect(records).toHaveLength(1)
  })

  it.each(['state=gone', 'role=king', 'cursor=x'])('refuses %s', async (query) => {
    const { root } = await makeWorld()

    expect((await root(`${USERS}?${query}`)).status).toBe(400)
  })

  it('keeps when someone was last seen beyond their session, to the minute', async () => {
    const { root, as, advance } = await makeWorld()
    const bo = await as('observer', 'Bo')
    const seen = async () => personNamed(await listed(root), 'Bo')?.lastSeenAt
    advance(59)
    await bo('/console/v1/session')
    const withinTheMinute = await seen()
    advance(60)
    await bo('/console/v1/session')
    await bo('/console/v1/session', { method: 'DELETE' })

    expect([withinTheMinute, await seen()]).toEqual(['2026-11-21T12:00:00.000Z', '2026-11-21T12:01:59.000Z'])
  })
})

describe('the administrator of a workspace', () => {
  it('sees of people what they hold there alone', async () => {
    const { nora, as } = await makeWorld()
    await as([inWorkspace('default', 'approver'), inWorkspace('nordics')], 'Both')
    await as('admin', 'Elsewhere')

    const people = await listed(nora)

    expect(people.users.map(({ name, roles }) => [name, roles])).toEqual([
      ['Both', [inWorkspace('nordics')]],
      ['Nora', [inWorkspace('nordics', 'admin')]],
    ])
    expect(people.counts.all).toBe(2)
  })

  it('learns by no entity tag that something changed elsewhere', async () => {
    const { nora, root, as } = await makeWorld()
    await as([inWorkspace('nordics')], 'Both')
    const etag = async () => personNamed(await listed(nora), 'Both')?.etag
    const before = await etag()
    const held = { sysadmin: false, roles: [inWorkspace('default', 'admin'), inWorkspace('nordics')] }

    await root(`${USERS}/user-Both/roles`, json('PUT', held, { 'If-Match': '*' }))

    expect(await etag()).toBe(before)
  })

  it('leaves what someone holds elsewhere as it is', async () => {
    const { nora, as, ports } = await makeWorld()
    await as([inWorkspace('default', 'approver'), inWorkspace('nordics')], 'Both')
    const none = { sysadmin: false, roles: [] }

    const answer = await nora(`${USERS}/user-Both/roles`, json('PUT', none, { 'If-Match': '*' }))

    expect(await answer.json()).toMatchObject({ roles: [] })
    expect((await ports.users.find('user-Both'))?.roles).toEqual([inWorkspace('default', 'approver')])
  })

  it('cannot take the product from its administrator, who holds a role there as well', async () => {
    const { nora, root, ports } = await makeWorld()
    const held = { sysadmin: true, roles: [inWorkspace('nordics')] }
    await root(`${USERS}/user-Root/roles`, json('PUT', held, { 'If-Match': '*' }))
    const change = (sysadmin: boolean) =>
      nora(`${USERS}/user-Root/roles`, json('PUT', { sysadmin, roles: [] }, { 'If-Match': '*' }))

    const answers = [await change(false), await change(true)]

    expect(answers.map(({ status }) => status)).toEqual([403, 200])
    expect(await ports.users.find('user-Root')).toMatchObject({ sysadmin: true, roles: [] })
  })

  it('is answered alike whether or not an e-mail is known elsewhere, and so is everything after', async () => {
    const { nora, as, call } = await makeWorld()
    await as('approver', 'Known')
    const [known, unknown] = [
      await inviteOne(nora, 'known@example.com'),
      await inviteOne(nora, 'nobody@example.com'),
    ]
    const describedBy = async ({ code }: { code: string }) =>
      (await call('/console/v1/set-up/link', json('POST', { code }))).json()
    const again = async (email: string) =>
      problemOf(
        await nora(INVITATIONS, json('POST', { people: [{ email }], roles: [inWorkspace('nordics')] })),
      )

    expect(shapeOf(known)).toEqual(shapeOf(unknown))
    expect(await describedBy(known)).toEqual({ kind: 'invited', name: '', email: 'known@example.com' })
    expect(await describedBy(unknown)).toEqual({ kind: 'invited', name: '', email: 'nobody@example.com' })
    const { users } = await listed(nora, '?state=invited')
    expect(users.map(({ state, lastSeenAt }) => ({ state, lastSeenAt }))).toEqual([
      { state: unknown.user.state, lastSeenAt: null },
      { state: known.user.state, lastSeenAt: null },
    ])
    expect((await again('known@example.com')).fields).toEqual((await again('nobody@example.com')).fields)
  })

  it('has the stores and the hash asked the same, whether or not an e-mail is known, so that no time tells', async () => {
    const asked: string[] = []
    const { ports } = makeService()
    const watched = <Port extends object>(port: Port, name: string): Port =>
      new Proxy(port, {
        get(target, key): unknown {
          const member: unknown = Reflect.get(target, key)
          if (typeof member !== 'function') return member
          return (...given: unknown[]): unknown => {
            asked.push(`${name}.${String(key)}`)
            return Reflect.apply(member, target, given)
          }
        },
      })
    const { users, identities, invitations, setUpLinks, passwords } = ports
    const { nora, as, call } = await makeWorld({
      ...ports,
      users: watched(users, 'users'),
      identities: watched(identities, 'identities'),
      invitations: watched(invitations, 'invitations'),
      setUpLinks: watched(setUpLinks, 'setUpLinks'),
      passwords: watched(passwords, 'passwords'),
    })
    await as('approver', 'Known')
    const askedBy = async (act: () => Promise<unknown>) => {
      asked.length = 0
      await act()
      return [...asked]
    }
    const inviting = (email: string) => askedBy(() => inviteOne(nora, email))
    const signingIn = (email: string) =>
      askedBy(() => call('/console/v1/access-token', json('POST', { email, password: 'not the right one' })))

    expect(await inviting('known@example.com')).toEqual(await inviting('nobody@example.com'))
    expect(await signingIn('known@example.com')).toEqual(await signingIn('unknown@example.com'))
    expect(asked).toContain('passwords.verify')
  })

  it('renews of an invitation only what they could have given, and nobody is told of the rest', async () => {
    const service = await makeWorld()
    const { root, nora, ports } = service
    const roles = [inWorkspace('default', 'admin'), inWorkspace('nordics')]
    const made = await inviteOne(root, 'eve@example.com', { roles, sysadmin: true })

    const answer = await nora(`${INVITATIONS}/${made.user.id}/renew`, { method: 'POST' })

    const { user, setUpUrl }: Invitation = await answer.json()
    expect(user.roles).toEqual([inWorkspace('nordics')])
    await setUp(service, { code: codeOf(setUpUrl), name: 'Eve' })
    expect(await ports.users.findByEmail('eve@example.com')).toMatchObject({
      sysadmin: false,
      roles: [inWorkspace('nordics')],
    })
    expect((await ports.invitations.find(made.user.id))?.roles).toEqual([inWorkspace('default', 'admin')])
  })

  it('takes back of an invitation only what they could have given', async () => {
    const { root, nora, ports } = await makeWorld()
    const roles = [inWorkspace('default'), inWorkspace('nordics')]
    const { user } = await inviteOne(root, 'eve@example.com', { roles })

    const answers = [
      await nora(`${INVITATIONS}/${user.id}`, { method: 'DELETE' }),
      await nora(`${INVITATIONS}/${user.id}`, { method: 'DELETE' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([204, 404])
    expect(await ports.invitations.list()).toMatchObject([{ roles: [inWorkspace('default')] }])
  })
})

describe('the audit log', () => {
  it('tells the administrator of a workspace of people what concerns that workspace alone, in every form', async () => {
    const { nora, root, as } = await makeWorld()
    await as([inWorkspace('default', 'approver'), inWorkspace('nordics')], 'Both')
    await invite(root, { people: [{ email: 'there@example.com' }], roles: [inWorkspace('nordics')] })
    await invite(root, {
      people: [{ email: 'secret@example.com' }],
      roles: [inWorkspace('default', 'admin')],
    })
    await root('/console/v1/workspaces', json('POST', { name: 'Iberia' }))
    const none = { sysadmin: false, roles: [] }
    await nora(`${USERS}/user-Both/roles`, json('PUT', none, { 'If-Match': '*' }))

    const answer = await nora('/console/v1/audit')
    const {
      records,
      overview,
    }: { records: { action: string; detail: object }[]; overview: { count: number } } = await answer
      .clone()
      .json()

    const onPeople = records.filter(({ action }) => /^(?:user|workspace)\./.test(action))
    expect(onPeople.map(({ action, detail }) => [action, detail])).toEqual([
      ['user.roles-set', none],
      ['user.created', { email: 'there@example.com', sysadmin: false, roles: [inWorkspace('nordics')] }],
      ['user.set-up', {}],
      [
        'user.created',
        { email: 'nora@example.com', sysadmin: false, roles: [inWorkspace('nordics', 'admin')] },
      ],
    ])
    expect(overview.count).toBe(records.length)
    const exports = ['csv', 'jsonl'].map(async (form) => (await nora(`/console/v1/audit.${form}`)).text())
    for (const text of [await answer.text(), ...(await Promise.all(exports))]) {
      expect(text).toContain('there@example.com')
      expect(text).not.toMatch(/secret@example\.com|both@example\.com|Iberia/)
    }
    expect(await (await root('/console/v1/audit')).text()).toMatch(/secret@example\.com.*both@example\.com/)
  })

  it('goes on past any number of records that its reader may not see', async () => {
    const { root, as, nora } = await makeWorld()
    const bo = await as('approver', 'Bo')
    await bo('/acme/target/clients/settings', json('PATCH', { timeZone: 'UTC' }))
    for (let index = 0; index < 120; index += 20) {
      const people = Array.from({ length: 20 }, (_, more) => ({ email: `p${index + more}@example.com` }))
      await invite(root, { people, roles: [inWorkspace('default')] })
    }
    const actionsIn = async (query: string) => {
      const { records }: { records: { action: string }[] } = await (
        await nora(`/console/v1/audit${query}`)
      ).json()
      return records.map(({ action }) => action)
    }

    expect(await actionsIn('?act=settings.updated')).toEqual(['settings.updated'])
    expect(await actionsIn('?act=user.created')).toEqual(['user.created'])
    expect(await actionsIn('')).toContain('settings.updated')
  })
})

describe('an invitation', () => {
  it('of several gives each their own link, which makes a user of them', async () => {
    const service = await makeWorld()
    const people = [{ email: 'Bo@Example.com', name: 'Bo' }, { email: 'cy@example.com' }]

    const [bo, cy] = await invite(service.root, { people })

    const answers = [
      await setUp(service, { code: codeOf(bo?.setUpUrl ?? '') }),
      await setUp(service, { code: codeOf(cy?.setUpUrl ?? ''), name: 'Cy' }),
      await setUp(service, { code: codeOf(cy?.setUpUrl ?? ''), name: 'Cy' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 404])
    expect((await listed(service.root, '?workspace=nordics')).users).toMatchObject([
      { name: 'Bo', email: 'bo@example.com', state: { kind: 'active' } },
      { name: 'Cy', email: 'cy@example.com', state: { kind: 'active' } },
      { name: 'Nora' },
    ])
  })

  it('without a name asks for it', async () => {
    const service = await makeWorld()
    const { code } = await inviteOne(service.root, 'cy@example.com')

    const problem = await problemOf(await setUp(service, { code }))

    expect(problem).toMatchObject({ status: 400, fields: { name: 'a name' } })
  })

  it('of someone who can sign in is accepted by that, beside what they hold', async () => {
    const service = await makeWorld()
    const { nora, as, ports } = service
    const known = await as([inWorkspace('default', 'approver')], 'Known')
    const { code } = await inviteOne(nora, 'known@example.com')

    const choosing = await problemOf(await setUp(service, { code, name: 'Thief' }))
    const accepting = await known(`${INVITATIONS}/accept`, json('POST', { code }))

    expect(choosing).toMatchObject({ status: 409, code: 'sign-in-to-accept' })
    expect(accepting.status).toBe(204)
    expect(await ports.users.find('user-Known')).toMatchObject({
      name: 'Known',
      roles: [inWorkspace('default', 'approver'), inWorkspace('nordics')],
    })
    expect(await ports.invitations.list()).toEqual([])
  })

  it('lowers nobody who accepts it', async () => {
    const { nora, root, as, ports } = await makeWorld()
    const known = await as([inWorkspace('default')], 'Known')
    const { code } = await inviteOne(nora, 'known@example.com')
    const more = { sysadmin: false, roles: [inWorkspace('nordics', 'approver')] }
    await root(`${USERS}/user-Known/roles`, json('PUT', more, { 'If-Match': '*' }))

    await known(`${INVITATIONS}/accept`, json('POST', { code }))

    expect((await ports.users.find('user-Known'))?.roles).toEqual(more.roles)
  })

  it('is worth nothing to anyone else who is signed in, nor past its end', async () => {
    const { nora, as, advance } = await makeWorld()
    const [known, eve] = [await as('observer', 'Known'), await as('observer', 'Eve')]
    const { code } = await inviteOne(nora, 'known@example.com')
    const accept = (call: Call) => call(`${INVITATIONS}/accept`, json('POST', { code }))

    expect((await accept(eve)).status).toBe(404)
    for (let hour = 0; hour < SET_UP_LINK_SECONDS / 3600; hour += 1) advance(3600)
    const late = await as('observer', 'Late')
    expect((await accept(late)).status).toBe(404)
    expect((await accept(known)).status).toBe(401)
  })

  it('ends its link when it is renewed, taken back or too old, and a clock set back brings none to life', async () => {
    const service = await makeWorld()
    const { root, ports, advance } = service
    const [renewed, withdrawn, old] = [
      await inviteOne(root, 'renewed@example.com'),
      await inviteOne(root, 'withdrawn@example.com'),
      await inviteOne(root, 'old@example.com'),
    ]
    await root(`${INVITATIONS}/${renewed.user.id}/renew`, { method: 'POST' })
    await root(`${INVITATIONS}/${withdrawn.user.id}`, { method: 'DELETE' })
    const statusOf = async ({ code }: { code: string }) => (await setUp(service, { code, name: 'X' })).status

    expect([await statusOf(renewed), await statusOf(withdrawn)]).toEqual([404, 404])
    advance(SET_UP_LINK_SECONDS)
    expect(await statusOf(old)).toBe(404)
    advance(-SET_UP_LINK_SECONDS)
    expect(await statusOf(old)).toBe(404)
    expect((await ports.invitations.find(old.user.id))?.codeSha256).toBeNull()
  })

  it.each([
    ['nobody', { people: [] }, 400],
    ['an e-mail twice', { people: [{ email: 'a@example.com' }, { email: 'A@example.com' }] }, 400],
    [
      '21 at once',
      { people: Array.from({ length: 21 }, (_, index) => ({ email: `a${index}@example.com` })) },
      400,
    ],
    ['nothing to hold', { roles: [] }, 400],
    ['an unknown role', { roles: [{ workspace: 'default', role: 'king' }] }, 400],
    ['two roles in one workspace', { roles: [inWorkspace('default'), inWorkspace('default', 'admin')] }, 400],
    ['a workspace that is none', { roles: [inWorkspace('nowhere')] }, 400],
    ['an unknown field', { password: 'x' }, 400],
    [
      'an e-mail that has an account',
      { people: [{ email: 'new@example.com' }, { email: 'nora@example.com' }] },
      409,
    ],
  ])('of %s is refused whole', async (_, input, status) => {
    const { root, ports } = await makeWorld()
    const sound = { people: [{ email: 'new@example.com' }], roles: [inWorkspace('nordics')] }

    const problem = await problemOf(await root(INVITATIONS, json('POST', { ...sound, ...input })))

    expect(problem.status).toBe(status)
    expect(await ports.invitations.list()).toEqual([])
  })

  it('names each e-mail that cannot be invited', async () => {
    const { root } = await makeWorld()
    await inviteOne(root, 'dan@example.com')
    const people = [{ email: 'dan@example.com' }, { email: 'new@example.com' }, { email: 'nora@example.com' }]

    const problem = await problemOf(
      await root(INVITATIONS, json('POST', { people, roles: [inWorkspace('nordics')] })),
    )

    expect(problem.fields).toEqual({ 'people.0.email': 'is taken', 'people.2.email': 'is taken' })
  })
})

describe('a link by e-mail', () => {
  function makeMail(outcome: () => ReturnType<MailSender['send']>) {
    const sent: MailMessage[] = []
    const send: MailSender['send'] = (message) => {
      sent.push(message)
      return outcome()
    }
    return { sent, mail: { send } }
  }
  const taken = async () => ({ receipt: { durationMs: 1, status: null } })

  it('goes to whoever is invited, in the language that was chosen, and is kept nowhere', async () => {
    const { sent, mail } = makeMail(taken)
    const { root, ports, logged } = await makeWorld({ mail })

    const { setUpUrl, code, mail: told } = await inviteOne(root, 'dan@example.com', { sendIn: 'sv' })

    expect(told).toEqual({ failure: null })
    expect(sent).toMatchObject([
      { to: 'dan@example.com', language: 'sv', subject: expect.stringContaining('Inbjudan') },
    ])
    expect(sent[0]?.text).toContain(`\n\n${setUpUrl}\n\n`)
    const kept = [await ports.invitations.list(), await ports.audit.list(100), logged]
    expect(JSON.stringify([...kept, await ports.notices.deliveries('acme', {}, 100)])).not.toContain(code)
  })

  it('is told of when it failed, and the link is there all the same', async () => {
    const failure = { reason: 'mail-refused', status: null, said: '552 mailbox full' } as const
    const { mail } = makeMail(async () => ({ failure }))
    const service = await makeWorld({ mail })

    const { code, mail: told } = await inviteOne(service.root, 'dan@example.com', { sendIn: 'en' })

    expect(told).toEqual({ failure })
    expect((await setUp(service, { code, name: 'Dan' })).status).toBe(201)
  })

  it('is told of when the fault is ours, and the operator is warned', async () => {
    const { mail } = makeMail(async () => {
      throw new Error('a fault that holds tsu_secret')
    })
    const warned: string[] = []
    const { root } = await makeWorld({ mail, warn: (sentence) => warned.push(sentence) })

    const { mail: told } = await inviteOne(root, 'dan@example.com', { sendIn: 'en' })

    expect(told).toMatchObject({ failure: { reason: 'fault' } })
    expect(warned).toEqual(['A link could not be sent by e-mail, by a fault of our own.'])
  })

  it('is refused before anything is made where there is no mail server', async () => {
    const { root, ports } = await makeWorld({ mail: null })
    const input = { people: [{ email: 'dan@example.com' }], roles: [inWorkspace('nordics')], sendIn: 'en' }

    const problem = await problemOf(await root(INVITATIONS, json('POST', input)))

    expect(problem).toMatchObject({ status: 409, code: 'mail-not-set-up' })
    expect(await ports.invitations.list()).toEqual([])
    expect((await listed(root)).isMailSetUp).toBe(false)
  })

  it('cannot be sent without bound, and links without e-mail still can be made', async () => {
    const noticeTries = { consume: async () => 30, giveBack: async () => {} }
    const { root } = await makeWorld({ noticeTries })
    const make = (body?: object) => root(`${USERS}/user-Nora/set-up-link`, json('POST', body))

    const answers = [await make({ sendIn: 'fr' }), await make()]

    expect(answers.map(({ status }) => status)).toEqual([503, 201])
    expect(answers[0]?.headers.get('Retry-After')).toBe('30')
  })
})

describe('a change of roles', () => {
  it('is refused to the second of two who saw the same', async () => {
    const { root, as, nora, ports } = await makeWorld()
    await as([inWorkspace('nordics')], 'Bo')
    const etag = personNamed(await listed(nora), 'Bo')?.etag ?? ''
    const ofRoot = personNamed(await listed(root), 'Bo')?.etag ?? ''
    const give = (call: Call, role: 'approver' | 'admin', ifMatch: string) =>
      call(
        `${USERS}/user-Bo/roles`,
        json('PUT', { sysadmin: false, roles: [inWorkspace('nordics', role)] }, { 'If-Match': ifMatch }),
      )

    const answers = [await give(nora, 'approver', etag), await give(root, 'admin', ofRoot)]

    expect(answers.map(({ status }) => status)).toEqual([200, 412])
    expect((await problemOf(answers[1] ?? new Response())).first).toEqual({
      changed: 'person',
      by: 'Nora',
      at: '2026-11-21T12:00:00.000Z',
    })
    expect((await ports.users.find('user-Bo'))?.roles).toEqual([inWorkspace('nordics', 'approver')])
  })

  it('tells of who was first no more than the log does', async () => {
    const { root, as, nora, ports } = await makeWorld()
    await as([inWorkspace('nordics'), inWorkspace('default')], 'Bo')
    const etag = personNamed(await listed(nora), 'Bo')?.etag ?? ''
    const seen = personNamed(await listed(root), 'Bo')?.etag ?? ''
    const give = (call: Call, ifMatch: string, ...roles: object[]) =>
      call(`${USERS}/user-Bo/roles`, json('PUT', { sysadmin: false, roles }, { 'If-Match': ifMatch }))
    await give(root, seen, inWorkspace('nordics', 'admin'), inWorkspace('default', 'admin'))

    const answer = await give(nora, etag, inWorkspace('nordics', 'approver'))

    expect(answer.status).toBe(412)
    expect((await problemOf(answer)).first).toBeUndefined()
    await ports.users.remove({ id: 'user-Bo', name: 'Bo', email: 'bo@example.com' }, 0, makeAudit())
    const late = await give(nora, etag, inWorkspace('nordics', 'approver'))
    expect((await problemOf(late)).first).toBeUndefined()
  })

  it('takes If-Match, and only workspaces that there are', async () => {
    const { root } = await makeWorld()
    const held = { sysadmin: false, roles: [inWorkspace('nowhere')] }
    const path = `${USERS}/user-Nora/roles`

    const answers = [
      await root(path, json('PUT', held)),
      await root(path, json('PUT', held, { 'If-Match': '*' })),
    ]

    expect(answers.map(({ status }) => status)).toEqual([400, 400])
  })
})

describe('someone who is suspended', () => {
  async function makeSuspended() {
    const world = await makeWorld()
    const bo = await world.as('approver', 'Bo')
    const made = await world.root(`${USERS}/user-Bo/set-up-link`, { method: 'POST' })
    const { setUpUrl }: { setUpUrl: string } = await made.json()
    const credentials = { email: 'bo@example.com', password: PASSWORD }
    const signIn = (password = PASSWORD) =>
      world.call('/console/v1/access-token', json('POST', { ...credentials, password }))
    const { accessToken }: { accessToken: string } = await (await signIn()).json()
    const byToken = () =>
      world.call('/console/v1/session', { headers: { Authorization: `Bearer ${accessToken}` } })
    const suspend = () => world.root(`${USERS}/user-Bo/suspend`, { method: 'POST' })
    const reinstate = () => world.root(`${USERS}/user-Bo/reinstate`, { method: 'POST' })
    return { ...world, bo, byToken, signIn, suspend, reinstate, code: codeOf(setUpUrl) }
  }

  it('is out at once: of sessions and access tokens, of their link, of signing in', async () => {
    const world = await makeSuspended()

    const answer = await world.suspend()

    expect(await answer.json()).toMatchObject({
      state: { kind: 'suspended', since: '2026-11-21T12:00:00.000Z', by: 'Root' },
    })
    const statuses = [
      await world.bo('/console/v1/session'),
      await world.byToken(),
      await setUp(world, { code: world.code }),
      await world.signIn(),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 401, 404, 401])
    expect((await world.root(`${USERS}/user-Bo/set-up-link`, { method: 'POST' })).status).toBe(409)
  })

  it('is told nothing at sign-in that someone with a wrong password is not', async () => {
    const { suspend, signIn } = await makeSuspended()
    await suspend()

    const [right, wrong] = [
      await problemOf(await signIn()),
      await problemOf(await signIn('not the right one')),
    ]

    expect({ ...right, requestId: '' }).toEqual({ ...wrong, requestId: '' })
  })

  it('signs in as before once they are reinstated, and holds what they held', async () => {
    const { suspend, reinstate, signIn, byToken, ports } = await makeSuspended()
    await suspend()

    const answer = await reinstate()

    expect(await answer.json()).toMatchObject({ state: { kind: 'active' } })
    expect([(await signIn()).status, (await byToken()).status]).toEqual([201, 401])
    expect((await ports.users.find('user-Bo'))?.roles).toEqual([inWorkspace('default', 'approver')])
  })

  it('is suspended and reinstated once', async () => {
    const { suspend, reinstate } = await makeSuspended()

    const answers = [await reinstate(), await suspend(), await suspend(), await reinstate()]

    expect(answers.map(({ status }) => status)).toEqual([409, 200, 409, 200])
    expect((await problemOf(answers[2] ?? new Response())).first).toMatchObject({
      changed: 'person',
      by: 'Root',
    })
  })
})

describe('a link', () => {
  it('ends with the right of who made it: nobody comes back by their own', async () => {
    const service = await makeWorld()
    const ana = await service.as('sysadmin', 'Ana')
    const own = await inviteOne(ana, 'ana.again@example.com', { sysadmin: true, roles: [] })
    const forNora = await ana(`${USERS}/user-Nora/set-up-link`, { method: 'POST' })
    const { setUpUrl }: { setUpUrl: string } = await forNora.json()

    await service.root(`${USERS}/user-Ana/suspend`, { method: 'POST' })

    const answers = [
      await service.call('/console/v1/set-up/link', json('POST', { code: own.code })),
      await setUp(service, { code: own.code, name: 'Ana' }),
      await setUp(service, { code: codeOf(setUpUrl) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await listed(service.root, '?state=invited')).users).toMatchObject([
      { email: 'ana.again@example.com', state: { by: 'Ana', linkExpiresAt: '2026-11-21T12:00:00.000Z' } },
    ])
  })

  it('of an invitation is made anew by whoever still may, and works', async () => {
    const service = await makeWorld()
    const ana = await service.as('sysadmin', 'Ana')
    const { user } = await inviteOne(ana, 'dan@example.com', { roles: [inWorkspace('nordics')] })
    await service.root(`${USERS}/user-Ana/suspend`, { method: 'POST' })

    const renewed = await service.nora(`${INVITATIONS}/${user.id}/renew`, { method: 'POST' })
    const { setUpUrl }: { setUpUrl: string } = await renewed.json()

    expect((await setUp(service, { code: codeOf(setUpUrl), name: 'Dan' })).status).toBe(201)
  })
})

describe('someone who is removed', () => {
  it('is gone with all by which they get in, and records keep their name', async () => {
    const { root, as, ports, call } = await makeWorld()
    const bo = await as('approver', 'Bo')
    await bo('/acme/target/authentication/token?authorizationScope=profile_api', { method: 'POST' })

    const answer = await root(`${USERS}/user-Bo`, { method: 'DELETE' })

    expect(answer.status).toBe(204)
    expect((await bo('/console/v1/session')).status).toBe(401)
    const credentials = { email: 'bo@example.com', password: PASSWORD }
    expect((await call('/console/v1/access-token', json('POST', credentials))).status).toBe(401)
    expect(namesIn(await listed(root))).toEqual(['Nora', 'Root'])
    const { records }: { records: object[] } = await (await root('/console/v1/audit')).json()
    expect(records).toContainEqual(expect.objectContaining({ action: 'user.removed', subjectName: 'Bo' }))
    expect(records).toContainEqual(expect.objectContaining({ action: 'user.created', subjectName: 'Bo' }))
    expect(records).toContainEqual(
      expect.objectContaining({ action: 'token.generated', actor: expect.objectContaining({ name: 'Bo' }) }),
    )
    await ports.users.forgetRemoved(ports.now() + 1)
    expect(await ports.users.nameOf('user-Bo')).toBeUndefined()
  })

  it('can be invited anew', async () => {
    const service = await makeWorld()
    await service.as('approver', 'Bo')
    await service.root(`${USERS}/user-Bo`, { method: 'DELETE' })

    const { code } = await inviteOne(service.root, 'bo@example.com')

    expect((await setUp(service, { code, name: 'Bo' })).status).toBe(201)
  })
})

describe('the last who can administer', () => {
  it.each([
    ['suspended', `${USERS}/user-Root/suspend`, { method: 'POST' }],
    ['removed', `${USERS}/user-Root`, { method: 'DELETE' }],
    ['lowered', `${USERS}/user-Root/roles`, json('PUT', { sysadmin: false, roles: [] }, { 'If-Match': '*' })],
  ])('is not %s by themselves, until another one can', async (_, path, init) => {
    const service = await makeWorld()
    const { root, as } = service
    await inviteOne(root, 'dan@example.com', { sysadmin: true, roles: [] })
    await as('sysadmin', 'Out')
    await root(`${USERS}/user-Out/suspend`, { method: 'POST' })

    const refused = await root(path, init)
    await as('sysadmin', 'Other')
    const done = await root(path, init)

    expect(await problemOf(refused)).toMatchObject({ status: 409, code: 'last-administrator' })
    expect(done.ok).toBe(true)
  })
})

describe('workspaces', () => {
  const WORKSPACES = '/console/v1/workspaces'
  const add = (call: Call, name: string) => call(WORKSPACES, json('POST', { name }))

  it('are there for those who hold something there, with how many do for who administers', async () => {
    const { root, nora, as } = await makeWorld()
    const bo = await as([inWorkspace('nordics')], 'Bo')
    await inviteOne(nora, 'dan@example.com')
    const seen = async (call: Call) => {
      const { workspaces }: { workspaces: object[] } = await (await call(WORKSPACES)).json()
      return workspaces
    }

    expect(await seen(root)).toEqual([
      { id: 'default', name: 'Default', role: null, people: 0, etag: '"1"' },
      { id: 'nordics', name: 'nordics', role: null, people: 3, etag: '"1"' },
    ])
    expect(await seen(nora)).toEqual([
      { id: 'nordics', name: 'nordics', role: 'admin', people: 3, etag: '"1"' },
    ])
    expect(await seen(bo)).toEqual([
      { id: 'nordics', name: 'nordics', role: 'observer', people: null, etag: '"1"' },
    ])
  })

  it('have an id that can be read and stays, and a name that is theirs alone', async () => {
    const { root } = await makeWorld()
    const made: { id: string } = await (await add(root, 'Östeuropa & Türkei')).json()
    const twice = await add(root, 'ÖSTEUROPA & Türkei')
    const rename = (id: string, name: string, ifMatch: string) =>
      root(`${WORKSPACES}/${id}`, json('PUT', { name }, { 'If-Match': ifMatch }))

    const renamed = await rename(made.id, 'East', '"1"')
    const [stale, taken] = [await rename(made.id, 'West', '"1"'), await rename(made.id, 'Nordics', '"2"')]
    const again: { id: string } = await (await add(root, 'Osteuropa & Turkei')).json()
    const unwritten: { id: string } = await (await add(root, '日本')).json()

    expect(made.id).toBe('osteuropa-turkei')
    expect(await problemOf(twice)).toMatchObject({ status: 409, code: 'name-taken' })
    expect(await renamed.json()).toMatchObject({ id: 'osteuropa-turkei', name: 'East', etag: '"2"' })
    expect([stale.status, taken.status]).toEqual([412, 409])
    expect((await problemOf(stale)).first).toMatchObject({ changed: 'workspace', by: 'Root' })
    expect(again.id).toMatch(/^osteuropa-turkei-[0-9a-f]{24}$/)
    expect(unwritten.id).toMatch(/^[0-9a-f]{24}$/)
  })

  it('go once nobody holds a role there or is invited to, but for the one where everyone begins', async () => {
    const { root, nora } = await makeWorld()
    const { user } = await inviteOne(nora, 'dan@example.com')
    const remove = async (id: string) => (await root(`${WORKSPACES}/${id}`, { method: 'DELETE' })).status

    const held = await remove('nordics')
    await root(`${USERS}/user-Nora`, { method: 'DELETE' })
    const invited = await remove('nordics')
    await root(`${INVITATIONS}/${user.id}`, { method: 'DELETE' })

    expect([held, invited, await remove('nordics'), await remove('nordics')]).toEqual([409, 409, 204, 404])
    expect(await remove('default')).toBe(409)
  })

  it('are 100 at most', async () => {
    const { root, ports } = await makeWorld()
    for (let index = 2; index < 100; index += 1) await addWorkspace(ports, `w${index}`)

    const problem = await problemOf(await add(root, 'One more'))

    expect(problem).toMatchObject({ status: 409, code: 'too-many-workspaces' })
  })

  it('are told to whoever is signed in by their names', async () => {
    const { nora } = await makeWorld()

    expect(await (await nora('/console/v1/session')).json()).toMatchObject({
      workspaces: [{ id: 'nordics', name: 'nordics' }],
      permitted: expect.arrayContaining(['users.view', 'users.invite']),
    })
  })
})
