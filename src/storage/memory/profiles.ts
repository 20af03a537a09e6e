import type { ProfileIdKind } from '#contract/profiles.ts'
import { BatchSyntaxError, rowsOf } from '#service/profiles/batch-rows.ts'
import type {
  BatchChunk,
  BatchStatus,
  BatchStore,
  NewBatch,
  ProfileStore,
  StoredProfile,
} from '#service/profiles/store.ts'

type MemoryBatch = NewBatch & { status: BatchStatus; accepted: boolean; chunks: BatchChunk[] }

export function memoryProfiles(): { batches: BatchStore; profiles: ProfileStore } {
  const batches = new Map<string, MemoryBatch>()
  const profiles = new Map<string, StoredProfile>()

  const applyChunk = (batch: MemoryBatch, chunk: BatchChunk, now: number) => {
    const rows = [...rowsOf(chunk.bytes, chunk.firstLine, batch.attributeNames.length)]
    for (const { id, values } of rows) {
      const { clientCode, idKind } = batch
      const given = batch.attributeNames
        .map((name, column) => [name, { value: values[column] ?? '', modifiedAt: now }] as const)
        .filter(([, attribute]) => attribute.value !== '')
      const key = keyOf(clientCode, idKind, id)
      const stored = profiles.get(key)
      if (given.length > 0 && !stored && batch.version === 1) {
        batch.status.profilesNotFound += 1
        continue
      }
      if (given.length > 0) {
        const attributes = Object.fromEntries([...Object.entries(stored?.attributes ?? {}), ...given])
        profiles.set(key, { clientCode, idKind, id, modifiedAt: now, attributes })
      }
      batch.status.successfulUpdates += 1
    }
    batch.status.consumedCount += rows.length
  }

  return {
    profiles: {
      find: async (clientCode, idKind, id) => profiles.get(keyOf(clientCode, idKind, id)),
    },

    batches: {
      async open(batch) {
        batches.set(batch.batchId, {
          ...batch,
          accepted: false,
          chunks: [],
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

      stage: async (batchId, chunk) => void batches.get(batchId)?.chunks.push(chunk),

      async accept(batchId, rowCount) {
        const batch = batches.get(batchId)
        if (!batch) return
        batch.accepted = true
        batch.status.batchSize = rowCount
      },

      discard: async (batchId) => void batches.delete(batchId),

      async discardUnaccepted(receivedBefore) {
        for (const batch of batches.values()) {
          if (!batch.accepted && batch.receivedAt < receivedBefore) batches.delete(batch.batchId)
        }
      },

      async find(clientCode, batchId) {
        const batch = batches.get(batchId)
        return batch?.accepted && batch.clientCode === clientCode ? { ...batch.status } : undefined
      },

      async applyNextChunk(now) {
        const batch = batches
          .values()
          .find(({ accepted, status }) => accepted && status.state === 'incomplete')
        const chunk = batch?.chunks[0]
        if (!batch || !chunk) return false
        try {
          applyChunk(batch, chunk, now)
        } catch (error) {
          if (!(error instanceof BatchSyntaxError)) throw error
          batch.status.state = 'stuck'
          batch.status.stuckBecause = error.message
          return true
        }
        batch.chunks.shift()
        if (batch.chunks.length === 0) batch.status.state = 'complete'
        return true
      },
    },
  }
}

const keyOf = (clientCode: string, idKind: ProfileIdKind, id: string) => `${clientCode}/${idKind}/${id}`
