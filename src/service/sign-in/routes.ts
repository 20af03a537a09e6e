import { getWaysToSignInAgain, signInAgain, startSigningInAgain } from '#contract/fresh-sign-in.ts'
import {
  finishSignIn,
  finishSignInWithFirstPasskey,
  signInWithPasskey,
  startPasskeySignIn,
} from '#contract/passkeys.ts'
import { signIn } from '#contract/second-step.ts'
import { describeSetUpLink, setUp } from '#contract/set-up.ts'
import { getSession, signOut } from '#contract/sign-in.ts'
import { type AccessToken, getAccessToken } from '#contract/second-step.ts'
import { revokeSessions } from '#contract/users.ts'
import type { Context } from '../context.ts'
import type { FreshSignInNeeds } from '../fresh-sign-in.ts'
import { originOf, requireSameOrigin } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { relyingPartyOf } from '../passkeys/relying-party.ts'
import * as byPasskey from './by-passkey.ts'
import * as byPassword from './by-password.ts'
import { deviceProofIn, givingDevice } from './device-cookie.ts'
import * as fresh from './fresh.ts'
import { giveSession, shownSession } from './give-session.ts'
import { newDeviceProof } from './known-device.ts'
import { type OidcRouteNeeds, signInAgainAtProvider } from './oidc/routes.ts'
import { givingPending, pendingSecretIn, takingPending } from './pending-cookie.ts'
import * as rules from './rules.ts'
import type { Asked, SigningBrowser } from './second-step.ts'
import { givingSession, takingSession } from './session-cookie.ts'
import * as setUpRules from './set-up.ts'

type Needs = byPasskey.PasskeySignInNeeds & setUpRules.SetUpNeeds & OidcRouteNeeds & FreshSignInNeeds

/** The ways to get a session, and to lose it. */
export function serveSignIn(console: FamilyApp, needs: Needs) {
  serve(console, signIn, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const browser = browserOf(context, request)
    const begun = await byPassword.signIn(needs, context, body, request.signal, browser)
    return begunHere(needs, context, request, begun)
  })
  serve(console, getAccessToken, async (context, { body }, request) => {
    const { secret, signedIn } = await byPassword.getAccessToken(needs, context, body, request.signal)
    const expiresIn = Math.floor((signedIn.session.expiresAt - context.now) / 1000)
    return { accessToken: secret, tokenType: 'bearer', expiresIn } satisfies AccessToken
  })
  serve(console, describeSetUpLink, (context, { body }) =>
    setUpRules.describeSetUpLink(needs, context, body.code),
  )
  serve(console, setUp, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const relyingParty = relyingPartyOf(context.client, request)
    const begun = await setUpRules.setUp(needs, context, body, request.signal, relyingParty)
    return begunHere(needs, context, request, begun)
  })
  serve(console, startPasskeySignIn, async (context, _received, request) => {
    requireSameOrigin(context.client, request)
    const relyingParty = relyingPartyOf(context.client, request)
    const { secret, options } = await byPasskey.startPasskeySignIn(needs, context, relyingParty)
    return new Answer(options, { 'Set-Cookie': givingPending(context, request, secret) })
  })
  serve(console, signInWithPasskey, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const browser = browserOf(context, request)
    const started = await byPasskey.signInWithPasskey(needs, context, browser, body.credential)
    return signedInHere(needs, context, request, started)
  })
  serve(console, finishSignIn, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const browser = browserOf(context, request)
    const started = await byPasskey.finishSignIn(needs, context, browser, body)
    return signedInHere(needs, context, request, started)
  })
  serve(console, finishSignInWithFirstPasskey, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const browser = browserOf(context, request)
    const done = await byPasskey.finishSignInWithFirstPasskey(needs, context, browser, body)
    const { body: session, headers } = await signedInHere(needs, context, request, done.started)
    return new Answer({ session, recoveryCodes: done.recoveryCodes }, headers)
  })
  serve(console, getSession, (context, _received, request) =>
    shownSession(needs, context.actor, context, request),
  )
  serve(console, getWaysToSignInAgain, (context) => fresh.waysToSignInAgain(needs, context))
  serve(console, startSigningInAgain, (context, _received, request) =>
    fresh.startSigningInAgain(needs, context, relyingPartyOf(context.client, request)),
  )
  serve(console, signInAgain, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const given = { ...browserOf(context, request), signal: request.signal }
    const { secret, signedIn } =
      body.method === 'oidc'
        ? await signInAgainAtProvider(needs, context, request, body.answer)
        : await fresh.signInAgain(needs, context, body, given)
    return new Answer(await shownSession(needs, signedIn, context, request), {
      'Set-Cookie': givingSession(context, request, secret),
    })
  })
  serve(console, signOut, async (context, _received, request) => {
    const providerUrl = await rules.signOut(needs, context, originOf(context.client, request))
    // No `Clear-Site-Data`: browsers keep nothing of our answers, and clearing a full cache takes them seconds.
    return new Answer({ providerUrl }, { 'Set-Cookie': takingSession(context, request) })
  })
  serve(console, revokeSessions, (context, { path }) => rules.revokeSessions(needs, context, path.userId))
}

const browserOf = (context: Context, request: Request): SigningBrowser => ({
  relyingParty: relyingPartyOf(context.client, request),
  deviceProof: deviceProofIn(context, request),
  pendingSecret: pendingSecretIn(context, request),
})

/** Gives a browser the session, or what its sign-in goes on by. */
async function begunHere(needs: Needs, context: Context, request: Request, begun: rules.Started | Asked) {
  if ('signedIn' in begun) return signedInHere(needs, context, request, begun)
  const { secret, secondStep } = begun
  return new Answer({ secondStep }, { 'Set-Cookie': givingPending(context, request, secret) })
}

/** Gives a browser the session, and has it remember that its person signed in here. */
async function signedInHere(needs: Needs, context: Context, request: Request, started: rules.Started) {
  const { session, cookie } = await giveSession(needs, context, request, started)
  const proof = await newDeviceProof(needs, started.verified)
  return new Answer(session, {
    'Set-Cookie': [cookie, givingDevice(context, request, proof), takingPending(context, request)],
  })
}
