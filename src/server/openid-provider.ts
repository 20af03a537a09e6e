import * as openid from 'openid-client'
import { Fault, ServiceError } from '#service/errors.ts'
import type { Bond, OpenIdProvider, VouchedFor } from '#service/sign-in/oidc/provider.ts'
import type { RoleMapping } from '#service/sign-in/oidc/role-mapping.ts'

/** Of one call. */
const TIMEOUT_SECONDS = 5
/** Of all calls that a sign-in waits for, one after the other: less than the console waits (`client/request.ts`). */
const LONGEST_MS = 8000
/** How long what a provider says of itself is believed; its keys are asked for anew after five minutes (openid-client). */
const BELIEVED_MS = 60 * 60_000
/** How far the clocks of the provider and of this machine may be apart. */
const TOLERANCE_SECONDS = 300
/** A token is asked for as soon as it may be, so that an older one is another's; more than a code may live. */
const OLDEST_SECONDS = 600
/** Has the provider say when somebody signed in there, and asks nobody to do so anew: no session there is a year old. */
const ANY_AGE_SECONDS = 31_536_000
/** Of one answer: keys and claims take some kilobytes, hundreds of groups some tens. */
const MOST_BYTES = 1024 * 1024

export type ProviderSettings = {
  issuer: URL
  clientId: string
  clientSecret: string
  name: string
  /** What is asked for besides `openid`, apart by blanks. */
  scopes: string
  mapping: RoleMapping | null
}

/**
 * The OpenID Connect provider that the operator has set. Nothing of it is asked for before somebody signs in there.
 *
 * @param now milliseconds since 1970
 */
export function openIdProvider(settings: ProviderSettings, now: () => number): OpenIdProvider {
  const { issuer, clientId, clientSecret, name, scopes, mapping } = settings
  let known: { askedAt: number; configuration: Promise<openid.Configuration> } | undefined

  function configuration(): Promise<openid.Configuration> {
    if (known && now() - known.askedAt < BELIEVED_MS) return known.configuration
    const asked = { askedAt: now(), configuration: discovered() }
    known = asked
    asked.configuration.catch(() => {
      if (known === asked) known = undefined
    })
    return asked.configuration
  }

  const discovered = () =>
    openid.discovery(
      issuer,
      clientId,
      {
        [openid.clockTolerance]: TOLERANCE_SECONDS,
        [openid.clockSkew]: Math.round((now() - Date.now()) / 1000),
      },
      authenticatedBy(clientSecret),
      {
        [openid.customFetch]: boundedFetch,
        timeout: TIMEOUT_SECONDS,
        execute: [
          openid.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      },
    )

  return {
    issuer: issuer.href.replace(/\/$/, ''),
    name,
    mapping,

    signInUrl: (redirectUri, { state, nonce, codeVerifier }, isAnew = false) =>
      told(async () => {
        const url = openid.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: `openid ${scopes}`,
          state,
          nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          // Some heed one of them and not the other.
          ...(isAnew ? { max_age: '0', prompt: 'login' } : { max_age: String(ANY_AGE_SECONDS) }),
        })
        return url.href
      }),

    vouchedFor: (answer, bond) =>
      told(async () => {
        const found = await configuration()
        const granted = await openid.authorizationCodeGrant(found, answer, checksOf(bond))
        const claims = granted.claims()
        if (claims === undefined || granted.id_token === undefined) throw notTrusted('no ID token')
        requireOfThisMoment(claims.iat, now())
        return {
          subject: claims.sub,
          claims: { ...(await userInfo(found, granted.access_token, claims.sub)), ...claims },
          authenticatedSecondsAgo: secondsSinceSignIn(claims),
          idToken: granted.id_token,
        } satisfies VouchedFor
      }),

    signOutUrl: (idToken, returnUri) =>
      told(async () => {
        const found = await configuration()
        if (found.serverMetadata().end_session_endpoint === undefined) return null
        const parameters = { id_token_hint: idToken, post_logout_redirect_uri: returnUri }
        return openid.buildEndSessionUrl(found, parameters).href
      }),
  }
}

const checksOf = ({ state, nonce, codeVerifier }: Bond) => ({
  expectedState: state,
  expectedNonce: nonce,
  pkceCodeVerifier: codeVerifier,
  idTokenExpected: true,
})

/** Many providers say there what groups somebody is in, and not in the token. */
async function userInfo(found: openid.Configuration, accessToken: string, subject: string) {
  if (found.serverMetadata().userinfo_endpoint === undefined) return {}
  return openid.fetchUserInfo(found, accessToken, subject)
}

