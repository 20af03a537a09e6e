import { describe, expect, it } from 'vitest'
import { SHOWN } from '#service/access/store.ts'
import type { TokenUpdate } from '#service/profile-auth/store.ts'
import { makeAudit, makeReplacing, makeSettings, makeToken, START } from './records.ts'
import { storeKinds } from './store-kinds.ts'

const BO = { changedAt: START + 1, changedBy: 'Bo', changedById: 'user-bo' }

describe.each(storeKinds)('tokens in $kind', ({ open }) => {
  it('are current from the moment they are stored, for their client and scope alone', async () => {
    const { tokens } = await open()
    const token = makeToken()

    await tokens.replaceCurrent(token, null, makeAudit())

    expect(await tokens.current('acme', 'profile_api')).toEqual(token)
    expect(await tokens.current('acme', 'debug_tools')).toBeUndefined()
    expect(await tokens.current('other', 'profile_api')).toBeUndefined()
  })

  it('lose the sealed secret but not the row when a newer one takes their place', async () => {
    const { tokens, access } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    const next = makeToken({ id: 'token-2', createdAt: START + 60_000 })
    const replacing = makeReplacing(makeToken())
    const outcome = await tokens.replaceCurrent(next, replacing, makeAudit())

    const former = await tokens.find('acme', 'token-1')
    expect(outcome).toBe('done')
    expect(former).toEqual({ ...makeToken(), ...replacing.change, revision: 2 })
    expect((await access.find('acme', 'sha256 of token-1')).token?.id).toBe('token-1')
    expect(await tokens.current('acme', 'profile_api')).toEqual(next)
  })

  it.each([
    { over: 'no token', former: null },
    { over: 'the same token', former: makeToken({ id: 'token-0' }) },
  ])('are generated once by two approvers at the same time over $over', async ({ former }) => {
    const { tokens, audit } = await open()
    if (former) await tokens.replaceCurrent(former, null, makeAudit())
    const recordsBefore = (await audit.list(10)).length

    const replacing = former && makeReplacing(former)
    const outcomes = await Promise.all(
      ['token-1', 'token-2'].map((id) => tokens.replaceCurrent(makeToken({ id }), replacing, makeAudit())),
    )

    expect(outcomes.toSorted()).toEqual(['done', 'overtaken'])
    const winner = outcomes[0] === 'done' ? 'token-1' : 'token-2'
    expect(await tokens.current('acme', 'profile_api')).toMatchObject({ id: winner })
    expect(await audit.list(10)).toHaveLength(recordsBefore + 1)
  })

  it('are not replaced by someone who has not seen the current one', async () => {
    const { tokens } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    const unseen = makeReplacing(makeToken({ id: 'token-0' }))
    const outcome = await tokens.replaceCurrent(makeToken({ id: 'token-2' }), unseen, makeAudit())

    expect(outcome).toBe('overtaken')
    expect(await tokens.current('acme', 'profile_api')).toEqual(makeToken())
  })

  it.each([
    { since: 'a first change', before: [], seen: 0, after: makeSettings() },
    { since: 'another change', before: [makeSettings()], seen: 1, after: makeSettings({ revision: 2 }) },
  ])('are not generated for settings that were seen before $since', async ({ before, seen, after }) => {
    const { tokens, settings } = await open()
    for (const stored of before) await settings.replace(stored, makeAudit())
    const generate = (id: string, former: TokenUpdate | null) =>
      tokens.replaceCurrent(makeToken({ id }), former, makeAudit(), seen)

    const asSeen = await generate('token-1', null)
    await settings.replace(after, makeAudit())
    const tooLate = await generate('token-2', makeReplacing(makeToken()))

    expect([asSeen, tooLate]).toEqual(['done', 'overtaken'])
    expect(await tokens.current('acme', 'profile_api')).toEqual(makeToken())
    expect(await settings.find('acme')).toEqual(after)
  })

  it('are changed as they were seen, and by one of two who saw the same', async () => {
    const { tokens, audit } = await open()
    const token = makeToken()
    await tokens.replaceCurrent(token, null, makeAudit())
    const recordsBefore = (await audit.list(10)).length

    const ended = { ...BO, endedAt: START + 1, endedBy: 'Bo', endedById: 'user-bo', isEndedForGood: true }
    const update = { token, change: ended, needsRoom: false }
    const outcomes = await Promise.all([1, 2].map(() => tokens.change(update, makeAudit())))
    await tokens.touch(token.id, START + 60_000)

    expect(outcomes.toSorted()).toEqual(['done', 'overtaken'])
    const changed = { ...token, ...ended, revision: 2, lastUsedAt: START + 60_000 }
    expect(await tokens.find('acme', token.id)).toEqual(changed)
    expect(await audit.list(10)).toHaveLength(recordsBefore + 1)
  })

  it('are not changed by someone who saw them before their time was over', async () => {
    const { tokens } = await open()
    const token = makeToken({ expiresAt: START + 1000 })
    await tokens.replaceCurrent(token, null, makeAudit())
    await tokens.noteOver('acme', START + 1000)

    const outcome = await tokens.change(
      { token, change: { ...BO, worksUntil: START + 500 }, needsRoom: false },
      makeAudit(),
    )

    expect(outcome).toBe('overtaken')
    expect(await tokens.find('acme', token.id)).toEqual({ ...token, seenOverAt: START + 1000 })
  })

  it('are found for their client alone', async () => {
    const { tokens } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    expect(await tokens.find('other', 'token-1')).toBeUndefined()
    expect(await tokens.find('acme', 'token-0')).toBeUndefined()
  })

  it('work beside the current one up to four, whoever comes at the same time', async () => {
    const { tokens } = await open()
    const worksUntil = START + 3_600_000
    const replacing = (id: string) => makeReplacing(makeToken({ id }), { worksUntil })
    await tokens.replaceCurrent(makeToken({ id: 'ended' }), null, makeAudit())
    await tokens.replaceCurrent(
      makeToken({ id: '1' }),
      makeReplacing(makeToken({ id: 'ended' })),
      makeAudit(),
    )
    for (const id of ['1', '2', '3']) {
      const next = makeToken({ id: String(Number(id) + 1) })
      expect(await tokens.replaceCurrent(next, replacing(id), makeAudit())).toBe('done')
    }

    const ended = await tokens.find('acme', 'ended')
    const again = { ...BO, worksUntil, seenOverAt: null }
    const outcomes = await Promise.all([
      tokens.replaceCurrent(makeToken({ id: '5' }), replacing('4'), makeAudit()),
      tokens.change({ token: ended ?? makeToken(), change: again, needsRoom: true }, makeAudit()),
    ])

    expect(outcomes.toSorted()).toEqual(['done', 'full'])
    const listed = await tokens.list({ clientCode: 'acme', scope: 'profile_api', now: START + 60_000 }, 100)
    expect(listed.filter((token) => token.replacedAt !== null && token.seenOverAt === null)).toHaveLength(4)
  })

  it('make room once their time is over', async () => {
    const { tokens } = await open()
    const replacing = (id: string) => makeReplacing(makeToken({ id }), { worksUntil: START + 3_600_000 })
    await tokens.replaceCurrent(makeToken({ id: '1' }), null, makeAudit())
    for (const id of ['1', '2', '3', '4']) {
      await tokens.replaceCurrent(makeToken({ id: String(Number(id) + 1) }), replacing(id), makeAudit())
    }
    const last = (at: number) => makeReplacing(makeToken({ id: '5' }), { at, worksUntil: START + 7_200_000 })

    const before = await tokens.replaceCurrent(makeToken({ id: '6' }), last(START + 3_599_999), makeAudit())
    const after = await tokens.replaceCurrent(makeToken({ id: '6' }), last(START + 3_600_000), makeAudit())

    expect([before, after]).toEqual(['full', 'done'])
  })

  it('are listed while they work or can work again: the newest, those that work, the others', async () => {
    const { tokens } = await open()
    const now = START + 60_000
    const made = ['gone', 'for-good', 'ended', 'old', 'over', 'current'].map((id, index) =>
      makeToken({ id, createdAt: START + index, ...(id === 'gone' && { expiresAt: now }) }),
    )
    let replaced = null
    for (const token of made) {
      await tokens.replaceCurrent(token, replaced, makeAudit())
      replaced = makeReplacing(token, { worksUntil: token.id === 'old' ? now + 1 : now })
    }
    await tokens.replaceCurrent(makeToken({ id: 'debugging', scope: 'debug_tools' }), null, makeAudit())
    await tokens.replaceCurrent(makeToken({ id: 'foreign', clientCode: 'other' }), null, makeAudit())
    const leaked = await tokens.find('acme', 'for-good')
    await tokens.change(
      { token: leaked ?? makeToken(), change: { ...BO, isEndedForGood: true }, needsRoom: false },
      makeAudit(),
    )

    const list = (limit: number) => tokens.list({ clientCode: 'acme', scope: 'profile_api', now }, limit)

    expect((await list(100)).map(({ id }) => id)).toEqual(['current', 'old', 'over', 'ended'])
    expect((await list(2)).map(({ id }) => id)).toEqual(['current', 'old'])
  })

  it('remember when they were last used', async () => {
    const { tokens } = await open()
    await tokens.replaceCurrent(makeToken(), null, makeAudit())

    await tokens.touch('token-1', START + 60_000)

    expect(await tokens.current('acme', 'profile_api')).toMatchObject({ lastUsedAt: START + 60_000 })
  })

  it('remember when their time was first seen over, those of their client alone', async () => {
    const { tokens, access } = await open()
    const [early, late] = [START + 1000, START + 60_000]
    const kept = [
      makeToken({ id: 'expired', expiresAt: early }),
      makeToken({ id: 'working', scope: 'debug_tools', expiresAt: late + 1 }),
      makeToken({ id: 'foreign', clientCode: 'other', expiresAt: early }),
    ]
    for (const token of kept) await tokens.replaceCurrent(token, null, makeAudit())

    await tokens.noteOver('acme', early)
    await tokens.noteOver('acme', late)

    const found = await Promise.all(kept.map(({ secretSha256 }) => access.find('acme', secretSha256)))
    expect(found.map(({ token }) => token?.seenOverAt)).toEqual([early, null, null])
  })
})

