import { describe, expect, it } from 'vitest'
import type { AuditAction } from '#contract/audit-details.ts'
import { Problem } from '#contract/errors.ts'
import { MOST_TARGETS } from '#contract/notice-targets.ts'
import * as v from 'valibot'
import type { Ports } from '#service/app.ts'
import { callLimiter } from '#server/call-limiter.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { EMAIL, FAILED, makeTelling, noticesOf, TARGETS, WEBHOOK } from '../support/notices.ts'
import { json, makeService, START } from '../support/service.ts'

const recordsOf = async ({ audit }: Ports, action: AuditAction) =>
  (await audit.list(100)).filter((record) => record.action === action)

const problem = async (answer: Response) => v.parse(Problem, await answer.json())

describe('a webhook', () => {
  it('is added with a secret that is answered then and nowhere else', async () => {
    const { notices, ports } = await makeTelling()

    const { target, secret } = await notices.add(WEBHOOK)

    expect(target).toEqual({ ...WEBHOOK, id: expect.any(String), language: null, etag: '"1"', last: null })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    expect(await notices.see()).toMatchObject({ targets: [target], isMailSetUp: true, next: null })
    const [stored] = await ports.notices.targets('acme')
    expect(stored?.sealedSecret).toEqual(await ports.cipher.seal(secret ?? '', target.id))
    const records = JSON.stringify(await ports.audit.list(100))
    expect(records).not.toContain(secret?.slice('whsec_'.length))
    expect(records).not.toContain('profile-api"')
  })

  it('is not added where it may not be called', async () => {
    const { as } = makeService()
    const approver = await as('approver')
    const add = async (address: string) => {
      const answer = await approver(TARGETS, json('POST', { ...WEBHOOK, address }))
      const { code, fields } = await problem(answer)
      return [answer.status, code, Object.keys(fields ?? {})]
    }

    expect(await add('https://localhost/hook')).toEqual([400, 'webhook-address-refused', ['address']])
    expect(await add('http://hooks.example.com/')).toEqual([400, 'webhook-address-refused', ['address']])
  })

  it.each([
    ['no address', 'hooks'],
    ['another scheme', 'ftp://hooks.example.com/'],
    ['a user and a password', 'https://user:secret@hooks.example.com/'],
    ['a blank', 'https://hooks.example.com/a b'],
    ['no host', 'https:///hook'],
    ['a length without end', `https://hooks.example.com/${'x'.repeat(2000)}`],
  ])('is not added with %s', async (_, address) => {
    const { as } = makeService()

    const answer = await (await as('approver'))(TARGETS, json('POST', { ...WEBHOOK, address }))

    expect(answer.status).toBe(400)
    expect(Object.keys((await problem(answer)).fields ?? {})).toEqual(['address'])
  })

  it('is signed for by another secret from when it is replaced', async () => {
    const { notices, webhooks, signedIn } = await makeTelling()
    const { target, secret } = await notices.add(WEBHOOK)
    const approver = await signedIn('approver', 'Bo Ek')

    const replaced = await (await approver(`${TARGETS}/${target.id}/secret`, { method: 'POST' })).json()
    await notices.test(target)

    expect(replaced).toMatchObject({ target: { id: target.id, etag: '"2"' } })
    expect(replaced.secret).not.toBe(secret)
    expect(webhooks.map((message) => message.secret)).toEqual([replaced.secret])
  })
})

describe('an e-mail address', () => {
  it('is added with its language and no secret', async () => {
    const { notices } = await makeTelling()

    const { target, secret } = await notices.add({ ...EMAIL, address: ' Ops@Example.com ', language: 'sv' })

    expect(secret).toBeNull()
    expect(target).toMatchObject({ address: 'ops@example.com', language: 'sv' })
  })

  it('has no secret to replace', async () => {
    const { notices, signedIn } = await makeTelling()
    const { target } = await notices.add(EMAIL)

    const answer = await (
      await signedIn('approver', 'Bo')
    )(`${TARGETS}/${target.id}/secret`, { method: 'POST' })

    expect(answer.status).toBe(404)
  })

  it('is not added where there is no mail server, which the list says before', async () => {
    const { as } = makeService({ mail: null })
    const approver = await as('approver')

    const answer = await approver(TARGETS, json('POST', EMAIL))

    expect([answer.status, (await problem(answer)).code]).toEqual([409, 'mail-not-set-up'])
    expect((await noticesOf(approver).see()).isMailSetUp).toBe(false)
  })
})

