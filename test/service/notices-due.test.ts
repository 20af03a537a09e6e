import { describe, expect, it } from 'vitest'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { noteDue } from '#service/notices/due.ts'
import { sendNext } from '#service/notices/sending.ts'
import { bearer, instant, READ } from '../support/observed.ts'
import { EMAIL, FAILED, makeTelling, WEBHOOK } from '../support/notices.ts'
import { json, START } from '../support/service.ts'
import { makeBatch, makeChunk } from '../storage/records.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 24 * HOUR
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

/** A service that tells the incident channel, a token of that lifetime, and what was told since the last look at it. */
async function makeDue(expiresIn: number, target: object = WEBHOOK) {
  const telling = await makeTelling()
  const { notices, approver, webhooks, look } = telling
  await notices.add(target)
  await approver(TOKEN, json('POST', { expiresIn }))
  const told = async () => {
    await look()
    return webhooks.splice(0).map(({ body }) => JSON.parse(body))
  }
  const toldTypes = async () =>
    (await told()).map(({ type, data }) => (data.daysLeft === undefined ? type : `${type} ${data.daysLeft}`))
  return { ...telling, told, toldTypes }
}

describe('that a token expires', () => {
  it('is told 30, 14, 7 and 1 days before, and when it has, each once', async () => {
    const { advance, toldTypes } = await makeDue(90 * DAY)
    const days: [day: number, told: string[]][] = []

    for (let hour = 0; hour <= 95 * 24; hour += 1) {
      const told = await toldTypes()
      if (told.length > 0) days.push([hour / 24, told])
      advance(HOUR)
    }

    expect(days).toEqual([
      [60, ['token.expiring 30']],
      [76, ['token.expiring 14']],
      [83, ['token.expiring 7']],
      [89, ['token.expiring 1']],
      [90, ['token.expired']],
    ])
  })

  it.each([
    ['a week', 7 * DAY, [1, 0]],
    ['a week and a minute', 7 * DAY + MINUTE, [7, 1, 0]],
    ['a day', DAY, [0]],
    ['a minute', MINUTE, [0]],
  ])('is not told of what lasts no longer than that: %s', async (_, lifetime, steps) => {
    const { notices, advance, toldTypes } = await makeDue(lifetime)
    const { next } = await notices.see()
    const told: string[] = []

    for (const { at } of next?.steps ?? []) {
      advance((Date.parse(at) - START) / 1000)
      told.push(...(await toldTypes()))
      advance((START - Date.parse(at)) / 1000)
    }

    expect(next?.steps.map(({ daysBefore }) => daysBefore)).toEqual(steps)
    expect(told).toEqual(steps.map((step) => (step === 0 ? 'token.expired' : `token.expiring ${step}`)))
  })

  it('says which token, until when, whether calls will be refused, and who uses it, by their names', async () => {
    const { advance, told, as, approver, callers, require, generate } = await makeDue(MINUTE)
    await require(true)
    const { accessToken, accessToken: secret } = await generate()
    advance(81 * DAY)
    for (const job of ['crm', 'pos']) await as('198.51.100.20', job)(READ, bearer(accessToken))
    const crm = (await callers()).callers.find(({ userAgent }) => userAgent === 'crm')
    await approver(`/console/v1/callers/${crm?.id}`, json('PATCH', { name: 'Nightly CRM job' }))
    advance(2 * DAY)

    const notices = await told()

    expect(notices).toEqual([
      {
        type: 'token.expiring',
        timestamp: instant(83 * DAY),
        data: {
          clientCode: 'acme',
          token: { lastFour: secret.slice(-4), expiresAt: instant(90 * DAY) },
          authenticationRequired: true,
          callers: { count: 2, names: ['Nightly CRM job'] },
          daysLeft: 7,
        },
      },
    ])
  })

  it('is told late, once and as it is then, when nobody looked meanwhile', async () => {
    const { advance, toldTypes } = await makeDue(90 * DAY)
    advance(85.5 * DAY)

    expect(await toldTypes()).toEqual(['token.expiring 5'])
    expect(await toldTypes()).toEqual([])
  })

  it('is not told of a token that was replaced or ended', async () => {
    const { advance, toldTypes, generate, approver } = await makeDue(31 * DAY)
    const { id } = await generate(DAY)
    advance(31 * DAY)

    const ofReplaced = await toldTypes()
    await approver(`/console/v1/tokens/${id}/end`, json('POST', {}, { 'If-Match': '*' }))
    advance(90 * DAY)

    expect([ofReplaced, await toldTypes()]).toEqual([[], []])
  })

  it('is told to those who were there when the time came, in their language', async () => {
    const { notices, advance, toldTypes, mails } = await makeDue(31 * DAY)
    advance(2 * DAY)
    await notices.add({ ...EMAIL, language: 'pt-BR' })

    expect(await toldTypes()).toEqual(['token.expiring 29'])
    expect(mails).toEqual([])

    advance(15 * DAY)
    expect(await toldTypes()).toEqual(['token.expiring 14'])
    expect(mails).toMatchObject([
      { subject: expect.stringMatching(/^\[acme\] O token ….{4} expira em 14 dias$/) },
    ])
  })

  it('is told to nobody who chose other things, and from then on to who chooses it', async () => {
    const stuck = { ...WEBHOOK, kinds: ['stuck-batches'] }
    const { notices, advance, toldTypes } = await makeDue(31 * DAY, stuck)
    advance(2 * DAY)
    const before = await toldTypes()
    const [target] = (await notices.see()).targets
    if (target === undefined) throw new Error('It was added.')
    await notices.change(target, WEBHOOK)

    expect([before, await toldTypes()]).toEqual([[], []])
    advance(15 * DAY)
    expect(await toldTypes()).toEqual(['token.expiring 14'])
  })

  it('is not told when it was over long before anyone looked', async () => {
    const { advance, toldTypes } = await makeDue(MINUTE)
    advance(31 * DAY)

    expect(await toldTypes()).toEqual([])
  })

  it('is not told anew when what was sent is forgotten', async () => {
    const { ports, advance, toldTypes } = await makeDue(MINUTE)
    advance(MINUTE)
    const first = await toldTypes()
    advance(30 * DAY)
    await ports.notices.removeDeliveriesBefore('acme', ports.now() - 30 * DAY * 1000)

    expect([first, await toldTypes()]).toEqual([['token.expired'], []])
  })
})

