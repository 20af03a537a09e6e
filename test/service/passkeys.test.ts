import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { MadeRecoveryCodes, MOST_PASSKEYS, SignedInWithFirstPasskey } from '#contract/passkeys.ts'
import { Session } from '#contract/sign-in.ts'
import { MadeLink } from '#contract/invitations.ts'
import { browserSession } from '#mock/browser-session.ts'
import { createApp, type Ports } from '#service/app.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { callLimiter, PASSKEY_QUESTIONS_PER_MINUTE } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { passkeyIdentity } from '#service/passkeys/passkey-identity.ts'
import { removePasskey } from '#service/passkeys/rules.ts'
import { sha256Hex } from '#service/sha256.ts'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import {
  addUser,
  makeAudit,
  makeIdentity,
  makeLink,
  makePasskey,
  makeSession,
  makeUser,
} from '../storage/records.ts'
import type { StoredUser } from '#service/users/store.ts'
import { storeKinds } from '../storage/store-kinds.ts'
import { makeAuthenticator } from '../support/authenticator.ts'
import {
  add,
  addPasskey,
  askedIn,
  browserAt,
  finishWith,
  finishWithCode,
  finishWithFirst,
  firstPasskeyIn,
  PASSKEYS,
  passkeysOf,
  PASSWORD,
  RECOVERY_CODES,
  requestOptionsIn,
  secondStepOptionsIn,
  SESSION,
  signInByPassword,
  signInWith,
  startAdding,
  startWithPasskey,
} from '../support/passkeys.ts'
import { json, makeService, START } from '../support/service.ts'

const ANA = 'ana@example.com'
const BEN = 'ben@example.com'

const problemIn = async (response: Response) => v.parse(Problem, await response.json())
const refusalIn = async (response: Response) => {
  const { status, code } = await problemIn(response)
  return `${status} ${code}`
}

async function userOf({ users }: Ports, userId: string): Promise<StoredUser> {
  const user = await users.find(userId)
  if (user === undefined) throw new Error(`There is no ${userId}.`)
  return user
}

/** Ana, a system administrator, is signed in at her laptop; Ben, an observer, at his. */
async function makeWorld(overrides: Partial<Ports> = {}) {
  const service = makeService(overrides)
  const root = await service.as('sysadmin', 'Ana')
  await service.as('observer', 'Ben')
  const [laptop, ofBen] = [browserAt(service.ports), browserAt(service.ports)]
  await signInByPassword(laptop, ANA)
  await signInByPassword(ofBen, BEN)
  return {
    ...service,
    root,
    laptop,
    ofBen,
    authenticator: makeAuthenticator(),
    /** The actions of the last records, the newest first. */
    recorded: async (count: number) => (await service.ports.audit.list(count)).map(({ action }) => action),
  }
}

/** The same, with a passkey of Ana's, and another browser at which nobody is signed in. */
async function makeWorldWithPasskey(overrides: Partial<Ports> = {}) {
  const world = await makeWorld(overrides)
  const added = await addPasskey(world.laptop, world.authenticator)
  return { ...world, added, phone: browserAt(world.ports) }
}

describe.each(storeKinds)('over $kind', ({ open }) => {
  it('passkeys and recovery codes sign in, once each time, until they are removed', async () => {
    const { laptop, phone, authenticator, added, advance } = await makeWorldWithPasskey(await open())
    const [code = ''] = added.recoveryCodes ?? []
    advance(60)
    const alone = await authenticator.get(await startWithPasskey(phone))
    const statuses = [(await signInWith(phone, alone)).status, (await signInWith(phone, alone)).status]
    const options = await secondStepOptionsIn(await signInByPassword(phone, ANA))
    statuses.push((await finishWith(phone, await authenticator.get(options))).status)
    for (let times = 0; times < 2; times += 1) {
      await signInByPassword(phone, ANA)
      statuses.push((await finishWithCode(phone, code)).status)
    }
    const { passkeys, recoveryCodesLeft } = await passkeysOf(laptop)
    const late = await startWithPasskey(phone)
    statuses.push((await laptop.call('DELETE', `${PASSKEYS}/${added.passkey.id}`)).status)
    statuses.push((await signInWith(phone, await authenticator.get(late))).status)

    expect(statuses).toEqual([200, 401, 200, 200, 401, 204, 401])
    expect(passkeys).toMatchObject([{ name: 'Work laptop', lastUsedAt: '2026-11-21T12:01:00.000Z' }])
    expect(recoveryCodesLeft).toBe(9)
    expect(await passkeysOf(laptop)).toEqual({ passkeys: [], recoveryCodesLeft: 0 })
  })

  it('a passkey signs its person in again, in the same session', async () => {
    const { laptop, authenticator, ports } = await makeWorldWithPasskey(await open())
    const options = await requestOptionsIn(await laptop.call('POST', `${SESSION}/fresh/options`))
    const credential = await authenticator.get(options)

    const renewed = await laptop.call('POST', `${SESSION}/fresh`, { method: 'passkey', credential })

    expect(v.parse(Session, await renewed.json()).user.name).toBe('Ana')
    expect((await passkeysOf(laptop)).passkeys[0]?.lastUsedAt).toBe(new Date(ports.now()).toISOString())
  })

  it('a first passkey is added where approvers take one, and signs its person in', async () => {
    const { ports, authenticator } = await makeWorld({ ...(await open()), secondStep: 'approvers' })
    const phone = browserAt(ports)
    const asked = await firstPasskeyIn(await signInByPassword(phone, ANA))
    const credential = await authenticator.create(asked)

    const finished = await finishWithFirst(phone, credential)

    expect(finished.status).toBe(201)
    expect(await passkeysOf(phone)).toMatchObject({ passkeys: [{ name: 'Phone' }], recoveryCodesLeft: 10 })
  })
})

