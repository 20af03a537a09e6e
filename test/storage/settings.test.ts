import { describe, expect, it } from 'vitest'
import { makeAudit, makeSettings } from './records.ts'
import { storeKinds } from './store-kinds.ts'

describe.each(storeKinds)('settings in $kind', ({ open }) => {
  it('are unknown for a client that nobody ever changed', async () => {
    const { settings } = await open()

    expect(await settings.find('acme')).toBeUndefined()
  })

  it('come back as they were stored, every field of them', async () => {
    const { settings } = await open()
    const stored = makeSettings({
      settings: {
        enableProfileApiAuthentication: true,
        timeZone: 'Europe/Stockholm',
        flickerManagerSettings: { enabled: true, timeout: 3000 },
        allowedRemoteOfferUrlPatterns: ['https://example.com/*'],
      },
    })

    await settings.replace(stored, makeAudit())

    expect(await settings.find('acme')).toEqual(stored)
    expect(await settings.find('other')).toBeUndefined()
  })

  it('take exactly one of two changes that build on the same revision', async () => {
    const { settings, audit } = await open()
    await settings.replace(makeSettings(), makeAudit())

    const won = await Promise.all([
      settings.replace(makeSettings({ revision: 2, changedBy: 'Ana' }), makeAudit({ actorName: 'Ana' })),
      settings.replace(makeSettings({ revision: 2, changedBy: 'Ben' }), makeAudit({ actorName: 'Ben' })),
    ])

    const winner = won[0] ? 'Ana' : 'Ben'
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await settings.find('acme')).toMatchObject({ revision: 2, changedBy: winner })
    expect((await audit.list(10)).map(({ actorName }) => actorName)).toEqual([winner, 'Ana'])
  })

  it('take exactly one of two first changes', async () => {
    const { settings } = await open()

    const won = await Promise.all([
      settings.replace(makeSettings(), makeAudit()),
      settings.replace(makeSettings(), makeAudit()),
    ])

    expect(won.filter(Boolean)).toHaveLength(1)
  })
})

describe.each(storeKinds)('audit records in $kind', ({ open }) => {
  it('come newest first, also within one millisecond, and no more than asked for', async () => {
    const { audit } = await open()
    for (const subject of ['first', 'second', 'third']) await audit.append(makeAudit({ subject }))

    const listed = await audit.list(2)

    expect(listed.map(({ subject }) => subject)).toEqual(['third', 'second'])
  })

  it('come back as they were appended', async () => {
    const { audit } = await open()
    const record = makeAudit({
      actorId: null,
      remoteAddress: null,
      result: 'refused',
      action: 'settings.updated',
      detail: { changes: { enableProfileApiAuthentication: { before: false, after: true } } },
    })

    await audit.append(record)

    expect(await audit.list(1)).toEqual([record])
  })
})
