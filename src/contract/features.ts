import * as account from './account.ts'
import * as audit from './audit.ts'
import * as batches from './batches.ts'
import * as callers from './callers.ts'
import * as cspReports from './csp-reports.ts'
import * as errors from './errors.ts'
import * as freshSignIn from './fresh-sign-in.ts'
import * as implementation from './implementation.ts'
import * as invitations from './invitations.ts'
import * as languages from './languages.ts'
import * as noticeDeliveries from './notice-deliveries.ts'
import * as noticeTargets from './notice-targets.ts'
import * as notices from './notices.ts'
import * as oidc from './oidc.ts'
import type { Operation } from './operation.ts'
import * as passkeys from './passkeys.ts'
import * as profileAuth from './profile-auth.ts'
import * as profiles from './profiles.ts'
import * as refusedCalls from './refused-calls.ts'
import * as roles from './roles.ts'
import * as rotation from './rotation.ts'
import * as secondStep from './second-step.ts'
import * as setUp from './set-up.ts'
import * as settings from './settings.ts'
import * as signIn from './sign-in.ts'
import * as tokenCheck from './token-check.ts'
import * as tokenStatus from './token-status.ts'
import * as users from './users.ts'
import * as webauthn from './webauthn.ts'
import * as workspaces from './workspaces.ts'

/** The whole contract, for whatever speaks of all of it: the OpenAPI document and the check of answers in tests. */
export const features = [
  settings,
  profileAuth,
  rotation,
  tokenStatus,
  tokenCheck,
  batches,
  profiles,
  signIn,
  freshSignIn,
  account,
  setUp,
  oidc,
  secondStep,
  passkeys,
  webauthn,
  implementation,
  callers,
  refusedCalls,
  notices,
  noticeDeliveries,
  noticeTargets,
  languages,
  users,
  invitations,
  workspaces,
  audit,
  cspReports,
  roles,
  errors,
]

/** Every operation of the service. */
export const operations: Operation[] = features.flatMap((feature) =>
  Object.values<unknown>(feature).filter(isOperation),
)

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'family' in value && 'refusals' in value
}
