import { describe, expect, it } from 'vitest'
import type { StoredSession } from '#service/sign-in/store.ts'
import type { Stores } from '#service/stores.ts'
import type { Held } from '#service/users/held.ts'
import type { StoredIdentity, StoredUser } from '#service/users/store.ts'
import {
  addUser,
  addWorkspace,
  makeAudit,
  makeIdentity,
  makeLink,
  makeSession,
  makeUser,
  setRoles,
  START,
} from './records.ts'
import { storeKinds } from './store-kinds.ts'

/** Lets someone lose their password, so that a link lies about for them. */
const makeLinkFor = ({ setUpLinks }: Stores, userId: string) =>
  setUpLinks.replace(makeLink({ userId }), makeAudit())

/** A user who has lost their password. */
async function addForgetful(stores: Stores, user: StoredUser) {
  await addUser(stores, user)
  await makeLinkFor(stores, user.id)
}

describe.each(storeKinds)('users in $kind', ({ open }) => {
  it('are found by id and by e-mail, and listed by name', async () => {
    const stores = await open()
    const zoe = makeUser({ id: 'user-zoe', name: 'Zoe', sysadmin: true, roles: [] })
    const ana = makeUser()
    expect(await stores.users.isEmpty()).toBe(true)

    await addUser(stores, zoe)
    await addUser(stores, ana)

    expect(await stores.users.isEmpty()).toBe(false)
    expect(await stores.users.find('user-zoe')).toEqual(zoe)
    expect(await stores.users.findByEmail('user-ana@example.com')).toEqual(ana)
    expect(await stores.users.list()).toEqual([ana, zoe])
  })
})

describe.each(storeKinds)('set-up links in $kind', ({ open }) => {
  it('of the first start make the first user, once', async () => {
    const { users, setUpLinks } = await open()
    await setUpLinks.replace(makeLink({ codeSha256: 'first' }), makeAudit())

    const used = await Promise.all([
      setUpLinks.use('first', makeIdentity({ userId: 'one' }), makeUser({ id: 'one' }), makeAudit()),
      setUpLinks.use('first', makeIdentity({ userId: 'two' }), makeUser({ id: 'two' }), makeAudit()),
    ])

    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await users.list()).toHaveLength(1)
    expect(await setUpLinks.find('first')).toBeUndefined()
  })

  it('of the first start are worth nothing once there is a user', async () => {
    const stores = await open()
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'first' }), makeAudit())
    await addUser(stores, makeUser())

    const isMade = await stores.setUpLinks.replace(makeLink({ codeSha256: 'another first' }), makeAudit())
    const two = makeUser({ id: 'two' })
    const used = await stores.setUpLinks.use('first', makeIdentity({ userId: 'two' }), two, makeAudit())

    expect([isMade, used]).toEqual([false, false])
    expect(await stores.setUpLinks.find('another first')).toBeUndefined()
    expect(await stores.users.list()).toEqual([makeUser()])
  })

  it('give a new password in place of the one before, and end the sessions', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await stores.sessions.start(makeSession(), makeIdentity(), makeAudit())
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'newer', userId: 'user-ana' }), makeAudit())
    const chosen = makeIdentity({ secret: 'hashed anew' })

    await stores.setUpLinks.use('newer', chosen, null, makeAudit())

    expect(await stores.identities.find(makeIdentity())).toEqual(chosen)
    expect(await stores.sessions.find('session-1')).toBeUndefined()
  })

  it('end when something that their person holds is taken away, and stay when more is given', async () => {
    const stores = await open()
    await addUser(stores, makeUser({ id: 'root', sysadmin: true }))
    const editor = { workspace: 'default', role: 'editor' } as const
    const stays = async (before: Held, after: Held) => {
      await setRoles(stores, 'user-ana', before)
      await stores.setUpLinks.replace(makeLink({ codeSha256: 'link', userId: 'user-ana' }), makeAudit())
      await setRoles(stores, 'user-ana', after)
      return (await stores.setUpLinks.find('link')) !== undefined
    }
    await addWorkspace(stores, 'shop')
    await addUser(stores, makeUser())
    await addForgetful(stores, makeUser({ id: 'user-ben' }))
    const held = { sysadmin: false, roles: [editor] }

    expect(await stays(held, held)).toBe(true)
    expect(await stays(held, { sysadmin: true, roles: [editor] })).toBe(true)
    expect(await stays(held, { ...held, roles: [{ ...editor, role: 'approver' }] })).toBe(true)
    expect(await stays(held, { ...held, roles: [editor, { ...editor, workspace: 'shop' }] })).toBe(true)
    expect(await stays(held, { ...held, roles: [{ ...editor, role: 'observer' }] })).toBe(false)
    expect(await stays(held, { ...held, roles: [{ ...editor, workspace: 'shop' }] })).toBe(false)
    expect(await stays(held, { sysadmin: true, roles: [] })).toBe(false)
    expect(await stays({ ...held, sysadmin: true }, held)).toBe(false)
    expect(await stores.setUpLinks.find('code for user-ben')).toBeDefined()
  })

  it('are forgotten when they have expired, the others stay', async () => {
    const { setUpLinks } = await open()
    await setUpLinks.replace(makeLink({ codeSha256: 'expired', userId: null, expiresAt: START }), makeAudit())

    await setUpLinks.removeExpired(START - 1)
    expect(await setUpLinks.find('expired')).toBeDefined()
    await setUpLinks.removeExpired(START)
    expect(await setUpLinks.find('expired')).toBeUndefined()
  })

  it('change nothing of a person who was lowered while they chose their password', async () => {
    const stores = await open()
    await addUser(stores, makeUser({ id: 'root', sysadmin: true }))
    await addUser(stores, makeUser({ sysadmin: true }))
    const lowered = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' as const }] }
    await setRoles(stores, 'user-ana', lowered)
    await makeLinkFor(stores, 'user-ana')

    await stores.setUpLinks.use('code for user-ana', makeIdentity(), null, makeAudit())

    expect(await stores.users.find('user-ana')).toMatchObject(lowered)
  })

  it('are worth nothing to anyone else', async () => {
    const stores = await open()
    await addForgetful(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    const another = makeIdentity({ userId: 'user-ben', secret: 'hashed anew' })

    const used = await stores.setUpLinks.use('code for user-ana', another, null, makeAudit())

    expect(used).toBe(false)
    expect(await stores.identities.find(another)).toMatchObject({ secret: 'hashed' })
  })

  it('take the place of the earlier link of the same person only', async () => {
    const stores = await open()
    await addForgetful(stores, makeUser())
    await addForgetful(stores, makeUser({ id: 'user-ben' }))

    await stores.setUpLinks.replace(makeLink({ codeSha256: 'newer', userId: 'user-ana' }), makeAudit())

    expect(await stores.setUpLinks.find('code for user-ana')).toBeUndefined()
    expect(await stores.setUpLinks.find('newer')).toMatchObject({ userId: 'user-ana' })
    expect(await stores.setUpLinks.find('code for user-ben')).toBeDefined()
  })
})

