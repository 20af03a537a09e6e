import type { Delivery } from '#contract/notice-deliveries.ts'
import type { NoticeTarget } from '#contract/notice-targets.ts'
import { NoticeKind } from '#contract/notices.ts'
import { etagOf } from '../http/etag.ts'
import type { StoredDelivery, StoredTarget } from './store.ts'

const instant = (ms: number) => new Date(ms).toISOString()
const instantOrNull = (ms: number | null) => (ms === null ? null : instant(ms))

/** A delivery as it is at an instant, milliseconds since 1970. */
export const shownDelivery = (delivery: StoredDelivery, now: number): Delivery => ({
  id: delivery.id,
  notice: delivery.notice,
  target: { id: delivery.targetId, name: delivery.targetName, kind: delivery.targetKind },
  state: delivery.state,
  createdAt: instant(delivery.createdAt),
  tries: delivery.tries,
  lastTryAt: instantOrNull(delivery.lastTryAt),
  nextTryAt: instantOrNull(delivery.nextTryAt),
  isBeingSent: delivery.leasedUntil !== null && delivery.leasedUntil > now,
  failure: delivery.failure,
  receipt: delivery.receipt,
})

/** What a target is told of, in one order. */
export const kindsOf = ({ kinds }: Pick<StoredTarget, 'kinds'>): NoticeKind[] =>
  NoticeKind.options.filter((kind) => kinds[kind] !== undefined)

/** @param last of its deliveries the one that was tried last */
export const shownTarget = (
  target: StoredTarget,
  last: StoredDelivery | undefined,
  now: number,
): NoticeTarget => ({
  id: target.id,
  kind: target.kind,
  name: target.name,
  address: target.address,
  language: target.language,
  kinds: kindsOf(target),
  etag: etagOf(target.revision),
  last: last === undefined ? null : shownDelivery(last, now),
})
