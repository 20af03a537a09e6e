import { getWaysToSignInAgain, signInAgain } from '#contract/fresh-sign-in.ts'
import { describeSetUpLink, setUp } from '#contract/set-up.ts'
import { type AccessToken, getAccessToken, getSession, signIn, signOut } from '#contract/sign-in.ts'
import { revokeSessions } from '#contract/users.ts'
import type { Context } from '../context.ts'
import { originOf, requireSameOrigin } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { deviceProofIn, givingDevice } from './device-cookie.ts'
import * as fresh from './fresh.ts'
import { giveSession, shownSession } from './give-session.ts'
import { newDeviceProof } from './known-device.ts'
import * as rules from './rules.ts'
import { givingSession, takingSession } from './session-cookie.ts'
import * as setUpRules from './set-up.ts'

type Needs = rules.SignInNeeds & setUpRules.SetUpNeeds

/** The ways to get a session, and to lose it. */
export function serveSignIn(console: FamilyApp, needs: Needs) {
  serve(console, signIn, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const proof = deviceProofIn(context, request)
    const started = await rules.signIn(needs, context, body, request.signal, proof)
    return signedInHere(needs, context, request, started)
  })
  serve(console, getAccessToken, async (context, { body }, request) => {
    const { secret, signedIn } = await rules.signIn(needs, context, body, request.signal)
    const expiresIn = Math.floor((signedIn.session.expiresAt - context.now) / 1000)
    return { accessToken: secret, tokenType: 'bearer', expiresIn } satisfies AccessToken
  })
  serve(console, describeSetUpLink, (context, { body }) =>
    setUpRules.describeSetUpLink(needs, context, body.code),
  )
  serve(console, setUp, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const started = await setUpRules.setUp(needs, context, body, request.signal)
    return signedInHere(needs, context, request, started)
  })
  serve(console, getSession, (context, _received, request) =>
    shownSession(needs, context.actor, context, request),
  )
  serve(console, getWaysToSignInAgain, (context) => fresh.waysToSignInAgain(needs, context))
  serve(console, signInAgain, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const given = { deviceProof: deviceProofIn(context, request), signal: request.signal }
    const { secret, signedIn } = await fresh.signInAgain(needs, context, body, given)
    return new Answer(await shownSession(needs, signedIn, context, request), {
      'Set-Cookie': givingSession(context, request, secret),
    })
  })
  serve(console, signOut, async (context, _received, request) => {
    const providerUrl = await rules.signOut(needs, context, originOf(context.client, request))
    // What pages showed goes, also from the cache that the back button uses. Not "storage", which holds only the theme
    // and the language, nor "cookies", which would take those of the other hosts of the domain as well.
    return new Answer(
      { providerUrl },
      {
        'Set-Cookie': takingSession(context, request),
        'Clear-Site-Data': '"cache"',
      },
    )
  })
  serve(console, revokeSessions, (context, { path }) => rules.revokeSessions(needs, context, path.userId))
}

/** Gives a browser the session, and has it remember that its person signed in here. */
async function signedInHere(needs: Needs, context: Context, request: Request, started: rules.Started) {
  const { session, cookie } = await giveSession(needs, context, request, started)
  const proof = await newDeviceProof(needs, started.verified)
  return new Answer(session, { 'Set-Cookie': [cookie, givingDevice(context, request, proof)] })
}
