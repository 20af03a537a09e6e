import { getWaysToSignInAgain, signInAgain } from '#contract/fresh-sign-in.ts'
import { describeSetUpLink, setUp } from '#contract/set-up.ts'
import {
  type AccessToken,
  getAccessToken,
  getSession,
  revokeSessions,
  signIn,
  signOut,
} from '#contract/sign-in.ts'
import type { Context, SignedIn } from '../context.ts'
import { isHttps, requireSameOrigin } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { deviceProofIn, givingDevice } from './device-cookie.ts'
import * as fresh from './fresh.ts'
import { newDeviceProof } from './known-device.ts'
import * as rules from './rules.ts'
import { givingSession, sessionSecretIn, takingSession } from './session-cookie.ts'
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
  serve(console, getSession, async (context, _received, request) => shown(context.actor, context, request))
  serve(console, getWaysToSignInAgain, (context) => fresh.waysToSignInAgain(needs, context))
  serve(console, signInAgain, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const given = { deviceProof: deviceProofIn(context, request), signal: request.signal }
    const { secret, signedIn } = await fresh.signInAgain(needs, context, body, given)
    return new Answer(shown(signedIn, context, request), {
      'Set-Cookie': givingSession(context, request, secret),
    })
  })
  serve(console, signOut, async (context, _received, request) => {
    await rules.signOut(needs, context)
    // What pages showed goes, also from the cache that the back button uses. Not "storage", which holds only the theme
    // and the language, nor "cookies", which would take those of the other hosts of the domain as well.
    return new Answer(undefined, {
      'Set-Cookie': takingSession(context, request),
      'Clear-Site-Data': '"cache"',
    })
  })
  serve(console, revokeSessions, (context, { path }) => rules.revokeSessions(needs, context, path.userId))
}

const shown = (signedIn: SignedIn, { client }: Context, request: Request) =>
  rules.sessionOf(signedIn, client, isHttps(client, request))

/** Gives a browser the session, in the place of one that it still had, and has it remember that this was here. */
async function signedInHere(needs: Needs, context: Context, request: Request, started: rules.Started) {
  await rules.endFormerSession(needs, context, sessionSecretIn(context, request))
  const { secret, signedIn, verified } = started
  const proof = await newDeviceProof(needs, verified)
  return new Answer(shown(signedIn, context, request), {
    'Set-Cookie': [givingSession(context, request, secret), givingDevice(context, request, proof)],
  })
}
