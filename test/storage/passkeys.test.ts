import { describe, expect, it } from 'vitest'
import type { Stores } from '#service/stores.ts'
import {
  addUser,
  makeAudit,
  makeCeremony,
  makeIdentity,
  makePasskey,
  makeSession,
  makeUser,
  START,
} from './records.ts'
import { storeKinds } from './store-kinds.ts'

/** Ana, who has used her link and has two passkeys and two recovery codes. */
async function makeAna(stores: Stores) {
  const { passkeys } = stores
  await addUser(stores, makeUser())
  const second = makePasskey({ id: 'passkey-2', createdAt: START + 1, signCount: 7, isBackupEligible: false })
  await passkeys.add({ passkey: makePasskey(), codesSha256: ['one', 'two'] }, 20, makeAudit())
  await passkeys.add({ passkey: second, codesSha256: null }, 20, makeAudit())
  return second
}

const ofNobody = (keySha256: string, expiresAt: number) =>
  makeCeremony({ keySha256, kind: 'sign-in', userId: null, verifiedSecret: null, expiresAt })

describe.each(storeKinds)('passkeys in $kind', ({ open }) => {
  it('are of one person each, and as many as may be', async () => {
    const stores = await open()
    const second = await makeAna(stores)
    const taken = makePasskey({ id: 'passkey-3', credentialId: second.credentialId })
    const third = makePasskey({ id: 'passkey-3' })

    const outcomes = [
      await stores.passkeys.add({ passkey: taken, codesSha256: null }, 20, makeAudit()),
      await stores.passkeys.add({ passkey: third, codesSha256: null }, 2, makeAudit()),
    ]

    expect(outcomes).toEqual(['taken', 'too-many'])
    expect(await stores.passkeys.listOf('user-ana')).toEqual([makePasskey(), second])
    expect(await stores.passkeys.findByCredential(second.credentialId)).toEqual(second)
  })

  it('start a session by a ceremony, once, while all is as it was verified', async () => {
    const stores = await open()
    const second = await makeAna(stores)
    const use = { id: second.id, signCount: 8, isBackedUp: false, at: START + 5 }
    const start = (secret: string, proof: Parameters<Stores['sessions']['startBy']>[3]) =>
      stores.sessions.startBy(
        'ceremony-1',
        makeSession({ id: `session ${secret}`, secretSha256: `session ${secret}` }),
        [makeIdentity({ secret })],
        proof,
        [makeAudit()],
      )
    const withoutCeremony = await start('hashed', { kind: 'passkey', use })
    await stores.ceremonies.begin(makeCeremony(), 0, START, makeAudit())
    const recordsBefore = (await stores.audit.list(100)).length

    const outcomes = [
      await start('another password', { kind: 'passkey', use }),
      await start('hashed', { kind: 'recovery-code', codeSha256: 'three' }),
      await start('hashed', { kind: 'passkey', use: { ...use, signCount: 7 } }),
    ]
    const recordsThen = (await stores.audit.list(100)).length
    outcomes.push(
      await start('hashed', { kind: 'passkey', use }),
      await start('hashed', { kind: 'passkey', use: { ...use, signCount: 9 } }),
    )

    expect(withoutCeremony).toBe('expired')
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'started', 'expired'])
    expect(recordsThen).toBe(recordsBefore)
    expect(await stores.passkeys.listOf('user-ana')).toMatchObject([
      { lastUsedAt: null },
      { signCount: 8, lastUsedAt: START + 5 },
    ])
    expect(await stores.passkeys.countCodesOf('user-ana')).toBe(2)
  })

  it('leave a ceremony of nobody known to so many at once, and to those of somebody always', async () => {
    const { ceremonies, ...stores } = await open()
    await makeAna({ ceremonies, ...stores })
    const begin = (ceremony: ReturnType<typeof makeCeremony>, now: number) =>
      ceremonies.begin(ceremony, 2, now, null)

    const begun = [
      await begin(ofNobody('one', START + 100), START),
      await begin(ofNobody('two', START + 200), START),
      await begin(ofNobody('three', START + 300), START + 99),
      await begin(makeCeremony(), START + 99),
      await begin(ofNobody('three', START + 300), START + 100),
    ]

    expect(begun).toEqual([true, true, false, true, true])
    expect(await ceremonies.find('one')).toBeUndefined()
    expect(await ceremonies.find('three')).toEqual(ofNobody('three', START + 300))
  })

  it('forget ceremonies that have expired, and end each for one who asks', async () => {
    const { ceremonies } = await open()
    await ceremonies.begin(ofNobody('late', START + 1), 9, START, null)
    await ceremonies.begin(ofNobody('in time', START + 2), 9, START, null)

    await ceremonies.removeExpired(START + 1)
    const ended = await Promise.all([ceremonies.end('in time'), ceremonies.end('in time')])

    expect(await ceremonies.find('late')).toBeUndefined()
    expect(ended.toSorted()).toEqual([false, true])
  })
})
