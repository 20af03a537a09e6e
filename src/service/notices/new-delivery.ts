import type { Notice } from '#contract/notices.ts'
import type { Context } from '../context.ts'
import type { Random } from '../ports.ts'
import { newId } from '../secrets.ts'
import type { StoredDelivery, StoredTarget } from './store.ts'

/** A notice of an event that waits to be sent to a target, at once. */
export const newDelivery = (
  { random }: { random: Random },
  { client, now }: Context,
  target: StoredTarget,
  event: string,
  notice: Notice,
): StoredDelivery => ({
  id: newId(random),
  clientCode: client.clientCode,
  event,
  targetId: target.id,
  targetName: target.name,
  targetKind: target.kind,
  notice,
  state: 'waiting',
  createdAt: now,
  tries: 0,
  lastTryAt: null,
  nextTryAt: now,
  leasedUntil: null,
  failure: null,
  receipt: null,
})
