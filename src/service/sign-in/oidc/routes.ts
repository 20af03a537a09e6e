import { startSigningInAgainAtProvider } from '#contract/fresh-sign-in.ts'
import { beginOidcSignIn, finishOidcSignIn, getSignInWays } from '#contract/oidc.ts'
import type { Context, SignedInContext } from '../../context.ts'
import type { FreshSignInNeeds } from '../../fresh-sign-in.ts'
import { withinLimit } from '../../http/limits.ts'
import { originOf, requireSameOrigin } from '../../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../../http/serve.ts'
import type { CallLimiter } from '../../ports.ts'
import { newOneTimeValue } from '../../secrets.ts'
import { giveSession } from '../give-session.ts'
import * as again from './again.ts'
import { browserSecretIn, givingBrowserCookie } from './browser-cookie.ts'
import * as rules from './rules.ts'

export type OidcRouteNeeds = rules.OidcNeeds & { providerSignIns: CallLimiter }

const bounded = <Done>({ providerSignIns }: OidcRouteNeeds, context: Context, work: () => Promise<Done>) =>
  withinLimit(providerSignIns, 'sign-ins at the provider', context, work)

/** The ways to sign in, and the one by the company's OpenID Connect provider. */
export function serveOidc(console: FamilyApp, needs: OidcRouteNeeds) {
  serve(console, getSignInWays, async () => rules.signInWays(needs))
  serve(console, beginOidcSignIn, (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    return ledToProvider(needs, context, request, (browserSecret, origin) =>
      rules.beginOidcSignIn(needs, context, body, browserSecret, origin),
    )
  })
  serve(console, startSigningInAgainAtProvider, (context, _received, request) => {
    requireSameOrigin(context.client, request)
    return ledToProvider(needs, context, request, (browserSecret, origin) =>
      again.startSigningInAgainAtProvider(needs, context, browserSecret, origin),
    )
  })
  serve(console, finishOidcSignIn, (context, { body }, request) =>
    bounded(needs, context, async () => {
      requireSameOrigin(context.client, request)
      const browserSecret = browserSecretIn(context, request)
      const origin = originOf(context.client, request)
      const { started, returnTo, hasLostRoles } = await rules.finishOidcSignIn(
        needs,
        context,
        body.answer,
        browserSecret,
        origin,
      )
      const { session, cookie } = await giveSession(needs, context, request, started)
      return new Answer(
        { session, returnTo, hasLostRoles },
        { 'Set-Cookie': [cookie, givingBrowserCookie(context, request, '', 0)] },
      )
    }),
  )
}

/** Where a browser goes to, and the cookie by which it is known when it comes back. */
const ledToProvider = (
  needs: OidcRouteNeeds,
  context: Context,
  request: Request,
  begin: (browserSecret: string, origin: string) => Promise<string>,
) =>
  bounded(needs, context, async () => {
    // The one that the browser has, so that a sign-in in another tab can still be finished.
    const browserSecret = browserSecretIn(context, request) ?? newOneTimeValue(needs.random)
    const url = await begin(browserSecret, originOf(context.client, request))
    return new Answer(
      { url },
      { 'Set-Cookie': givingBrowserCookie(context, request, browserSecret, rules.OIDC_SIGN_IN_SECONDS) },
    )
  })

/** Signs somebody in again by what the provider answered. */
export const signInAgainAtProvider = (
  needs: OidcRouteNeeds & FreshSignInNeeds,
  context: SignedInContext,
  request: Request,
  answer: string,
) =>
  bounded(needs, context, () => {
    const origin = originOf(context.client, request)
    return again.signInAgainAtProvider(needs, context, answer, browserSecretIn(context, request), origin)
  })
