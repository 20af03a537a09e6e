import { describe, expect, it } from 'vitest'
import type { Stores } from '#service/stores.ts'
import {
  addUser,
  addWorkspace,
  makeAudit,
  makeIdentity,
  makeInvitation,
  makeLink,
  makeSession,
  makeUser,
  setRoles,
  START,
} from './records.ts'
import { storeKinds } from './store-kinds.ts'

const SUSPENSION = { at: START, by: 'Ana', byId: 'user-ana' }
const NONE = { sysadmin: false, roles: [] }
const EDITOR_OF_SHOP = { workspace: 'shop', role: 'editor' } as const

const add = ({ invitations }: Stores, ...made: ReturnType<typeof makeInvitation>[]) =>
  invitations.add(made, () => false, [makeAudit()])

const suspend = ({ users }: Stores, userId: string) => users.suspend(userId, SUSPENSION, makeAudit())
const remove = ({ users }: Stores, id: string) => users.remove(makeUser({ id }), START, makeAudit())
const startSession = ({ sessions }: Stores) => sessions.start(makeSession(), makeIdentity(), makeAudit())

/** Nothing was stored: so many records as before. */
async function recordsDuring(stores: Stores, act: () => Promise<unknown>): Promise<number> {
  const before = (await stores.audit.list(100)).length
  await act()
  return (await stores.audit.list(100)).length - before
}

describe.each(storeKinds)('invitations in $kind', ({ open }) => {
  it('are found by id and by the code of their link, with what they offer', async () => {
    const stores = await open()
    await addWorkspace(stores, 'shop')
    const offered = [EDITOR_OF_SHOP, { workspace: 'default', role: 'observer' } as const]
    const made = makeInvitation({ name: 'Dan', sysadmin: true, roles: offered })

    await add(stores, made, makeInvitation({ id: 'other', codeSha256: null }))

    const kept = { ...made, roles: offered.toReversed() }
    expect(await stores.invitations.find(made.id)).toEqual(kept)
    expect(await stores.invitations.findByCode('code for invitation-1')).toEqual(kept)
    expect(await stores.invitations.findByCode('none')).toBeUndefined()
    expect(await stores.invitations.list()).toHaveLength(2)
  })

  it('are refused whole to a workspace that is none, and of an e-mail whose person is seen', async () => {
    const stores = await open()
    await addUser(stores, makeUser({ email: 'ana@example.com' }))
    const [sound, lost] = [makeInvitation(), makeInvitation({ id: 'lost', roles: [EDITOR_OF_SHOP] })]
    const again = makeInvitation({ id: 'again', email: 'ana@example.com' })

    expect(await recordsDuring(stores, () => add(stores, sound, lost))).toBe(0)
    expect(await stores.invitations.add([sound, again], () => true, [makeAudit()])).toBe('taken')
    expect(await stores.invitations.add([again], ({ sysadmin }) => sysadmin, [makeAudit()])).toBe('done')
    expect(await stores.invitations.list()).toEqual([again])
  })

  it('make a user once, and none whose e-mail is taken', async () => {
    const stores = await open()
    await addUser(stores, makeUser({ id: 'user-ben', email: 'ben@example.com' }))
    await add(stores, makeInvitation(), makeInvitation({ id: 'to ben', email: 'ben@example.com' }))
    const accept = (code: string, id: string, email = `${id}@example.com`) =>
      stores.invitations.acceptAsNew(code, makeUser({ id, email }), makeIdentity({ userId: id }), makeAudit())

    const done = await Promise.all([
      accept('code for invitation-1', 'one'),
      accept('code for invitation-1', 'two'),
    ])
    const taken = await recordsDuring(stores, async () => {
      expect(await accept('code for to ben', 'three', 'ben@example.com')).toBe('taken')
    })

    expect(done.toSorted()).toEqual(['done', 'gone'])
    expect(taken).toBe(0)
    expect(await stores.users.list()).toHaveLength(2)
    expect(await stores.invitations.list()).toMatchObject([{ id: 'to ben' }])
  })

  it('give a user what they offer beside what they hold, once', async () => {
    const stores = await open()
    await addWorkspace(stores, 'shop')
    await addUser(stores, makeUser())
    await add(stores, makeInvitation({ roles: [EDITOR_OF_SHOP, { workspace: 'default', role: 'observer' }] }))
    const accept = () => stores.invitations.acceptAs('code for invitation-1', 'user-ana', makeAudit())

    const accepted = [await accept(), await accept()]

    expect(accepted).toEqual([true, false])
    expect((await stores.users.find('user-ana'))?.roles).toEqual([
      { workspace: 'default', role: 'approver' },
      EDITOR_OF_SHOP,
    ])
  })

  it('are replaced as they were read, and not once they have another link', async () => {
    const stores = await open()
    const [made, renewed] = [makeInvitation(), makeInvitation({ id: 'renewed' })]
    await add(stores, made)
    const replace = (after: (typeof made)[]) => stores.invitations.replace(made, after, makeAudit())

    const done = await Promise.all([replace([renewed]), replace([])])

    expect(done).toEqual([true, false])
    expect(await stores.invitations.list()).toEqual([renewed])
  })

  it('stay when their links end', async () => {
    const stores = await open()
    await add(stores, makeInvitation({ linkExpiresAt: START }), makeInvitation({ id: 'later' }))

    await stores.invitations.endExpiredLinks(START)

    expect(await stores.invitations.findByCode('code for invitation-1')).toBeUndefined()
    expect((await stores.invitations.find('invitation-1'))?.codeSha256).toBeNull()
    expect(await stores.invitations.findByCode('code for later')).toBeDefined()
  })
})

