import { Hono } from 'hono'
import { PROBLEM_MEDIA_TYPE, type Problem } from '#contract/problem.ts'
import { batchRoutes } from './batches/routes.ts'
import type { Deps } from './deps.ts'
import { ServiceError, serviceErrorOf } from './errors.ts'
import { implementationRoutes } from './implementation/routes.ts'
import { requireSession, type SignedInEnv } from './sign-in/carrier.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { userRoutes } from './users/routes.ts'
import { withoutNul } from './without-nul.ts'

export type ConsoleEnv = SignedInEnv

const TITLES: Partial<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** What the console itself needs: sessions, users and the page's one answer; errors as RFC 9457 problems. */
export function consoleFamily(deps: Deps) {
  const family = new Hono<ConsoleEnv>()
  family.use(
    '/console/v1/*',
    async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    },
    withoutNul,
  )
  family.route('/', signInRoutes(deps))
  family.use('/console/v1/*', requireSession(deps))
  family.route('/', implementationRoutes(deps)).route('/', userRoutes(deps)).route('/', batchRoutes(deps))
  family.all('/console/v1/*', () => {
    throw new ServiceError('not-found', 'The console API has no such resource or method.')
  })
  family.onError((error, c) => {
    const { status, message, code, fields, headers } = serviceErrorOf(error)
    const problem: Problem = {
      type: 'about:blank',
      title: TITLES[status] ?? 'Error',
      status,
      detail: message,
      code,
      requestId: c.var.requestId,
      ...(fields && { fields }),
    }
    return Response.json(problem, { status, headers: { ...headers, 'Content-Type': PROBLEM_MEDIA_TYPE } })
  })
  return family
}
