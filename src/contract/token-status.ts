import * as v from 'valibot'
import { operation } from './operation.ts'

/** What a token is worth: RFC 7662 section 2.2, `exp` and `iat` in seconds since 1970, and the seconds it has left. */
export const TokenStatus = v.variant('active', [
  v.object({ active: v.literal(false) }),
  v.object({
    active: v.literal(true),
    scope: v.literal('profile_api'),
    client_id: v.string(),
    token_type: v.literal('bearer'),
    exp: v.number(),
    iat: v.number(),
    secondsLeft: v.number(),
  }),
])
export type TokenStatus = v.InferOutput<typeof TokenStatus>

export const getTokenStatus = operation({
  id: 'getTokenStatus',
  family: 'console',
  method: 'GET',
  path: '/console/v1/token-status',
  summary: 'Whether the token that is sent works, and for how long',
  description:
    'For whoever runs a job: send the profile authentication token. It counts as no use of the token. Source: RFC 7662.',
  permission: 'shown-token',
  status: 200,
  output: TokenStatus,
  refusals: ['too-many-requests'],
})
