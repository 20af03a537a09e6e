import type { Deliveries, Delivery } from '#contract/notice-deliveries.ts'
import type { Notice } from '#contract/notices.ts'
import { auditRecord } from '../audit/record.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { withinLimit } from '../http/limits.ts'
import type { CallLimiter, Random } from '../ports.ts'
import { leaseFrom, type SendNeeds, tryDelivery } from './sending.ts'
import { newDelivery } from './new-delivery.ts'
import { shownDelivery } from './shown.ts'
import type { NoticeStore } from './store.ts'
import { auditedOf, existingTarget } from './targets.ts'

export type DeliveryNeeds = SendNeeds & { random: Random; noticeTries: CallLimiter }

const MOST_LISTED = 50
const LIMITED = 'tests and tries'

/** @param cursor of an answer before */
export async function listDeliveries(
  { notices }: { notices: NoticeStore },
  { client: { clientCode }, now }: Context,
  { state, cursor }: { state?: 'waiting' | 'failed' | undefined; cursor?: string | undefined },
): Promise<Deliveries> {
  const [createdAt, id = ''] = cursor?.split('_') ?? []
  const after = createdAt === undefined ? undefined : { createdAt: Number(createdAt), id }
  const [found, counts] = await Promise.all([
    notices.deliveries(clientCode, { state, after }, MOST_LISTED + 1),
    notices.countDeliveries(clientCode),
  ])
  const listed = found.slice(0, MOST_LISTED)
  const last = found.length > MOST_LISTED ? listed.at(-1) : undefined
  const { waiting, delivered, failed } = counts
  return {
    deliveries: listed.map((delivery) => shownDelivery(delivery, now)),
    counts: { all: waiting + delivered + failed, waiting, failed },
    cursor: last === undefined ? null : `${last.createdAt}_${last.id}`,
  }
}

/** Sends something of no consequence at once. @throws ServiceError `not-found`, `unavailable` for too many in a minute */
export async function testTarget(
  needs: DeliveryNeeds,
  context: SignedInContext,
  targetId: string,
): Promise<Delivery> {
  const target = await existingTarget(needs, context, targetId)
  const { client, actor, requestId, now } = context
  return withinLimit(needs.noticeTries, LIMITED, context, async () => {
    const { until: leasedUntil } = leaseFrom(now)
    const notice: Notice = {
      type: 'test',
      timestamp: new Date(now).toISOString(),
      data: { clientCode: client.clientCode, by: actor.user.name },
    }
    const waiting = newDelivery(needs, context, target, `test ${requestId}`, notice)
    const delivery = { ...waiting, tries: 1, lastTryAt: now, leasedUntil }
    await needs.notices.add(
      [delivery],
      auditRecord(needs, context, 'notice-target.tested', targetId, auditedOf(target)),
    )
    return shownDelivery(await tryDelivery(needs, client, delivery), needs.now())
  })
}

/**
 * Tries before its time what waits, and once more what has failed.
 *
 * @throws ServiceError `not-found`; `conflict` when it has arrived, is being sent, or its target is gone; `unavailable` as above
 */
export async function retryDelivery(
  needs: DeliveryNeeds,
  context: SignedInContext,
  id: string,
): Promise<Delivery> {
  const { client, now } = context
  const key = { clientCode: client.clientCode, id }
  const found = await needs.notices.find(key)
  if (found === undefined) throw new ServiceError('not-found', 'There is no such notice.')
  const { targetId, targetName, notice } = found
  const targets = await needs.notices.targets(client.clientCode)
  if (!targets.some((target) => target.id === targetId)) {
    throw new ServiceError('conflict', `${targetName} was removed: there is nowhere to send it to.`)
  }
  return withinLimit(needs.noticeTries, LIMITED, context, async () => {
    const detail = { targetId, targetName, type: notice.type }
    const record = auditRecord(needs, context, 'notice.retried', id, detail)
    const delivery = await needs.notices.claim(key, leaseFrom(now), record)
    if (delivery === undefined) {
      throw new ServiceError('conflict', 'It has arrived, or is being sent at this moment.')
    }
    return shownDelivery(await tryDelivery(needs, client, delivery), needs.now())
  })
}