describe('a passkey', () => {
  it('is added, and with the first one ten recovery codes', async () => {
    const { laptop, authenticator, recorded, advance } = await makeWorld()

    const first = await addPasskey(laptop, authenticator, 'Work laptop')
    advance(1)
    const synced = makeAuthenticator({ isBackupEligible: true, isBackedUp: true })
    const second = await addPasskey(laptop, synced, 'Phone')

    expect(first.passkey).toMatchObject({
      name: 'Work laptop',
      host: 'console.test',
      isOfThisHost: true,
      isBackedUp: false,
      lastUsedAt: null,
    })
    expect(first.recoveryCodes).toHaveLength(10)
    expect(new Set(first.recoveryCodes).size).toBe(10)
    expect(first.recoveryCodes?.[0]).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{6}-){3}[0-9a-hjkmnp-tv-z]{6}$/)
    expect(second.recoveryCodes).toBeNull()
    expect(await passkeysOf(laptop)).toEqual({
      passkeys: [first.passkey, second.passkey],
      recoveryCodesLeft: 10,
    })
    expect(second.passkey.isBackedUp).toBe(true)
    expect(await recorded(2)).toEqual(['passkey.added', 'passkey.added'])
  })

  it('signs its person in alone, at any browser, and notes when', async () => {
    const { phone, authenticator, ports, advance } = await makeWorldWithPasskey()
    advance(60)

    const response = await signInWith(phone, await authenticator.get(await startWithPasskey(phone)))

    expect(v.parse(Session, await response.json()).user.name).toBe('Ana')
    const { passkeys } = await passkeysOf(phone)
    expect(passkeys[0]?.lastUsedAt).toBe(new Date(ports.now()).toISOString())
  })

  it('is asked for after the password from then on, and finishes the sign-in', async () => {
    const { phone, authenticator, ports, recorded } = await makeWorldWithPasskey()

    const asked = await signInByPassword(phone, ANA)
    const before = await phone.call('GET', SESSION)
    const finished = await finishWith(phone, await authenticator.get(await secondStepOptionsIn(asked)))

    expect(asked.status).toBe(200)
    expect(before.status).toBe(401)
    expect(v.parse(Session, await finished.json()).user.name).toBe('Ana')
    expect((await phone.call('GET', SESSION)).status).toBe(200)
    expect(await recorded(2)).toEqual(['session.started', 'second-step.asked'])
    expect((await ports.audit.list(2))[1]).toMatchObject({ actorName: 'Ana', detail: { kind: 'passkey' } })
  })

  it('is renamed and removed, and with the last one go the recovery codes', async () => {
    const { laptop, added, recorded } = await makeWorldWithPasskey()
    const path = `${PASSKEYS}/${added.passkey.id}`

    const renamed = await laptop.call('PATCH', path, { name: 'Old laptop' })
    const removed = await laptop.call('DELETE', path)

    expect(await renamed.json()).toMatchObject({ id: added.passkey.id, name: 'Old laptop' })
    expect(removed.status).toBe(204)
    expect(await passkeysOf(laptop)).toEqual({ passkeys: [], recoveryCodesLeft: 0 })
    expect(await recorded(2)).toEqual(['passkey.removed', 'passkey.renamed'])
  })

  it('that was removed signs nobody in, and is asked for no more', async () => {
    const { laptop, phone, authenticator, added } = await makeWorldWithPasskey()
    const options = await startWithPasskey(phone)
    await laptop.call('DELETE', `${PASSKEYS}/${added.passkey.id}`)

    const alone = await signInWith(phone, await authenticator.get(options))
    const byPassword = await signInByPassword(phone, ANA)

    expect(await refusalIn(alone)).toBe('401 sign-in-refused')
    expect(v.parse(Session, await byPassword.json()).user.name).toBe('Ana')
  })

  it('that is removed between the password and its use does not finish the sign-in', async () => {
    const { laptop, phone, authenticator, added } = await makeWorldWithPasskey()
    const options = await secondStepOptionsIn(await signInByPassword(phone, ANA))
    await laptop.call('DELETE', `${PASSKEYS}/${added.passkey.id}`)

    const finished = await finishWith(phone, await authenticator.get(options))

    expect(await refusalIn(finished)).toBe('401 sign-in-refused')
    expect((await phone.call('GET', SESSION)).status).toBe(401)
  })

  it('that is somebody else’s is not theirs to rename or remove', async () => {
    const { ofBen, laptop, added } = await makeWorldWithPasskey()
    const path = `${PASSKEYS}/${added.passkey.id}`

    const answers = [await ofBen.call('PATCH', path, { name: 'Mine' }), await ofBen.call('DELETE', path)]

    expect(await Promise.all(answers.map(refusalIn))).toEqual(['404 not-found', '404 not-found'])
    expect((await passkeysOf(laptop)).passkeys).toEqual([added.passkey])
  })

  it('cannot be removed where it is the last way to sign in, neither by its person nor by an administrator', async () => {
    const { ports, root } = await makeWorld()
    const cleo = makeUser({ id: 'user-cleo', name: 'Cleo' })
    const passkey = makePasskey({ userId: cleo.id })
    await addUser(ports, cleo, passkeyIdentity(passkey))
    await ports.passkeys.add({ passkey, codesSha256: ['code'] }, 20, makeAudit())
    const actor = { kind: 'person', user: cleo, session: makeSession(), remoteAddress: null } as const
    const context = { ...contextWithoutRequest(ports, 'system'), actor }

    const removing = removePasskey(ports, context, passkey.id)
    const reset = await root(`/console/v1/users/${cleo.id}/second-step`, { method: 'DELETE' })

    await expect(removing).rejects.toMatchObject({ code: 'last-way-to-sign-in' })
    expect(await refusalIn(reset)).toBe('409 last-way-to-sign-in')
    expect(await ports.passkeys.listOf(cleo.id)).toEqual([passkey])
    expect(await ports.passkeys.countCodesOf(cleo.id)).toBe(1)
  })

  it('cannot be removed by someone who has a password where passwords sign nobody in', async () => {
    const { laptop, added, ports } = await makeWorldWithPasskey()
    ports.hasPasswordSignIn = false

    const removed = await laptop.call('DELETE', `${PASSKEYS}/${added.passkey.id}`)

    expect(await refusalIn(removed)).toBe('409 last-way-to-sign-in')
  })

  it('signs nobody in whose roles come from the provider, where they may be taken away', async () => {
    const { ports, phone, authenticator } = await makeWorldWithPasskey()
    const options = await startWithPasskey(phone)
    const identities = await ports.identities.listOf('user-Ana')
    const atProvider = makeIdentity({ kind: 'oidc', issuer: 'https://login.example.com', userId: 'user-Ana' })
    ports.identities.listOf = async () => [...identities, atProvider]
    ports.provider = {
      name: 'Example',
      issuer: 'https://login.example.com',
      mapping: roleMappingFrom('groups=approvers -> approver@default'),
      signInUrl: async () => '',
      vouchedFor: () => Promise.reject(new Error('nobody comes from the provider')),
      signOutUrl: async () => null,
    }

    const alone = await signInWith(phone, await authenticator.get(options))

    expect(await refusalIn(alone)).toBe('403 provider-sign-in-only')
    expect((await phone.call('GET', SESSION)).status).toBe(401)
  })

  it('answers a question once: what was answered is worth nothing when it is sent again', async () => {
    const { phone, authenticator, advance } = await makeWorldWithPasskey()
    const answer = await authenticator.get(await startWithPasskey(phone))
    advance(1)

    const answers = [await signInWith(phone, answer), await signInWith(phone, answer)]

    expect(answers.map(({ status }) => status)).toEqual([200, 401])
    expect(await refusalIn(answers[1] ?? Response.error())).toBe('401 sign-in-expired')
  })

  it('that counts less than it did may be a copy: it is refused and recorded, and the other one works on', async () => {
    const { phone, authenticator, ports } = await makeWorldWithPasskey()
    const [key] = authenticator.held
    if (key === undefined) throw new Error('no key')
    const clone = makeAuthenticator()
    clone.held.push({ ...key })
    await signInWith(phone, await authenticator.get(await startWithPasskey(phone)))

    const refused = await signInWith(phone, await clone.get(await startWithPasskey(phone)))
    const signedIn = await signInWith(phone, await authenticator.get(await startWithPasskey(phone)))

    expect(await refusalIn(refused)).toBe('401 sign-in-refused')
    const records = (await ports.audit.list(10)).filter(({ action }) => action === 'passkey.copy-suspected')
    expect(records).toMatchObject([{ result: 'refused', detail: { name: 'Work laptop' } }])
    expect(signedIn.status).toBe(200)
  })

  it('that does not count is never taken for a copy', async () => {
    const { laptop, ports } = await makeWorld()
    const authenticator = makeAuthenticator({ countsBy: 0 })
    await addPasskey(laptop, authenticator)
    const phone = browserAt(ports)

    const first = await signInWith(phone, await authenticator.get(await startWithPasskey(phone)))
    const second = await signInWith(phone, await authenticator.get(await startWithPasskey(phone)))

    expect([first.status, second.status]).toEqual([200, 200])
  })

  it('of which a copy may be kept says so by its first and by each later answer', async () => {
    const { laptop, ports } = await makeWorld()
    const authenticator = makeAuthenticator({ isBackupEligible: true })
    await addPasskey(laptop, authenticator)
    const phone = browserAt(ports)
    const use = async (changes: { isBackedUp: boolean; isBackupEligible?: boolean }) =>
      signInWith(phone, await authenticator.get(await startWithPasskey(phone), changes))

    const refused = await use({ isBackedUp: false, isBackupEligible: false })
    const signedIn = await use({ isBackedUp: true })

    expect([refused.status, signedIn.status]).toEqual([401, 200])
    expect((await passkeysOf(phone)).passkeys[0]?.isBackedUp).toBe(true)
  })

  it('is added once', async () => {
    const { laptop, ofBen, authenticator } = await makeWorld()
    const answer = await authenticator.create(await startAdding(laptop))
    await add(laptop, 'Work laptop', answer)

    const again = await add(laptop, 'Work laptop', answer)
    const elsewhere = await add(ofBen, 'Mine', answer)

    expect([await refusalIn(again), await refusalIn(elsewhere)]).toEqual([
      '400 passkey-refused',
      '400 passkey-refused',
    ])
  })

  it('is one of twenty at most', async () => {
    const { laptop, authenticator } = await makeWorld()
    const late = await authenticator.create(await startAdding(laptop))
    // Each of the others asks anew, which the answer above was not made for.
    for (let count = 0; count < MOST_PASSKEYS; count += 1) await addPasskey(laptop, makeAuthenticator())

    const further = await laptop.call('POST', `${PASSKEYS}/options`)

    expect(await refusalIn(further)).toBe('409 too-many-passkeys')
    expect(await refusalIn(await add(laptop, 'Late', late))).toBe('400 passkey-refused')
  })
})

