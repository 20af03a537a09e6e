import { describe, expect, it } from 'vitest'
import type { Stores } from '#service/stores.ts'
import type { StoredIdentity } from '#service/users/store.ts'
import {
  addUser,
  makeAudit,
  makeIdentity,
  makeInvitation,
  makeLink,
  makeOidcSignIn,
  makeSession,
  makeUser,
} from './records.ts'
import { storeKinds } from './store-kinds.ts'

const NOTHING = { sysadmin: false, roles: [] }

const account = (overrides: Partial<StoredIdentity> = {}) =>
  makeIdentity({
    kind: 'oidc',
    issuer: 'https://login.example.com',
    subject: 'ana',
    secret: '',
    ...overrides,
  })

const signedIn = async ({ sessions }: Stores) => {
  await sessions.start(makeSession(), account(), makeAudit())
  return makeSession()
}

describe.each(storeKinds)('sign-ins at a provider in $kind', ({ open }) => {
  it('are given once, to the browser in which they began', async () => {
    const { oidc } = await open()
    const begun = makeOidcSignIn({ setUpCodeSha256: 'sha256 of a code' })
    await oidc.begin(begun, 10)

    const elsewhere = await oidc.take({ ...begun, browserSha256: 'another' })
    const taken = await Promise.all([oidc.take(begun), oidc.take(begun)])

    expect(elsewhere).toBeUndefined()
    expect(taken.filter(Boolean)).toEqual([begun])
  })

  it('drive out the oldest where there are too many', async () => {
    const { oidc } = await open()
    const begun = [3, 1, 2].map((end) => makeOidcSignIn({ stateSha256: `state ${end}`, expiresAt: end }))

    for (const one of begun) await oidc.begin(one, 2)

    const left = await Promise.all(begun.map((one) => oidc.take(one)))
    expect(left.map((one) => one?.expiresAt)).toEqual([3, undefined, 2])
  })

  it('that nobody finished are forgotten', async () => {
    const { oidc } = await open()
    const [over, other] = [
      makeOidcSignIn({ expiresAt: 1 }),
      makeOidcSignIn({ stateSha256: 'other', expiresAt: 2 }),
    ]
    await oidc.begin(over, 10)
    await oidc.begin(other, 10)

    await oidc.removeExpired(1)

    expect([await oidc.take(over), await oidc.take(other)]).toEqual([undefined, other])
  })
})

