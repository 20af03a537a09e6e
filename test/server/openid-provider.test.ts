import { createHmac, generateKeyPairSync } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import { openIdProvider } from '#server/openid-provider.ts'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type OidcProviderServer,
  signedToken,
  signInAtProvider,
  startOidcProvider,
} from '../support/oidc-provider.ts'

const ORIGIN = 'http://console.test'
const RETURN = `${ORIGIN}/sign-in/return`
const BOND = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) }
const ANA = { name: 'Ana Lind', email: 'ana@example.com', email_verified: true, groups: ['approvers'] }
const MINUTE_MS = 60_000

const clientOf = ({ issuer }: OidcProviderServer, clockOffMs = 0, changes = {}) =>
  openIdProvider(
    {
      issuer: new URL(issuer),
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Acme',
      scopes: 'profile email',
      mapping: roleMappingFrom('groups=approvers -> approver@default'),
      ...changes,
    },
    () => Date.now() + clockOffMs,
  )

async function makeProvider() {
  const server = await startOidcProvider()
  server.accounts.set('ana', ANA)
  server.register(ORIGIN)
  return server
}

/** Where the provider leads back to, signed in as Ana. */
const signedIn = async (server: OidcProviderServer, client = clientOf(server)) =>
  signInAtProvider(server, await client.signInUrl(RETURN, BOND), 'ana')

it('asks for a code with PKCE, a state and a nonce', async () => {
  const server = await makeProvider()

  const url = new URL(await clientOf(server).signInUrl(RETURN, BOND))

  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: RETURN,
    scope: 'openid profile email',
    state: BOND.state,
    nonce: BOND.nonce,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    max_age: '31536000',
  })
})

it('tells whom the provider vouches for, with what it says of them beside the token', async () => {
  const server = await makeProvider()
  const client = clientOf(server)

  const vouched = await client.vouchedFor(await signedIn(server, client), BOND)

  expect(vouched).toMatchObject({ subject: 'ana', claims: { ...ANA, iss: server.issuer } })
  expect(vouched.idToken.split('.')).toHaveLength(3)
})

it.each([
  [1200, 1200],
  [0, 0],
  // As far as the machines of one provider may be apart, and farther.
  [-300, 0],
  [-301, null],
])('tells how long ago somebody signed in there who is asked for nothing now: %s', async (seconds, told) => {
  const server = await makeProvider()
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const client = clientOf(server)
  const cookies = new Map<string, string>()
  const signIn = async () => signInAtProvider(server, await client.signInUrl(RETURN, BOND), 'ana', cookies)
  await signIn()
  vi.setSystemTime(Date.now() + seconds * 1000)

  const vouched = await client.vouchedFor(await signIn(), BOND)

  expect(vouched.authenticatedSecondsAgo).toBe(told)
})

it('tells nothing of when somebody signed in at a provider that does not say it', async () => {
  const server = await makeProvider()
  const client = clientOf(server)
  const url = new URL(await client.signInUrl(RETURN, BOND))
  url.searchParams.delete('max_age')

  const vouched = await client.vouchedFor(await signInAtProvider(server, url.href, 'ana'), BOND)

  expect(vouched.authenticatedSecondsAgo).toBeNull()
})

it('takes a code once', async () => {
  const server = await makeProvider()
  const client = clientOf(server)
  const answer = await signedIn(server, client)
  await client.vouchedFor(answer, BOND)

  await expect(client.vouchedFor(answer, BOND)).rejects.toMatchObject({ code: 'sign-in-out-of-date' })
})

it.each(['state', 'nonce', 'codeVerifier'] as const)('refuses an answer to another %s', async (part) => {
  const server = await makeProvider()
  const client = clientOf(server)
  const answer = await signedIn(server, client)

  const vouching = client.vouchedFor(answer, { ...BOND, [part]: 'x'.repeat(43) })

  const code = part === 'codeVerifier' ? 'sign-in-out-of-date' : 'provider-not-trusted'
  await expect(vouching).rejects.toMatchObject({ code })
})

