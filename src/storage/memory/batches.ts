import { textRows } from '#batch-file/batch-rows.ts'
import { BATCH_LIMIT_ROWS, type BatchAct, type BatchFailure } from '#contract/batches.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import {
  type AppliedRows,
  APPLY_ATTEMPTS,
  BATCH_FAILURES_KEPT,
  type BatchChunk,
  type BatchKey,
  type BatchPlace,
  type BatchSelection,
  type BatchStatus,
  type BatchStore,
  type Decision,
  type LastAct,
  type NewBatch,
  NOTHING_APPLIED,
  REFUSED_UPLOADS_KEPT,
  REMOVED_AT_ONCE,
  SHORTEST_ROW_BYTES,
  type StoredBatch,
  WAITING_LIMIT,
} from '#service/batches/store.ts'
import type { CallerStore } from '#service/callers/store.ts'
import type { Merge } from './profiles.ts'

type MemoryBatch = Omit<NewBatch, 'idKind'> & {
  /** Null for a refused upload. */
  idKind: NewBatch['idKind'] | null
  status: BatchStatus
  accepted: boolean
  chunks: BatchChunk[]
  failures: BatchFailure[]
  reservedBytes: number
  failedAttempts: number
  stuckAt: number | null
  finishedAt: number | null
  refusal: string | null
  lastAct: LastAct | null
  /** Order of arrival. */
  sequence: number
}

