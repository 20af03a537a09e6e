import { SIGNING_IN_AGAIN } from '#contract/fresh-sign-in.ts'
import { auditRecord } from '../../audit/record.ts'
import type { SignedInContext } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { type FreshSignInNeeds, isFresh } from '../../fresh-sign-in.ts'
import { newOneTimeValue } from '../../secrets.ts'
import { renewSession } from '../fresh.ts'
import type { Started } from '../rules.ts'
import { keepIdToken } from './id-token.ts'
import { recogniseAgain } from './person.ts'
import type { OpenIdProvider, VouchedFor } from './provider.ts'
import {
  answerAt,
  authenticationOf,
  begin,
  bondOf,
  type OidcNeeds,
  outOfDate,
  requireProvider,
  takeBegun,
} from './rules.ts'

/**
 * Begins to sign in again at the provider, which asks the person who they are though it knows them.
 *
 * @param browserSecret, origin as of `beginOidcSignIn`
 * @returns the address at the provider
 * @throws ServiceError `not-found` for someone who does not sign in there, what the provider throws
 */
export async function startSigningInAgainAtProvider(
  needs: OidcNeeds,
  { actor: { user, session }, now }: SignedInContext,
  browserSecret: string,
  origin: string,
): Promise<string> {
  const provider = requireProvider(needs)
  const own = await needs.identities.listOf(user.id)
  if (!own.some(({ kind, issuer }) => kind === 'oidc' && issuer === provider.issuer)) {
    throw new ServiceError('not-found', 'You have no account at the sign-in provider that is known here.')
  }
  const state = SIGNING_IN_AGAIN + newOneTimeValue(needs.random)
  const begun = { state, sessionId: session.id, setUpCodeSha256: null, returnTo: '/' }
  return begin(needs, provider, begun, now, browserSecret, origin)
}

/**
 * The person who is signed in has signed in at the provider again; their session goes on, with another secret in the place of
 * its own and with what the provider gives them now.
 *
 * @param answer, browserSecret, origin as of `finishOidcSignIn`
 * @throws ServiceError `sign-in-out-of-date` for an answer to nothing that has begun in this session and browser,
 *   `another-account`, `provider-not-fresh` where the provider has asked for nothing lately, `no-role`, `signed-out`, what the
 *   provider throws
 */
export async function signInAgainAtProvider(
  needs: OidcNeeds & FreshSignInNeeds,
  context: SignedInContext,
  answer: string,
  browserSecret: string | undefined,
  origin: string,
): Promise<Started> {
  const provider = requireProvider(needs)
  try {
    const begun = await takeBegun(needs, context, answer, browserSecret)
    const { sessionId, ...bond } = await bondOf(needs, begun)
    if (sessionId !== context.actor.session.id) throw outOfDate()
    return await renew(needs, context, provider, await provider.vouchedFor(answerAt(origin, answer), bond))
  } catch (error) {
    if (error instanceof ServiceError) {
      const { id } = context.actor.user
      const detail = { method: 'oidc' } as const
      await needs.refusals.record(
        auditRecord(needs, context, 'session.renewal-refused', id, detail, 'refused'),
      )
    }
    throw error
  }
}

async function renew(
  needs: OidcNeeds & FreshSignInNeeds,
  context: SignedInContext,
  provider: OpenIdProvider,
  vouched: VouchedFor,
): Promise<Started> {
  const authenticatedAt = authenticationOf(context, vouched)
  const { held, identity } = await recogniseAgain(needs, context, provider, vouched)
  if (!isFresh(needs, authenticatedAt, context.now)) {
    throw new ServiceError(
      'provider-not-fresh',
      'The sign-in provider does not say that you have just signed in there.',
    )
  }
  const actor = { ...context.actor, user: { ...context.actor.user, ...held } }
  const renewed = await renewSession(needs, { ...context, actor }, identity, 'oidc', authenticatedAt)
  await keepIdToken(needs, provider, actor.session.id, vouched.idToken)
  return renewed
}
