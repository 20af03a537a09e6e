import type { Language } from '#contract/languages.ts'
import type {
  DeliveryFailure,
  DeliveryReceipt,
  DeliveryState,
  TargetKind,
} from '#contract/notice-deliveries.ts'
import type { Notice, NoticeKind } from '#contract/notices.ts'
import type { AuditRecord } from '../audit/store.ts'

/** A webhook or an e-mail address. Instants are milliseconds since 1970. */
export type StoredTarget = {
  id: string
  clientCode: string
  kind: TargetKind
  name: string
  address: string
  /** Null for a webhook. */
  language: Language | null
  /** Since when it is told of which kind; what came about before is none of its concern. */
  kinds: Partial<Record<NoticeKind, number>>
  /** Of a webhook, encrypted; null for an e-mail address. */
  sealedSecret: Uint8Array | null
  createdAt: number
  /** 1 for a new target, then one more with each change. */
  revision: number
}

/** One notice to one target. Instants are milliseconds since 1970. */
export type StoredDelivery = {
  id: string
  clientCode: string
  /** What it tells of; of each event a target has one delivery. */
  event: string
  targetId: string
  /** As it was called then. */
  targetName: string
  targetKind: TargetKind
  notice: Notice
  state: DeliveryState
  createdAt: number
  /** That were begun; also which of them may say what became of it. */
  tries: number
  lastTryAt: number | null
  /** Null unless it is waiting. */
  nextTryAt: number | null
  /** Until when nobody else begins a try, for one is under way or was broken off; null between tries. */
  leasedUntil: number | null
  /** Of the last try that failed. */
  failure: DeliveryFailure | null
  receipt: DeliveryReceipt | null
}

/** Which delivery; the client comes first because a database that is spread over machines is divided by it. */
export type DeliveryKey = Pick<StoredDelivery, 'clientCode' | 'id'>

/** What a try leaves. */
export type TryOutcome = Pick<StoredDelivery, 'state' | 'nextTryAt' | 'failure' | 'receipt'>

/** When a try begins, and until when nobody else may begin one. */
export type Lease = { now: number; until: number }

/** That a target was told of an event, or will be. */
export type ToldEvent = Pick<StoredDelivery, 'event' | 'targetId' | 'createdAt'>

/** Where a page of deliveries goes on. */
export type AfterDelivery = Pick<StoredDelivery, 'createdAt' | 'id'>

export interface NoticeStore {
  /** The oldest first. */
  targets(clientCode: string): Promise<StoredTarget[]>
  /** @returns false, with nothing stored, when the client has as many as it may */
  addTarget(target: StoredTarget, most: number, audit: AuditRecord): Promise<boolean>
  /** @returns false, with nothing stored, when the one that is stored is not of the revision before */
  changeTarget(target: StoredTarget, audit: AuditRecord): Promise<boolean>
  /** With what waits to be sent to it. @returns false, with nothing removed, when it is not as it was read any more */
  removeTarget(target: StoredTarget, audit: AuditRecord): Promise<boolean>

  /** Which of the events somebody was told of. */
  told(clientCode: string, events: string[]): Promise<ToldEvent[]>
  /** Passes over those whose target was told of the event already, or is gone. */
  add(deliveries: StoredDelivery[], audit?: AuditRecord): Promise<void>
  /**
   * Begins a try of the one that has waited longest for its time; undefined when there is none. Of all processes one gets it.
   */
  claimNext(clientCode: string, lease: Lease): Promise<StoredDelivery | undefined>
  /** The same for a certain one, whatever its time, also when it has failed. @returns undefined when a try is under way */
  claim(delivery: DeliveryKey, lease: Lease, audit: AuditRecord): Promise<StoredDelivery | undefined>
  /** @returns false, with nothing stored, when it is gone or another try was begun since */
  recordTry(delivery: DeliveryKey & Pick<StoredDelivery, 'tries'>, outcome: TryOutcome): Promise<boolean>

  find(delivery: DeliveryKey): Promise<StoredDelivery | undefined>
  /** The newest first. @param state those alone */
  deliveries(
    clientCode: string,
    of: { state?: DeliveryState | undefined; after?: AfterDelivery | undefined },
    limit: number,
  ): Promise<StoredDelivery[]>
  countDeliveries(clientCode: string): Promise<Record<DeliveryState, number>>
  /** Of each target the one that was tried last. */
  lastTried(clientCode: string): Promise<StoredDelivery[]>
  /** Forgets what was made before an instant, whatever became of it. */
  removeDeliveriesBefore(clientCode: string, createdBefore: number): Promise<void>
}