describe.each(storeKinds)('someone who is suspended in $kind', ({ open }) => {
  it('has no session, no link, and gets none, until they are reinstated', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await startSession(stores)
    await stores.setUpLinks.replace(makeLink({ userId: 'user-ana' }), makeAudit())

    const done = [await suspend(stores, 'user-ana'), await suspend(stores, 'user-ana')]

    expect(done).toEqual(['done', 'changed'])
    expect(await stores.users.find('user-ana')).toMatchObject({ suspended: SUSPENSION })
    expect(await stores.sessions.find('session-1')).toBeUndefined()
    expect(await stores.setUpLinks.find('code for user-ana')).toBeUndefined()
    const link = makeLink({ userId: 'user-ana' })
    expect([await startSession(stores), await stores.setUpLinks.replace(link, makeAudit())]).toEqual([
      false,
      false,
    ])

    expect(await stores.users.reinstate('user-ana', makeAudit())).toBe(true)
    expect(await stores.users.reinstate('user-ana', makeAudit())).toBe(false)
    expect(await stores.users.find('user-ana')).toMatchObject({ suspended: null })
    expect(await startSession(stores)).toBe(true)
  })

  it('has what they were given before it only', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'link', userId: 'user-ana' }), makeAudit())
    const chosen = makeIdentity({ secret: 'hashed anew' })

    await suspend(stores, 'user-ana')

    expect(await stores.setUpLinks.use('link', chosen, null, makeAudit())).toBe(false)
    expect(await stores.identities.find(makeIdentity())).toEqual(makeIdentity())
  })
})

