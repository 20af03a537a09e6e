import { type AuthorizationToken, generateToken, getToken } from '#contract/profile-auth.ts'
import { etagOf } from '../http/etag.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { generateToken as generate } from './generate-token.ts'
import { type TokenNeeds, viewToken } from './rules.ts'

export function serveProfileAuth(admin: FamilyApp, needs: TokenNeeds) {
  serve(admin, getToken, async (context, { query }) =>
    answer(await viewToken(needs, context, query.authorizationScope)),
  )
  serve(admin, generateToken, async (context, { query, headers, body }) =>
    answer(await generate(needs, context, query.authorizationScope, body, headers)),
  )
}

const answer = (token: AuthorizationToken) => new Answer(token, { ETag: etagOf(token.id) })
