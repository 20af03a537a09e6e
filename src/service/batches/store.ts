import type { BatchRows } from '#batch-file/row-reader.ts'
import {
  BATCH_LIMIT_BYTES,
  BATCH_LIMIT_ROWS,
  type BatchAct,
  type BatchCondition,
  type BatchFailure,
  type BatchFilter,
  type StuckCause,
} from '#contract/batches.ts'
import type { ProfileIdKind } from '#contract/profiles.ts'
import type { AuditRecord } from '../audit/store.ts'
import type { SeenCaller } from '../callers/store.ts'

/** Rows of a batch, few enough to be held in memory. */
export type BatchChunk = {
  /** Names of the columns after the first, decoded; the same in every chunk. */
  attributeNames: string[]
  /**
   * At least one. After its id a row has values in the order of the names, and maybe fewer than there are; one that is
   * empty or missing gives nothing (wire fact D16).
   */
  rows: BatchRows
}

export type NewBatch = {
  batchId: string
  clientCode: string
  /** 1 updates profiles that exist, 2 also creates those that do not. */
  version: 1 | 2
  idKind: ProfileIdKind
  /** Milliseconds since 1970. */
  receivedAt: number
  caller: BatchCaller
}

/** Who sent a batch: kept with it, for callers are forgotten sooner. */
export type BatchCaller = Pick<SeenCaller, 'id' | 'address' | 'userAgent'>

/** Which batch; the client comes first because a database that is spread over machines is divided by it. */
export type BatchKey = Pick<NewBatch, 'clientCode' | 'batchId'>

export type BatchStatus = {
  batchId: string
  state: BatchCondition
  /** Rows in the batch. */
  batchSize: number
  /** Rows looked at so far. */
  consumedCount: number
  successfulUpdates: number
  profilesNotFound: number
  failedUpdates: number
  /** Null unless `stuck` or `given-up`. */
  stuckBecause: StuckCause | null
}

/** What a person did about a stuck batch, and when: milliseconds since 1970. */
export type LastAct = { act: BatchAct; by: string; at: number }

/** A batch as it is listed. Instants are milliseconds since 1970. */
export type StoredBatch = BatchStatus &
  Pick<NewBatch, 'version' | 'receivedAt'> & {
    /** Null for a refused upload. */
    idKind: ProfileIdKind | null
    /** With the name that it has now; null for a batch from before this was kept. */
    caller: (BatchCaller & { name: string | null }) | null
    /** Null while something of it is left to be applied. */
    finishedAt: number | null
    /** Null for one that became stuck before this was kept. */
    stuckAt: number | null
    /** Of a refused upload what its caller was told, without values. */
    refusal: string | null
    lastAct: LastAct | null
    /** Order of arrival. */
    sequence: number
  }

/** An upload that was refused whole. */
export type RefusedUpload = Omit<NewBatch, 'idKind'> & { refusal: string }

/** Where a batch stands among the others, by the instant at which it began to arrive. */
export type BatchPlace = Pick<StoredBatch, 'receivedAt' | 'sequence'>

/** Those of a client that began to arrive in a time: milliseconds since 1970, `until` not among them. */
export type BatchSelection = {
  clientCode: string
  /** Null for all. */
  only: BatchFilter | null
  from: number
  until: number
}

/** A person's decision about a batch that they saw to be stuck since an instant; null for one of which it is not known. */
export type Decision = BatchKey & { sawStuckAt: number | null; by: string; at: number }

/** What became of rows that were looked at. */
export type AppliedRows = Pick<BatchStatus, 'successfulUpdates' | 'profilesNotFound' | 'failedUpdates'>

/** What of a client is accepted and not applied, and what was given up. */
export type Backlog = {
  waitingRows: number
  /** When the oldest batch that waits began to arrive, milliseconds since 1970; null when none waits. */
  oldestReceivedAt: number | null
  stuckBatches: number
}

/** Instants are milliseconds since 1970. */
export type StuckBatch = Pick<BatchStatus, 'batchId' | 'batchSize' | 'consumedCount'> & {
  stuckAt: number
  /** When it was last tried again; null where it never was. */
  triedAgainAt: number | null
}

/** How far a batch has come that was just opened. */
export const NOTHING_APPLIED = {
  batchSize: 0,
  consumedCount: 0,
  successfulUpdates: 0,
  profilesNotFound: 0,
  failedUpdates: 0,
  stuckBecause: null,
} as const satisfies Partial<BatchStatus>