describe.each(storeKinds)('links that someone made, in $kind', ({ open }) => {
  const ADMIN = [{ workspace: 'default', role: 'admin' }] as const
  const elsewhere = [{ workspace: 'shop', role: 'observer' }] as const

  /** Root, whom nothing is taken from, and Ana, who made a link for Ben and three invitations; Ben made one as well. */
  async function makers() {
    const stores = await open()
    await addWorkspace(stores, 'shop')
    await addUser(stores, makeUser({ id: 'root', sysadmin: true }))
    await addUser(stores, makeUser({ sysadmin: true, roles: [...ADMIN] }))
    await addUser(stores, makeUser({ id: 'ben', roles: [...ADMIN] }))
    const link = makeLink({ codeSha256: 'new password', userId: 'ben', madeById: 'user-ana' })
    await stores.setUpLinks.replace(link, makeAudit())
    await add(
      stores,
      makeInvitation({ id: 'here', invitedById: 'user-ana' }),
      makeInvitation({ id: 'elsewhere', roles: [...elsewhere], invitedById: 'user-ana' }),
      makeInvitation({ id: 'sysadmin', sysadmin: true, roles: [], invitedById: 'user-ana' }),
      makeInvitation({ id: 'of ben', invitedById: 'ben' }),
      makeInvitation({ id: 'of nobody known', invitedById: null }),
    )
    const working = async () => {
      const invitations = (await stores.invitations.list()).filter(({ codeSha256 }) => codeSha256 !== null)
      const isLinkThere = (await stores.setUpLinks.find('new password')) !== undefined
      return [...(isLinkThere ? ['new password'] : []), ...invitations.map(({ id }) => id).toSorted()]
    }
    return { stores, working }
  }

  const OTHERS = ['of ben', 'of nobody known']

  it('end when they are suspended, for good, and who was invited stays so', async () => {
    const { stores, working } = await makers()

    await suspend(stores, 'user-ana')
    await stores.users.reinstate('user-ana', makeAudit())

    expect(await working()).toEqual(OTHERS)
    expect(await stores.invitations.find('here')).toMatchObject({
      codeSha256: null,
      linkExpiresAt: SUSPENSION.at,
      invitedBy: 'Ana',
    })
  })

  it('end when they are removed', async () => {
    const { stores, working } = await makers()
    const ana = makeUser()

    expect(await stores.users.remove(ana, START, makeAudit())).toBe('done')

    expect(await working()).toEqual(OTHERS)
  })

  it.each([
    ['the product', { sysadmin: false, roles: [...ADMIN] }, ['here', ...OTHERS]],
    ['everything but a low role', { sysadmin: false, roles: [...elsewhere] }, OTHERS],
    [
      'nothing of it',
      { sysadmin: true, roles: [] },
      ['new password', 'elsewhere', 'here', ...OTHERS, 'sysadmin'],
    ],
  ])('end as far as they could not make them any more who lost %s', async (_what, held, left) => {
    const { stores, working } = await makers()
    const byProvider = await makers()

    await setRoles(stores, 'user-ana', held)
    await byProvider.stores.oidc.takeRoles('user-ana', held, makeAudit())

    expect(await working()).toEqual(left)
    expect(await byProvider.working()).toEqual(left)
  })

  it('are of no use to anyone when they were being made while that was taken', async () => {
    const { stores } = await makers()
    await suspend(stores, 'user-ana')
    const link = makeLink({ codeSha256: 'late', userId: 'ben', madeById: 'user-ana' })
    await stores.setUpLinks.replace(link, makeAudit())
    await add(stores, makeInvitation({ id: 'late', invitedById: 'user-ana' }))
    const cleo = makeUser({ id: 'cleo' })
    const ofCleo = makeIdentity({ userId: 'cleo' })

    expect(await stores.setUpLinks.use('late', makeIdentity({ userId: 'ben' }), null, makeAudit())).toBe(
      false,
    )
    expect(await stores.invitations.acceptAs('code for late', 'ben', makeAudit())).toBe(false)
    expect(await stores.invitations.acceptAsNew('code for late', cleo, ofCleo, makeAudit())).toBe('gone')

    await stores.users.reinstate('user-ana', makeAudit())
    await setRoles(stores, 'user-ana', { sysadmin: false, roles: [...ADMIN] })
    expect(await stores.invitations.acceptAs('code for late', 'ben', makeAudit())).toBe(true)
  })
})

describe.each(storeKinds)('someone who is removed in $kind', ({ open }) => {
  it('is gone with all that is theirs, and their name is known on until it is forgotten', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await startSession(stores)
    await stores.setUpLinks.replace(makeLink({ userId: 'user-ana' }), makeAudit())

    const done = [await remove(stores, 'user-ana'), await remove(stores, 'user-ana')]

    expect(done).toEqual(['done', 'changed'])
    expect(await stores.users.find('user-ana')).toBeUndefined()
    expect(await stores.sessions.find('session-1')).toBeUndefined()
    expect(await stores.identities.find(makeIdentity())).toBeUndefined()
    expect(await stores.setUpLinks.find('code for user-ana')).toBeUndefined()
    expect(await stores.users.nameOf('user-ana')).toBe('Ana')
    await stores.users.forgetRemoved(START)
    expect(await stores.users.nameOf('user-ana')).toBe('Ana')
    await stores.users.forgetRemoved(START + 1)
    expect(await stores.users.nameOf('user-ana')).toBeUndefined()
  })

  it('is known by name, as who is there or is invited', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await add(stores, makeInvitation({ name: 'Dan' }))

    expect(await stores.users.nameOf('user-ana')).toBe('Ana')
    expect(await stores.users.nameOf('invitation-1')).toBe('Dan')
    expect(await stores.users.nameOf('nobody')).toBeUndefined()
  })
})

