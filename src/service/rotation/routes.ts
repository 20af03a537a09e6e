import { type ChangedToken, endToken, extendToken, listTokens, restoreToken } from '#contract/rotation.ts'
import type { CountNeeds } from '../callers/rules.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'

/** Rotation of profile API tokens: which of them work, and how that changes. */
export function serveRotation(console: FamilyApp, needs: rules.RotationNeeds & CountNeeds) {
  serve(console, listTokens, (context) => rules.listTokens(needs, context))
  serve(console, extendToken, async (context, { path, headers, body }) =>
    answer(await rules.extendToken(needs, context, meant(path, headers), body)),
  )
  serve(console, endToken, async (context, { path, headers, body }) =>
    answer(await rules.endToken(needs, context, meant(path, headers), body)),
  )
  serve(console, restoreToken, async (context, { path, headers }) =>
    answer(await rules.restoreToken(needs, context, meant(path, headers))),
  )
}

const meant = ({ tokenId }: { tokenId: string }, headers: { 'If-Match': string }): rules.Meant => ({
  tokenId,
  ifMatch: headers['If-Match'],
})

const answer = (token: ChangedToken) => new Answer(token, { ETag: token.etag })
