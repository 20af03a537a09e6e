import { Hono } from 'hono'
import { adminErrorCodeOf, type ErrorCode, type ErrorResponse } from '#contract/errors.ts'
import { ADMIN_MEDIA_TYPE } from '#contract/operation.ts'
import { type TraceNeeds, tracing } from '../audit/refused-call.ts'
import { ServiceError, serviceErrorOf } from '../errors.ts'
import type { FreshSignInNeeds } from '../fresh-sign-in.ts'
import { answer } from '../http/answer.ts'
import { withinLimit } from '../http/limits.ts'
import type { ServiceEnv } from '../http/env.ts'
import type { FamilyApp } from '../http/serve.ts'
import type { CallLimiter } from '../ports.ts'
import { signedInContext, type SessionNeeds } from '../sign-in/session-cookie.ts'

type Needs = SessionNeeds & TraceNeeds & FreshSignInNeeds & { adminCalls: CallLimiter }

/** Adobe Target's Admin API: its media type, its error body and who may call (wire facts A1 to A15). */
export function adminFamily(needs: Needs): FamilyApp {
  const addresses = ['/:tenant/target/*']
  return {
    name: 'admin',
    addresses,
    app: new Hono<ServiceEnv>(),
    errorAnswer(error, call) {
      const { status, code, message, first, permission, headers } = serviceErrorOf(error)
      const meta = { ...(first && { first }), ...(permission && { permission }) }
      const body: ErrorResponse = {
        httpStatus: status,
        requestId: call.get('requestId'),
        requestTime: new Date(needs.now()).toISOString(),
        errors: [{ errorCode: adminErrorCodeOf(code), message, ...((first || permission) && { meta }) }],
      }
      const challenge = status === 401 && { 'WWW-Authenticate': challengeFor(code, needs) }
      return answer(call, JSON.stringify(body), status, {
        ...headers,
        ...challenge,
        'Content-Type': ADMIN_MEDIA_TYPE,
      })
    },
    async enter(call) {
      requireVersionOne(call.req.raw)
      const context = await signedInContext(needs, call)
      if (call.req.param('tenant') !== needs.client.tenant) {
        throw new ServiceError(
          'not-found',
          'There is no such tenant here. Administration > Implementation shows ours.',
        )
      }
      return context
    },
    freshSignInSeconds: needs.freshSignInSeconds,
    refused: tracing(needs),
    bounded: (context, work) => withinLimit(needs.adminCalls, 'calls of the admin API', context, work),
  }
}

/** Of an access token that is too old for what was asked, as RFC 9470 says it. */
const challengeFor = (code: ErrorCode, { freshSignInSeconds }: FreshSignInNeeds) =>
  code === 'fresh-sign-in-required'
    ? `Bearer realm="admin-api", error="insufficient_user_authentication", error_description="A fresh sign-in is required", max_age="${freshSignInSeconds}"`
    : 'Bearer realm="admin-api"'

/** With a body its Content-Type picks the version, without one Accept does; only version 1 is here (wire fact A9). */
function requireVersionOne({ body, headers }: Request): void {
  const contentType = headers.get('Content-Type')
  const isAcceptable =
    body !== null && contentType !== null
      ? isVersionOne(contentType)
      : (headers.get('Accept') ?? '*/*').split(',').some(isVersionOne)
  if (!isAcceptable) throw new ServiceError('not-acceptable', 'Unsupported features detected')
}

function isVersionOne(mediaRange: string): boolean {
  const mediaType = mediaRange.split(';')[0]?.trim().toLowerCase()
  return [ADMIN_MEDIA_TYPE, 'application/json', 'application/*', '*/*'].includes(mediaType ?? '')
}
