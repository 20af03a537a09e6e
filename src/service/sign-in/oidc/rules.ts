import type { BeginOidcInput, SignInWays } from '#contract/oidc.ts'
import { sha256Hex } from '#service/sha256.ts'
import * as v from 'valibot'
import { auditRecord } from '../../audit/record.ts'
import type { Context } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { newOneTimeValue } from '../../secrets.ts'
import { type SignInNeeds, type Started, startSession } from '../rules.ts'
import { usableLink } from '../usable-link.ts'
import { keepIdToken, returnUriOf } from './id-token.ts'
import { type PersonNeeds, recognise, suspended } from './person.ts'
import type { Bond, OpenIdProvider, VouchedFor } from './provider.ts'
import type { StoredOidcSignIn } from './store.ts'

/** How long somebody may take to sign in at the provider. */
export const OIDC_SIGN_IN_SECONDS = 600

/** Sign-ins under way at a time; whoever begins more only drives out others that began before. */
const MOST_BEGUN = 10_000

export type OidcNeeds = SignInNeeds & PersonNeeds

/** How people may sign in here; of what is set alone, so that no provider is waited for. */
export function signInWays({
  provider,
  hasPasswordSignIn,
}: Pick<SignInNeeds, 'provider' | 'hasPasswordSignIn'>): SignInWays {
  return { password: hasPasswordSignIn, provider: provider && { name: provider.name } }
}

/**
 * Begins a sign-in at the provider.
 *
 * @param browserSecret by which the browser is known when it comes back
 * @param origin scheme, host and port under which people reach the console
 * @returns the address at the provider
 * @throws ServiceError `not-found` without a provider and for a set-up link that cannot be used, `set-up-required`, what
 *   the provider throws
 */
export async function beginOidcSignIn(
  needs: OidcNeeds,
  { now }: Context,
  { returnTo, setUpCode }: BeginOidcInput,
  browserSecret: string,
  origin: string,
): Promise<string> {
  const provider = requireProvider(needs)
  const setUpCodeSha256 = setUpCode === undefined ? null : sha256Hex(setUpCode)
  if (setUpCodeSha256 !== null) await usableLink(needs, setUpCodeSha256, now)
  else if (await needs.users.isEmpty()) throw setUpRequired()
  const begun = { state: newOneTimeValue(needs.random), setUpCodeSha256, returnTo }
  return begin(needs, provider, begun, now, browserSecret, origin)
}

/** What a sign-in begins with. `sessionId`: of the session that it is to make fresh, where it starts none. */
type Begun = Pick<StoredOidcSignIn, 'setUpCodeSha256' | 'returnTo'> & { state: string; sessionId?: string }

/** Keeps a sign-in that begins. @returns the address at the provider */
export async function begin(
  { oidc, cipher, random }: OidcNeeds,
  provider: OpenIdProvider,
  { state, sessionId, ...goingOn }: Begun,
  now: number,
  browserSecret: string,
  origin: string,
): Promise<string> {
  const bond = { state, nonce: newOneTimeValue(random), codeVerifier: newOneTimeValue(random) }
  const url = await provider.signInUrl(returnUriOf(origin), bond, sessionId !== undefined)
  const stateSha256 = sha256Hex(state)
  const begun = {
    stateSha256,
    browserSha256: sha256Hex(browserSecret),
    sealedBond: await cipher.seal(JSON.stringify({ ...bond, sessionId }), contextOf(stateSha256)),
    ...goingOn,
    expiresAt: now + OIDC_SIGN_IN_SECONDS * 1000,
  }
  await oidc.begin(begun, MOST_BEGUN)
  return url
}

/**
 * Starts a session for whom the provider vouches.
 *
 * @param answer the query that the provider added to our address
 * @param browserSecret as of `beginOidcSignIn`; undefined when the browser sends none
 * @throws ServiceError `sign-in-out-of-date` for an answer to nothing that has begun in this browser, what `recognise` and
 *   the provider throw
 */
