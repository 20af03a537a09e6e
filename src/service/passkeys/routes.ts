import {
  addPasskey,
  listPasskeys,
  makeRecoveryCodes,
  removePasskey,
  renamePasskey,
  resetSecondStep,
  startAddingPasskey,
} from '#contract/passkeys.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import type { UserStore } from '../users/store.ts'
import { relyingPartyOf } from './relying-party.ts'
import * as rules from './rules.ts'

type Needs = rules.PasskeyNeeds & rules.WaysNeeds & { users: UserStore }

/** What people do about their own passkeys, and administrators about those that someone lost. */
export function servePasskeys(console: FamilyApp, needs: Needs) {
  serve(console, listPasskeys, (context, _received, request) =>
    rules.listPasskeys(needs, context, relyingPartyOf(context.client, request)),
  )
  serve(console, startAddingPasskey, (context, _received, request) =>
    rules.startAddingPasskey(needs, context, relyingPartyOf(context.client, request)),
  )
  serve(console, addPasskey, (context, { body }, request) =>
    rules.addPasskey(needs, context, body, relyingPartyOf(context.client, request)),
  )
  serve(console, renamePasskey, (context, { path, body }, request) => {
    const relyingParty = relyingPartyOf(context.client, request)
    return rules.renamePasskey(needs, context, path.passkeyId, body.name, relyingParty)
  })
  serve(console, removePasskey, (context, { path }) => rules.removePasskey(needs, context, path.passkeyId))
  serve(console, makeRecoveryCodes, async (context) => ({
    recoveryCodes: await rules.makeRecoveryCodes(needs, context),
  }))
  serve(console, resetSecondStep, (context, { path }) => rules.resetSecondStep(needs, context, path.userId))
}
