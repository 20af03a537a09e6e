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

it.each([
  'postgres://one,other/profiles',
  'postgres:///profiles?host=one,other',
  'postgres://one/profiles?port=5432,5433',
  'postgres://one/profiles?target_session_attrs=read-write',
  'postgres://one/profiles?load_balance_hosts=random',
])('refuses what would choose between servers, which the driver does not: %s', (DATABASE_URL) => {
  expect(() => readConfig({ DATABASE_URL })).toThrow('DATABASE_URL must be the address of one server')
})

it('takes no fewer connections to PostgreSQL than there are kinds of work', () => {
  const read = [{}, { POOL_SIZE: '4' }, { POOL_SIZE: '999' }].map(readConfig)

  expect(read.map(({ poolSize }) => poolSize)).toEqual([12, 4, 999])
  for (const POOL_SIZE of ['3', '0', '1000', 'ten'])
    expect(() => readConfig({ POOL_SIZE })).toThrow('POOL_SIZE must be a whole number from 4 to 999.')
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

it.each([
  ['without a public address, for localhost is one where browsers use passkeys', ''],
  ['by https at a host with a name', 'https://profiles.example.com'],
  ['at localhost', 'http://localhost:4700'],
])('can require a second step %s', (_, PUBLIC_URL) => {
  expect(readConfig({ PUBLIC_URL, SECOND_STEP: 'approvers' }).secondStep).toBe('approvers')
  expect(readConfig({ PUBLIC_URL }).secondStep).toBe('off')
})

it.each(['http://profiles.example.com', 'https://192.0.2.7', 'https://[2001:db8::7]'])(
  'requires no second step at %s, where browsers use no passkey',
  (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL, SECOND_STEP: 'approvers' })).toThrow(
      'SECOND_STEP must be off where PUBLIC_URL is not an https address with a name',
    )
    expect(readConfig({ PUBLIC_URL }).secondStep).toBe('off')
  },
)

it('keeps audit records for ever unless days are set', () => {
  const kept = [
    readConfig({}),
    readConfig({ AUDIT_RETENTION_DAYS: '0' }),
    readConfig({ AUDIT_RETENTION_DAYS: '730' }),
  ]

  expect(kept.map(({ auditKeptDays }) => auditKeptDays)).toEqual([0, 0, 730])
})

it('keeps batches for 90 days unless others are set', () => {
  const kept = [{}, { BATCH_RETENTION_DAYS: '0' }, { BATCH_RETENTION_DAYS: '30' }].map(readConfig)

  expect(kept.map(({ batchesKeptDays }) => batchesKeptDays)).toEqual([90, 0, 30])
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
  ['ENCRYPTION_KEY', `${Buffer.alloc(32, 0xab).toString('base64')}!`],
  ['ENCRYPTION_KEY', `"${'ab'.repeat(32)}"`],
  ['ENCRYPTION_KEY', Buffer.alloc(32, 0xab).toString('base64').replace('q6s=', 'q6t=')],
  ['DATA_DIR', '~/profile-api'],
  ['DATA_DIR', '"/var/lib/profile-api"'],
  ['DATA_DIR', '/var/lib/profile-api\r'],
  ['DATA_DIR', '/var/lib/profile-api '],
  ['REJECT_STATUS', '404'],
  ['SECOND_STEP', 'everyone'],
  ['MAX_TOKEN_LIFETIME_DAYS', '0'],
  ['MAX_TOKEN_LIFETIME_DAYS', '366'],
  ['MAX_TOKEN_LIFETIME_DAYS', '1.5'],
  ['FRESH_SIGN_IN_MINUTES', '1441'],
  ['FRESH_SIGN_IN_MINUTES', '1.5'],
  ['AUDIT_RETENTION_DAYS', '-1'],
  ['BATCH_RETENTION_DAYS', '90 days'],
  ['AUDIT_RETENTION_DAYS', '010'],
  ['AUDIT_RETENTION_DAYS', 'two years'],
  ['LOG_LEVEL', 'loud'],
  ['HSTS_SUBDOMAINS', 'yes'],
])('refuses %s=%s with one sentence that names it and repeats no value', (name, value) => {
  const read = () => readConfig({ [name]: value })

  expect(read).toThrow(new RegExp(`^${name} must be [^\n]+\\.$`))
  expect(read).not.toThrow(value)
})

const PROVIDER = {
  OIDC_ISSUER: 'https://login.example.com/realms/acme',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'secret',
}

it('has no provider and passwords unless it is told otherwise', () => {
  expect(readConfig({})).toMatchObject({ provider: null, hasPasswordSignIn: true })
})

it('reads the provider, with a name and scopes of its own where none are set', () => {
  const OIDC_ROLES = 'groups=approvers -> approver@default'

  expect(readConfig({ ...PROVIDER, OIDC_ROLES, PASSWORD_SIGN_IN: 'off' })).toMatchObject({
    provider: {
      issuer: new URL(PROVIDER.OIDC_ISSUER),
      clientId: 'console',
      clientSecret: 'secret',
      name: 'Single sign-on',
      scopes: 'profile email',
      mapping: [{ claim: 'groups', value: 'approvers' }],
    },
    hasPasswordSignIn: false,
  })
  expect(readConfig({ ...PROVIDER, OIDC_NAME: 'Acme', OIDC_SCOPES: 'email groups' }).provider).toMatchObject({
    name: 'Acme',
    scopes: 'email groups',
    mapping: null,
  })
})

it.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000/'])(
  'takes a provider over http on this machine: %s',
  (OIDC_ISSUER) => {
    expect(readConfig({ ...PROVIDER, OIDC_ISSUER }).provider?.issuer).toEqual(new URL(OIDC_ISSUER))
  },
)

it.each([
  [{ ...PROVIDER, OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER must be the https address'],
  [{ ...PROVIDER, OIDC_ISSUER: 'login.example.com' }, 'OIDC_ISSUER must be the https address'],
  [{ ...PROVIDER, OIDC_ISSUER: 'https://login.example.com?a=b' }, 'OIDC_ISSUER must be the https address'],
  [
    { ...PROVIDER, OIDC_ISSUER: 'https://me:secret@login.example.com' },
    'OIDC_ISSUER must be the https address',
  ],
  [{ ...PROVIDER, OIDC_ISSUER: '' }, 'OIDC_ISSUER must be set where OIDC_CLIENT_ID is.'],
  [{ OIDC_ROLES: 'sub=* -> observer@default' }, 'OIDC_ISSUER must be set where OIDC_ROLES is.'],
  [{ ...PROVIDER, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID must be set where OIDC_ISSUER is.'],
  [{ ...PROVIDER, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET must be set where OIDC_ISSUER is.'],
  [{ ...PROVIDER, OIDC_SCOPES: 'a  b' }, 'OIDC_SCOPES must be scopes apart by blanks.'],
  [
    { ...PROVIDER, OIDC_ROLES: 'groups=staff -> owner@default' },
    'OIDC_ROLES must be rules such as "groups=approvers -> approver@default", apart by semicolons: rule 1 must give roles such as approver@default or sysadmin, apart by commas; the roles are observer, editor, publisher, approver, admin.',
  ],
  [{ PASSWORD_SIGN_IN: 'no' }, 'PASSWORD_SIGN_IN must be on or off.'],
  [
    { PASSWORD_SIGN_IN: 'off' },
    'PASSWORD_SIGN_IN must be on where OIDC_ISSUER is not set: nobody could sign in.',
  ],
])('refuses a provider that cannot be one: %j', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence)
})
