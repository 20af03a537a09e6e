import { expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'

it('needs nothing to be set', () => {
  expect(readConfig({})).toMatchObject({
    port: 4700,
    host: '127.0.0.1',
    dataFolder: `${process.cwd()}/data`,
    client: { clientCode: 'demo', tenant: 'demo', imsOrgId: null, publicUrl: null },
    encryptionKey: null,
    rejectStatus: 401,
  })
})

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '', ENCRYPTION_KEY: '' })).toEqual(readConfig({}))
})

it.each([
  ['hex', 'ab'.repeat(32)],
  ['base64', Buffer.alloc(32, 0xab).toString('base64')],
])('takes an encryption key in %s', (_, ENCRYPTION_KEY) => {
  expect(readConfig({ ENCRYPTION_KEY }).encryptionKey).toEqual(new Uint8Array(32).fill(0xab))
})

it('takes the slash at the end of the public address as none', () => {
  const { client } = readConfig({ PUBLIC_URL: 'https://profiles.example.com/' })

  expect(client.publicUrl).toBe('https://profiles.example.com')
})

it('takes subdomains into HSTS only where people come by https', () => {
  const read = (PUBLIC_URL: string) => readConfig({ HSTS_SUBDOMAINS: 'true', PUBLIC_URL })

  expect(read('https://profiles.example.com').hstsSubdomains).toBe(true)
  for (const address of ['', 'http://profiles.example.com']) {
    expect(() => read(address)).toThrow(
      'HSTS_SUBDOMAINS must be false where PUBLIC_URL is not an https address.',
    )
  }
})

it('serves metrics only where a port is set, and to this machine unless told otherwise', () => {
  const METRICS_PORT = '9464'

  expect(readConfig({ METRICS_HOST: '0.0.0.0' }).metrics).toBeNull()
  expect(readConfig({ METRICS_PORT }).metrics).toEqual({ host: '127.0.0.1', port: 9464 })
  expect(readConfig({ METRICS_PORT, METRICS_HOST: '::1' }).metrics).toEqual({ host: '::1', port: 9464 })
})

it('reads the longest lifetime of a token in days, a year without it', () => {
  const lifetimes = [readConfig({}), readConfig({ MAX_TOKEN_LIFETIME_DAYS: '30' })]

  expect(lifetimes.map(({ maxTokenLifetimeSeconds }) => maxTokenLifetimeSeconds)).toEqual([
    31_536_000, 2_592_000,
  ])
})

it('reads for how many minutes a sign-in is fresh, 15 without it', () => {
  const read = [{}, { FRESH_SIGN_IN_MINUTES: '1' }, { FRESH_SIGN_IN_MINUTES: '1440' }].map(readConfig)

  expect(read.map(({ freshSignInSeconds }) => freshSignInSeconds)).toEqual([900, 60, 86_400])
  expect(() => readConfig({ FRESH_SIGN_IN_MINUTES: '0' })).toThrow('a whole number from 1 to 1440')
})

it('keeps audit records for ever unless days are set', () => {
  const kept = [
    readConfig({}),
    readConfig({ AUDIT_RETENTION_DAYS: '0' }),
    readConfig({ AUDIT_RETENTION_DAYS: '730' }),
  ]

  expect(kept.map(({ auditKeptDays }) => auditKeptDays)).toEqual([0, 0, 730])
})

it('takes mail for set up when the server and the sender are named, and refuses half of it', () => {
  const both = { SMTP_URL: 'smtps://user:secret@mail.example.com', MAIL_FROM: 'profile-api@example.com' }

  expect(readConfig({}).mail).toBeNull()
  expect(readConfig(both).mail).toEqual({ url: both.SMTP_URL, from: both.MAIL_FROM })
  expect(() => readConfig({ ...both, MAIL_FROM: '' })).toThrow('MAIL_FROM must be set where SMTP_URL is.')
  expect(() => readConfig({ ...both, SMTP_URL: '' })).toThrow('SMTP_URL must be set where MAIL_FROM is.')
})

it('lets webhooks into no network of its own unless they are listed', () => {
  const [none, some] = [readConfig({}), readConfig({ WEBHOOK_NETWORKS: '10.1.0.0/16, ::1' })]

  expect([none, some].map(({ webhookNetworks }) => webhookNetworks.check('10.1.2.3'))).toEqual([false, true])
})

it.each([
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', 'http'],
  ['HOST', 'not a host'],
  ['METRICS_PORT', '65536'],
  ['METRICS_HOST', 'not a host'],
  ['PUBLIC_URL', 'profiles.acme.test'],
  ['PUBLIC_URL', 'ftp://profiles.acme.test'],
  ['PUBLIC_URL', 'https://profiles.acme.test/console'],
  ['PUBLIC_URL', 'https://user:secret@profiles.acme.test'],
  ['TRUSTED_PROXIES', 'proxy.acme.test'],
  ['TRUSTED_PROXIES', '10.0.0.0/8; 192.0.2.1'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '2001:db8::/129'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '::1,'],
  ['SMTP_URL', 'mail.acme.test:587'],
  ['SMTP_URL', 'https://mail.acme.test'],
  ['MAIL_FROM', 'Profile API <profile-api@acme.test>'],
  ['WEBHOOK_NETWORKS', '0.0.0.0/0'],
  ['WEBHOOK_NETWORKS', 'hooks.internal'],
  ['CLIENT_CODE', 'acme/emea'],
  ['TENANT', 'acme corp'],
  ['IMS_ORG_ID', 'ACME AdobeOrg'],
  ['ENCRYPTION_KEY', 'secret-but-short'],
  ['REJECT_STATUS', '404'],
  ['MAX_TOKEN_LIFETIME_DAYS', '0'],
  ['MAX_TOKEN_LIFETIME_DAYS', '366'],
  ['MAX_TOKEN_LIFETIME_DAYS', '1.5'],
  ['FRESH_SIGN_IN_MINUTES', '1441'],
  ['FRESH_SIGN_IN_MINUTES', '1.5'],
  ['AUDIT_RETENTION_DAYS', '-1'],
  ['AUDIT_RETENTION_DAYS', '010'],
  ['AUDIT_RETENTION_DAYS', 'two years'],
  ['LOG_LEVEL', 'loud'],
  ['HSTS_SUBDOMAINS', 'yes'],
])('refuses %s=%s with one sentence that names it and repeats no value', (name, value) => {
  const read = () => readConfig({ [name]: value })

  expect(read).toThrow(new RegExp(`^${name} must be [^\n]+\\.$`))
  expect(read).not.toThrow(value)
})