type Claims = Record<string, unknown>
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const another = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** Signed with what the client and the provider both know, which is no signature of the provider's. */
function signedBySecret(claims: Claims): string {
  const signed = `${encoded({ alg: 'HS256' })}.${encoded(claims)}`
  return `${signed}.${createHmac('sha256', CLIENT_SECRET).update(signed).digest('base64url')}`
}

it.each<[string, (claims: Claims) => string]>([
  ['no signature', (claims) => `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
  ['a signature by the secret of the client', signedBySecret],
  ['the signature of another key', (claims) => signedToken(claims, another)],
  [
    'the signature of another token',
    (claims) => {
      const [head, , signature] = signedToken(claims).split('.')
      return `${head}.${encoded({ ...claims, groups: ['admins'] })}.${signature}`
    },
  ],
  ['another audience', (claims) => signedToken({ ...claims, aud: 'another client' })],
  [
    'several audiences and no authorized party',
    (claims) => signedToken({ ...claims, aud: [CLIENT_ID, 'another'] }),
  ],
  [
    'several audiences and another authorized party',
    (claims) => signedToken({ ...claims, aud: [CLIENT_ID, 'another'], azp: 'another' }),
  ],
  ['another issuer', (claims) => signedToken({ ...claims, iss: 'https://elsewhere.example' })],
  ['no nonce', (claims) => signedToken({ ...claims, nonce: undefined })],
  ['another subject than what is said beside it', (claims) => signedToken({ ...claims, sub: 'ben' })],
])('refuses an ID token with %s', async (_, change) => {
  const server = await makeProvider()
  const client = clientOf(server)
  const answer = await signedIn(server, client)
  server.changeIdTokens((idToken) => change(claimsIn(idToken)))

  await expect(client.vouchedFor(answer, BOND)).rejects.toMatchObject({ code: 'provider-not-trusted' })
})

it('takes an ID token that the provider signed anew', async () => {
  const server = await makeProvider()
  const client = clientOf(server)
  const answer = await signedIn(server, client)
  server.changeIdTokens((idToken) => signedToken(claimsIn(idToken)))

  expect(await client.vouchedFor(answer, BOND)).toMatchObject({ subject: 'ana' })
})

function claimsIn(idToken: string): Claims {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
}

it.each([
  [-4.9, 'a clock that is five minutes slow'],
  [4.9, 'a clock that is five minutes fast'],
])('bears %s minutes: %s', async (minutes) => {
  const server = await makeProvider()
  const client = clientOf(server, minutes * MINUTE_MS)

  const vouched = await client.vouchedFor(await signedIn(server, client), BOND)

  expect(vouched.subject).toBe('ana')
})

it.each([-6, 16, 90])('refuses a clock that is %s minutes off, and says so', async (minutes) => {
  const server = await makeProvider()
  const client = clientOf(server, minutes * MINUTE_MS)

  const vouching = client.vouchedFor(await signedIn(server, client), BOND)

  await expect(vouching).rejects.toMatchObject({ code: 'provider-clock-off' })
})

it('refuses a provider that names itself otherwise', async () => {
  const server = await makeProvider()
  const client = clientOf(server, 0, { issuer: new URL(server.issuer.replace('127.0.0.1', 'localhost')) })

  await expect(client.signInUrl(RETURN, BOND)).rejects.toMatchObject({ code: 'provider-not-trusted' })
})

it('refuses an answer in the name of another issuer', async () => {
  const server = await makeProvider()
  const client = clientOf(server)
  const answer = await signedIn(server, client)
  answer.searchParams.set('iss', 'https://elsewhere.example')

  await expect(client.vouchedFor(answer, BOND)).rejects.toMatchObject({ code: 'provider-not-trusted' })
})

it.each([
  ['access_denied', 'provider-refused'],
  ['login_required', 'provider-refused'],
  ['temporarily_unavailable', 'provider-unavailable'],
  ['server_error', 'provider-unavailable'],
  ['invalid_scope', 'provider-refuses-us'],
  ['<script>alert(1)</script>', 'provider-refuses-us'],
])('tells the error %s in words of its own', async (error, code) => {
  const server = await makeProvider()
  const answer = new URL(RETURN)
  const said = 'words of the provider'
  answer.search = new URLSearchParams({
    error,
    error_description: said,
    state: BOND.state,
    iss: server.issuer,
  }).toString()

  const vouching = clientOf(server).vouchedFor(answer, BOND)

  await expect(vouching).rejects.toMatchObject({
    code,
    message: expect.not.stringMatching(/words of|script/),
  })
})

it('tells a secret that the provider does not take from a fault of the person', async () => {
  const server = await makeProvider()
  const client = clientOf(server, 0, { clientSecret: 'another one' })

  const vouching = client.vouchedFor(await signedIn(server, client), BOND)

  await expect(vouching).rejects.toMatchObject({ code: 'provider-refuses-us' })
})

it('says that a provider is down, and finds it again once it is back', async () => {
  const server = await makeProvider()
  const client = clientOf(server)
  server.stop()

  await expect(client.signInUrl(RETURN, BOND)).rejects.toMatchObject({ code: 'provider-unavailable' })
  await server.start()

  expect(await client.signInUrl(RETURN, BOND)).toContain(server.issuer)
})

it.each([
  ['what it says of itself', '/.well-known/openid-configuration'],
  ['the code', '/token'],
  ['its keys', '/jwks'],
  ['what it says of people', '/me'],
])('waits no longer for %s than for all of a sign-in', async (_, path) => {
  const server = await makeProvider()
  const answer = await signedIn(server)
  const asked = server.neverAnswer(path)
  const afterEightSeconds = new AbortController()
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  const spy = vi
    .spyOn(AbortSignal, 'timeout')
    .mockImplementation((ms) => (ms === 8000 ? afterEightSeconds.signal : timeout(ms)))
  onTestFinished(() => spy.mockRestore())

  const vouching = clientOf(server).vouchedFor(answer, BOND)
  await asked
  afterEightSeconds.abort()

  await expect(vouching).rejects.toMatchObject({
    code: 'provider-unavailable',
    cause: { message: expect.stringContaining('no answer in time') },
  })
})

it('asks a provider for what it says of itself once an hour, however many sign in', async () => {
  const server = await makeProvider()
  let now = Date.now()
  const client = openIdProvider(
    {
      issuer: new URL(server.issuer),
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      name: 'Acme',
      scopes: 'email',
      mapping: null,
    },
    () => now,
  )
  const begin = () => client.signInUrl(RETURN, BOND)
  await Promise.all([begin(), begin(), begin()])
  now += 59 * MINUTE_MS
  await begin()
  const before = server.requests.length
  now += MINUTE_MS

  await begin()

  expect([before, server.requests.length]).toEqual([1, 2])
})

it('reads no more of an answer than any needs', async () => {
  const server = await makeProvider()
  server.answerBy((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'application/json' })
    answer.end(JSON.stringify({ issuer: server.issuer, padding: 'x'.repeat(2 * 1024 * 1024) }))
  })

  await expect(clientOf(server).signInUrl(RETURN, BOND)).rejects.toMatchObject({
    code: 'provider-unavailable',
  })
})

it('sends no browser to an address of another scheme', async () => {
  const server = await makeProvider()
  server.answerBy((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'application/json' })
    answer.end(JSON.stringify({ issuer: server.issuer, authorization_endpoint: 'javascript:alert(1)' }))
  })

  await expect(clientOf(server).signInUrl(RETURN, BOND)).rejects.toMatchObject({
    code: 'provider-not-trusted',
  })
})

it('signs out at the provider with the token that it gave', async () => {
  const server = await makeProvider()

  const url = new URL((await clientOf(server).signOutUrl('a.b.c', RETURN)) ?? '')

  expect(Object.fromEntries(url.searchParams)).toEqual({
    id_token_hint: 'a.b.c',
    post_logout_redirect_uri: RETURN,
    client_id: CLIENT_ID,
  })
})

it('knows no way to sign out at a provider that has none', async () => {
  const server = await makeProvider()
  server.register(ORIGIN, { features: { rpInitiatedLogout: { enabled: false } } })

  expect(await clientOf(server).signOutUrl('a.b.c', RETURN)).toBeNull()
})
