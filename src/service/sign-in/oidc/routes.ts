import { beginOidcSignIn, finishOidcSignIn, getSignInWays } from '#contract/oidc.ts'
import type { Context } from '../../context.ts'
import { withinLimit } from '../../http/limits.ts'
import { originOf, requireSameOrigin } from '../../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../../http/serve.ts'
import type { CallLimiter } from '../../ports.ts'
import { newOneTimeValue } from '../../secrets.ts'
import { giveSession } from '../give-session.ts'
import { browserSecretIn, givingBrowserCookie } from './browser-cookie.ts'
import * as rules from './rules.ts'

type Needs = rules.OidcNeeds & { providerSignIns: CallLimiter }

/** The ways to sign in, and the one by the company's OpenID Connect provider. */
export function serveOidc(console: FamilyApp, needs: Needs) {
  const bounded = <Done>(context: Context, work: () => Promise<Done>) =>
    withinLimit(needs.providerSignIns, 'sign-ins at the provider', context, work)

  serve(console, getSignInWays, async () => rules.signInWays(needs))
  serve(console, beginOidcSignIn, (context, { body }, request) =>
    bounded(context, async () => {
      requireSameOrigin(context.client, request)
      // The one that the browser has, so that a sign-in in another tab can still be finished.
      const browserSecret = browserSecretIn(context, request) ?? newOneTimeValue(needs.random)
      const origin = originOf(context.client, request)
      const url = await rules.beginOidcSignIn(needs, context, body, browserSecret, origin)
      return new Answer(
        { url },
        { 'Set-Cookie': givingBrowserCookie(context, request, browserSecret, rules.OIDC_SIGN_IN_SECONDS) },
      )
    }),
  )
  serve(console, finishOidcSignIn, (context, { body }, request) =>
    bounded(context, async () => {
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