describe('a recovery code', () => {
  it('stands in for the passkey once, however it is written, and leaves the others', async () => {
    const { phone, added, ports } = await makeWorldWithPasskey()
    const [code = '', other = ''] = added.recoveryCodes ?? []
    const finish = async (typed: string) => {
      await signInByPassword(phone, ANA)
      return finishWithCode(phone, typed)
    }

    const first = await finish(` ${code.toUpperCase().replaceAll('-', ' ')}`)
    const again = await finish(code)
    const next = await finish(other)

    expect([first.status, again.status, next.status]).toEqual([200, 401, 200])
    expect((await passkeysOf(phone)).recoveryCodesLeft).toBe(8)
    const used = (await ports.audit.list(20)).filter(({ action }) => action === 'recovery-code.used')
    expect(used.map(({ detail }) => detail)).toEqual([{ left: 8 }, { left: 9 }])
  })

  it('that is none can be typed again in the same sign-in', async () => {
    const { phone, added } = await makeWorldWithPasskey()
    await signInByPassword(phone, ANA)

    const wrong = await finishWithCode(phone, 'not-a-code')
    const right = await finishWithCode(phone, added.recoveryCodes?.[0] ?? '')

    expect(await refusalIn(wrong)).toBe('401 sign-in-refused')
    expect(right.status).toBe(200)
  })

  it('is worth nothing once new ones are made', async () => {
    const { laptop, phone, added, recorded } = await makeWorldWithPasskey()
    const made = await laptop.call('POST', RECOVERY_CODES)
    const { recoveryCodes } = v.parse(MadeRecoveryCodes, await made.json())
    const recordedThen = await recorded(1)
    await signInByPassword(phone, ANA)

    const old = await finishWithCode(phone, added.recoveryCodes?.[0] ?? '')
    const current = await finishWithCode(phone, recoveryCodes[0] ?? '')

    expect([old.status, current.status]).toEqual([401, 200])
    expect(recordedThen).toEqual(['recovery-codes.made'])
  })

  it('is nobody’s who has no passkey', async () => {
    const { laptop } = await makeWorld()

    expect(await refusalIn(await laptop.call('POST', RECOVERY_CODES))).toBe('409 conflict')
  })

  it('is kept as a hash only', async () => {
    const { laptop, authenticator, ports } = await makeWorld()
    const codes: string[] = []
    const store = ports.passkeys.add.bind(ports.passkeys)
    ports.passkeys.add = (given, ...rest) => {
      codes.push(...(given.codesSha256 ?? []))
      return store(given, ...rest)
    }
    const added = await addPasskey(laptop, authenticator)

    const bare = added.recoveryCodes?.map((code) => sha256Hex(code.replaceAll('-', '')))

    expect(codes).toEqual(bare)
  })
})