describe('that calls are refused', () => {
  async function makeRefusing() {
    const due = await makeDue(90 * DAY)
    const { as, require, advance } = due
    const jobs = Object.fromEntries(['crm', 'pos', 'erp'].map((name) => [name, as('198.51.100.20', name)]))
    const call = async (name: string) => jobs[name]?.(READ)
    for (const name of Object.keys(jobs)) await call(name)
    advance(MINUTE)
    await require(true)
    advance(MINUTE)
    return { ...due, call }
  }

  it('is told once its caller was let in before, with what changed and how many', async () => {
    const { call, told, advance, as } = await makeRefusing()
    await as('198.51.100.21', 'stranger')(READ)
    advance(MINUTE)
    const ofStranger = await told()
    await call('crm')
    await call('crm')
    advance(10)

    expect(ofStranger).toEqual([])
    expect(await told()).toEqual([
      {
        type: 'calls.refused',
        timestamp: instant(3 * MINUTE + 10),
        data: {
          clientCode: 'acme',
          change: { kind: 'turned-on', at: instant(MINUTE), lastFour: null },
          calls: 2,
          callers: { count: 1, names: [] },
        },
      },
    ])
  })

  it('is told again after an hour, then a day, and only when further callers are refused', async () => {
    const { call, told, advance } = await makeRefusing()
    const countsAt = async () => (await told()).map(({ data }) => data.callers.count)
    const after = async (seconds: number) => {
      advance(seconds)
      return countsAt()
    }

    await call('crm')
    expect(await after(10)).toEqual([1])
    await call('crm')
    expect(await after(2 * HOUR)).toEqual([])
    await call('pos')
    expect(await after(10)).toEqual([2])
    await call('erp')
    expect(await after(10)).toEqual([])
    expect(await after(2 * HOUR)).toEqual([])
    expect(await after(22 * HOUR)).toEqual([3])
    expect(await after(2 * DAY)).toEqual([])
  })

  it('is told of each change by itself, with the token that it is about', async () => {
    const { call, told, advance, as, generate } = await makeRefusing()
    const { accessToken, id: _ } = await generate()
    const moved = as('198.51.100.22', 'moved')
    await moved(READ, bearer(accessToken))
    advance(MINUTE)
    await generate()
    advance(MINUTE)
    await moved(READ, bearer(accessToken))
    await call('crm')
    advance(10)

    const changes = (await told()).map(({ data }) => `${data.change.kind} ${data.change.lastFour}`)

    expect(new Set(changes)).toEqual(new Set([`replaced ${accessToken.slice(-4)}`, 'turned-on null']))
  })
})