describe.each(storeKinds)('sessions in $kind', ({ open }) => {
  it('are found with their user until they end', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await stores.sessions.start(makeSession(), makeIdentity(), makeAudit())
    await stores.sessions.touch('session-1', START + 60_000)
    const found = await stores.sessions.find('session-1')

    await stores.sessions.end('session-1', makeAudit({ action: 'session.ended' }))

    expect(found).toEqual({
      ...makeSession({ lastSeenAt: START + 60_000 }),
      user: makeUser({ lastSeenAt: START + 60_000 }),
    })
    expect(await stores.sessions.find('session-1')).toBeUndefined()
    expect(await stores.audit.list(1)).toMatchObject([{ action: 'session.ended' }])
  })

  it('start only while what was verified is still what the person has', async () => {
    const stores = await open()
    await addForgetful(stores, makeUser())
    const start = (userId = 'user-ana') =>
      stores.sessions.start(makeSession(), makeIdentity({ userId, secret: 'verified' }), makeAudit())
    const withoutAny = await start('nobody')
    await stores.setUpLinks.use('code for user-ana', makeIdentity({ secret: 'newer' }), null, makeAudit())
    const recordsBefore = await stores.audit.list(100)

    const withAnother = await start()

    expect([withoutAny, withAnother]).toEqual([false, false])
    expect(await stores.sessions.find('session-1')).toBeUndefined()
    expect(await stores.audit.list(100)).toEqual(recordsBefore)
  })

  it('get another secret when their person has proved anew who they are, and go on', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await stores.sessions.start(makeSession(), makeIdentity(), makeAudit())
    const renewed = { secretSha256: 'another', authenticatedAt: START + 1, method: 'passkey' as const }

    const isRenewed = await stores.sessions.renew('session-1', renewed, makeIdentity(), makeAudit())

    expect(isRenewed).toBe(true)
    expect(await stores.sessions.find('session-1')).toBeUndefined()
    expect(await stores.sessions.find('another')).toEqual({
      ...makeSession(),
      ...renewed,
      user: makeUser({ lastSeenAt: START }),
    })
  })

  it('get no other secret once they have ended, by another person or by what was verified before', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    await stores.sessions.start(makeSession(), makeIdentity(), makeAudit())
    const recordsBefore = await stores.audit.list(100)
    const renewed = { secretSha256: 'another', authenticatedAt: START + 1, method: 'password' as const }
    const renew = (secretSha256: string, verified: Parameters<typeof makeIdentity>[0]) =>
      stores.sessions.renew(secretSha256, renewed, makeIdentity(verified), makeAudit())

    const done = [
      await renew('ended', {}),
      await renew('session-1', { userId: 'user-ben' }),
      await renew('session-1', { secret: 'verified before' }),
    ]

    expect(done).toEqual([false, false, false])
    expect(await stores.sessions.find('session-1')).toEqual({
      ...makeSession(),
      user: makeUser({ lastSeenAt: START }),
    })
    expect(await stores.audit.list(100)).toEqual(recordsBefore)
  })

  it('of one person are listed while they run, the one seen last first', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    const start = (secretSha256: string, changes: Partial<StoredSession>) => {
      const session = makeSession({ secretSha256, ...changes })
      return stores.sessions.start(session, makeIdentity({ userId: session.userId }), makeAudit())
    }
    await start('early', { lastSeenAt: START + 60 })
    await start('late', { lastSeenAt: START + 70, remoteAddress: null, userAgent: null })
    await start('idle', { lastSeenAt: START + 50 })
    await start('ended', { lastSeenAt: START + 70, expiresAt: START + 100 })
    await start('of ben', { lastSeenAt: START + 70, userId: 'user-ben' })

    const listed = await stores.sessions.listOf('user-ana', START + 100, START + 50)

    expect(listed).toEqual([
      makeSession({ secretSha256: 'late', lastSeenAt: START + 70, remoteAddress: null, userAgent: null }),
      makeSession({ secretSha256: 'early', lastSeenAt: START + 60 }),
    ])
  })

  it('of a person end one by one, and nobody else ends them', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    await stores.sessions.start(makeSession({ secretSha256: 'one' }), makeIdentity(), makeAudit())
    await stores.sessions.start(makeSession({ secretSha256: 'two' }), makeIdentity(), makeAudit())
    const endOne = (userId: string) =>
      stores.sessions.endOne(
        userId,
        'id of one',
        makeAudit({
          action: 'session.ended-elsewhere',
          detail: { remoteAddress: null, userAgent: 'curl' },
        }),
      )

    const done = [await endOne('user-ben'), await endOne('user-ana'), await endOne('user-ana')]

    expect(done).toEqual([false, true, false])
    expect(await stores.sessions.find('one')).toBeUndefined()
    expect(await stores.sessions.find('two')).toBeDefined()
    const acts = (await stores.audit.list(100)).map(({ action }) => action)
    expect(acts.filter((action) => action === 'session.ended-elsewhere')).toHaveLength(1)
  })

  it('of a person end all but one, and with them the link that would give another', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    for (const secretSha256 of ['kept', 'one', 'two']) {
      await stores.sessions.start(makeSession({ secretSha256 }), makeIdentity(), makeAudit())
    }
    const ofBen = makeSession({ secretSha256: 'ben', userId: 'user-ben' })
    await stores.sessions.start(ofBen, makeIdentity({ userId: 'user-ben' }), makeAudit())
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'link', userId: 'user-ana' }), makeAudit())

    await stores.sessions.endOthersOf('user-ana', 'id of kept', makeAudit())

    const secrets = ['kept', 'one', 'two', 'ben']
    const found = await Promise.all(secrets.map((secret) => stores.sessions.find(secret)))
    expect(found.map((session) => session !== undefined)).toEqual([true, false, false, true])
    expect(await stores.setUpLinks.find('link')).toBeUndefined()
  })

  it('of one user end all at once, and with them the link that would give another', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben' }))
    await stores.sessions.start(makeSession({ secretSha256: 'one' }), makeIdentity(), makeAudit())
    await stores.sessions.start(makeSession({ secretSha256: 'two' }), makeIdentity(), makeAudit())
    await stores.sessions.start(
      makeSession({ secretSha256: 'ben', userId: 'user-ben' }),
      makeIdentity({ userId: 'user-ben' }),
      makeAudit(),
    )

    await stores.setUpLinks.replace(makeLink({ codeSha256: 'link', userId: 'user-ana' }), makeAudit())
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'of ben', userId: 'user-ben' }), makeAudit())

    await stores.sessions.endAllOf('user-ana', makeAudit())

    expect(await stores.setUpLinks.find('link')).toBeUndefined()
    expect(await stores.setUpLinks.find('of ben')).toBeDefined()
    expect(await stores.sessions.find('one')).toBeUndefined()
    expect(await stores.sessions.find('two')).toBeUndefined()
    expect(await stores.sessions.find('ben')).toBeDefined()
  })

  it('are removed when past their end or idle for too long, the others stay', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    const start = (secretSha256: string, lastSeenAt: number, expiresAt: number) =>
      stores.sessions.start(makeSession({ secretSha256, lastSeenAt, expiresAt }), makeIdentity(), makeAudit())
    await start('ended', START + 50, START + 100)
    await start('idle', START + 50, START + 101)
    await start('alive', START + 51, START + 101)

    await stores.sessions.removeEnded(START + 100, START + 50)

    expect(await stores.sessions.find('ended')).toBeUndefined()
    expect(await stores.sessions.find('idle')).toBeUndefined()
    expect(await stores.sessions.find('alive')).toBeDefined()
  })
})