describe('where approvers take a second step', () => {
  /** Ana, who may generate tokens, has no passkey yet. */
  async function makeStrict() {
    const world = await makeWorld()
    const strict = makeService({ ...world.ports, secondStep: 'approvers' })
    return { ...world, ...strict, phone: browserAt(strict.ports) }
  }

  it('someone who has none adds a passkey before anything else, and is signed in by it', async () => {
    const { phone, authenticator, recorded } = await makeStrict()
    const asked = await firstPasskeyIn(await signInByPassword(phone, ANA))
    const before = [
      await phone.call('GET', SESSION),
      await phone.call('GET', PASSKEYS),
      await phone.call('POST', '/acme/target/authentication/token?authorizationScope=profile_api'),
    ]

    const finished = await finishWithFirst(phone, await authenticator.create(asked))

    const { session, recoveryCodes } = v.parse(SignedInWithFirstPasskey, await finished.json())
    expect(before.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(session.user.name).toBe('Ana')
    expect(recoveryCodes).toHaveLength(10)
    expect(await recorded(3)).toEqual(['session.started', 'passkey.added', 'second-step.asked'])
    const answer = await authenticator.get(await startWithPasskey(phone))
    expect((await signInWith(phone, answer)).status).toBe(200)
  })

  it('a first passkey that is not what was asked for ends the sign-in', async () => {
    const { phone, authenticator } = await makeStrict()
    const asked = await firstPasskeyIn(await signInByPassword(phone, ANA))
    const answer = await authenticator.create(asked, { isUserVerified: false })

    const refused = await finishWithFirst(phone, answer)
    const again = await finishWithFirst(phone, await authenticator.create(asked))

    expect(await refusalIn(refused)).toBe('400 passkey-refused')
    expect(await refusalIn(again)).toBe('401 sign-in-expired')
  })

  it('a session by a password alone is over for those who may generate tokens, and for them alone', async () => {
    const { ports } = await makeWorld()
    const [ana, ben] = [browserAt(ports), browserAt(ports)]
    await signInByPassword(ana, ANA)
    await signInByPassword(ben, BEN)
    const statuses = async () => [
      (await ana.call('GET', SESSION)).status,
      (await ben.call('GET', SESSION)).status,
    ]
    const before = await statuses()

    ports.secondStep = 'approvers'
    const after = await statuses()

    expect([before, after]).toEqual([
      [200, 200],
      [401, 200],
    ])
    expect((await askedIn(await signInByPassword(ana, ANA))).kind).toBe('first-passkey')
    expect(v.parse(Session, await (await signInByPassword(ben, BEN)).json()).user.name).toBe('Ben')
  })

  it('someone whose rights grow signs in anew, and is led to it', async () => {
    const { ports } = await makeWorld()
    ports.secondStep = 'approvers'
    const ben = browserAt(ports)
    await signInByPassword(ben, BEN)
    const before = await ben.call('GET', SESSION)
    const roles = [{ workspace: 'default', role: 'approver' as const }]
    await ports.users.setRoles(await userOf(ports, 'user-Ben'), { sysadmin: false, roles }, makeAudit())

    const after = await ben.call('GET', SESSION)

    expect(before.status).toBe(200)
    expect(await refusalIn(after)).toBe('401 signed-out')
    expect((await askedIn(await signInByPassword(ben, BEN))).kind).toBe('first-passkey')
  })

  it('a set-up link gives a password, and leads to a passkey as signing in does', async () => {
    const { root, phone } = await makeStrict()
    const link = await root('/console/v1/users/user-Ana/set-up-link', { method: 'POST' })
    const { setUpUrl } = v.parse(MadeLink, await link.json())
    const input = { code: setUpUrl.split('#code=')[1], password: 'another horse battery staple' }

    const response = await phone.call('POST', '/console/v1/set-up', input)

    expect((await askedIn(response)).kind).toBe('first-passkey')
    expect((await phone.call('GET', SESSION)).status).toBe(401)
  })

  it('a script gets no access token by a password alone', async () => {
    const { call, recorded } = await makeStrict()
    const token = (email: string) =>
      call('/console/v1/access-token', json('POST', { email, password: PASSWORD }))

    const [ofAna, ofBen] = [await token(ANA), await token(BEN)]

    expect(await refusalIn(ofAna)).toBe('403 second-step-required')
    expect(ofBen.status).toBe(201)
    expect(await recorded(2)).toEqual(['session.started', 'session.refused'])
  })
})

describe('a question to an authenticator', () => {
  it.each([
    ['from a page of another origin', { origin: 'https://console.test.example' }],
    ['by someone it has not made sure of', { isUserVerified: false }],
  ])('is not answered %s', async (_, changes) => {
    const { laptop, phone, authenticator } = await makeWorldWithPasskey()

    const made = await makeAuthenticator().create(await startAdding(laptop), changes)
    const used = await authenticator.get(await startWithPasskey(phone), changes)

    expect(await refusalIn(await add(laptop, 'Phone', made))).toBe('400 passkey-refused')
    expect(await refusalIn(await signInWith(phone, used))).toBe('401 sign-in-refused')
  })

  it('is bound to the browser that asked', async () => {
    const { phone, authenticator, ports } = await makeWorldWithPasskey()
    const [other, third] = [browserAt(ports), browserAt(ports)]
    await startWithPasskey(other)
    const answer = await authenticator.get(await startWithPasskey(phone))
    const asked = await authenticator.get(await secondStepOptionsIn(await signInByPassword(phone, ANA)))

    const answers = [
      await signInWith(third, answer),
      await finishWith(third, asked),
      await signInWith(other, answer),
    ]

    expect(await Promise.all(answers.map(refusalIn))).toEqual([
      '401 sign-in-expired',
      '401 sign-in-expired',
      '401 sign-in-refused',
    ])
  })

  it('is of one kind: what was asked as a second step signs nobody in alone, and the other way round', async () => {
    const { phone, authenticator } = await makeWorldWithPasskey()
    const second = await authenticator.get(await secondStepOptionsIn(await signInByPassword(phone, ANA)))
    const asAlone = await signInWith(phone, second)
    const alone = await authenticator.get(await startWithPasskey(phone))
    const asSecond = await finishWith(phone, alone)

    expect([await refusalIn(asAlone), await refusalIn(asSecond)]).toEqual([
      '401 sign-in-expired',
      '401 sign-in-expired',
    ])
  })

  it.each([
    ['five minutes', 'alone', 299, 300],
    ['ten minutes', 'after the password', 599, 600],
  ])('is good for %s %s', async (_for, how, inTime, late) => {
    const { phone, authenticator, advance } = await makeWorldWithPasskey()
    const after = async (seconds: number) => {
      if (how === 'alone') {
        const answer = await authenticator.get(await startWithPasskey(phone))
        advance(seconds)
        return signInWith(phone, answer)
      }
      const asked = await signInByPassword(phone, ANA)
      const answer = await authenticator.get(await secondStepOptionsIn(asked))
      advance(seconds)
      return finishWith(phone, answer)
    }

    const [expired, signedIn] = [await after(late), await after(inTime)]

    expect(await refusalIn(expired)).toBe('401 sign-in-expired')
    expect(signedIn.status).toBe(200)
  })

  it('is asked of one address sixty times in a minute at most', async () => {
    const { ports } = await makeWorld({
      passkeyQuestions: callLimiter(
        memoryCounts(() => START),
        'passkey questions',
        PASSKEY_QUESTIONS_PER_MINUTE,
      ),
    })
    const ask = (address?: string) => browserAt(ports, address).call('POST', `${SESSION}/passkey/options`)
    for (let count = 0; count < PASSKEY_QUESTIONS_PER_MINUTE; count += 1) {
      expect((await ask()).status).toBe(200)
    }

    const [refused, elsewhere] = [await ask(), await ask('198.51.100.9')]

    expect(await refusalIn(refused)).toBe('429 too-many-requests')
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(elsewhere.status).toBe(200)
  })

  it('of nobody known is refused while too many wait, and the second step of somebody known is not', async () => {
    const { ports, phone } = await makeWorldWithPasskey()
    const begin = ports.ceremonies.begin.bind(ports.ceremonies)
    ports.ceremonies.begin = (ceremony, _most, ...rest) => begin(ceremony, 1, ...rest)
    await startWithPasskey(browserAt(ports))

    const refused = await phone.call('POST', `${SESSION}/passkey/options`)
    const asked = await signInByPassword(phone, ANA)

    expect(await refusalIn(refused)).toBe('503 unavailable')
    expect((await askedIn(asked)).kind).toBe('passkey')
  })

  it('says nothing of whom it asks, and is the same for everyone but for the challenge', async () => {
    const { ports } = await makeWorldWithPasskey()

    const { challenge, ...rest } = await startWithPasskey(browserAt(ports))
    const other = await startWithPasskey(browserAt(ports))

    expect(challenge).toMatch(/^[\w-]{43}$/)
    expect(other.challenge).not.toBe(challenge)
    expect(rest).toEqual({
      rpId: 'console.test',
      timeout: 300_000,
      userVerification: 'required',
      allowCredentials: [],
    })
  })

  it('by another page than ours is not asked', async () => {
    const { call } = await makeWorld()

    const response = await call(`${SESSION}/passkey/options`, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
    })

    expect(await refusalIn(response)).toBe('403 not-same-origin')
  })

  it('at another host finds no passkey of this one, which is still asked for after the password', async () => {
    const { ports } = await makeWorldWithPasskey()
    const moved = makeService({ ...ports, client: { ...ports.client, publicUrl: null } })
    const app = createApp(moved.ports)
    const origin = 'http://elsewhere.test'
    const phone = browserSession(
      (request, setCookie) => Promise.resolve(app.fetch(request, { setCookie })),
      origin,
    )

    const asked = await askedIn(await signInByPassword(phone, ANA))

    expect(asked).toMatchObject({
      kind: 'passkey',
      options: { rpId: 'elsewhere.test', allowCredentials: [] },
    })
  })
})

