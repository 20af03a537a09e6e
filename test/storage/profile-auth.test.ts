import { describe, expect, it } from 'vitest'
import { makeAudit, makeSettings, makeToken, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

describe.each(storeKinds)('tokens in $kind', ({ open }) => {
  it('are current from the moment they are stored, for their client and scope alone', async () => {
    const { tokens } = await open()
    const token = makeToken()

    await tokens.replaceCurrent(token, null, makeAudit())

    expect(await tokens.current('acme', 'profile_api')).toEqual(token)
    expect(await tokens.current('acme', 'debug_tools')).toBeUndefined()
    expect(await tokens.current('other', 'profile_api')).toBeUndefined()
  })

  it('end when a newer one takes their place, and lose the sealed secret but not the row', async () => {
    const { tokens, access } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    const next = makeToken({ id: 'token-2', createdAt: START + 60_000 })
    await tokens.replaceCurrent(next, 'token-1', makeAudit())

    const { token: former } = await access.find('acme', 'sha256 of token-1')
    expect(former).toEqual(makeToken({ sealedSecret: null, endedAt: START + 60_000 }))
    expect(await tokens.current('acme', 'profile_api')).toEqual(next)
  })

  it.each([
    { over: 'no token', replaces: null },
    { over: 'the same token', replaces: 'token-0' },
  ])('are generated once by two approvers at the same time over $over', async ({ replaces }) => {
    const { tokens, audit } = await open()
    if (replaces) await tokens.replaceCurrent(makeToken({ id: replaces }), null, makeAudit())
    const recordsBefore = (await audit.list(10)).length

    const won = await Promise.all([
      tokens.replaceCurrent(makeToken({ id: 'token-1' }), replaces, makeAudit()),
      tokens.replaceCurrent(makeToken({ id: 'token-2' }), replaces, makeAudit()),
    ])

    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await tokens.current('acme', 'profile_api')).toMatchObject({ id: won[0] ? 'token-1' : 'token-2' })
    expect(await audit.list(10)).toHaveLength(recordsBefore + 1)
  })

  it('are not replaced by someone who has not seen the current one', async () => {
    const { tokens } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    const replaced = await tokens.replaceCurrent(makeToken({ id: 'token-2' }), 'token-0', makeAudit())

    expect(replaced).toBe(false)
    expect(await tokens.current('acme', 'profile_api')).toEqual(makeToken())
  })

  it.each([
    { since: 'a first change', before: [], seen: 0, after: makeSettings() },
    { since: 'another change', before: [makeSettings()], seen: 1, after: makeSettings({ revision: 2 }) },
  ])('are not generated for settings that were seen before $since', async ({ before, seen, after }) => {
    const { tokens, settings } = await open()
    for (const stored of before) await settings.replace(stored, makeAudit())
    const generate = (id: string, replaces: string | null) =>
      tokens.replaceCurrent(makeToken({ id }), replaces, makeAudit(), seen)

    const asSeen = await generate('token-1', null)
    await settings.replace(after, makeAudit())
    const tooLate = await generate('token-2', 'token-1')

    expect([asSeen, tooLate]).toEqual([true, false])
    expect(await tokens.current('acme', 'profile_api')).toEqual(makeToken())
    expect(await settings.find('acme')).toEqual(after)
  })

  it('remember when they were last used', async () => {
    const { tokens } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    await tokens.touch('token-1', START + 60_000)

    expect(await tokens.current('acme', 'profile_api')).toMatchObject({ lastUsedAt: START + 60_000 })
  })

  it('remember when they were first seen expired, those of their client alone', async () => {
    const { tokens, access } = await open()
    const [early, late] = [START + 1000, START + 60_000]
    const kept = [
      makeToken({ id: 'expired', expiresAt: early }),
      makeToken({ id: 'working', scope: 'debug_tools', expiresAt: late + 1 }),
      makeToken({ id: 'foreign', clientCode: 'other', expiresAt: early }),
    ]
    for (const token of kept) await tokens.replaceCurrent(token, null, makeAudit())

    await tokens.noteExpired('acme', early)
    await tokens.noteExpired('acme', late)

    const found = await Promise.all(kept.map(({ secretSha256 }) => access.find('acme', secretSha256)))
    expect(found.map(({ token }) => token?.seenExpiredAt)).toEqual([early, null, null])
  })
})

describe.each(storeKinds)('what a call is judged by in $kind', ({ open }) => {
  it('is an open door while nobody has changed the settings', async () => {
    const { access } = await open()

    const found = await access.find('acme', null)

    expect(found).toEqual({ enableProfileApiAuthentication: false, token: undefined })
  })

  it('is the newest switch and the token with that secret, whoever it belongs to', async () => {
    const { access, settings, tokens } = await open()
    const foreign = makeToken({ clientCode: 'other', scope: 'debug_tools' })
    await settings.replace(makeSettings(), makeAudit())
    await tokens.replaceCurrent(foreign, null, makeAudit())

    const found = await access.find('acme', foreign.secretSha256)

    expect(found).toEqual({ enableProfileApiAuthentication: true, token: foreign })
  })

  it('is the switch alone when no token has that secret', async () => {
    const { access, settings } = await open()
    await settings.replace(makeSettings(), makeAudit())

    const found = await access.find('acme', 'sha256 of something else')

    expect(found).toEqual({ enableProfileApiAuthentication: true, token: undefined })
  })
})