export async function finishOidcSignIn(
  needs: OidcNeeds,
  context: Context,
  answer: string,
  browserSecret: string | undefined,
  origin: string,
): Promise<{ started: Started; returnTo: string; hasLostRoles: boolean }> {
  const provider = requireProvider(needs)
  const begun = await takeBegun(needs, context, answer, browserSecret)
  try {
    return await finish(needs, context, provider, begun, answerAt(origin, answer))
  } catch (error) {
    if (error instanceof ServiceError) {
      const record = auditRecord(
        needs,
        context,
        'session.refused',
        'unknown',
        { code: error.code },
        'refused',
      )
      await needs.refusals.record(record)
    }
    throw error
  }
}

async function finish(
  needs: OidcNeeds,
  context: Context,
  provider: OpenIdProvider,
  begun: StoredOidcSignIn,
  answer: URL,
) {
  const { setUpCodeSha256, returnTo } = begun
  const { sessionId, ...bond } = await bondOf(needs, begun)
  if (sessionId !== undefined) throw outOfDate()
  const vouched = await provider.vouchedFor(answer, bond)
  const { user, identity, hasLostRoles } = await recognise(needs, context, provider, vouched, setUpCodeSha256)
  const authenticatedAt = authenticationOf(context, vouched)
  const started = await startSession(needs, context, user, identity, 'oidc', authenticatedAt)
  // The account was taken from them meanwhile, or somebody suspended them.
  if (started === undefined) throw (await needs.users.find(user.id))?.suspended ? suspended() : outOfDate()
  await keepIdToken(needs, provider, started.signedIn.session.id, vouched.idToken)
  return { started, returnTo, hasLostRoles }
}

/** When somebody proved who they are, by the clock of this service; 0, which is never fresh, where the provider does not say. */
export const authenticationOf = ({ now }: Context, { authenticatedSecondsAgo }: VouchedFor): number =>
  authenticatedSecondsAgo === null ? 0 : now - authenticatedSecondsAgo * 1000

export async function takeBegun(
  { oidc }: OidcNeeds,
  { now }: Context,
  answer: string,
  browserSecret: string | undefined,
): Promise<StoredOidcSignIn> {
  const state = new URLSearchParams(answer).get('state')
  if (state === null || browserSecret === undefined) throw outOfDate()
  const begun = await oidc.take({
    stateSha256: sha256Hex(state),
    browserSha256: sha256Hex(browserSecret),
  })
  if (begun === undefined || now >= begun.expiresAt) throw outOfDate()
  return begun
}

const StoredBond = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    state: v.string(),
    nonce: v.string(),
    codeVerifier: v.string(),
    sessionId: v.optional(v.string()),
  } satisfies Record<keyof Bond | 'sessionId', unknown>),
)

/** What a sign-in at the provider is bound to, and the session that it is to make fresh. */
export const bondOf = async (
  { cipher }: Pick<OidcNeeds, 'cipher'>,
  { stateSha256, sealedBond }: StoredOidcSignIn,
) => v.parse(StoredBond, await cipher.open(sealedBond, contextOf(stateSha256)))

export function answerAt(origin: string, answer: string): URL {
  const url = new URL(returnUriOf(origin))
  url.search = answer
  return url
}

export function requireProvider({ provider }: OidcNeeds): OpenIdProvider {
  if (provider === null) throw new ServiceError('not-found', 'No sign-in provider is set up here.')
  return provider
}

const setUpRequired = () =>
  new ServiceError(
    'set-up-required',
    'Nobody has set this service up yet. Open the link that its start printed.',
  )

export const outOfDate = () =>
  new ServiceError(
    'sign-in-out-of-date',
    'This sign-in was finished already, took more than ten minutes, or began in another browser. Sign in anew.',
  )

const contextOf = (stateSha256: string) => `oidc-sign-in ${stateSha256}`
