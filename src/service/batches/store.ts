import type { BatchRows } from '#batch-file/row-reader.ts'
import {
  BATCH_LIMIT_BYTES,
  BATCH_LIMIT_ROWS,
  type BatchFailure,
  type BatchState,
  type StuckCause,
} from '#contract/batches.ts'
import type { ProfileIdKind } from '#contract/profiles.ts'

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
}

/** Which batch; the client comes first because a database that is spread over machines is divided by it. */
export type BatchKey = Pick<NewBatch, 'clientCode' | 'batchId'>

export type BatchStatus = {
  batchId: string
  state: BatchState
  /** Rows in the batch. */
  batchSize: number
  /** Rows looked at so far. */
  consumedCount: number
  successfulUpdates: number
  profilesNotFound: number
  failedUpdates: number
  /** Null unless `stuck`. */
  stuckBecause: StuckCause | null
}

/** What became of rows that were looked at. */
export type AppliedRows = Pick<BatchStatus, 'successfulUpdates' | 'profilesNotFound' | 'failedUpdates'>

/** What of a client is accepted and not applied, and what was given up. */
export type Backlog = {
  waitingRows: number
  /** When the oldest batch that waits began to arrive, milliseconds since 1970; null when none waits. */
  oldestReceivedAt: number | null
  stuckBatches: number
}

/** `stuckAt`: milliseconds since 1970. */
export type StuckBatch = Pick<BatchStatus, 'batchId' | 'batchSize' | 'consumedCount'> & { stuckAt: number }

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
   * @throws when the batch is gone
   */
  accept(batch: BatchKey, has: { rows: number; bytes: number }): Promise<void>
  /** Forgets a batch that was refused half-way. */
  discard(batch: BatchKey): Promise<void>
  /** Forgets batches opened before that instant and never accepted: what a crash in the middle of an upload leaves. */
  discardUnaccepted(receivedBefore: number): Promise<void>
  /** Undefined for an unknown id, one of another client, and a batch not yet accepted. */
  find(batch: BatchKey): Promise<BatchStatus | undefined>
  /** Rows that were not applied, by line: the first BATCH_FAILURES_KEPT of them. */
  failures(batch: BatchKey): Promise<BatchFailure[]>
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
  /** Batches that became stuck since an instant, the first of them first. */
  stuckSince(clientCode: string, since: number): Promise<StuckBatch[]>
  backlog(clientCode: string): Promise<Backlog>
}