describe('a target', () => {
  it('is changed by who has seen what it is', async () => {
    const { notices, ports, signedIn } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    const later = { ...WEBHOOK, name: 'On-call', kinds: ['stuck-batches'] }

    const changed = await notices.change(target, later)
    const tooLate = await (
      await signedIn('approver', 'Bo')
    )(`${TARGETS}/${target.id}`, json('PUT', { ...WEBHOOK, name: 'Too late' }, { 'If-Match': target.etag }))

    expect(changed).toEqual({ ...target, name: 'On-call', kinds: ['stuck-batches'], etag: '"2"' })
    expect([tooLate.status, (await problem(tooLate)).code]).toEqual([412, 'precondition-failed'])
    expect(await recordsOf(ports, 'notice-target.changed')).toMatchObject([
      {
        subject: target.id,
        actorName: expect.stringMatching(/^Ana/),
        detail: { name: 'On-call', address: 'hooks.example.com', changed: ['name', 'kinds'] },
      },
    ])
  })

  it('stays of its kind', async () => {
    const { notices, signedIn } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)

    const answer = await (
      await signedIn('approver', 'Bo')
    )(`${TARGETS}/${target.id}`, json('PUT', EMAIL, { 'If-Match': '*' }))

    expect([answer.status, (await problem(answer)).fields]).toEqual([400, { kind: 'cannot be changed' }])
  })

  it('is removed, and known no more', async () => {
    const { notices, signedIn, ports } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    const approver = await signedIn('approver', 'Bo')
    const remove = () => approver(`${TARGETS}/${target.id}`, { method: 'DELETE' })

    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404])

    expect((await notices.see()).targets).toEqual([])
    expect(await recordsOf(ports, 'notice-target.removed')).toMatchObject([
      { detail: { name: 'Incident channel', address: 'hooks.example.com' } },
    ])
  })

  it('is one of twenty at most', async () => {
    const { notices, signedIn } = await makeTelling()
    for (let count = 0; count < MOST_TARGETS; count += 1) await notices.add(EMAIL)

    const answer = await (await signedIn('approver', 'Bo'))(TARGETS, json('POST', EMAIL))

    expect([answer.status, (await problem(answer)).code]).toEqual([409, 'too-many-targets'])
  })

  it.each([
    ['of nothing', []],
    ['twice of the same', ['token-expiry', 'token-expiry']],
    ['of what there is not', ['weather']],
  ])('is not told %s', async (_, kinds) => {
    const { as } = makeService()

    expect((await (await as('approver'))(TARGETS, json('POST', { ...EMAIL, kinds }))).status).toBe(400)
  })
})