describe('someone who is suspended', () => {
  it('is signed in by no passkey, alone or after a password that was right before', async () => {
    const { phone, root, ports } = await makeWorldWithPasskey()
    const ben = browserAt(ports)
    const ofBen = makeAuthenticator()
    await signInByPassword(ben, BEN)
    await addPasskey(ben, ofBen)
    const waiting = await ofBen.get(await secondStepOptionsIn(await signInByPassword(phone, BEN)))
    const alone = await startWithPasskey(ben)
    await root('/console/v1/users/user-Ben/suspend', { method: 'POST' })

    const finished = await finishWith(phone, waiting)
    const signedIn = await signInWith(ben, await ofBen.get(alone))

    expect(await refusalIn(finished)).toBe('401 sign-in-expired')
    expect(await refusalIn(signedIn)).toBe('401 sign-in-refused')
  })
})

describe('a sign-in that waits for its second step', () => {
  it('is over when the password is another one, and when the person is signed out everywhere', async () => {
    const { phone, authenticator, root, ports } = await makeWorldWithPasskey()
    const wait = async () => authenticator.get(await secondStepOptionsIn(await signInByPassword(phone, ANA)))

    const revoked = await wait()
    await root('/console/v1/users/user-Ana/sessions', { method: 'DELETE' })
    const afterRevoking = await finishWith(phone, revoked)
    const changed = await wait()
    await ports.setUpLinks.replace(makeLink({ codeSha256: 'x', userId: 'user-Ana' }), makeAudit())
    await ports.setUpLinks.use(
      'x',
      makeIdentity({ userId: 'user-Ana', secret: 'readable:another one' }),
      null,
      makeAudit(),
    )
    const afterChanging = await finishWith(phone, changed)

    expect([await refusalIn(afterRevoking), await refusalIn(afterChanging)]).toEqual([
      '401 sign-in-expired',
      '401 sign-in-expired',
    ])
  })

  it('is told from a wrong password by the right one alone', async () => {
    const { phone } = await makeWorldWithPasskey()

    const wrong = await problemIn(await signInByPassword(phone, ANA, 'wrong horse battery staple'))
    const unknown = await problemIn(await signInByPassword(phone, 'nobody@example.com'))

    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' })
  })

  it('slows down codes that are guessed as it does passwords, and forgets that when one is right', async () => {
    const { phone, added } = await makeWorldWithPasskey({
      signInAttempts: attemptLimiter(memoryCounts(() => START)),
    })
    const [code = '', other = ''] = added.recoveryCodes ?? []
    await signInByPassword(phone, ANA)
    const guess = async () => (await finishWithCode(phone, 'guess')).status
    // The password counted as one until the sign-in is finished.
    const few = [await guess(), await guess()]
    const right = await finishWithCode(phone, code)

    await signInByPassword(phone, ANA)
    const many = []
    for (let count = 0; count < 10; count += 1) many.push(await guess())
    const slowed = await finishWithCode(phone, other)

    expect([...few, right.status]).toEqual([401, 401, 200])
    expect(many).toEqual([...Array.from({ length: 9 }, () => 401), 429])
    expect(slowed.status).toBe(429)
  })

  it('is asked of someone who used a set-up link, too', async () => {
    const { phone, root, authenticator } = await makeWorldWithPasskey()
    const link = await root('/console/v1/users/user-Ana/set-up-link', { method: 'POST' })
    const { setUpUrl } = v.parse(MadeLink, await link.json())
    const input = { code: setUpUrl.split('#code=')[1], password: 'another horse battery staple' }

    const response = await phone.call('POST', '/console/v1/set-up', input)
    const finished = await finishWith(phone, await authenticator.get(await secondStepOptionsIn(response)))

    expect(finished.status).toBe(200)
  })

  it('is refused to a script', async () => {
    const { call } = await makeWorldWithPasskey()

    const response = await call('/console/v1/access-token', json('POST', { email: ANA, password: PASSWORD }))

    expect(await refusalIn(response)).toBe('403 second-step-required')
  })
})

