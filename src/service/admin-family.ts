import { Hono, type MiddlewareHandler } from 'hono'
import { ADMIN_MEDIA_TYPE, type ErrorResponse } from '#contract/admin-api.ts'
import { paths } from '#contract/paths.ts'
import type { ErrorCode } from '#contract/problem.ts'
import type { Deps } from './deps.ts'
import { ServiceError, serviceErrorOf } from './errors.ts'
import { limited } from './limited.ts'
import { profileAuthRoutes } from './profile-auth/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { requireSession, type SignedInEnv } from './sign-in/carrier.ts'

export type AdminEnv = SignedInEnv

/** Adobe Target's Admin API: its addresses, media type and error body (wire facts A1 to A15). */
export function adminFamily(deps: Deps) {
  const family = new Hono<AdminEnv>()
  for (const path of [paths.clientSettings, paths.authenticationToken]) {
    family.use(path, privately, negotiated, requireSession(deps), ofOurTenant(deps), limited(deps))
  }
  family.route('/', settingsRoutes(deps)).route('/', profileAuthRoutes(deps))
  family.all('/:tenant/target/*', () => {
    throw new ServiceError('not-found', 'The admin API has no such resource or method.')
  })
  family.onError((error, c) => {
    const refusal = serviceErrorOf(error)
    const body: ErrorResponse = {
      httpStatus: refusal.status,
      requestId: c.var.requestId,
      requestTime: new Date(deps.now()).toISOString(),
      errors: [
        {
          errorCode: errorCodeOf(refusal.code),
          message: refusal.message,
          ...(refusal.first && { meta: { first: refusal.first } }),
        },
      ],
    }
    const challenge = refusal.status === 401 && { 'WWW-Authenticate': 'Bearer realm="admin-api"' }
    const headers = {
      ...refusal.headers,
      ...challenge,
      'Content-Type': ADMIN_MEDIA_TYPE,
      'Cache-Control': 'no-store',
    }
    return Response.json(body, { status: refusal.status, headers })
  })
  return family
}

const privately: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}

/** With a body its Content-Type picks the version, without one Accept does; only version 1 is here (wire fact A9). */
const negotiated: MiddlewareHandler = async (c, next) => {
  const contentType = c.req.header('Content-Type')
  const acceptable =
    c.req.raw.body !== null && contentType !== undefined
      ? isVersionOne(contentType)
      : (c.req.header('Accept') ?? '*/*').split(',').some(isVersionOne)
  if (!acceptable) throw new ServiceError('not-acceptable', 'Unsupported features detected')
  await next()
}

function isVersionOne(mediaRange: string): boolean {
  const mediaType = mediaRange.split(';')[0]?.trim().toLowerCase()
  return [ADMIN_MEDIA_TYPE, 'application/json', 'application/*', '*/*'].includes(mediaType ?? '')
}

const ofOurTenant =
  (deps: Deps): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.param('tenant') !== deps.account.tenant) {
      throw new ServiceError(
        'not-found',
        'There is no such tenant here. Administration > Implementation shows ours.',
      )
    }
    await next()
  }

/** Adobe publishes one code, `Unsupported.Feature`; the others follow its form (wire fact A10). */
function errorCodeOf(code: ErrorCode): string {
  if (code === 'not-acceptable') return 'Unsupported.Feature'
  return code.replaceAll(
    /(^|-)([a-z])/g,
    (_, hyphen: string, letter: string) => (hyphen && '.') + letter.toUpperCase(),
  )
}