describe.each(storeKinds)('a password in $kind', ({ open }) => {
  const renewed = { secretSha256: 'another', authenticatedAt: START + 1, method: 'password' as const }
  const kept = { secretSha256: 'kept', renewed }

  /** Ana, signed in twice, with a link that she has not used. */
  async function openWithAna() {
    const stores = await open()
    await addUser(stores, makeUser())
    await stores.sessions.start(makeSession({ secretSha256: 'kept' }), makeIdentity(), makeAudit())
    await stores.sessions.start(makeSession({ secretSha256: 'other' }), makeIdentity(), makeAudit())
    await stores.setUpLinks.replace(makeLink({ codeSha256: 'link', userId: 'user-ana' }), makeAudit())
    return stores
  }

  it('is replaced with the secret of the session that goes on; the others end, and the link', async () => {
    const stores = await openWithAna()

    const isDone = await stores.identities.replaceSecret(makeIdentity(), 'hashed anew', kept, makeAudit())

    expect(isDone).toBe(true)
    expect(await stores.identities.find(makeIdentity())).toEqual(makeIdentity({ secret: 'hashed anew' }))
    expect(await stores.sessions.find('another')).toMatchObject({ id: 'id of kept', ...renewed })
    expect(await stores.sessions.find('kept')).toBeUndefined()
    expect(await stores.sessions.find('other')).toBeUndefined()
    expect(await stores.setUpLinks.find('link')).toBeUndefined()
  })

  it('stays where it, or the session, is another by now, with nothing stored', async () => {
    const stores = await openWithAna()
    const recordsBefore = await stores.audit.list(100)
    const replace = (verified: StoredIdentity, going: typeof kept) =>
      stores.identities.replaceSecret(verified, 'hashed anew', going, makeAudit())

    const done = [
      await replace(makeIdentity({ secret: 'verified before' }), kept),
      await replace(makeIdentity(), { ...kept, secretSha256: 'ended' }),
    ]

    expect(done).toEqual([false, false])
    expect(await stores.identities.find(makeIdentity())).toEqual(makeIdentity())
    expect(await stores.sessions.find('kept')).toBeDefined()
    expect(await stores.sessions.find('other')).toBeDefined()
    expect(await stores.setUpLinks.find('link')).toBeDefined()
    expect(await stores.audit.list(100)).toEqual(recordsBefore)
  })
})

describe.each(storeKinds)('a name in $kind', ({ open }) => {
  it('is changed of that person alone', async () => {
    const stores = await open()
    await addUser(stores, makeUser())
    await addUser(stores, makeUser({ id: 'user-ben', name: 'Ben' }))

    await stores.users.rename(
      'user-ana',
      'Ana Lind',
      makeAudit({ action: 'user.renamed', detail: { before: 'Ana', after: 'Ana Lind' } }),
    )

    expect((await stores.users.list()).map(({ name }) => name)).toEqual(['Ana Lind', 'Ben'])
    expect(await stores.audit.list(1)).toMatchObject([{ action: 'user.renamed' }])
  })
})
