import { BATCH_FAILURES_KEPT } from '#service/batches/store.ts'
import { PROFILE_LIMIT_BYTES, type ProfileIdKind } from '#contract/profiles.ts'
import type { BatchFailure } from '#contract/batches.ts'
import { textRows } from '#service/batches/batch-rows.ts'
import {
  APPLY_ATTEMPTS,
  FAILURE_REASONS,
  type BatchChunk,
  type BatchKey,
  type BatchStatus,
  type BatchStore,
  type NewBatch,
} from '#service/batches/store.ts'
import type { ProfileStore, ProfileUpdate, StoredProfile } from '#service/profiles/store.ts'

type MemoryBatch = NewBatch & {
  status: BatchStatus
  accepted: boolean
  chunks: BatchChunk[]
  failures: BatchFailure[]
  failedAttempts: number
}

export function memoryProfiles(): { batches: BatchStore; profiles: ProfileStore } {
  const batches = new Map<string, MemoryBatch>()
  const profiles = new Map<string, StoredProfile>()

  const update = ({ clientCode, idKind, id, attributes, modifiedAt }: ProfileUpdate, creates: boolean) => {
    const key = keyOf(clientCode, idKind, id)
    const stored = profiles.get(key)
    if (stored === undefined && !creates) return 'not-found'
    const set = attributes.map(([name, value]) => [name, { value, modifiedAt }] as const)
    const merged = Object.fromEntries([...Object.entries(stored?.attributes ?? {}), ...set])
    if (storedBytes(merged) > PROFILE_LIMIT_BYTES) return 'too-large'
    profiles.set(key, { clientCode, idKind, id, modifiedAt, attributes: merged })
    return 'updated'
  }

  const applyChunk = ({ status, failures, ...batch }: MemoryBatch, chunk: BatchChunk, modifiedAt: number) => {
    for (const { line, id, values } of textRows(chunk.rows)) {
      const attributes = values
        .map((value, column): [string, string] => [chunk.attributeNames[column] ?? '', value])
        .filter(([, value]) => value !== '')
      const outcome =
        attributes.length === 0
          ? 'updated'
          : update(
              { clientCode: batch.clientCode, idKind: batch.idKind, id, attributes, modifiedAt },
              batch.version === 2,
            )
      if (outcome === 'updated') status.successfulUpdates += 1
      else if (outcome === 'not-found') status.profilesNotFound += 1
      else status.failedUpdates += 1
      if (outcome !== 'updated' && failures.length < BATCH_FAILURES_KEPT) {
        failures.push({ line, id, reason: FAILURE_REASONS[outcome] })
      }
    }
    status.consumedCount += chunk.rows.lines.length
  }

  const nextOf = (clientCode: string) =>
    batches
      .values()
      .find(
        (batch) => batch.accepted && batch.clientCode === clientCode && batch.status.state === 'incomplete',
      )

  return {
    profiles: {
      find: async (clientCode, idKind, id) => profiles.get(keyOf(clientCode, idKind, id)),
      update: async (profileUpdate) => update(profileUpdate, false),
    },

    batches: {
      async open(batch) {
        batches.set(batchKeyOf(batch), {
          ...batch,
          accepted: false,
          chunks: [],
          failures: [],
          failedAttempts: 0,
          status: {
            batchId: batch.batchId,
            state: 'incomplete',
            batchSize: 0,
            consumedCount: 0,
            successfulUpdates: 0,
            profilesNotFound: 0,
            failedUpdates: 0,
            stuckBecause: null,
          },
        })
      },

      stage: async (batch, chunk) => void batches.get(batchKeyOf(batch))?.chunks.push(chunk),

      async accept(key, rowCount) {
        const batch = batches.get(batchKeyOf(key))
        if (!batch) throw new Error(`Batch ${key.batchId} is gone.`)
        batch.accepted = true
        batch.status.batchSize = rowCount
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

      failures: async (batch) => batches.get(batchKeyOf(batch))?.failures ?? [],

      async countFailure(clientCode, cause) {
        const batch = nextOf(clientCode)
        if (!batch) return
        batch.failedAttempts += 1
        if (batch.failedAttempts < APPLY_ATTEMPTS) return
        batch.status.state = 'stuck'
        batch.status.stuckBecause = cause
      },

      async applyNextChunk(clientCode, now) {
        const batch = nextOf(clientCode)
        const chunk = batch?.chunks[0]
        if (!batch || !chunk) return false
        applyChunk(batch, chunk, now)
        batch.chunks.shift()
        batch.failedAttempts = 0
        if (batch.chunks.length === 0) batch.status.state = 'complete'
        return true
      },
    },
  }
}

const batchKeyOf = ({ clientCode, batchId }: BatchKey) => `${clientCode}/${batchId}`

const keyOf = (clientCode: string, idKind: ProfileIdKind, id: string) => `${clientCode}/${idKind}/${id}`

/** As the databases count: JSON of `{name: [value, modifiedAt]}`. */
function storedBytes(attributes: StoredProfile['attributes']): number {
  const pairs = Object.entries(attributes).map(([name, { value, modifiedAt }]) => [name, [value, modifiedAt]])
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(pairs))).length
}