describe.each(storeKinds)('the last who can administer in $kind', ({ open }) => {
  const acts = {
    lowered: (stores: Stores, id: string) => setRoles(stores, id, NONE),
    suspended: suspend,
    removed: remove,
  }
  const pairs = Object.keys(acts).flatMap((one) => Object.keys(acts).map((other) => [one, other] as const))

  it.each(pairs)('stays when one of two is %s and the other %s at once', async (one, other) => {
    const stores = await open()
    await addUser(stores, makeUser({ id: 'out', sysadmin: true, suspended: SUSPENSION }))
    await add(stores, makeInvitation({ sysadmin: true }))
    await addUser(stores, makeUser({ id: 'one', sysadmin: true }))
    await addUser(stores, makeUser({ id: 'other', sysadmin: true }))
    const act = (name: string, id: string) =>
      Object.entries(acts).find(([key]) => key === name)?.[1](stores, id)

    const done = await Promise.all([act(one, 'one'), act(other, 'other')])

    expect(done.toSorted()).toEqual(['done', 'last-administrator'])
    const left = (await stores.users.list()).filter(({ sysadmin, suspended }) => sysadmin && !suspended)
    expect(left).toHaveLength(1)
  })

  it('may be changed in what is not the administration', async () => {
    const stores = await open()
    await addUser(stores, makeUser({ sysadmin: true }))

    expect(await setRoles(stores, 'user-ana', { sysadmin: true, roles: [] })).toBe('done')
  })
})

describe.each(storeKinds)('what someone holds in $kind', ({ open }) => {
  it('is replaced only as it was read, and in workspaces that there are', async () => {
    const stores = await open()
    await addWorkspace(stores, 'shop')
    const ana = makeUser()
    await addUser(stores, ana)
    const replace = (roles: (typeof ana)['roles']) =>
      stores.users.setRoles(ana, { sysadmin: false, roles }, makeAudit())

    const done = [
      await replace([{ workspace: 'nowhere', role: 'editor' }]),
      await replace([EDITOR_OF_SHOP]),
      await replace([]),
    ]

    expect(done).toEqual(['no-such-workspace', 'done', 'changed'])
    expect((await stores.users.find('user-ana'))?.roles).toEqual([EDITOR_OF_SHOP])
  })
})

describe.each(storeKinds)('workspaces in $kind', ({ open }) => {
  it('begin with the default one', async () => {
    const { workspaces } = await open()

    expect(await workspaces.list()).toEqual([{ id: 'default', name: 'Default', revision: 1 }])
  })

  it('are of one name and one id each, and so many at most', async () => {
    const { workspaces } = await open()
    const addNamed = (id: string, name: string, most = 2) =>
      workspaces.add({ id, name, revision: 1 }, most, makeAudit())

    const done = [
      await addNamed('shop', 'DEFAULT'),
      await addNamed('default', 'Shop', 100),
      await addNamed('shop', 'Shop'),
      await addNamed('more', 'More'),
    ]

    expect(done).toEqual(['name-taken', 'id-taken', 'done', 'too-many'])
    expect((await workspaces.list()).map(({ id }) => id)).toEqual(['default', 'shop'])
  })

  it('are renamed on what was read alone, and to no name that another has', async () => {
    const { workspaces } = await open()
    await workspaces.add({ id: 'shop', name: 'Shop', revision: 1 }, 100, makeAudit())
    const rename = (id: string, name: string, revision: number) =>
      workspaces.change({ id, name, revision }, makeAudit())

    const done = [
      await rename('shop', 'default', 2),
      await rename('shop', 'SHOP', 2),
      await rename('shop', 'Store', 2),
      await rename('gone', 'Gone', 2),
    ]

    expect(done).toEqual(['name-taken', 'done', 'changed', 'changed'])
    expect((await workspaces.list())[1]).toEqual({ id: 'shop', name: 'SHOP', revision: 2 })
  })

  it('are removed once nobody holds a role there or is invited to, also when one is given at once', async () => {
    const stores = await open()
    const { workspaces } = stores
    await addUser(stores, makeUser())
    await addWorkspace(stores, 'shop')
    await addWorkspace(stores, 'store')
    const removed = (id: string) => workspaces.remove(id, makeAudit())

    const [given, isRemoved] = await Promise.all([
      setRoles(stores, 'user-ana', { sysadmin: false, roles: [EDITOR_OF_SHOP] }),
      removed('shop'),
    ])
    await add(stores, makeInvitation({ roles: [{ workspace: 'store', role: 'editor' }] }))

    expect([
      ['done', 'held'],
      ['no-such-workspace', 'done'],
    ]).toContainEqual([given, isRemoved])
    expect([await removed('store'), await removed('gone')]).toEqual(['held', 'gone'])
  })
})
