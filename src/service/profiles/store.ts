import type { BatchFailure, BatchState, ProfileIdKind } from '#contract/profiles.ts'

/** Whole lines of a batch as they came, small enough to apply in one transaction. */
export type BatchChunk = {
  /** 0 for the first chunk of the batch. */
  sequence: number
  /** Line number of its first row in the body; the header is line 1. */
  firstLine: number
  rowCount: number
  bytes: Uint8Array
}

export type NewBatch = {
  batchId: string
  clientCode: string
  /** 1 updates profiles that exist, 2 also creates those that do not. */
  version: 1 | 2
  idKind: ProfileIdKind
  /** Names of the columns after the first, decoded. */
  attributeNames: string[]
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
  /** The cause, for a person; null unless `stuck`. */
  stuckBecause: string | null
}

/** Why a row was not applied, for a person. */
export const FAILURE_REASONS = {
  'not-found': 'There is no such profile, and this version of the bulk update creates none.',
  'too-large': 'The profile would hold more than 64 KB of data.',
} as const

/** So often applying a chunk may fail in a row before its batch is given up. */
export const APPLY_ATTEMPTS = 5

export interface BatchStore {
  /** Opens a batch; it counts for nothing until it is accepted. */
  open(batch: NewBatch): Promise<void>
  stage(batch: BatchKey, chunk: BatchChunk): Promise<void>
  /** From the return of this on, the batch survives a crash and will be applied. @throws when the batch is gone */
  accept(batch: BatchKey, rowCount: number): Promise<void>
  /** Forgets a batch that was refused half-way. */
  discard(batch: BatchKey): Promise<void>
  /** Forgets batches opened before that instant and never accepted: what a crash in the middle of an upload leaves. */
  discardUnaccepted(receivedBefore: number): Promise<void>
  /** Undefined for an unknown id, one of another client, and a batch not yet accepted. */
  find(batch: BatchKey): Promise<BatchStatus | undefined>
  /** Rows that were not applied, by line: the first BATCH_FAILURES_KEPT of them. */
  failures(batch: BatchKey): Promise<BatchFailure[]>
  /**
   * Applies the next chunk of the client's oldest accepted batch and records its progress, in one transaction, so that a
   * crash at any point neither loses nor doubles a row. A chunk that cannot be read leaves its batch `stuck`.
   *
   * @param now milliseconds since 1970, the attributes' `modifiedAt`
   * @returns false when no batch of this client waits, or another process is busy with it
   */
  applyNextChunk(clientCode: string, now: number): Promise<boolean>
  /**
   * Counts that `applyNextChunk` failed for no reason that passes; after APPLY_ATTEMPTS in a row the batch is `stuck`,
   * so that it does not hold up those behind it.
   *
   * @param cause for a person
   */
  countFailure(clientCode: string, cause: string): Promise<void>
}

export type StoredProfile = {
  clientCode: string
  idKind: ProfileIdKind
  id: string
  /** Milliseconds since 1970. */
  modifiedAt: number
  attributes: Record<string, { value: string; modifiedAt: number }>
}

export interface ProfileStore {
  find(clientCode: string, idKind: ProfileIdKind, id: string): Promise<StoredProfile | undefined>
  /**
   * Sets attributes of a profile that exists: same names overwrite, others stay.
   *
   * @returns `too-large`, with nothing stored, when the profile would take more than PROFILE_LIMIT_BYTES
   */
  update(update: ProfileUpdate): Promise<ProfileUpdateOutcome>
}

export type ProfileUpdateOutcome = 'updated' | 'not-found' | 'too-large'

export type ProfileUpdate = {
  clientCode: string
  idKind: ProfileIdKind
  id: string
  /** None empty; in pairs, because an attribute may have any name. */
  attributes: [name: string, value: string][]
  /** Milliseconds since 1970. */
  modifiedAt: number
}
