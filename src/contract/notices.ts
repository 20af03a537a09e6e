import * as v from 'valibot'
import { RefusingChangeKind } from './refused-calls.ts'

/** How many days before its end a token is told of; not of one that was made to last no longer than that. */
export const DAYS_TOLD_BEFORE = [30, 14, 7, 1] as const

/** How long it is known what was sent, in days. What is older when it is found is not told any more. */
export const NOTICES_KEPT_DAYS = 30

/** What can be chosen to be told of. */
export const NoticeKind = v.picklist(['token-expiry', 'refused-calls', 'stuck-batches'])
export type NoticeKind = v.InferOutput<typeof NoticeKind>

export const ToldToken = v.object({ lastFour: v.string(), expiresAt: v.string() })
export type ToldToken = v.InferOutput<typeof ToldToken>

/** `names`: of five of them at most, those that people have given names. */
export const ToldCallers = v.object({ count: v.number(), names: v.array(v.string()) })
export type ToldCallers = v.InferOutput<typeof ToldCallers>

const about = <const Type extends string, const Data extends v.ObjectEntries>(type: Type, data: Data) =>
  v.object({
    type: v.literal(type),
    /** When what it tells of came about. */
    timestamp: v.string(),
    data: v.object({ clientCode: v.string(), ...data }),
  })

const ofToken = {
  token: ToldToken,
  /** Whether calls are refused without a token that works. */
  authenticationRequired: v.boolean(),
  /** Who uses it. */
  callers: ToldCallers,
}

/**
 * What is told: the body of a webhook's request, and what an e-mail says in words. Instants are ISO 8601 in UTC. Nothing in
 * it is a secret or says who a visitor is.
 */
export const Notice = v.variant('type', [
  about('token.expiring', {
    ...ofToken,
    /** One that has begun counts whole. */
    daysLeft: v.number(),
  }),
  about('token.expired', ofToken),
  about('calls.refused', {
    /** Since when such calls are refused that were let in before; `lastFour`: of the token, null for the switch. */
    change: v.object({ kind: RefusingChangeKind, at: v.string(), lastFour: v.nullable(v.string()) }),
    calls: v.number(),
    /** Whose. */
    callers: ToldCallers,
  }),
  about('batch.stuck', { batchId: v.string(), rows: v.number(), rowsApplied: v.number() }),
  /** `by`: the name of whoever sent it. */
  about('test', { by: v.string() }),
])
export type Notice = v.InferOutput<typeof Notice>
