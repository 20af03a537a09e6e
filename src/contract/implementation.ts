import * as v from 'valibot'
import { CallersSummary } from './caller-outline.ts'
import { operation } from './operation.ts'
import { TokenSummary } from './profile-auth.ts'
import { RefusedSinceChange } from './refused-calls.ts'
import { Session } from './sign-in.ts'

/** The tokens beside the one that is shown, as far as they say what state rotation is in. */
export const OldTokens = v.object({
  /** Replaced ones that still work, the one that ends first before the others. */
  working: v.array(v.object({ id: v.string(), lastFour: v.string(), worksUntil: v.string() })),
  /** How many others could be let work again. */
  overCount: v.number(),
})
export type OldTokens = v.InferOutput<typeof OldTokens>

/** All that Administration > Implementation shows, in one answer and without the secret. */
export const Implementation = v.object({
  account: v.object({
    clientCode: v.string(),
    tenant: v.string(),
    /** Null where the operator has set none. */
    imsOrgId: v.nullable(v.string()),
    /** Where the jobs reach the profile API, without a slash at the end. */
    profileApiUrl: v.string(),
  }),
  settings: v.object({
    enableProfileApiAuthentication: v.boolean(),
    /** What to send as `If-Match` with a change that builds on this answer. */
    etag: v.string(),
    /** When the switch was last turned, and by whom; null while nobody has. */
    changedAt: v.nullable(v.string()),
    changedBy: v.nullable(v.string()),
  }),
  /** Null while no profile API token was ever generated, and when the newest was ended by hand. */
  token: v.nullable(TokenSummary),
  oldTokens: OldTokens,
  /** Longest lifetime of a new token that the operator allows. */
  maxTokenLifetimeSeconds: v.number(),
  /** Null for those who may not see callers. */
  callers: v.nullable(CallersSummary),
  /** Null for them too, and when no calls are. */
  refused: v.nullable(RefusedSinceChange),
  session: Session,
})
export type Implementation = v.InferOutput<typeof Implementation>

export const getImplementation = operation({
  id: 'getImplementation',
  family: 'console',
  method: 'GET',
  path: '/console/v1/implementation',
  summary: 'All that Administration > Implementation shows',
  description:
    'The switch, what may be known of the token without the secret, who calls, what is refused since a change, the account, and who is signed in.',
  permission: 'settings.view',
  status: 200,
  output: Implementation,
  refusals: [],
})
