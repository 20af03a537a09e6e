import { getCertificate } from '@vitejs/plugin-basic-ssl'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { mailSender } from '#server/notices/mail.ts'
import type { MailMessage } from '#service/ports.ts'
import { listenUntilTestEnds } from '../../support/webhook-receiver.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startMailServer } from '../../support/mail-server.ts'

const FROM = 'profile-api@example.com'

const makeMessage = (overrides: Partial<MailMessage> = {}): MailMessage => ({
  to: 'ops@example.com',
  subject: 'Profile API: …Kq2m expires in 7 days',
  text: 'The token …Kq2m expires.\n\nhttps://profiles.example.com/administration/implementation\n',
  language: 'en',
  id: '0123456789abcdef01234567',
  ...overrides,
})

const refusing = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode })

it('hands plain text to the mail server, with the same id in each try', async () => {
  const { received, url } = await startMailServer()

  const tried = await mailSender(url, FROM).send(makeMessage({ language: 'fr' }))

  expect(tried).toEqual({ receipt: { status: null, durationMs: expect.any(Number) } })
  expect(received).toEqual([
    {
      from: FROM,
      to: ['ops@example.com'],
      subject: makeMessage().subject,
      text: makeMessage().text,
      head: expect.any(String),
    },
  ])
  expect(received[0]?.head.split('\r\n')).toEqual(
    expect.arrayContaining([
      'From: Profile API Console <profile-api@example.com>',
      'To: ops@example.com',
      'Message-ID: <0123456789abcdef01234567@example.com>',
      'Auto-Submitted: auto-generated',
      'Content-Language: fr',
      'Content-Type: text/plain; charset=utf-8',
    ]),
  )
})

it('writes to the address alone, whatever characters it has', async () => {
  const { received, url } = await startMailServer()

  await mailSender(url, FROM).send(makeMessage({ to: 'o.k+token@example.com' }))

  expect(received.map(({ to }) => to)).toEqual([['o.k+token@example.com']])
})

it('tells of a refusal in the words of the mail server', async () => {
  const { url } = await startMailServer({
    onRcptTo: (_address, _session, done) => done(refusing(550, 'mailbox unavailable')),
  })

  expect(await mailSender(url, FROM).send(makeMessage())).toEqual({
    failure: { reason: 'mail-refused', status: null, said: '550 mailbox unavailable' },
  })
})

it('shows a password to nobody in clear', async () => {
  const shown: unknown[] = []
  const { received, port } = await startMailServer({
    authOptional: false,
    onAuth(auth, _session, done) {
      shown.push(auth.password)
      done(null, { user: 'profile-api' })
    },
  })

  const tried = await mailSender(`smtp://profile-api:open-sesame@127.0.0.1:${port}`, FROM).send(makeMessage())

  expect(tried).toMatchObject({ failure: { status: null } })
  expect(JSON.stringify(tried)).not.toContain('sesame')
  expect([shown, received]).toEqual([[], []])
})

it('takes a certificate that nobody vouches for from no mail server', async () => {
  const pem = await getCertificate(temporaryFolder(), 'mail.example.com')
  const { received, port } = await startMailServer({ secure: true, key: pem, cert: pem })

  const tried = await mailSender(`smtps://127.0.0.1:${port}`, FROM).send(makeMessage())

  expect(tried).toMatchObject({
    failure: { reason: 'not-connected', said: expect.stringContaining('self-signed certificate') },
  })
  expect(received).toEqual([])
})

it('says that nobody listens, or that it takes too long', async () => {
  const silent = createServer(() => {})
  const port = await listenUntilTestEnds(silent)

  expect(await mailSender('smtp://127.0.0.1:1', FROM).send(makeMessage())).toMatchObject({
    failure: { reason: 'not-connected', said: expect.stringContaining('ECONNREFUSED') },
  })
  expect(await mailSender(`smtp://127.0.0.1:${port}`, FROM, 50).send(makeMessage())).toMatchObject({
    failure: { reason: 'timed-out' },
  })
})