describe('someone with a passkey who is to sign in again', () => {
  const AGAIN = `${SESSION}/fresh`
  const FRESH_SECONDS = 15 * 60

  /** Ana signed in a while ago, with her passkey. */
  async function makeStale() {
    const world = await makeWorldWithPasskey()
    await signInWith(world.phone, await world.authenticator.get(await startWithPasskey(world.phone)))
    world.advance(FRESH_SECONDS + 1)
    const ask = async () => requestOptionsIn(await world.phone.call('POST', `${AGAIN}/options`))
    const answer = (credential: unknown) => world.phone.call('POST', AGAIN, { method: 'passkey', credential })
    return { ...world, ask, answer }
  }

  it.each([
    ['adding a passkey', 'POST', () => `${PASSKEYS}/options`],
    ['removing one', 'DELETE', (id: string) => `${PASSKEYS}/${id}`],
    ['new recovery codes', 'POST', () => RECOVERY_CODES],
  ])('is asked to for %s, and does so with it', async (_, method, path) => {
    const { phone, authenticator, added, ask, answer, recorded } = await makeStale()
    const act = () => phone.call(method, path(added.passkey.id))

    const refused = await act()
    const renewed = await answer(await authenticator.get(await ask()))
    const recordedThen = await recorded(1)
    const done = await act()

    expect(await refusalIn(refused)).toBe('401 fresh-sign-in-required')
    expect(v.parse(Session, await renewed.json()).user.name).toBe('Ana')
    expect(recordedThen).toEqual(['session.renewed'])
    expect(done.ok).toBe(true)
  })

  it('cannot by a password alone, and is not offered to', async () => {
    const { phone } = await makeStale()

    const ways = await phone.call('GET', AGAIN)
    const refused = await phone.call('POST', AGAIN, { method: 'password', password: PASSWORD })

    expect(await ways.json()).toEqual({ methods: ['passkey'], isFresh: false })
    expect(await refusalIn(refused)).toBe('403 second-step-required')
  })

  it('answers once, with a passkey of their own, in the session that asked', async () => {
    const { phone, ofBen, authenticator, ask, answer, ports } = await makeStale()
    const ofBens = makeAuthenticator()
    await signInByPassword(ofBen, BEN)
    await addPasskey(ofBen, ofBens)
    const anyone = { ...(await ask()), allowCredentials: [] }
    const byBens = await answer(await ofBens.get(anyone))
    const credential = await authenticator.get(await ask())
    const elsewhere = await ofBen.call('POST', AGAIN, { method: 'passkey', credential })

    const answers = [await answer(credential), await answer(credential)]

    expect([await refusalIn(byBens), await refusalIn(elsewhere)]).toEqual([
      '400 passkey-refused',
      '400 passkey-refused',
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
    expect((await phone.call('GET', SESSION)).status).toBe(200)
    const refusals = (await ports.audit.list(50)).filter(({ action }) => action === 'session.renewal-refused')
    expect(refusals.map(({ detail }) => detail)).toEqual([
      { method: 'passkey' },
      { method: 'passkey' },
      { method: 'passkey' },
    ])
  })

  it('keeps what they signed in by where a second step is required', async () => {
    const { phone, authenticator, ask, answer, ports } = await makeStale()
    ports.secondStep = 'approvers'

    await answer(await authenticator.get(await ask()))

    expect((await phone.call('GET', SESSION)).status).toBe(200)
  })
})

describe('an administrator', () => {
  it('takes the passkeys of someone who lost them away: their sessions end, and their password signs them in', async () => {
    const { laptop, phone, authenticator, recorded, ports } = await makeWorldWithPasskey()
    const waiting = await authenticator.get(await secondStepOptionsIn(await signInByPassword(phone, ANA)))
    await ports.users.setRoles(await userOf(ports, 'user-Ben'), { sysadmin: true, roles: [] }, makeAudit())

    const ofBen = browserAt(ports)
    await signInByPassword(ofBen, BEN)
    const reset = await ofBen.call('DELETE', '/console/v1/users/user-Ana/second-step')
    const recordedThen = await recorded(1)

    expect(reset.status).toBe(204)
    expect(recordedThen).toEqual(['user.second-step-reset'])
    expect((await laptop.call('GET', SESSION)).status).toBe(401)
    expect(await refusalIn(await finishWith(phone, waiting))).toBe('401 sign-in-expired')
    expect(v.parse(Session, await (await signInByPassword(phone, ANA)).json()).user.name).toBe('Ana')
    expect(await passkeysOf(phone)).toEqual({ passkeys: [], recoveryCodesLeft: 0 })
  })
})