/** Rows that were not applied are kept with line and reason up to this many a batch; the counts go on. */
export const BATCH_FAILURES_KEPT = 10_000

/** Of refused uploads the newest are kept, so many a client, however many are sent. */
export const REFUSED_UPLOADS_KEPT = 10_000

/** Failures, and batches without any, that are removed at once. */
export const REMOVED_AT_ONCE = { failures: 1000, batches: 100 } as const

/** So often applying a chunk may fail in a row before its batch is given up. */
export const APPLY_ATTEMPTS = 5

/**
 * What may wait for one client, being received or not yet applied: twenty of the largest batches. It keeps whoever may send
 * batches from filling the disk.
 */
export const WAITING_LIMIT = { bytes: 20 * BATCH_LIMIT_BYTES, rows: 20 * BATCH_LIMIT_ROWS } as const

/** The shortest row, of one character and its line feed. */
export const SHORTEST_ROW_BYTES = 2

export interface BatchStore {
  /**
   * Opens a batch; it counts for nothing until it is accepted.
   *
   * @param reservedBytes most that its body can have
   * @returns false, with nothing stored, when with it more would wait for this client than WAITING_LIMIT
   */
  open(batch: NewBatch, reservedBytes: number): Promise<boolean>
  /** Takes the next rows of a batch. */
  stage(batch: BatchKey, chunk: BatchChunk): Promise<void>
  /**
   * From the return of this on, the batch survives a crash and will be applied.
   *
   * @param has its rows, and the bytes of all its cells
   * @param audit the record of it, of one that a person sent
   * @throws when the batch is gone
   */
  accept(batch: BatchKey, has: { rows: number; bytes: number }, audit?: AuditRecord): Promise<void>
  /** Forgets a batch that was refused half-way. */
  discard(batch: BatchKey): Promise<void>
  /** Keeps that an upload was refused, of which nothing is stored; the newest REFUSED_UPLOADS_KEPT stay. */
  keepRefused(upload: RefusedUpload): Promise<void>
  /**
   * Forgets batches opened before that instant and never accepted: what a crash in the middle of an upload leaves.
   *
   * @param clientCode whose; null for those of every client
   */
  discardUnaccepted(clientCode: string | null, receivedBefore: number): Promise<void>
  /** Undefined for an unknown id, one of another client, and a batch not yet accepted. */
  find(batch: BatchKey): Promise<StoredBatch | undefined>
  /** The newest first, refused uploads among them; those after `before`. */
  page(selection: BatchSelection, before: BatchPlace | null, limit: number): Promise<StoredBatch[]>
  /** How many there are, counted no further than that. */
  count(selection: BatchSelection, most: number): Promise<number>
  /** Rows that were not applied, by line, of the first BATCH_FAILURES_KEPT: so many at most that follow a line. */
  failures(batch: BatchKey, afterLine?: number, limit?: number): Promise<BatchFailure[]>
  /**
   * Has a stuck batch go on where it stopped, before all that wait.
   *
   * @returns false, with nothing changed, when it is not stuck, or not since the instant that was seen
   */
  tryAgain(decision: Decision, audit: AuditRecord): Promise<boolean>
  /** Removes the rows of a stuck batch that were not applied. @returns as `tryAgain` does */
  giveUp(decision: Decision, audit: AuditRecord): Promise<boolean>
  /**
   * Removes the next few of what is kept of batches that began to arrive before an instant and of which nothing waits, is
   * being received or is stuck, and of refused uploads.
   *
   * @returns whether there may be more to remove
   */
  removeBefore(clientCode: string, instant: number): Promise<boolean>
  /**
   * Applies the next rows of the client's oldest accepted batch and records its progress, in one transaction, so that a
   * crash at any point neither loses nor doubles a row.
   *
   * @param now milliseconds since 1970, the attributes' `modifiedAt`
   * @returns null when no batch of this client waits, or another process is busy with it
   */
  applyNextChunk(clientCode: string, now: number): Promise<AppliedRows | null>
  /**
   * Counts that `applyNextChunk` failed for no reason that passes; after APPLY_ATTEMPTS in a row the batch is `stuck`,
   * so that it does not hold up those behind it.
   */
  countFailure(clientCode: string, now: number): Promise<void>
  /** Batches that became stuck since an instant and are so still, the first of them first. */
  stuckSince(clientCode: string, since: number): Promise<StuckBatch[]>
  backlog(clientCode: string): Promise<Backlog>
}
