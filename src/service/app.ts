import { Hono, type Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import { paths } from '#contract/paths.ts'
import { adminFamily } from './admin-family.ts'
import { consoleFamily } from './console-family.ts'
import type { Bindings, Deps } from './deps.ts'
import { ServiceError } from './errors.ts'
import { openApiDocument } from './openapi/document.ts'
import { profileFamily } from './profile-family.ts'
import { newId } from './secrets.ts'

/**
 * The whole service as one function of a request: the three families of the API over the given stores. It listens
 * nowhere; the Node server and the mock in the browser both call its `fetch`.
 */
export function createApp(deps: Deps) {
  const app = new Hono<{ Bindings: Bindings; Variables: { requestId: string } }>()
  app.use(async (c, next) => {
    const startedAtMs = performance.now()
    const requestId = newId(deps.random)
    c.set('requestId', requestId)
    await next()
    c.header('X-Request-Id', requestId)
    deps.log({
      requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      durationMs: performance.now() - startedAtMs,
      ...faultOf(c.error),
    })
  })
  app.get(paths.openApi, (c) => c.json(openApiDocument()))
  app.route('/', consoleFamily(deps)).route('/', profileFamily(deps)).route('/', adminFamily(deps))
  return app
}

/** The pattern that the request matched; a middleware's wildcard says less than the address it guards. */
function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '*'
}

function faultOf(error: Error | undefined): { error?: unknown } {
  if (error === undefined || error.name === 'AuthorizationRefusal') return {}
  if (!(error instanceof ServiceError)) return { error }
  return error.cause === undefined ? {} : { error: error.cause }
}
