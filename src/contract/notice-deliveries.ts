import * as v from 'valibot'
import { Notice } from './notices.ts'
import { operation } from './operation.ts'

/** Where a notice goes. */
export const TargetKind = v.picklist(['webhook', 'email'])
export type TargetKind = v.InferOutput<typeof TargetKind>

/**
 * Why a try failed. `answered`: with something else than success; `address-refused`: it lies in a network of our own or is
 * one of a metadata service; `mail-refused`: by the mail server; `secret-unreadable`: it was kept under another key;
 * `fault`: ours, the log tells of it.
 */
export const DeliveryFailureReason = v.picklist([
  'answered',
  'timed-out',
  'address-refused',
  'not-https',
  'name-unknown',
  'not-connected',
  'certificate',
  'mail-refused',
  'mail-not-set-up',
  'secret-unreadable',
  'fault',
])
export type DeliveryFailureReason = v.InferOutput<typeof DeliveryFailureReason>

/** `said`: in the other side's own words, or a code of the system's, cut to a line; null where there are none. */
export const DeliveryFailure = v.object({
  reason: DeliveryFailureReason,
  /** Of an answer by HTTP. */
  status: v.nullable(v.number()),
  said: v.nullable(v.string()),
})
export type DeliveryFailure = v.InferOutput<typeof DeliveryFailure>

/** `status`: of an answer by HTTP; null for an e-mail, which a mail server took. */
export const DeliveryReceipt = v.object({ durationMs: v.number(), status: v.nullable(v.number()) })
export type DeliveryReceipt = v.InferOutput<typeof DeliveryReceipt>

/** `waiting`: for its first try or for another. */
export const DeliveryState = v.picklist(['waiting', 'delivered', 'failed'])
export type DeliveryState = v.InferOutput<typeof DeliveryState>

/** One notice to one target. Instants are ISO 8601 in UTC. */
export const Delivery = v.object({
  id: v.string(),
  notice: Notice,
  /** As it was called then; it may have been removed. */
  target: v.object({ id: v.string(), name: v.string(), kind: TargetKind }),
  state: DeliveryState,
  createdAt: v.string(),
  /** That were begun. */
  tries: v.number(),
  lastTryAt: v.nullable(v.string()),
  /** Null unless it is waiting. */
  nextTryAt: v.nullable(v.string()),
  /** Whether it is being sent at this moment. */
  isBeingSent: v.boolean(),
  /** Of the last try that failed; null while none has. */
  failure: v.nullable(DeliveryFailure),
  /** Null unless it was delivered. */
  receipt: v.nullable(DeliveryReceipt),
})
export type Delivery = v.InferOutput<typeof Delivery>

/** The newest first, 50 at most. */
export const Deliveries = v.object({
  deliveries: v.array(Delivery),
  counts: v.object({ all: v.number(), waiting: v.number(), failed: v.number() }),
  /** What to ask for more with; null at the end. */
  cursor: v.nullable(v.string()),
})
export type Deliveries = v.InferOutput<typeof Deliveries>

export const listDeliveries = operation({
  id: 'listNoticeDeliveries',
  family: 'console',
  method: 'GET',
  path: '/console/v1/notices/deliveries',
  summary: 'What was sent in the last 30 days, and what waits',
  description: 'One notice to one target each, the newest first, 50 at most.',
  query: v.object({
    state: v.optional(
      v.pipe(
        v.picklist(['waiting', 'failed'], 'it is one of waiting, failed'),
        v.description('Those alone.'),
      ),
    ),
    cursor: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,15}_[0-9a-f]{24}$/, 'it is one of an answer'),
        v.description('Goes on from there.'),
      ),
    ),
  }),
  permission: 'notices.view',
  status: 200,
  output: Deliveries,
  refusals: [],
})

export const retryDelivery = operation({
  id: 'retryNoticeDelivery',
  family: 'console',
  method: 'POST',
  path: '/console/v1/notices/deliveries/:deliveryId/retry',
  summary: 'Try now what waits or has failed',
  description: 'Answers with what became of it.',
  permission: 'notices.update',
  status: 200,
  output: Delivery,
  refusals: ['not-found', 'conflict'],
})
