import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { getImplementation, Implementation } from '#contract/implementation.ts'
import { MOST_REFUSED_CALLERS } from '#contract/refused-calls.ts'
import { ChangedToken } from '#contract/rotation.ts'
import { refusedSince } from '#service/callers/refused-since.ts'
import { bearer, BULK, instant, makeObserved, READ, SETTINGS } from '../support/observed.ts'
import { json } from '../support/service.ts'

const HOUR = 3600
const DAY = 24 * HOUR

type Init = RequestInit | undefined

async function makeRefusing() {
  const observed = await makeObserved()
  const { approver, as, generate, refused } = observed
  const change = async (id: string, act: 'end' | 'restore', body?: object) =>
    v.parse(
      ChangedToken,
      await (
        await approver(`/console/v1/tokens/${id}/${act}`, json('POST', body, { 'If-Match': '*' }))
      ).json(),
    )
  const calls = { read: READ, bulk: BULK }
  const job = (userAgent: string) => {
    const call = as('198.51.100.20', userAgent)
    return async (init?: Init, kind: keyof typeof calls = 'read') =>
      call(
        calls[kind],
        kind === 'bulk' ? { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n', ...init } : init,
      )
  }
  return {
    ...observed,
    job,
    end: (id: string, forGood = false) => change(id, 'end', { forGood }),
    restore: (id: string) => change(id, 'restore'),
    send: (token: { accessToken: string }) => bearer(token.accessToken),
    /** Which callers are refused how often, and since which change. */
    told: async () => {
      const answer = await refused()
      return (
        answer && [
          answer.changes.map(({ kind, at, lastFour, calls: count }) => [kind, at, lastFour, count]),
          answer.refused.map(({ caller, verdict, calls: count }) => [caller?.userAgent, verdict, count]),
        ]
      )
    },
    generate,
  }
}

describe('refused calls are due to', () => {
  it('turning authentication on, of who called without a token before', async () => {
    const { job, require, refused, advance } = await makeRefusing()
    const [crm, bot] = [job('crm'), job('bot')]
    await crm()
    advance(60)
    await require(true)
    advance(60)
    await bot()
    await crm()
    advance(1)
    await crm()

    const answer = await refused()

    expect(answer).toEqual({
      calls: 2,
      callerCount: 1,
      lastCallAt: instant(121),
      changes: [
        { kind: 'turned-on', at: instant(60), by: expect.stringMatching(/^Ana/), lastFour: null, calls: 2 },
      ],
      refused: [
        {
          caller: { id: expect.any(String), name: null, address: '198.51.100.20', userAgent: 'crm' },
          verdict: 'no-credentials',
          lastFour: null,
          calls: 2,
          lastCallAt: instant(121),
          areLetInToo: false,
        },
      ],
      tokens: [],
    })
  })

  it('replacing a token at once, and not to a later change of other settings', async () => {
    const { approver, job, generate, require, refused, send, advance } = await makeRefusing()
    const crm = job('crm')
    const former = await generate()
    await require(true)
    await crm(send(former))
    advance(60)
    const current = await generate()
    advance(60)
    await crm(send(former))
    await approver(SETTINGS, json('PATCH', { locale: 'sv' }))
    advance(60)
    await crm(send(former))

    const answer = await refused()

    const lastFour = former.accessToken.slice(-4)
    expect(answer).toMatchObject({
      changes: [{ kind: 'replaced', at: current.createdAt, by: current.createdBy, lastFour, calls: 2 }],
      refused: [{ verdict: 'replaced-token', lastFour, calls: 2 }],
      tokens: [
        {
          id: former.id,
          lastFour,
          calls: 2,
          canWorkAgain: true,
          isEndedForGood: false,
          expiresAt: former.expiresAt,
          etag: '"2"',
        },
      ],
    })
  })

  it('the end of an overlap, which nobody made', async () => {
    const { job, generate, require, refused, send, advance } = await makeRefusing()
    const former = await generate()
    await require(true)
    const crm = job('crm')
    await generate(HOUR)
    await crm(send(former))
    advance(HOUR + 60)
    await crm(send(former))

    expect((await refused())?.changes).toMatchObject([
      { kind: 'overlap-ended', at: instant(HOUR), by: null, calls: 1 },
    ])
  })

  it('ending a token by hand, the current one too', async () => {
    const { job, generate, require, refused, send, end, advance } = await makeRefusing()
    const token = await generate()
    await require(true)
    await job('crm')(send(token))
    advance(60)
    const { endedBy } = await end(token.id)
    advance(60)
    await job('crm')(send(token))

    expect(await refused()).toMatchObject({
      changes: [{ kind: 'ended', at: instant(60), by: endedBy, calls: 1 }],
      tokens: [{ canWorkAgain: true }],
    })
  })

  it('the expiry of a token, which nobody can let work again', async () => {
    const { job, generate, require, refused, send, advance } = await makeRefusing()
    const token = await generate()
    await require(true)
    advance(60 * DAY)
    await job('crm')(send(token))
    advance(30 * DAY)
    await job('crm')(send(token))

    expect(await refused()).toMatchObject({
      changes: [{ kind: 'expired', at: token.expiresAt, by: null, calls: 1 }],
      tokens: [{ canWorkAgain: false, isEndedForGood: false }],
    })
  })

  it('ending a token for good, which nobody can let work again either', async () => {
    const { job, generate, require, refused, send, end, advance } = await makeRefusing()
    const token = await generate()
    await require(true)
    await job('crm')(send(token))
    advance(60)
    await end(token.id, true)
    await job('crm')(send(token))

    expect(await refused()).toMatchObject({
      changes: [{ kind: 'ended', at: instant(60) }],
      tokens: [{ canWorkAgain: false, isEndedForGood: true }],
    })
  })

  it('what was done to the token of a caller that then sends something else', async () => {
    const { job, generate, require, told, send, advance } = await makeRefusing()
    const crm = job('crm')
    await crm()
    const former = await generate()
    advance(1)
    await crm(send(former))
    await require(true)
    await crm(send(former))
    advance(60)
    await generate(DAY)
    advance(60)
    await crm(bearer('"tpa_new"'))

    const lastFour = former.accessToken.slice(-4)
    expect(await told()).toEqual([
      [['replaced', instant(61), lastFour, 1]],
      [['crm', 'unreadable-header', 1]],
    ])
  })

  it('no change, where a caller by itself sends something else', async () => {
    const { job, generate, require, refused, send, advance } = await makeRefusing()
    const crm = job('crm')
    await crm()
    const token = await generate()
    advance(1)
    await crm(send(token))
    await require(true)
    await crm(send(token))
    advance(DAY)
    await crm()

    expect(await refused()).toBeNull()
  })

  it('no change, where the token that it sent had been replaced before', async () => {
    const { job, generate, require, refused, send, advance } = await makeRefusing()
    const crm = job('crm')
    await require(true)
    const former = await generate()
    advance(60)
    await generate(DAY)
    advance(60)
    await crm(send(former))
    advance(60)
    await crm()

    expect(await refused()).toBeNull()
  })

  it('the change of each, when several came in a row', async () => {
    const { job, generate, require, told, send, end, advance } = await makeRefusing()
    const [crm, sale, till] = [job('crm'), job('sale'), job('till')]
    const first = await generate()
    advance(1)
    const second = await generate(DAY)
    await crm()
    await sale(send(first))
    await till(send(second))
    advance(1)
    await require(true)
    advance(1)
    await crm()
    await crm()
    await crm()
    advance(DAY)
    await sale(send(first))
    await sale(send(first))
    await end(second.id)
    await till(send(second))

    const [lastOfFirst, lastOfSecond] = [first, second].map(({ accessToken }) => accessToken.slice(-4))
    expect(await told()).toEqual([
      [
        ['ended', instant(DAY + 3), lastOfSecond, 1],
        ['overlap-ended', instant(DAY + 1), lastOfFirst, 2],
        ['turned-on', instant(2), null, 3],
      ],
      [
        ['crm', 'no-credentials', 3],
        ['sale', 'replaced-token', 2],
        ['till', 'ended-token', 1],
      ],
    ])
  })

  it('the switch, where the token that is sent had ended before it', async () => {
    const { job, generate, require, told, send, end, advance } = await makeRefusing()
    const crm = job('crm')
    const token = await generate()
    await end(token.id)
    await crm(send(token))
    advance(60)
    await require(true)
    await crm(send(token))

    expect(await told()).toEqual([[['turned-on', instant(60), null, 1]], [['crm', 'ended-token', 1]]])
  })

  it('the switch, of a machine one of whose jobs has moved and the other has not', async () => {
    const { job, generate, require, refused, send, advance } = await makeRefusing()
    const machine = job('python-requests')
    const token = await generate()
    await machine(send(token))
    advance(1)
    await machine()
    advance(1)
    await require(true)
    await machine(send(token))
    advance(1)
    await machine()
    advance(1)
    await machine(send(token))

    expect(await refused()).toMatchObject({
      changes: [{ kind: 'turned-on' }],
      refused: [{ verdict: 'no-credentials', calls: 1, areLetInToo: true }],
    })
  })
})

describe('refused calls are told of no more', () => {
  /** A caller that is refused because its token was replaced at once. */
  async function makeReplaced() {
    const refusing = await makeRefusing()
    const { job, generate, require, send, advance } = refusing
    const crm = job('crm')
    const former = await generate()
    await require(true)
    await crm(send(former))
    await crm(send(former), 'bulk')
    advance(60)
    const current = await generate()
    advance(60)
    await crm(send(former))
    return { ...refusing, crm, former, current }
  }

  it('when authentication is turned off, and only those since when it is on again', async () => {
    const { crm, former, require, refused, told, send, advance } = await makeReplaced()
    advance(60)
    await require(false)
    const whileOff = await refused()
    await crm(send(former))
    advance(60)
    await require(true)
    await crm(send(former))

    expect(whileOff).toBeNull()
    expect(await told()).toEqual([[['turned-on', instant(240), null, 1]], [['crm', 'replaced-token', 1]]])
  })

  it('when the token is let work again, before the next call already', async () => {
    const { former, restore, refused } = await makeReplaced()

    await restore(former.id)

    expect(await refused()).toBeNull()
  })

  it('but of later ones when it is ended again', async () => {
    const { crm, former, restore, end, told, send, advance } = await makeReplaced()
    await restore(former.id)
    await crm(send(former))
    advance(60)
    await end(former.id)
    advance(60)
    await crm(send(former))

    expect(await told()).toMatchObject([
      [['ended', instant(180), expect.any(String), 1]],
      [['crm', 'ended-token', 1]],
    ])
  })

  it('when the caller is let in again, each kind of call by itself', async () => {
    const { crm, former, current, told, send, advance } = await makeReplaced()
    await crm(send(former), 'bulk')
    advance(60)
    await crm(send(current))
    const afterRead = await told()
    await crm(send(current), 'bulk')

    expect(afterRead?.[1]).toEqual([['crm', 'replaced-token', 1]])
    expect(await told()).toBeNull()
  })

  it('when it is let in and refused by turns, a day after it was refused last', async () => {
    const { crm, former, current, refused, send, advance } = await makeReplaced()
    for (const token of [current, former, current]) {
      advance(60)
      await crm(send(token))
    }
    const byTurns = await refused()
    advance(DAY - 61)
    const dayLater = await refused()
    advance(1)

    expect(byTurns?.refused).toMatchObject([{ calls: 2, areLetInToo: true }])
    expect(dayLater?.calls).toBe(2)
    expect(await refused()).toBeNull()
  })

  it('when the caller has not called for seven days since', async () => {
    const { refused, advance } = await makeReplaced()
    advance(7 * DAY)
    const then = await refused()
    advance(1)

    expect(then?.calls).toBe(1)
    expect(await refused()).toBeNull()
  })
})

describe('the answer about refused calls', () => {
  it('is short however many are refused, and counts them all', async () => {
    const { job, require, refused, advance } = await makeRefusing()
    const jobs = Array.from({ length: MOST_REFUSED_CALLERS + 2 }, (_, index) =>
      job(`job-${'x'.repeat(index)}`),
    )
    for (const each of jobs) await each()
    advance(1)
    await require(true)
    for (const each of jobs) await each()
    await jobs.at(-1)?.()

    const answer = await refused()

    expect(answer).toMatchObject({ calls: 13, callerCount: 12 })
    expect(answer?.refused).toHaveLength(MOST_REFUSED_CALLERS)
    expect(answer?.refused[0]?.calls).toBe(2)
  })

  it('stands in what Implementation is shown from, for those who may see callers', async () => {
    const { job, require, signedIn, refused, advance } = await makeRefusing()
    const crm = job('crm')
    await crm()
    advance(1)
    await require(true)
    await crm()
    const shownTo = async (role: 'approver' | 'observer') =>
      v.parse(Implementation, await (await (await signedIn(role))(getImplementation.path)).json()).refused

    const shown = await shownTo('approver')

    expect(shown?.calls).toBe(1)
    expect(shown).toEqual(await refused())
    expect(await shownTo('observer')).toBeNull()
  })

  it('says of the switch who turned it, whatever else they set since', async () => {
    const { approver, require, advance } = await makeRefusing()
    await require(true)
    advance(60)
    await approver(SETTINGS, json('PATCH', { locale: 'sv' }))

    const answer = await approver(getImplementation.path)

    const { settings } = v.parse(Implementation, await answer.json())
    expect(settings).toMatchObject({ changedAt: instant(0), changedBy: 'Ana 1' })
  })

  it('can be asked by the service itself', async () => {
    const { job, require, ports, advance } = await makeRefusing()
    await job('crm')()
    advance(1)
    await require(true)
    await job('crm')()

    const refused = await refusedSince(ports, { client: ports.client, now: ports.now() })

    expect(refused).toMatchObject([{ calls: 1, change: { kind: 'turned-on' }, caller: { userAgent: 'crm' } }])
  })
})