describe.each(storeKinds)('what a call is judged by in $kind', ({ open }) => {
  it('is an open door while nobody has changed the settings', async () => {
    const { access } = await open()

    const found = await access.find('acme', null)

    expect(found).toEqual({
      enableProfileApiAuthentication: false,
      settingsChangedAt: null,
      token: undefined,
    })
  })

  it('is the newest switch and the token with that secret, whoever it belongs to', async () => {
    const { access, settings, tokens } = await open()
    const foreign = makeToken({ clientCode: 'other', scope: 'debug_tools' })
    await settings.replace(makeSettings(), makeAudit())
    await tokens.replaceCurrent(foreign, null, makeAudit())

    const found = await access.find('acme', foreign.secretSha256)

    const shown = Object.fromEntries(SHOWN.map((column) => [column, foreign[column]]))
    expect(found).toMatchObject({
      enableProfileApiAuthentication: true,
      settingsChangedAt: START,
      token: shown,
    })
  })

  it('is the switch alone when no token has that secret', async () => {
    const { access, settings } = await open()
    await settings.replace(makeSettings(), makeAudit())

    const found = await access.find('acme', 'sha256 of something else')

    expect(found).toEqual({
      enableProfileApiAuthentication: true,
      settingsChangedAt: START,
      token: undefined,
    })
  })
})
