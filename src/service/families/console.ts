import { Hono } from 'hono'
import { PROBLEM_MEDIA_TYPE, type Problem } from '#contract/errors.ts'
import { type TraceNeeds, tracing } from '../audit/refused-call.ts'
import { serviceErrorOf } from '../errors.ts'
import type { FreshSignInNeeds } from '../fresh-sign-in.ts'
import { answer } from '../http/answer.ts'
import { anonymousContext } from '../http/entering.ts'
import { isHttpsUntold, refuseOtherSites } from '../http/origin.ts'
import type { ServiceEnv } from '../http/env.ts'
import type { FamilyApp } from '../http/serve.ts'
import { requireTextInAddress } from '../http/text.ts'
import type { Machine } from '../ports.ts'
import { signedInContext, type SessionNeeds } from '../sign-in/session-cookie.ts'

const TITLES: Partial<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

const HTTPS_UNTOLD =
  'People reach the console by https, which PUBLIC_URL does not say: the cookie of their session would also go in clear. Set PUBLIC_URL to the https address.'

type Needs = SessionNeeds & TraceNeeds & FreshSignInNeeds & Pick<Machine, 'warn'>

/** What the console itself needs: JSON, and errors as RFC 9457 problems. */
export function consoleFamily(needs: Needs): FamilyApp {
  const addresses = ['/console/v1/*']
  let hasWarned = false
  return {
    name: 'console',
    addresses,
    app: new Hono<ServiceEnv>(),
    errorAnswer(error, call) {
      const { status, message, code, fields, permission, first, headers } = serviceErrorOf(error)
      const problem: Problem = {
        type: 'about:blank',
        title: TITLES[status] ?? 'Error',
        status,
        detail: message,
        code,
        requestId: call.get('requestId'),
        ...(fields && { fields }),
        ...(permission && { permission }),
        ...(first && { first }),
      }
      return answer(call, JSON.stringify(problem), status, { ...headers, 'Content-Type': PROBLEM_MEDIA_TYPE })
    },
    async enter(call, { permission }) {
      requireTextInAddress(call.req.raw)
      if (!hasWarned && isHttpsUntold(needs.client, call.req.raw)) {
        hasWarned = true
        needs.warn(HTTPS_UNTOLD)
      }
      if (permission !== 'none' && permission !== 'shown-token') return signedInContext(needs, call)
      refuseOtherSites(needs.client, call.req.raw)
      return anonymousContext(needs, call)
    },
    freshSignInSeconds: needs.freshSignInSeconds,
    refused: tracing(needs),
  }
}