describe('a test', () => {
  it('says at once what became of it, and is kept', async () => {
    const { notices, webhooks, ports } = await makeTelling()
    const { target, secret } = await notices.add(WEBHOOK)

    const delivery = await notices.test(target)

    expect(delivery).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      notice: {
        type: 'test',
        timestamp: '2026-11-21T12:00:00.000Z',
        data: { clientCode: 'acme', by: expect.stringMatching(/^Ana/) },
      },
      target: { id: target.id, name: 'Incident channel', kind: 'webhook' },
      state: 'delivered',
      createdAt: '2026-11-21T12:00:00.000Z',
      tries: 1,
      lastTryAt: '2026-11-21T12:00:00.000Z',
      nextTryAt: null,
      isBeingSent: false,
      failure: null,
      receipt: { durationMs: 180, status: 204 },
    })
    expect(webhooks).toEqual([
      {
        address: WEBHOOK.address,
        secret,
        id: delivery.id,
        body: JSON.stringify(delivery.notice),
        at: START,
      },
    ])
    expect((await notices.see()).targets[0]?.last).toEqual(delivery)
    expect(await recordsOf(ports, 'notice-target.tested')).toMatchObject([{}])
  })

  it('that fails is tried no more by itself', async () => {
    const { notices, webhooks, plan, advance, look } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    plan.push(FAILED)

    const delivery = await notices.test(target)
    advance(86_400)
    await look()

    expect(delivery).toMatchObject({
      state: 'failed',
      failure: { status: 503, said: 'later' },
      nextTryAt: null,
    })
    expect(webhooks).toHaveLength(1)
  })

  it('by e-mail is in the language of the address', async () => {
    const { notices, mails } = await makeTelling()
    const { target } = await notices.add({ ...EMAIL, language: 'fr' })

    await notices.test(target)

    expect(mails).toEqual([
      {
        to: 'ops@example.com',
        language: 'fr',
        id: expect.any(String),
        subject: '[acme] Test',
        text: expect.stringMatching(/^Ana \d+ a envoyé ce message/),
      },
    ])
  })

  it('is sent so often in a minute and no more, like tries before their time', async () => {
    const { as } = makeService({ noticeTries: callLimiter(memoryCounts(), 'notice tries', 2) })
    const notices = noticesOf(await as('approver'))
    const { target } = await notices.add(EMAIL)
    await notices.test(target)
    const [failed] = [await notices.test(target)]

    const answer = await notices.retry(failed.id)

    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('60')
  })
})

describe('what was sent', () => {
  it('is tried again when somebody asks, which is recorded', async () => {
    const { notices, plan, ports } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    plan.push(FAILED)
    const { id } = await notices.test(target)

    const answer = await notices.retry(id)
    const again = await notices.retry(id)

    expect(await answer.json()).toMatchObject({
      id,
      state: 'delivered',
      tries: 2,
      failure: { status: 503, said: 'later' },
    })
    expect([again.status, (await problem(again)).code]).toEqual([409, 'conflict'])
    expect(await recordsOf(ports, 'notice.retried')).toMatchObject([
      { subject: id, detail: { targetId: target.id, targetName: 'Incident channel', type: 'test' } },
    ])
  })

  it('is not tried again where it would go nowhere', async () => {
    const { notices, plan, signedIn } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    plan.push(FAILED)
    const { id } = await notices.test(target)
    await (
      await signedIn('approver', 'Bo')
    )(`${TARGETS}/${target.id}`, { method: 'DELETE' })

    expect((await notices.retry(id)).status).toBe(409)
    expect((await notices.retry('0'.repeat(24))).status).toBe(404)
  })

  it('is listed page by page, all or what failed, each page going on from the one before', async () => {
    const { notices, plan, advance } = await makeTelling()
    const { target } = await notices.add(WEBHOOK)
    for (let count = 1; count <= 52; count += 1) {
      if (count % 26 === 0) plan.push(FAILED)
      advance(1)
      await notices.test(target)
    }

    const first = await notices.sent()
    const second = await notices.sent(`?cursor=${first.cursor}`)
    const failed = await notices.sent('?state=failed')

    const ids = [...first.deliveries, ...second.deliveries].map(({ id }) => id)
    expect([first.deliveries.length, second.deliveries.length, new Set(ids).size]).toEqual([50, 2, 52])
    expect(second.cursor).toBeNull()
    expect(first.counts).toEqual({ all: 52, waiting: 0, failed: 2 })
    expect(failed.deliveries.map(({ state }) => state)).toEqual(['failed', 'failed'])
    expect(first.deliveries[0]?.createdAt).toBe('2026-11-21T12:00:52.000Z')
  })

  it.each(['?cursor=yesterday', '?state=delivered', "?cursor=1_'"])('has no page %s', async (query) => {
    const { as } = makeService()

    expect((await (await as('approver'))(`/console/v1/notices/deliveries${query}`)).status).toBe(400)
  })
})
