import { type Context as Call, Hono } from 'hono'
import { batchStatus, batchStatusV2, batchUpdateV1, batchUpdateV2 } from '#contract/batches.ts'
import type { CallKind } from '#contract/callers.ts'
import { pathOf, TOKEN_WORKS_UNTIL } from '#contract/operation.ts'
import {
  getProfileByEcid,
  getProfileByPcId,
  getProfileByThirdPartyId,
  postProfileUpdate,
  updateProfile,
} from '#contract/profiles.ts'
import { enforce, type EnforcementNeeds, judged, type JudgementNeeds } from '../access/enforcement.ts'
import type { CallObserver } from '../callers/observer.ts'
import type { Client } from '../context.ts'
import { ServiceError, serviceErrorOf } from '../errors.ts'
import { answer } from '../http/answer.ts'
import { credentialsOf } from '../http/credentials.ts'
import { anonymousContext, type ContextNeeds } from '../http/entering.ts'
import type { ServiceEnv } from '../http/env.ts'
import type { FamilyApp } from '../http/serve.ts'
import { tellsItsEnd } from '../profile-auth/token.ts'
import { requireTextInAddress } from '../http/text.ts'
import { XML_MEDIA_TYPE, xmlOf } from '../http/xml.ts'

/** Some connectors send the documentation's placeholder as it is printed; it stands for our client (wire fact D33). */
const LITERAL_UPDATE_PATH = pathOf(updateProfile, { client: 'client' })

/** What the calls of each operation are counted as. */
const KINDS: ReadonlyMap<string, CallKind> = new Map([
  ...[batchUpdateV1, batchUpdateV2].map(({ id }) => [id, 'bulk-update'] as const),
  ...[updateProfile, postProfileUpdate].map(({ id }) => [id, 'single-update'] as const),
  ...[getProfileByThirdPartyId, getProfileByEcid, getProfileByPcId].map(({ id }) => [id, 'read'] as const),
  ...[batchStatus, batchStatusV2].map(({ id }) => [id, 'batch-status'] as const),
])

type Needs = ContextNeeds & JudgementNeeds & EnforcementNeeds & { observer: CallObserver }

/**
 * Adobe Target's Profile API: updates and batches under `/m2` answer XML, reads under `/rest` JSON (wire facts D7 to D38).
 * A call is judged before anything of its body is read, so that a refusal costs the caller no upload, and counted whatever
 * becomes of it.
 */
export function profileFamily(needs: Needs): FamilyApp {
  const addresses = ['/m2/*', '/rest/*']
  return {
    name: 'profile',
    addresses,
    app: new Hono<ServiceEnv>(),
    errorAnswer(error, call) {
      const { message, status, headers } = serviceErrorOf(error)
      const [body, mediaType] = isRead(call)
        ? [restRefusal(status, message), 'application/json']
        : [xmlOf({ success: false, batchStatus: '', message }), XML_MEDIA_TYPE]
      return answer(call, body, status, { ...headers, 'Content-Type': mediaType })
    },
    async enter(call, { id }) {
      requireOurs(needs.client, call)
      const context = anonymousContext(needs, call)
      const header = call.req.header('Authorization')
      const judgement = await judged(needs, context, {
        credentials: credentialsOf(header),
        hasTokenInAddress: call.req.query('access_token') !== undefined,
      })
      const kind = KINDS.get(id ?? '')
      if (kind !== undefined) {
        const { remoteAddress } = context.actor
        const { userAgent, now } = context
        needs.observer.observe({ ...judgement, kind, remoteAddress, userAgent, now })
      }
      const token = enforce(needs, judgement, header, context.now)
      if (token !== null && tellsItsEnd(token, context.now)) {
        call.get('fields')[TOKEN_WORKS_UNTIL] = new Date(token.worksUntil).toISOString()
      }
      requireTextInAddress(call.req.raw)
      return token === null ? context : { ...context, actor: { ...context.actor, tokenId: token.id } }
    },
  }
}

const isRead = ({ req }: Call) => req.path.startsWith('/rest/')

/** @throws ServiceError `invalid-request` or `not-found` where the call names no client or another one */
function requireOurs({ clientCode }: Client, call: Call<ServiceEnv>): void {
  if (call.req.path === LITERAL_UPDATE_PATH) return
  const named = isRead(call)
    ? call.req.query('client')
    : (call.req.param('client') ?? call.req.path.split('/')[2])
  if (named === undefined && isRead(call)) {
    throw new ServiceError('invalid-request', 'client is missing: add ?client= and the client code.')
  }
  if (named === clientCode) return
  throw new ServiceError(
    'not-found',
    'There is no such client here. Administration > Implementation shows the client code.',
  )
}

/** The error body of reads, blanks around the colons as Adobe prints them (wire fact D38). */
const restRefusal = (status: number, message: string) =>
  `{"status" : ${status}, "message" : ${JSON.stringify(message)}}`
