import { textRows } from '#batch-file/batch-rows.ts'
import { BATCH_LIMIT_ROWS, type BatchFailure } from '#contract/batches.ts'
import {
  type AppliedRows,
  APPLY_ATTEMPTS,
  BATCH_FAILURES_KEPT,
  type BatchChunk,
  type BatchKey,
  type BatchStatus,
  type BatchStore,
  type NewBatch,
  NOTHING_APPLIED,
  SHORTEST_ROW_BYTES,
  WAITING_LIMIT,
} from '#service/batches/store.ts'
import type { Merge } from './profiles.ts'

type MemoryBatch = NewBatch & {
  status: BatchStatus
  accepted: boolean
  chunks: BatchChunk[]
  failures: BatchFailure[]
  reservedBytes: number
  failedAttempts: number
  stuckAt: number | null
}

export function memoryBatches(merge: Merge): BatchStore {
  const batches = new Map<string, MemoryBatch>()

  const applyChunk = (
    { status, failures, ...batch }: MemoryBatch,
    chunk: BatchChunk,
    modifiedAt: number,
  ): AppliedRows => {
    const applied = { successfulUpdates: 0, profilesNotFound: 0, failedUpdates: 0 }
    for (const { line, id, values } of textRows(chunk.rows)) {
      const attributes = values
        .map((value, column): [string, string] => [chunk.attributeNames[column] ?? '', value])
        .filter(([, value]) => value !== '')
      const outcome =
        attributes.length === 0
          ? 'updated'
          : merge(
              { clientCode: batch.clientCode, idKind: batch.idKind, id, attributes, modifiedAt },
              batch.version === 2,
            )
      if (outcome === 'updated') applied.successfulUpdates += 1
      else if (outcome === 'not-found') applied.profilesNotFound += 1
      else applied.failedUpdates += 1
      if (outcome !== 'updated' && failures.length < BATCH_FAILURES_KEPT) {
        failures.push({ line, id, reason: outcome })
      }
    }
    status.consumedCount += chunk.rows.lines.length
    status.successfulUpdates += applied.successfulUpdates
    status.profilesNotFound += applied.profilesNotFound
    status.failedUpdates += applied.failedUpdates
    return applied
  }

  const nextOf = (clientCode: string) =>
    batches
      .values()
      .find(
        (batch) => batch.accepted && batch.clientCode === clientCode && batch.status.state === 'incomplete',
      )

  const waitingFor = (clientCode: string) => {
    const total = { rows: 0, bytes: 0 }
    for (const { accepted, reservedBytes, status, ...batch } of batches.values()) {
      if (batch.clientCode !== clientCode || status.state !== 'incomplete') continue
      total.bytes += reservedBytes
      total.rows += accepted ? status.batchSize - status.consumedCount : mostRowsIn(reservedBytes)
    }
    return total
  }

  return {
    async open(batch, reservedBytes) {
      const waiting = waitingFor(batch.clientCode)
      if (waiting.bytes + reservedBytes > WAITING_LIMIT.bytes) return false
      if (waiting.rows + mostRowsIn(reservedBytes) > WAITING_LIMIT.rows) return false
      batches.set(batchKeyOf(batch), {
        ...batch,
        reservedBytes,
        accepted: false,
        chunks: [],
        failures: [],
        failedAttempts: 0,
        stuckAt: null,
        status: {
          batchId: batch.batchId,
          state: 'incomplete',
          ...NOTHING_APPLIED,
        },
      })
      return true
    },

    stage: async (batch, chunk) => void batches.get(batchKeyOf(batch))?.chunks.push(chunk),

    async accept(key, { rows, bytes }) {
      const batch = batches.get(batchKeyOf(key))
      if (!batch) throw new Error(`Batch ${key.batchId} is gone.`)
      batch.accepted = true
      batch.status.batchSize = rows
      batch.reservedBytes = bytes
    },

    discard: async (batch) => void batches.delete(batchKeyOf(batch)),

    async discardUnaccepted(receivedBefore) {
      for (const batch of batches.values()) {
        if (!batch.accepted && batch.receivedAt < receivedBefore) batches.delete(batchKeyOf(batch))
      }
    },

    async find(key) {
      const batch = batches.get(batchKeyOf(key))
      return batch?.accepted ? { ...batch.status } : undefined
    },

    async backlog(clientCode) {
      const own = [...batches.values()].filter((batch) => batch.accepted && batch.clientCode === clientCode)
      const waiting = own.filter(({ status }) => status.state === 'incomplete')
      return {
        waitingRows: waiting.reduce((sum, { status }) => sum + status.batchSize - status.consumedCount, 0),
        oldestReceivedAt:
          waiting.length === 0 ? null : Math.min(...waiting.map(({ receivedAt }) => receivedAt)),
        stuckBatches: own.filter(({ status }) => status.state === 'stuck').length,
      }
    },

    failures: async (batch) => batches.get(batchKeyOf(batch))?.failures ?? [],

    async countFailure(clientCode, now) {
      const batch = nextOf(clientCode)
      if (!batch) return
      batch.failedAttempts += 1
      if (batch.failedAttempts < APPLY_ATTEMPTS) return
      batch.status.state = 'stuck'
      batch.status.stuckBecause = 'apply-failed'
      batch.stuckAt = now
    },

    stuckSince: async (clientCode, since) =>
      [...batches.values()]
        .flatMap(({ status: { batchId, batchSize, consumedCount }, stuckAt, ...batch }) =>
          batch.clientCode === clientCode && stuckAt !== null && stuckAt >= since
            ? [{ batchId, batchSize, consumedCount, stuckAt }]
            : [],
        )
        .toSorted((one, other) => one.stuckAt - other.stuckAt || (one.batchId < other.batchId ? -1 : 1)),

    async applyNextChunk(clientCode, now) {
      const batch = nextOf(clientCode)
      const chunk = batch?.chunks[0]
      if (!batch || !chunk) return null
      const applied = applyChunk(batch, chunk, now)
      batch.chunks.shift()
      batch.failedAttempts = 0
      if (batch.chunks.length === 0) batch.status.state = 'complete'
      return applied
    },
  }
}

const mostRowsIn = (bytes: number) => Math.min(BATCH_LIMIT_ROWS, Math.floor(bytes / SHORTEST_ROW_BYTES))

const batchKeyOf = ({ clientCode, batchId }: BatchKey) => `${clientCode}/${batchId}`
