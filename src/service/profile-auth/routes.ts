import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { ADMIN_MEDIA_TYPE } from '#contract/admin-api.ts'
import { paths } from '#contract/paths.ts'
import { AuthorizationScope, GenerateTokenInput, type AuthorizationToken } from '#contract/profile-auth.ts'
import type { AdminEnv } from '../admin-family.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { etagOf } from '../etag.ts'
import { parsedBody } from '../input.ts'
import { generateToken, viewToken } from './rules.ts'

export function profileAuthRoutes(deps: Deps) {
  return new Hono<AdminEnv>()
    .get(paths.authenticationToken, async (c) =>
      answer(await viewToken(deps, c.var.signedIn, scopeOf(c)), 200),
    )
    .post(paths.authenticationToken, async (c) => {
      const scope = scopeOf(c)
      const input = await parsedBody(c.req.raw, GenerateTokenInput, {})
      const expected = { ifMatch: c.req.header('If-Match'), ifNoneMatch: c.req.header('If-None-Match') }
      return answer(await generateToken(deps, c.var.signedIn, scope, input, expected), 201)
    })
}

/** `authorizationScope`, or its older spelling `scope` (wire fact A8). */
function scopeOf(c: Context): AuthorizationScope {
  const given = c.req.query('authorizationScope') ?? c.req.query('scope')
  const scope = v.safeParse(AuthorizationScope, given)
  if (scope.success) return scope.output
  const problem = given === undefined ? 'is missing' : 'is not known'
  throw new ServiceError(
    'invalid-request',
    `authorizationScope ${problem}; it is one of ${AuthorizationScope.options.join(', ')}.`,
  )
}

function answer(token: AuthorizationToken, status: 200 | 201): Response {
  return Response.json(token, {
    status,
    headers: { 'Content-Type': ADMIN_MEDIA_TYPE, ETag: etagOf(token.id) },
  })
}
