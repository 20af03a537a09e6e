import { EventEmitter, once } from 'node:events'
import { expect, it } from 'vitest'
import { setUpAna } from '../support/console-calls.ts'
import { startMailServer } from '../support/mail-server.ts'
import { EMAIL, noticesOf, WEBHOOK } from '../support/notices.ts'
import { emptyDatabase, query } from '../support/postgres.ts'
import { startService } from '../support/running-service.ts'
import { withHeaders } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startReceiver, verified } from '../support/webhook-receiver.ts'

const MAIL_FROM = 'profile-api@example.com'
/** Where the tests' own receivers are. */
const WEBHOOK_NETWORKS = '127.0.0.0/8'

/** What a person may do with notices at a running service. */
const peopleAt = (url: string, accessToken: string) => {
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, withHeaders(init, { Authorization: `Bearer ${accessToken}` }))
  return { ...noticesOf(call), call }
}

/** A database to which a webhook, and maybe an e-mail address, were added, and how processes on it are started. */
async function makeTold(address: string, smtpUrl?: string) {
  const databaseUrl = await emptyDatabase()
  const shared = {
    ENCRYPTION_KEY: '11'.repeat(32),
    DATABASE_URL: databaseUrl,
    WEBHOOK_NETWORKS,
    ...(smtpUrl !== undefined && { SMTP_URL: smtpUrl, MAIL_FROM }),
  }
  const start = () => startService({ ...shared, DATA_DIR: temporaryFolder() })
  const first = await start()
  const accessToken = await setUpAna(first.url, first.setUpUrl)
  const people = peopleAt(first.url, accessToken)
  const { secret } = await people.add({ ...WEBHOOK, address })
  if (smtpUrl !== undefined) await people.add({ ...EMAIL, language: 'sv' })
  await people.call('/demo/target/authentication/token?authorizationScope=profile_api', { method: 'POST' })
  await first.stop()
  await query(databaseUrl, `update tokens set expires_at = ${Date.now()}, works_until = ${Date.now()}`)
  return { databaseUrl, start, accessToken, secret: secret ?? '' }
}

it('tells each target once of a token that has expired, however many processes find it', async () => {
  const { received, url } = await startReceiver()
  const mail = await startMailServer()
  const { start, secret } = await makeTold(url, mail.url)

  const processes = await Promise.all([start(), start(), start()])
  await expect.poll(() => [received.length, mail.received.length]).toEqual([1, 1])
  await Promise.all(processes.map(({ stop }) => stop()))

  const [request] = received
  expect(request && verified(request, secret)).toMatchObject({
    type: 'token.expired',
    data: { clientCode: 'demo', authenticationRequired: false, callers: { count: 0, names: [] } },
  })
  expect(mail.received).toMatchObject([
    {
      from: MAIL_FROM,
      to: ['ops@example.com'],
      subject: expect.stringMatching(/^\[demo\] Token ….{4} har gått ut$/),
      text: expect.stringContaining('Autentiseringen är av just nu'),
    },
  ])
  expect([received.length, mail.received.length]).toEqual([1, 1])
})

it('begins anew a try that a crash broke off, by which a receiver knows that it is the same', async () => {
  const heard = new EventEmitter()
  const { received, url } = await startReceiver({
    answer: (_, response) => {
      if (heard.emit('first')) return
      response.writeHead(204).end()
    },
  })
  const { start, databaseUrl, accessToken } = await makeTold(url)
  const first = once(heard, 'first')
  const broken = await start()
  await first
  await broken.kill()
  const after = await start()
  const people = peopleAt(after.url, accessToken)
  const [meanwhile] = (await people.sent()).deliveries
  await query(databaseUrl, 'update notice_deliveries set leased_until = 0')

  await expect.poll(() => people.sent()).toMatchObject({ deliveries: [{ state: 'delivered', tries: 2 }] })

  expect(meanwhile).toMatchObject({ state: 'waiting', isBeingSent: true, tries: 1 })
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([meanwhile?.id, meanwhile?.id])
})

it('calls no webhook on this machine unless the operator says so, and keeps its secret out of the log', async () => {
  const { received, url } = await startReceiver()
  const [shut, open] = [
    await startService({ DATA_DIR: temporaryFolder() }),
    await startService({ DATA_DIR: temporaryFolder(), WEBHOOK_NETWORKS }),
  ]
  const atShut = peopleAt(shut.url, await setUpAna(shut.url, shut.setUpUrl))
  const atOpen = peopleAt(open.url, await setUpAna(open.url, open.setUpUrl))
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const address = url.replace('127.0.0.1', 'localhost')

  const refused = await atShut.call('/console/v1/notices/targets', {
    ...json,
    body: JSON.stringify({ ...WEBHOOK, address }),
  })
  const { target, secret } = await atOpen.add({ ...WEBHOOK, address: url })
  const delivery = await atOpen.test(target)
  await open.stop()

  expect(await refused.json()).toMatchObject({ status: 400, code: 'webhook-address-refused' })
  expect(delivery).toMatchObject({ state: 'delivered', receipt: { status: 204 } })
  const [request] = received
  expect(request && verified(request, secret ?? '')).toEqual(delivery.notice)
  expect(received).toHaveLength(1)
  expect(open.output()).not.toContain(secret)
})
