import { describe, expect, it } from 'vitest'
import { chained } from '#service/audit/chain.ts'
import type { AuditRecord, ChainLink } from '#service/audit/store.ts'
import { makeAudit, makeSettings } from './records.ts'
import { storeKinds } from './store-kinds.ts'

/** Where a chain of these records ends. */
const headOf = (...records: AuditRecord[]) =>
  records.reduce<ChainLink | undefined>((head, record) => {
    const { position, hash } = chained(record, head)
    return { position, hash }
  }, undefined)

describe.each(storeKinds)('audit records in $kind', ({ open }) => {
  it('come back as they were appended, the newest first, with what was before and after', async () => {
    const { audit } = await open()
    const changed = makeAudit({
      action: 'settings.updated',
      subject: 'acme',
      detail: { changes: { timeZone: { before: null, after: 'Europe/Stockholm' } } },
    })
    const ofNobody = makeAudit({
      clientCode: null,
      actorKind: 'system',
      actorId: null,
      actorName: '',
      remoteAddress: null,
      requestId: null,
      action: 'service.stopped',
      subject: 'host:1',
      detail: { because: 'failed' },
    })

    await audit.append(changed)
    await audit.append(ofNobody)

    expect(await audit.list(10)).toEqual([ofNobody, changed])
    expect(await audit.list(1)).toEqual([ofNobody])
  })

  it('are one chain, whether they come alone or with a change', async () => {
    const { audit, settings } = await open()
    const records = [makeAudit(), makeAudit(), makeAudit()] as const
    const before = await audit.head('acme')

    await audit.append(records[0])
    await settings.replace(makeSettings(), records[1])
    await audit.append(records[2])

    expect(before).toBeUndefined()
    expect(await audit.head('acme')).toEqual(headOf(...records))
  })

  it('of a change that is not stored are not in the chain either', async () => {
    const { audit, settings } = await open()
    const stored = makeAudit()
    await settings.replace(makeSettings(), stored)

    const isStored = await settings.replace(makeSettings(), makeAudit())

    expect(isStored).toBe(false)
    expect(await audit.head('acme')).toEqual(headOf(stored))
  })

  it('of each client are a chain of their own, and so are those of none', async () => {
    const { audit } = await open()
    const ofAcme = [makeAudit(), makeAudit()]
    const ofBeta = [makeAudit({ clientCode: 'beta' })]
    const ofNone = [makeAudit({ clientCode: null }), makeAudit({ clientCode: null })]

    for (const record of [ofAcme[0], ofNone[0], ofBeta[0], ofNone[1], ofAcme[1]]) {
      if (record) await audit.append(record)
    }

    expect(await audit.head('acme')).toEqual(headOf(...ofAcme))
    expect(await audit.head('beta')).toEqual(headOf(...ofBeta))
    expect(await audit.head('')).toEqual(headOf(...ofNone))
  })
})
