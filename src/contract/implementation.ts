import * as v from 'valibot'
import { TokenSummary } from './profile-auth.ts'
import { Session } from './session.ts'

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
    /** Null while nothing was ever changed. */
    changedAt: v.nullable(v.string()),
    changedBy: v.nullable(v.string()),
  }),
  /** Null while no profile API token was ever generated. */
  token: v.nullable(TokenSummary),
  session: Session,
})
export type Implementation = v.InferOutput<typeof Implementation>
