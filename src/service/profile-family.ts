import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { fillPath, paths } from '#contract/paths.ts'
import type { Bindings, Deps } from './deps.ts'
import { ServiceError, serviceErrorOf } from './errors.ts'
import { admit, AuthorizationRefusal } from './profiles/enforcement.ts'
import { batchRoutes, profileRoutes } from './profiles/routes.ts'
import { xmlRefusal } from './profiles/xml.ts'
import { withoutNul } from './without-nul.ts'

export type ProfileEnv = { Bindings: Bindings; Variables: { requestId: string } }

/** Some connectors send the documentation's placeholder as it is printed; it stands for our client (wire fact D33). */
const LITERAL_UPDATE_PATH = fillPath(paths.profileUpdate, { client: 'client' })

/** Adobe Target's Profile API: bulk updates under `/m2` answer XML, reads under `/rest` JSON (wire facts D7 to D38). */
export function profileFamily(deps: Deps) {
  const family = new Hono<ProfileEnv>()
  family.route('/', bulkFamily(deps)).route('/', readFamily(deps))
  return family
}

function bulkFamily(deps: Deps) {
  const family = new Hono<ProfileEnv>()
  family.use(
    '/m2/:client/*',
    ofOurClient(deps, (c) =>
      c.req.path === LITERAL_UPDATE_PATH ? deps.account.clientCode : c.req.param('client'),
    ),
    admitted(deps),
    withoutNul,
  )
  family.route('/', batchRoutes(deps))
  family.all('/m2/*', noSuchAddress)
  family.onError((error) => refused(error, xmlRefusal))
  return family
}

function readFamily(deps: Deps) {
  const family = new Hono<ProfileEnv>()
  family.use(
    '/rest/v1/profiles/*',
    ofOurClient(deps, (c) => c.req.query('client')),
    admitted(deps),
    withoutNul,
  )
  family.route('/', profileRoutes(deps))
  family.all('/rest/*', noSuchAddress)
  family.onError((error) => refused(error, restRefusal))
  return family
}

const ofOurClient =
  (deps: Deps, named: (c: Context) => string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const client = named(c)
    if (client === undefined)
      throw new ServiceError('invalid-request', 'client is missing: add ?client= and the client code.')
    if (client !== deps.account.clientCode) {
      throw new ServiceError(
        'not-found',
        'There is no such client here. Administration > Implementation shows the client code.',
      )
    }
    await next()
    c.header('Cache-Control', 'no-store')
  }

/** Judges the call before anything of its body is read, so that a refusal costs the caller no upload. */
const admitted =
  (deps: Deps): MiddlewareHandler<ProfileEnv> =>
  async (c, next) => {
    await admit(deps, c.req.header('Authorization'), c.req.query('access_token') !== undefined)
    await next()
  }

const noSuchAddress = () => {
  throw new ServiceError('not-found', 'The profile API has no such resource or method.')
}

function refused(error: unknown, answer: (message: string, status: number) => Response): Response {
  if (error instanceof AuthorizationRefusal) {
    const response = answer(`${error.message}.`, error.status)
    response.headers.set('WWW-Authenticate', error.challenge)
    return response
  }
  const { message, status, headers } = serviceErrorOf(error)
  const response = answer(message, status)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** The error body of reads, blanks around the colons as Adobe prints them (wire fact D38). */
function restRefusal(message: string, status: number): Response {
  return new Response(`{"status" : ${status}, "message" : ${JSON.stringify(message)}}`, {
    status,
    headers: { 'Content-Type': 'application/json' },
  })
}