/** By `client_secret_basic`, which is what a provider takes that does not say otherwise. Source: OpenID Connect Discovery 1.0. */
function authenticatedBy(clientSecret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(clientSecret), openid.ClientSecretPost(clientSecret)]
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authenticate = taken.includes('client_secret_basic') ? basic : post
    return authenticate(server, client, body, headers)
  }
}

/** The library looks at when a token ends; when it was made tells a clock that is slow. */
function requireOfThisMoment(issuedAtSeconds: number, nowMs: number): void {
  const age = nowMs / 1000 - issuedAtSeconds
  if (age < -TOLERANCE_SECONDS || age > OLDEST_SECONDS + TOLERANCE_SECONDS) throw clockOff()
}

/** By the clock of the provider alone; null also for what that clock could not say. */
function secondsSinceSignIn({ iat, auth_time: signedInAt }: openid.IDToken): number | null {
  if (signedInAt === undefined || signedInAt > iat + TOLERANCE_SECONDS) return null
  return Math.max(0, iat - signedInAt)
}

/** @throws ServiceError `provider-unavailable` for what is no whole answer of at most so many bytes */
const boundedFetch: openid.CustomFetch = async (url, options) => {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library sends forms, or nothing
    const response = await fetch(url, options as RequestInit)
    if (response.status >= 500) throw new Fault(`The provider answered ${response.status}.`)
    return new Response(await boundedBody(response), response)
  } catch (error) {
    throw unavailable(error)
  }
}

async function boundedBody({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let byteCount = 0
  for await (const chunk of body ?? []) {
    byteCount += chunk.length
    if (byteCount > MOST_BYTES) throw new Fault('The provider answered at more length than is read.')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Does the work, if that does not take too long; what the library throws is told in our codes. What the provider said stands
 * in no words of ours.
 */
async function told<Done>(work: () => Promise<Done>): Promise<Done> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  AbortSignal.timeout(LONGEST_MS).addEventListener('abort', () =>
    reject(unavailable(faultOf('no answer in time'))),
  )
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    throw refusalOf(error)
  }
}

/** What the person did or the provider thinks of them. Source: RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6. */
const OF_PERSON = [
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]

function refusalOf(error: unknown): unknown {
  const own = causesOf(error).find((cause) => cause instanceof ServiceError)
  if (own) return own
  if (error instanceof openid.AuthorizationResponseError) {
    if (OF_PERSON.includes(error.error)) return refused()
    if (/^(?:server_error|temporarily_unavailable)$/.test(error.error))
      return unavailable(faultOf(error.error))
    return refusesUs(error.error)
  }
  if (error instanceof openid.ResponseBodyError) {
    return error.error === 'invalid_grant' ? noCode() : refusesUs(error.error)
  }
  if (error instanceof openid.WWWAuthenticateChallengeError) return refusesUs('challenge')
  const code = libraryCodeOf(error)
  if (code === null) return error
  if (/TIMEOUT|ABORT/.test(code)) return unavailable(faultOf(code))
  return code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' ? clockOff() : notTrusted(code)
}

/** What the library found wrong; null for an error that is not the library's. */
function libraryCodeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('OAUTH_')) return code
  return error instanceof openid.ClientError ? 'something' : null
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

/** For the log: a code, of which anyone may have made up the words. */
const faultOf = (code: string) =>
  new Fault(`The sign-in provider: ${/^\w[\w ]{0,60}$/.exec(code)?.[0] ?? 'something unreadable'}.`)

const unavailable = (cause: unknown) =>
  new ServiceError(
    'provider-unavailable',
    'The sign-in provider does not answer. Try again, or sign in another way.',
    { cause },
  )

const notTrusted = (code: string) =>
  new ServiceError('provider-not-trusted', 'What the sign-in provider answered cannot be trusted.', {
    cause: faultOf(code),
  })

const clockOff = () =>
  new ServiceError(
    'provider-clock-off',
    'The clocks of the sign-in provider and of this service are more than five minutes apart.',
    { cause: faultOf('clock more than five minutes off') },
  )

const refusesUs = (code: string) =>
  new ServiceError(
    'provider-refuses-us',
    'The sign-in provider refuses this service as it is set up. Whoever runs it finds why in its log.',
    { cause: faultOf(code) },
  )

const refused = () =>
  new ServiceError(
    'provider-refused',
    'The sign-in provider has not let you in, or you have turned back there.',
  )

const noCode = () =>
  new ServiceError(
    'sign-in-out-of-date',
    'The sign-in provider does not know this sign-in any more. Sign in anew.',
  )
