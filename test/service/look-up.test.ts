import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Problem } from '#contract/errors.ts'
import { LookedUp, type LookUpInput } from '#contract/profiles.ts'
import { json, makeService, START } from '../support/service.ts'

const LOOK_UP = '/console/v1/profiles/look-up'

async function makeLookUp() {
  const service = makeService()
  const ana = await service.as('approver', 'Ana')
  const send = (body: string, version = '/v2') =>
    service.call(`/m2/acme${version}/profile/batchUpdate`, { method: 'POST', body })
  const ask = (visitor: object) => ana(LOOK_UP, json('POST', visitor))
  const lookUp = async (id: string, idKind: LookUpInput['idKind'] = 'thirdPartyId') =>
    v.parse(LookedUp, await (await ask({ idKind, id })).json())
  const lastRecord = async () => (await service.ports.audit.list(1))[0]
  return { ...service, send, ask, lookUp, lastRecord }
}

describe('a profile that is looked up', () => {
  it('has its attributes with values and when each changed, the last changed first', async () => {
    const { send, applyBatches, advance, lookUp } = await makeLookUp()
    await send('batch=thirdPartyId,city,team\nanna,Oslo,Brann\n')
    await applyBatches()
    advance(60)
    await send('batch=thirdPartyId,team\nanna,Vålerenga\n')
    await applyBatches()

    const answer = await lookUp('anna')

    expect(answer).toEqual({
      profile: {
        client: 'acme',
        idKind: 'thirdPartyId',
        id: 'anna',
        modifiedAt: new Date(START + 60_000).toISOString(),
        attributes: [
          { name: 'team', value: 'Vålerenga', modifiedAt: new Date(START + 60_000).toISOString() },
          { name: 'city', value: 'Oslo', modifiedAt: new Date(START).toISOString() },
        ],
      },
      isOfOtherKind: false,
      waitingRows: 0,
    })
  })

  it('keeps attributes of any name', async () => {
    const { send, applyBatches, lookUp } = await makeLookUp()
    await send('batch=thirdPartyId,__proto__,constructor,7\nanna,a,b,c\n')
    await applyBatches()

    const { profile } = await lookUp('anna')

    expect(profile?.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['7', 'c'],
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })

  it('may be there by the other kind of identifier alone, which is said', async () => {
    const { send, applyBatches, lookUp } = await makeLookUp()
    await send('batch=pcId,city\n2f1c,Oslo\n')
    await applyBatches()

    expect(await lookUp('2f1c')).toMatchObject({ profile: null, isOfOtherKind: true })
    expect(await lookUp('2f1c', 'pcId')).toMatchObject({ profile: { id: '2f1c' }, isOfOtherKind: false })
  })

  it('may change yet, while rows wait to be applied', async () => {
    const { send, applyBatches, lookUp } = await makeLookUp()
    await send('batch=thirdPartyId,city\nanna,Oslo\nbo,Malmö\n')

    expect(await lookUp('anna')).toMatchObject({ profile: null, waitingRows: 2 })
    await applyBatches()
    expect(await lookUp('anna')).toMatchObject({ profile: { id: 'anna' }, waitingRows: 0 })
  })
})

describe('looking', () => {
  it('is recorded with a fingerprint of the identifier, and nothing of the profile', async () => {
    const ports = makeService().ports
    const { send, applyBatches, lookUp, lastRecord } = await makeLookUp()
    await send('batch=thirdPartyId,city\nanna,Oslo\n')
    await applyBatches()

    await lookUp('anna')

    const record = await lastRecord()
    const subject = await ports.cipher.fingerprint('anna', 'profile acme thirdPartyId')
    expect(record).toMatchObject({
      action: 'profile.looked-up',
      actorName: 'Ana',
      subject,
      result: 'done',
      detail: { idKind: 'thirdPartyId', isFound: true },
    })
    expect(JSON.stringify(record)).not.toMatch(/Oslo|city/)
  })

  it('is recorded as well when there is no such profile', async () => {
    const { lookUp, lastRecord } = await makeLookUp()

    await lookUp('nobody', 'pcId')

    expect(await lastRecord()).toMatchObject({ detail: { idKind: 'pcId', isFound: false } })
  })

  it('shows nothing that cannot be recorded', async () => {
    const { ports, ask, send, applyBatches } = await makeLookUp()
    await send('batch=thirdPartyId,city\nanna,Oslo\n')
    await applyBatches()
    ports.audit.append = async () => {
      throw new Error('The disk is full')
    }

    const answer = await ask({ idKind: 'thirdPartyId', id: 'anna' })

    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/Oslo/)
  })

  it('leaves the identifier in no line of the log', async () => {
    const { lookUp, logged } = await makeLookUp()

    await lookUp('anna-4711')

    expect(JSON.stringify(logged)).not.toContain('anna-4711')
    expect(logged.at(-1)).toMatchObject({ route: LOOK_UP, status: 200 })
  })

  it.each([
    [{ idKind: 'thirdPartyId', id: '' }, 'say which'],
    [{ idKind: 'thirdPartyId', id: 'a/b' }, 'no identifier contains + or /'],
    [{ idKind: 'pcId', id: 'a'.repeat(257) }, 'at most 256 characters'],
    [{ idKind: 'ecid', id: '1' }, 'expected'],
    [{ id: '1' }, 'is missing'],
  ])('for %j is refused', async (visitor, words) => {
    const { ask } = await makeLookUp()

    const answer = await ask(visitor)

    expect(answer.status).toBe(400)
    expect(v.parse(Problem, await answer.json()).detail).toContain(words)
  })
})