describe('that a batch is stuck', () => {
  async function makeStuck() {
    const due = await makeDue(90 * DAY)
    const { batches, now } = due.ports
    return {
      ...due,
      stick: async (batchId: string) => {
        due.advance(1)
        await batches.open(makeBatch({ batchId }), 100)
        await batches.stage(makeBatch({ batchId }), makeChunk('anna,Oslo,gold\nbo,Lund,'))
        await batches.accept(makeBatch({ batchId }), { rows: 2, bytes: 100 })
        for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1)
          await batches.countFailure('acme', now())
      },
    }
  }

  it('is told with how far it came', async () => {
    const { stick, told, advance } = await makeStuck()
    advance(MINUTE)
    await stick('acme-1')

    expect(await told()).toEqual([
      {
        type: 'batch.stuck',
        timestamp: instant(MINUTE + 1),
        data: { clientCode: 'acme', batchId: 'acme-1', rows: 2, rowsApplied: 0 },
      },
    ])
    expect(await told()).toEqual([])
  })

  it('is told three times an hour at most', async () => {
    const { stick, told, advance } = await makeStuck()
    const ids = async () => new Set((await told()).map(({ data }) => data.batchId))
    for (const batchId of ['one', 'two', 'three', 'four']) await stick(batchId)

    expect(await ids()).toEqual(new Set(['one', 'two', 'three']))
    await stick('five')
    expect(await ids()).toEqual(new Set())
    advance(HOUR)
    await stick('six')
    expect(await ids()).toEqual(new Set(['six']))
  })
})

describe('a notice that does not arrive', () => {
  it('is tried again for a day, ever less often, and then has failed', async () => {
    const { notices, plan, webhooks, advance, look } = await makeDue(MINUTE)
    plan.push(...Array.from({ length: 50 }, () => FAILED))
    advance(MINUTE)
    const tries: number[] = []

    for (let minute = 0; minute <= 26 * 60; minute += 1) {
      await look()
      if (webhooks.splice(0).length > 0) tries.push(minute)
      advance(MINUTE)
    }

    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 495, 735, 975, 1215, 1440])
    expect((await notices.sent()).deliveries).toMatchObject([
      { state: 'failed', tries: 14, nextTryAt: null, failure: { status: 503 } },
    ])
  })

  it('arrives at one target while another waits, and says when that is tried again', async () => {
    const { notices, plan, advance, look } = await makeDue(MINUTE)
    const second = await notices.add({ ...WEBHOOK, name: 'Second' })
    plan.push(FAILED)
    advance(MINUTE)

    await look()

    const { deliveries, counts } = await notices.sent()
    expect(counts).toEqual({ all: 2, waiting: 1, failed: 0 })
    const waiting = deliveries.find(({ state }) => state === 'waiting')
    expect(waiting).toMatchObject({ tries: 1, isBeingSent: false, nextTryAt: instant(2 * MINUTE) })
    expect(deliveries).toContainEqual(expect.objectContaining({ state: 'delivered' }))
    expect(second.target.last).toBeNull()
  })

  it('is not tried without its secret or a mail server, and says so', async () => {
    const { notices, ports, advance } = await makeDue(MINUTE)
    await notices.add(EMAIL)
    const lost = {
      ...ports,
      mail: null,
      cipher: { ...ports.cipher, open: () => Promise.reject(new Error('another key')) },
    }
    advance(MINUTE)

    await noteDue(lost)
    while (await sendNext(lost, ports.client));

    const { deliveries } = await notices.sent()
    expect(new Set(deliveries.map(({ failure }) => failure?.reason))).toEqual(
      new Set(['mail-not-set-up', 'secret-unreadable']),
    )
  })

  it('of a fault of ours is told of, and tried again all the same', async () => {
    const { notices, ports, advance } = await makeDue(MINUTE)
    const fault = new Error('out of cheese')
    const broken = { ...ports, webhooks: { ...ports.webhooks, send: () => Promise.reject(fault) } }
    advance(MINUTE)
    await noteDue(broken)

    await expect(sendNext(broken, ports.client)).rejects.toBe(fault)

    expect((await notices.sent()).deliveries).toMatchObject([
      { state: 'waiting', failure: { reason: 'fault' }, nextTryAt: instant(2 * MINUTE) },
    ])
  })
})
