import type { SignInInput } from '#contract/second-step.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { StoredIdentity, StoredUser } from '../users/store.ts'
import { withPassword } from './password-proof.ts'
import {
  recordRefusal,
  requirePasswordSignIn,
  type SignInNeeds,
  type Started,
  startSession,
} from './rules.ts'
import {
  type Asked,
  type SecondStepNeeds,
  secondStepOf,
  type SigningBrowser,
  startOrAsk,
} from './second-step.ts'

type Needs = SignInNeeds & SecondStepNeeds

/**
 * Starts a session for whoever knows e-mail and password, or has them wait for their second step. Unknown e-mail, wrong
 * password and a person who has not used their set-up link yet get the same answer in the same time.
 *
 * @param signal aborted when whoever asked has gone
 * @throws ServiceError `sign-in-refused`, `password-sign-in-off`, `provider-sign-in-only`; `too-many-requests`, or `unavailable` where too many wait, with Retry-After in
 *   seconds
 */
export function signIn(
  needs: Needs,
  context: Context,
  input: SignInInput,
  signal: AbortSignal,
  { relyingParty, deviceProof }: Pick<SigningBrowser, 'relyingParty' | 'deviceProof'>,
): Promise<Started | Asked> {
  return byPassword(needs, context, { ...input, signal, deviceProof }, (user, verified) =>
    startOrAsk(needs, context, user, verified, relyingParty),
  )
}

/**
 * Starts a session for a script of someone whose password is all that they need.
 *
 * @param signal as of `signIn`
 * @throws ServiceError `second-step-required`, and as of `signIn`
 */
export function getAccessToken(
  needs: Needs,
  context: Context,
  input: SignInInput,
  signal: AbortSignal,
): Promise<Started> {
  return byPassword(needs, context, { ...input, signal, deviceProof: undefined }, async (user, verified) => {
    if ((await secondStepOf(needs, user)) === null) {
      return startSession(needs, context, user, verified, 'password')
    }
    await recordRefusal(needs, context, user.id)
    throw new ServiceError(
      'second-step-required',
      'This person signs in with a passkey, which a script cannot use. Give the script a person of its own, without one.',
    )
  })
}

async function byPassword<Begun extends Started | Asked>(
  needs: Needs,
  context: Context,
  given: SignInInput & { signal: AbortSignal; deviceProof: string | undefined },
  begin: (user: StoredUser, verified: StoredIdentity) => Promise<Begun | undefined>,
): Promise<Begun> {
  requirePasswordSignIn(needs)
  const user = await needs.users.findByEmail(given.email)
  const begun = await withPassword(
    needs,
    context,
    { ...given, user },
    async (verified) => user && begin(user, verified),
    // A password that someone else knows as well is tried no more often than a wrong one, until a second step follows.
    (done) => 'signedIn' in done,
  )
  if (begun !== undefined) return begun
  await recordRefusal(needs, context, user?.id)
  throw new ServiceError('sign-in-refused', 'This e-mail and password do not match.')
}
