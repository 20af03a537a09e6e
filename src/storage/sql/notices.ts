import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import * as v from 'valibot'
import { Language } from '#contract/languages.ts'
import { DeliveryFailure, DeliveryReceipt, DeliveryState, TargetKind } from '#contract/notice-deliveries.ts'
import { Notice, NoticeKind } from '#contract/notices.ts'
import type { DeliveryKey, Lease, NoticeStore, StoredDelivery, StoredTarget } from '#service/notices/store.ts'
import { insertAudit } from './audit.ts'
import type { SqlEngine } from './engine.ts'
import { parsed, parsedJson } from './parsed.ts'
import type { Database, Tables } from './schema.ts'

export function sqlNotices({ read, write, transaction }: SqlEngine): NoticeStore {
  return {
    async targets(clientCode) {
      const rows = await read
        .selectFrom('noticeTargets')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .orderBy('createdAt')
        .orderBy('id')
        .execute()
      return rows.map(targetFrom)
    },

    addTarget: (target, most, audit) =>
      transaction(async (trx) => {
        const { count } = await trx
          .selectFrom('noticeTargets')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('clientCode', '=', target.clientCode)
          .executeTakeFirstOrThrow()
        if (count >= most) return false
        await trx.insertInto('noticeTargets').values(targetRow(target)).execute()
        await insertAudit(trx, audit)
        return true
      }),

    changeTarget: (target, audit) =>
      transaction(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('noticeTargets')
          .set(targetRow(target))
          .where(isIt(target))
          .where('revision', '=', target.revision - 1)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await insertAudit(trx, audit)
        return true
      }),

    removeTarget: ({ clientCode, id, revision }, audit) =>
      transaction(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('noticeTargets')
          .where(isIt({ clientCode, id }))
          .where('revision', '=', revision)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await trx
          .deleteFrom('noticeDeliveries')
          .where((eb) => eb.and({ clientCode, targetId: id, state: 'waiting' }))
          .execute()
        await insertAudit(trx, audit)
        return true
      }),

    async told(clientCode, events) {
      if (events.length === 0) return []
      return read
        .selectFrom('noticeDeliveries')
        .select(['event', 'targetId', 'createdAt'])
        .where('clientCode', '=', clientCode)
        .where('event', 'in', events)
        .execute()
    },

    add: (deliveries, audit) =>
      transaction(async (trx) => {
        for (const delivery of deliveries) {
          const target = await trx
            .selectFrom('noticeTargets')
            .select('id')
            .where(isIt({ clientCode: delivery.clientCode, id: delivery.targetId }))
            .executeTakeFirst()
          if (target === undefined) continue
          await trx
            .insertInto('noticeDeliveries')
            .values(deliveryRow(delivery))
            .onConflict((conflict) => conflict.columns(['clientCode', 'targetId', 'event']).doNothing())
            .execute()
        }
        if (audit) await insertAudit(trx, audit)
      }),

    async claimNext(clientCode, lease) {
      for (;;) {
        const next = await write
          .selectFrom('noticeDeliveries')
          .select(['clientCode', 'id'])
          .where('clientCode', '=', clientCode)
          .where('state', '=', 'waiting')
          .where('nextTryAt', '<=', lease.now)
          .where(isFree(lease.now))
          .orderBy('nextTryAt')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst()
        if (next === undefined) return undefined
        const delivery = await begun(write, next, lease, ['waiting'])
        // Without one another process was first; it holds that one, so the next look finds another or none.
        if (delivery !== undefined) return delivery
      }
    },

    claim: (key, lease, audit) =>
      transaction(async (trx) => {
        const delivery = await begun(trx, key, lease, ['waiting', 'failed'])
        if (delivery !== undefined) await insertAudit(trx, audit)
        return delivery
      }),

    async recordTry({ clientCode, id, tries }, { failure, receipt, ...outcome }) {
      const { numUpdatedRows } = await write
        .updateTable('noticeDeliveries')
        .set({ ...outcome, leasedUntil: null, failure: jsonOf(failure), receipt: jsonOf(receipt) })
        .where(isIt({ clientCode, id }))
        .where('tries', '=', tries)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async find(key) {
      const row = await read.selectFrom('noticeDeliveries').selectAll().where(isIt(key)).executeTakeFirst()
      return row && deliveryFrom(row)
    },

    async deliveries(clientCode, { state, after }, limit) {
      const rows = await read
        .selectFrom('noticeDeliveries')
        .selectAll()
        .where('clientCode', '=', clientCode)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(created_at, id) < (${after?.createdAt}, ${after?.id})`),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(deliveryFrom)
    },

    async countDeliveries(clientCode) {
      const rows = await read
        .selectFrom('noticeDeliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .where('clientCode', '=', clientCode)
        .groupBy('state')
        .execute()
      return {
        waiting: 0,
        delivered: 0,
        failed: 0,
        ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
      }
    },

    async lastTried(clientCode) {
      const rows = await read
        .with('tried', (db) =>
          db
            .selectFrom('noticeDeliveries')
            .select([
              'id',
              sql<number>`row_number() over (
                partition by target_id order by last_try_at desc, created_at desc, id desc)`.as('place'),
            ])
            .where('clientCode', '=', clientCode)
            .where('lastTryAt', 'is not', null),
        )
        .selectFrom('noticeDeliveries')
        .innerJoin('tried', 'tried.id', 'noticeDeliveries.id')
        .selectAll('noticeDeliveries')
        .where('noticeDeliveries.clientCode', '=', clientCode)
        .where('place', '=', 1)
        .execute()
      return rows.map(deliveryFrom)
    },

    async removeDeliveriesBefore(clientCode, createdBefore) {
      await write
        .deleteFrom('noticeDeliveries')
        .where('clientCode', '=', clientCode)
        .where('createdAt', '<', createdBefore)
        .execute()
    },
  }
}

/** Begins a try, unless one is under way or the delivery is in another state by now. */
async function begun(db: Database, key: DeliveryKey, { now, until }: Lease, states: DeliveryState[]) {
  const row = await db
    .updateTable('noticeDeliveries')
    .set((eb) => ({
      state: 'waiting',
      tries: eb('tries', '+', 1),
      lastTryAt: now,
      nextTryAt: eb.fn.coalesce('nextTryAt', eb.val(now)),
      leasedUntil: until,
    }))
    .where(isIt(key))
    .where('state', 'in', states)
    .where(isFree(now))
    .returningAll()
    .executeTakeFirst()
  return row && deliveryFrom(row)
}

const isIt =
  ({ clientCode, id }: DeliveryKey) =>
  (eb: ExpressionBuilder<Tables, 'noticeTargets' | 'noticeDeliveries'>) =>
    eb.and({ clientCode, id })

/** No try is under way. */
const isFree = (now: number) => (eb: ExpressionBuilder<Tables, 'noticeDeliveries'>) =>
  eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<=', now)])

const Kinds = v.record(NoticeKind, v.number())
const Target = v.object({ kind: TargetKind, language: v.nullable(Language) })

const targetRow = ({ kinds, ...target }: StoredTarget) => ({ ...target, kinds: JSON.stringify(kinds) })

const targetFrom = (row: Selectable<Tables['noticeTargets']>): StoredTarget => ({
  ...row,
  ...parsed(Target, row, 'notice_targets'),
  kinds: parsedJson(Kinds, row.kinds, 'notice_targets'),
})

const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value))

const deliveryRow = ({ notice, failure, receipt, ...delivery }: StoredDelivery) => ({
  ...delivery,
  notice: JSON.stringify(notice),
  failure: jsonOf(failure),
  receipt: jsonOf(receipt),
})

const State = v.object({ state: DeliveryState, targetKind: TargetKind })

const deliveryFrom = (row: Selectable<Tables['noticeDeliveries']>): StoredDelivery => ({
  ...row,
  ...parsed(State, row, 'notice_deliveries'),
  notice: parsedJson(Notice, row.notice, 'notice_deliveries'),
  failure: row.failure === null ? null : parsedJson(DeliveryFailure, row.failure, 'notice_deliveries'),
  receipt: row.receipt === null ? null : parsedJson(DeliveryReceipt, row.receipt, 'notice_deliveries'),
})
