import { Hono, type Context as Call } from 'hono'
import { matchedRoutes } from 'hono/route'
import { serveAccount } from './account/routes.ts'
import type { AuditChainCheck } from './audit/chain-check.ts'
import type { RefusalTrace } from './audit/refusals.ts'
import { serveAudit } from './audit-log/routes.ts'
import { serveTokenStatus } from './access/routes.ts'
import { serveBatches, serveBatchViews, serveSending } from './batches/routes.ts'
import type { CallObserver } from './callers/observer.ts'
import { serveCallers } from './callers/routes.ts'
import type { Client } from './context.ts'
import { serveCspReports } from './csp-reports/routes.ts'
import { ServiceError } from './errors.ts'
import { adminFamily } from './families/admin.ts'
import { consoleFamily } from './families/console.ts'
import { profileFamily } from './families/profile.ts'
import { serveHealth } from './health/routes.ts'
import { AddressRouter } from './http/address-router.ts'
import { say, sayWhereUnsaid } from './http/answer.ts'
import type { ServiceEnv } from './http/env.ts'
import { onlyRead } from './http/methods.ts'
import { serveNothingElse } from './http/serve.ts'
import { serveImplementation } from './implementation/routes.ts'
import { serveNotices } from './notices/routes.ts'
import { openApiText } from './openapi/document.ts'
import { servePasskeys } from './passkeys/routes.ts'
import type { Machine } from './ports.ts'
import { serveProfileAuth } from './profile-auth/routes.ts'
import { serveLookUp, serveProfiles } from './profiles/routes.ts'
import { serveRotation } from './rotation/routes.ts'
import { newId } from './secrets.ts'
import { serveSettings } from './settings/routes.ts'
import type { OpenIdProvider } from './sign-in/oidc/provider.ts'
import { serveOidc } from './sign-in/oidc/routes.ts'
import { serveSignIn } from './sign-in/routes.ts'
import type { SecondStepSetting } from './sign-in/second-step-setting.ts'
import type { Stores } from './stores.ts'
import { serveTokenCheck } from './token-check/routes.ts'
import { serveUsers } from './users/routes.ts'
import { serveWorkspaces } from './workspaces/routes.ts'

/** All that the service needs from outside, each by its name. */
export type Ports = Stores &
  Machine & {
    client: Client
    refusals: RefusalTrace
    auditCheck: AuditChainCheck
    /** How long audit records are kept; 0: for ever. */
    auditKeptDays: number
    /** How long batches, their failures and refused uploads are kept; 0: for ever. */
    batchesKeptDays: number
    /** Counts the calls of the profile API until they are written. */
    observer: CallObserver
    /** The company's OpenID Connect provider; null where there is none. */
    provider: OpenIdProvider | null
    /** Whether people may sign in by a password. */
    hasPasswordSignIn: boolean
    /** Status of a profile API call without a good token: 401 as RFC 6750 says, or 403 as Adobe Target seems to answer. */
    rejectStatus: 401 | 403
    /** Longest lifetime of a new token that the operator allows. */
    maxTokenLifetimeSeconds: number
    /** For how long after a sign-in what takes a fresh one may be done. */
    freshSignInSeconds: number
    /** Of whom the operator requires a second step. */
    secondStep: SecondStepSetting
  }

/**
 * The whole service as one function of a request: the three families of the API over the given ports. It listens
 * nowhere; the Node server and the mock in the browser both call its `fetch`.
 *
 * @param fields what every answer says in its header
 */
export function createApp(ports: Ports, fields: Readonly<Record<string, string>> = {}) {
  const app = new Hono<ServiceEnv>({ router: new AddressRouter() })
  serveHealth(app, ports, fields)
  app.use(async (call, next) => {
    const startedAtMs = performance.now()
    const requestId = newId(ports.random)
    call.set('requestId', requestId)
    say(call, { ...fields, 'X-Request-Id': requestId })
    await next()
    sayWhereUnsaid(call)
    ports.log({
      requestId,
      method: call.req.method,
      route: routeOf(call),
      status: call.res.status,
      durationMs: performance.now() - startedAtMs,
      ...faultOf(call.error),
    })
  })
  app.get('/openapi.json', (call) =>
    call.body(openApiText(), { headers: { 'Content-Type': 'application/json' } }),
  )
  app.all('/openapi.json', onlyRead)

  const [console, profile, admin] = [consoleFamily(ports), profileFamily(ports), adminFamily(ports)]
  serveSignIn(console, ports)
  serveOidc(console, ports)
  serveAccount(console, ports)
  servePasskeys(console, ports)
  serveImplementation(console, ports)
  serveRotation(console, ports)
  serveTokenStatus(console, ports)
  serveTokenCheck(console, ports)
  serveCallers(console, ports)
  serveAudit(console, ports)
  serveNotices(console, ports)
  serveUsers(console, ports)
  serveWorkspaces(console, ports)
  serveCspReports(console, ports)
  serveBatchViews(console, ports)
  serveSending(console, ports)
  serveLookUp(console, ports)
  serveBatches(profile, ports)
  serveProfiles(profile, ports)
  serveSettings(admin, ports)
  serveProfileAuth(admin, ports)
  for (const family of [console, profile, admin]) {
    serveNothingElse(family)
    app.route('/', family.app)
  }
  return app
}

/** The pattern that the request matched; a middleware's wildcard says less than the address it guards. */
function routeOf(call: Call): string {
  return matchedRoutes(call).findLast(({ path }) => !path.includes('*'))?.path ?? '*'
}

function faultOf(error: Error | undefined): { error?: unknown } {
  if (error === undefined) return {}
  if (!(error instanceof ServiceError)) return { error }
  return error.cause === undefined ? {} : { error: error.cause }
}
