import { endToken, extendToken, type ListedToken, listTokens, restoreToken } from '#contract/rotation.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import * as rotation from './rotation.ts'

/** Rotation of profile API tokens: which of them work, and how that changes. */
export function serveTokens(console: FamilyApp, needs: rotation.RotationNeeds) {
  serve(console, listTokens, (context) => rotation.listTokens(needs, context))
  serve(console, extendToken, async (context, { path, headers, body }) =>
    answer(await rotation.extendToken(needs, context, meant(path, headers), body)),
  )
  serve(console, endToken, async (context, { path, headers, body }) =>
    answer(await rotation.endToken(needs, context, meant(path, headers), body)),
  )
  serve(console, restoreToken, async (context, { path, headers }) =>
    answer(await rotation.restoreToken(needs, context, meant(path, headers))),
  )
}

const meant = ({ tokenId }: { tokenId: string }, headers: { 'If-Match': string }): rotation.Meant => ({
  tokenId,
  ifMatch: headers['If-Match'],
})

const answer = (token: ListedToken) => new Answer(token, { ETag: token.etag })