export function memoryBatches(
  merge: Merge,
  callers: Pick<CallerStore, 'list'>,
  record: (audit: AuditRecord) => void,
): BatchStore {
  const batches = new Map<string, MemoryBatch>()
  let arrived = 0

  const add = (batch: Pick<MemoryBatch, keyof NewBatch>, state: BatchStatus['state']) => {
    arrived += 1
    const added: MemoryBatch = {
      ...batch,
      reservedBytes: 0,
      accepted: false,
      chunks: [],
      failures: [],
      failedAttempts: 0,
      stuckAt: null,
      finishedAt: null,
      refusal: null,
      lastAct: null,
      sequence: arrived,
      status: { batchId: batch.batchId, state, ...NOTHING_APPLIED },
    }
    batches.set(batchKeyOf(batch), added)
    return added
  }

  const storedFrom = async ({ status, clientCode, caller, ...batch }: MemoryBatch): Promise<StoredBatch> => {
    const { version, idKind, receivedAt, finishedAt, stuckAt, refusal, lastAct, sequence } = batch
    const own = { version, idKind, receivedAt, finishedAt, stuckAt, refusal, lastAct, sequence }
    const known = (await callers.list(clientCode)).find(({ id }) => id === caller.id)
    return {
      ...status,
      ...own,
      caller: { ...caller, name: known?.name ?? null },
    }
  }

  const selectedBy = ({ clientCode, only, from, until }: BatchSelection, before: BatchPlace | null) =>
    [...batches.values()]
      .filter(
        (batch) =>
          batch.accepted &&
          batch.clientCode === clientCode &&
          batch.receivedAt >= from &&
          batch.receivedAt < until &&
          (before === null || newestFirst(before, batch) < 0) &&
          isOne(batch.status, only),
      )
      .toSorted(newestFirst)

  const decide = async (
    { sawStuckAt, by, at, ...key }: Decision,
    act: BatchAct,
    audit: AuditRecord,
    change: (batch: MemoryBatch) => void,
  ) => {
    const batch = batches.get(batchKeyOf(key))
    if (batch?.status.state !== 'stuck' || batch.stuckAt !== sawStuckAt) return false
    change(batch)
    batch.lastAct = { act, by, at }
    record(audit)
    return true
  }

  const applyChunk = (
    { status, failures, ...batch }: MemoryBatch,
    idKind: NewBatch['idKind'],
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
          : merge({ clientCode: batch.clientCode, idKind, id, attributes, modifiedAt }, batch.version === 2)
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
      add(batch, 'incomplete').reservedBytes = reservedBytes
      return true
    },

    stage: async (batch, chunk) => void batches.get(batchKeyOf(batch))?.chunks.push(chunk),

    async accept(key, { rows, bytes }, audit) {
      const batch = batches.get(batchKeyOf(key))
      if (!batch) throw new Error(`Batch ${key.batchId} is gone.`)
      batch.accepted = true
      batch.status.batchSize = rows
      batch.reservedBytes = bytes
      if (audit !== undefined) record(audit)
    },

    discard: async (batch) => void batches.delete(batchKeyOf(batch)),

    async keepRefused({ refusal, ...upload }) {
      Object.assign(add({ ...upload, idKind: null }, 'refused'), {
        refusal,
        accepted: true,
        finishedAt: upload.receivedAt,
      })
      const refused = [...batches.values()].filter(
        ({ clientCode, status }) => clientCode === upload.clientCode && status.state === 'refused',
      )
      for (const old of refused.slice(0, -REFUSED_UPLOADS_KEPT)) batches.delete(batchKeyOf(old))
    },

    async discardUnaccepted(clientCode, receivedBefore) {
      for (const batch of batches.values()) {
        const isTheirs = clientCode === null || batch.clientCode === clientCode
        if (isTheirs && !batch.accepted && batch.receivedAt < receivedBefore)
          batches.delete(batchKeyOf(batch))
      }
    },

    async find(key) {
      const batch = batches.get(batchKeyOf(key))
      return batch?.accepted ? storedFrom(batch) : undefined
    },

    page: (selection, before, limit) =>
      Promise.all(selectedBy(selection, before).slice(0, limit).map(storedFrom)),
    count: async (selection, most) => Math.min(most, selectedBy(selection, null).length),

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

    failures: async (batch, afterLine = 0, limit = BATCH_FAILURES_KEPT) =>
      (batches.get(batchKeyOf(batch))?.failures ?? []).filter(({ line }) => line > afterLine).slice(0, limit),

    tryAgain: (decision, audit) =>
      decide(decision, 'tried-again', audit, (batch) => {
        batch.status.state = 'incomplete'
        batch.status.stuckBecause = null
        batch.failedAttempts = 0
        batch.stuckAt = null
      }),

    giveUp: (decision, audit) =>
      decide(decision, 'given-up', audit, (batch) => {
        batch.status.state = 'given-up'
        batch.finishedAt = decision.at
        batch.chunks = []
      }),

    async removeBefore(clientCode, instant) {
      const old = [...batches.values()]
        .filter(
          ({ accepted, status, ...batch }) =>
            accepted &&
            batch.clientCode === clientCode &&
            batch.receivedAt < instant &&
            status.state !== 'incomplete' &&
            status.state !== 'stuck',
        )
        .slice(0, REMOVED_AT_ONCE.batches)
      let room: number = REMOVED_AT_ONCE.failures
      for (const { failures } of old) room -= failures.splice(0, room).length
      if (room < REMOVED_AT_ONCE.failures) return true
      for (const batch of old) batches.delete(batchKeyOf(batch))
      return old.length === REMOVED_AT_ONCE.batches
    },

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
        .flatMap(({ status: { batchId, batchSize, consumedCount, state }, stuckAt, lastAct, ...batch }) =>
          batch.clientCode === clientCode && state === 'stuck' && stuckAt !== null && stuckAt >= since
            ? [{ batchId, batchSize, consumedCount, stuckAt, triedAgainAt: lastAct?.at ?? null }]
            : [],
        )
        .toSorted((one, other) => one.stuckAt - other.stuckAt || (one.batchId < other.batchId ? -1 : 1)),

    async applyNextChunk(clientCode, now) {
      const batch = nextOf(clientCode)
      const chunk = batch?.chunks[0]
      if (!batch || !chunk || batch.idKind === null) return null
      const applied = applyChunk(batch, batch.idKind, chunk, now)
      batch.chunks.shift()
      batch.failedAttempts = 0
      if (batch.chunks.length === 0) {
        batch.status.state = 'complete'
        batch.finishedAt = now
      }
      return applied
    },
  }
}

const mostRowsIn = (bytes: number) => Math.min(BATCH_LIMIT_ROWS, Math.floor(bytes / SHORTEST_ROW_BYTES))

const newestFirst = (one: BatchPlace, other: BatchPlace) =>
  other.receivedAt - one.receivedAt || other.sequence - one.sequence

function isOne({ state, failedUpdates, profilesNotFound }: BatchStatus, only: BatchSelection['only']) {
  if (only === 'with-failures') return failedUpdates + profilesNotFound > 0
  if (only === 'running') return state === 'incomplete'
  return only === null || state === only
}

const batchKeyOf = ({ clientCode, batchId }: BatchKey) => `${clientCode}/${batchId}`