describe.each(storeKinds)('people of a provider in $kind', ({ open }) => {
  it('join with the account by which they sign in', async () => {
    const stores = await open()

    const joined = await stores.oidc.join(makeUser(), account(), makeAudit())

    expect(joined).toBe(true)
    expect(await stores.users.find('user-ana')).toEqual(makeUser())
    expect(await stores.identities.find(account())).toEqual(account())
    expect(await stores.sessions.find((await signedIn(stores)).secretSha256)).toMatchObject({
      userId: 'user-ana',
    })
  })

  it.each([
    [
      'e-mail',
      makeUser({ id: 'other', email: 'user-ana@example.com' }),
      account({ userId: 'other', subject: 'other' }),
    ],
    ['account', makeUser({ id: 'other', email: 'other@example.com' }), account({ userId: 'other' })],
  ])('do not join with an %s that is taken', async (_, user, identity) => {
    const stores = await open()
    await stores.oidc.join(makeUser(), account(), makeAudit())

    const joined = await stores.oidc.join(user, identity, makeAudit())

    expect(joined).toBe(false)
    expect(await stores.users.list()).toEqual([makeUser()])
    expect(await stores.audit.list(10)).toHaveLength(1)
  })

  it('who join at the same moment in two places join once', async () => {
    const stores = await open()

    const joined = await Promise.all(
      ['one', 'two'].map((id) =>
        stores.oidc.join(makeUser({ id, email: 'ana@example.com' }), account({ userId: id }), makeAudit()),
      ),
    )

    expect(joined.filter(Boolean)).toHaveLength(1)
    expect(await stores.users.list()).toHaveLength(1)
  })

  it("cannot have their account made somebody else's by a set-up link", async () => {
    const stores = await open()
    await stores.oidc.join(makeUser(), account(), makeAudit())
    await addUser(stores, makeUser({ id: 'ben' }))
    await stores.setUpLinks.replace(makeLink({ userId: 'ben' }), makeAudit())

    const used = await stores.setUpLinks.use('code for ben', account({ userId: 'ben' }), null, makeAudit())

    expect(used).toBe(false)
    expect(await stores.identities.find(account())).toMatchObject({ userId: 'user-ana' })
    expect(await stores.setUpLinks.find('code for ben')).toBeDefined()
  })

  it('who are given less lose their set-up link, and with nothing left their sessions', async () => {
    const stores = await open()
    await stores.oidc.join(
      makeUser({ roles: [{ workspace: 'default', role: 'admin' }] }),
      account(),
      makeAudit(),
    )
    const { secretSha256 } = await signedIn(stores)
    await stores.setUpLinks.replace(makeLink({ userId: 'user-ana' }), makeAudit())
    const less = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' as const }] }

    await stores.oidc.takeRoles('user-ana', less, makeAudit())
    const lowered = await stores.sessions.find(secretSha256)
    const link = await stores.setUpLinks.find('code for user-ana')
    await stores.oidc.takeRoles('user-ana', NOTHING, makeAudit())

    expect(lowered).toMatchObject({ user: less })
    expect(link).toBeUndefined()
    expect(await stores.sessions.find(secretSha256)).toBeUndefined()
    expect(await stores.users.find('user-ana')).toMatchObject(NOTHING)
  })

  it.each([
    ['somebody else is left who can sign in', makeUser({ id: 'root', sysadmin: true }), 'done'],
    [
      'the other one is suspended',
      makeUser({ id: 'root', sysadmin: true, suspended: { at: 1, by: 'Ana', byId: 'user-ana' } }),
      'last-administrator',
    ],
  ])('are system administrators no more where %s', async (_, other, expected) => {
    const stores = await open()
    await stores.oidc.join(makeUser({ sysadmin: true }), account(), makeAudit())
    await addUser(stores, other)

    const taken = await stores.oidc.takeRoles('user-ana', NOTHING, makeAudit())

    expect(taken).toBe(expected)
    expect(await stores.users.find('user-ana')).toMatchObject({ sysadmin: expected !== 'done' })
  })

  it('cannot be invited and joined by one account', async () => {
    const stores = await open()
    await stores.oidc.join(makeUser(), account(), makeAudit())
    const invitation = makeInvitation({ id: 'ben', email: 'ben@example.com', codeSha256: 'code' })
    await stores.invitations.add([invitation], () => false, [makeAudit()])
    const ben = makeUser({ id: 'ben', email: 'ben@example.com' })

    const accepted = await stores.invitations.acceptAsNew(
      'code',
      ben,
      account({ userId: 'ben' }),
      makeAudit(),
    )

    expect(accepted).toBe('known')
    expect(await stores.users.find('ben')).toBeUndefined()
    expect(await stores.identities.find(account())).toMatchObject({ userId: 'user-ana' })
    expect(await stores.invitations.findByCode('code')).toMatchObject({ id: 'ben' })
  })

  it('who are given more keep their set-up link', async () => {
    const stores = await open()
    await stores.oidc.join(makeUser(), account(), makeAudit())
    await stores.setUpLinks.replace(makeLink({ userId: 'user-ana' }), makeAudit())

    await stores.oidc.takeRoles('user-ana', { sysadmin: true, roles: makeUser().roles }, makeAudit())

    expect(await stores.users.find('user-ana')).toMatchObject({ sysadmin: true })
    expect(await stores.setUpLinks.find('code for user-ana')).toBeDefined()
  })

  it('have the token of the provider kept for as long as the session lasts', async () => {
    const stores = await open()
    await stores.oidc.join(makeUser(), account(), makeAudit())
    const { id, secretSha256 } = await signedIn(stores)
    const token = new Uint8Array([1, 2, 3])

    await stores.oidc.keepIdToken(id, token)
    await stores.oidc.keepIdToken('of no session', token)
    const renewed = { secretSha256: 'another', authenticatedAt: 1, method: 'oidc' as const }
    await stores.sessions.renew(secretSha256, renewed, account(), makeAudit())
    const kept = await stores.oidc.idTokenOf(id)
    await stores.sessions.end('another', makeAudit())

    expect(new Uint8Array(kept ?? [])).toEqual(token)
    expect(await stores.oidc.idTokenOf(id)).toBeUndefined()
    expect(await stores.oidc.idTokenOf('of no session')).toBeUndefined()
  })
})
