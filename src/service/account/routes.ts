import { changeName, changePassword, endOtherSessions, endOwnSession, getAccount } from '#contract/account.ts'
import { requireSameOrigin } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { deviceProofIn, givingDevice } from '../sign-in/device-cookie.ts'
import { shownSession } from '../sign-in/give-session.ts'
import { newDeviceProof } from '../sign-in/known-device.ts'
import { givingSession } from '../sign-in/session-cookie.ts'
import type { WorkspaceStore } from '../workspaces/store.ts'
import * as rules from './rules.ts'

type Needs = rules.AccountNeeds & { workspaces: WorkspaceStore }

/** What people do about their own account. */
export function serveAccount(console: FamilyApp, needs: Needs) {
  serve(console, getAccount, (context) => rules.getAccount(needs, context))
  serve(console, changeName, async (context, { body }, request) =>
    shownSession(needs, await rules.changeName(needs, context, body.name), context, request),
  )
  serve(console, changePassword, async (context, { body }, request) => {
    requireSameOrigin(context.client, request)
    const given = { deviceProof: deviceProofIn(context, request), signal: request.signal }
    const { secret, signedIn, verified } = await rules.changePassword(needs, context, body, given)
    // The device was known by the password of before.
    const proof = await newDeviceProof(needs, verified)
    return new Answer(await shownSession(needs, signedIn, context, request), {
      'Set-Cookie': [givingSession(context, request, secret), givingDevice(context, request, proof)],
    })
  })
  serve(console, endOwnSession, (context, { path }) => rules.endOwnSession(needs, context, path.sessionId))
  serve(console, endOtherSessions, (context) => rules.endOtherSessions(needs, context))
}
