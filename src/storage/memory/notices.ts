import type { AuditRecord } from '#service/audit/store.ts'
import type { DeliveryKey, Lease, NoticeStore, StoredDelivery, StoredTarget } from '#service/notices/store.ts'

export function memoryNotices(record: (audit: AuditRecord) => void): NoticeStore {
  const targets = new Map<string, StoredTarget>()
  const deliveries = new Map<string, StoredDelivery>()

  const targetsOf = (clientCode: string) =>
    [...targets.values()].filter((target) => target.clientCode === clientCode)
  const deliveriesOf = (clientCode: string) =>
    [...deliveries.values()].filter((delivery) => delivery.clientCode === clientCode).toSorted(newestFirst)
  const isFree = ({ leasedUntil }: StoredDelivery, now: number) => leasedUntil === null || leasedUntil <= now

  function begin(delivery: StoredDelivery, { now, until }: Lease): StoredDelivery {
    const begun: StoredDelivery = {
      ...delivery,
      state: 'waiting',
      tries: delivery.tries + 1,
      lastTryAt: now,
      nextTryAt: delivery.nextTryAt ?? now,
      leasedUntil: until,
    }
    deliveries.set(keyOf(delivery), begun)
    return begun
  }

  return {
    targets: async (clientCode) =>
      targetsOf(clientCode).toSorted(
        (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
      ),

    async addTarget(target, most, audit) {
      if (targetsOf(target.clientCode).length >= most) return false
      targets.set(keyOf(target), target)
      record(audit)
      return true
    },

    async changeTarget(target, audit) {
      if (targets.get(keyOf(target))?.revision !== target.revision - 1) return false
      targets.set(keyOf(target), target)
      record(audit)
      return true
    },

    async removeTarget(target, audit) {
      if (targets.get(keyOf(target))?.revision !== target.revision) return false
      targets.delete(keyOf(target))
      for (const delivery of deliveriesOf(target.clientCode)) {
        if (delivery.targetId === target.id && delivery.state === 'waiting')
          deliveries.delete(keyOf(delivery))
      }
      record(audit)
      return true
    },

    told: async (clientCode, events) =>
      deliveriesOf(clientCode)
        .filter(({ event }) => events.includes(event))
        .map(({ event, targetId, createdAt }) => ({ event, targetId, createdAt })),

    async add(added, audit) {
      for (const delivery of added) {
        const { clientCode, targetId, event } = delivery
        const isTold = deliveriesOf(clientCode).some(
          (other) => other.targetId === targetId && other.event === event,
        )
        if (!isTold && targets.has(keyOf({ clientCode, id: targetId }))) {
          deliveries.set(keyOf(delivery), delivery)
        }
      }
      if (audit) record(audit)
    },

    async claimNext(clientCode, lease) {
      const [first] = deliveriesOf(clientCode)
        .filter(({ state }) => state === 'waiting')
        .filter((delivery) => timeOf(delivery) <= lease.now && isFree(delivery, lease.now))
        .toSorted((one, other) => timeOf(one) - timeOf(other) || (one.id < other.id ? -1 : 1))
      return first && begin(first, lease)
    },

    async claim(key, lease, audit) {
      const delivery = deliveries.get(keyOf(key))
      if (delivery === undefined || delivery.state === 'delivered' || !isFree(delivery, lease.now)) {
        return undefined
      }
      record(audit)
      return begin(delivery, lease)
    },

    async recordTry({ clientCode, id, tries }, outcome) {
      const delivery = deliveries.get(keyOf({ clientCode, id }))
      if (delivery === undefined || delivery.tries !== tries) return false
      deliveries.set(keyOf(delivery), { ...delivery, ...outcome, leasedUntil: null })
      return true
    },

    find: async (key) => deliveries.get(keyOf(key)),

    deliveries: async (clientCode, { state, after }, limit) =>
      deliveriesOf(clientCode)
        .filter((delivery) => state === undefined || delivery.state === state)
        .filter((delivery) => after === undefined || newestFirst(after, delivery) < 0)
        .slice(0, limit),

    async countDeliveries(clientCode) {
      const counts = { waiting: 0, delivered: 0, failed: 0 }
      for (const { state } of deliveriesOf(clientCode)) counts[state] += 1
      return counts
    },

    async lastTried(clientCode) {
      const tried = deliveriesOf(clientCode).filter(({ lastTryAt }) => lastTryAt !== null)
      const byTarget = Map.groupBy(tried, ({ targetId }) => targetId)
      return [...byTarget.values()].flatMap((ofTarget) =>
        ofTarget
          .toSorted((one, other) => (other.lastTryAt ?? 0) - (one.lastTryAt ?? 0) || newestFirst(one, other))
          .slice(0, 1),
      )
    },

    async removeDeliveriesBefore(clientCode, createdBefore) {
      for (const delivery of deliveriesOf(clientCode)) {
        if (delivery.createdAt < createdBefore) deliveries.delete(keyOf(delivery))
      }
    },
  }
}

const keyOf = ({ clientCode, id }: DeliveryKey) => JSON.stringify([clientCode, id])
const timeOf = ({ nextTryAt }: StoredDelivery) => nextTryAt ?? Number.MAX_SAFE_INTEGER

type Made = Pick<StoredDelivery, 'createdAt' | 'id'>
const newestFirst = (one: Made, other: Made) =>
  other.createdAt - one.createdAt || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
