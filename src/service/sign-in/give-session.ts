import type { Context, SignedIn } from '../context.ts'
import { isHttps } from '../http/origin.ts'
import { endFormerSession, sessionOf, type SignInNeeds, type Started } from './rules.ts'
import { givingSession, sessionSecretsIn } from './session-cookie.ts'

/** What the session endpoint answers to that request. */
export const shownSession = (
  needs: Pick<SignInNeeds, 'workspaces'>,
  signedIn: SignedIn,
  { client }: Context,
  request: Request,
) => sessionOf(needs, signedIn, client, isHttps(client, request))

/** Gives a browser the session that was started, in the place of one that it still had. */
export async function giveSession(
  needs: Pick<SignInNeeds, 'sessions' | 'workspaces' | 'random'>,
  context: Context,
  request: Request,
  { secret, signedIn }: Started,
) {
  await endFormerSession(needs, context, sessionSecretsIn(context, request))
  return {
    session: await shownSession(needs, signedIn, context, request),
    cookie: givingSession(context, request, secret),
  }
}
