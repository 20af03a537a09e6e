import { Worker } from 'node:worker_threads'
import type { BatchKey } from '#service/profiles/store.ts'
import type { ReaderReply, ReaderRequest } from './postgres-reader.ts'
import type { ReadChunk, StagedChunk } from './postgres-rows.ts'

/** A chunk that was read ahead is read again after this, so that it does not carry an old instant. */
const FRESH_MS = 1000

/** A chunk that is being read or was; `staged` is what it was read from. */
export type Reading = BatchKey & {
  sequence: number
  staged: StagedChunk
  read: Promise<ReadChunk | { problem: string }>
}
export type ReadingAhead = ReturnType<typeof startReading>

/** Reads chunks in a worker thread, started with the first one. */
export function startReading() {
  let worker: Worker | undefined
  let requestCount = 0
  const waiting = new Map<number, PromiseWithResolvers<ReaderReply['read']>>()

  let ahead: Reading | undefined

  function started(): Worker {
    const reader = new Worker(new URL('./postgres-reader.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    reader.on('message', ({ number, read }: ReaderReply) => {
      waiting.get(number)?.resolve(read)
      waiting.delete(number)
    })
    reader.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
      ahead = undefined
      worker = undefined
    })
    return reader
  }

  return {
    read({ clientCode, batchId }: BatchKey, sequence: number, staged: StagedChunk): Reading {
      worker ??= started()
      const number = (requestCount += 1)
      const reply = Promise.withResolvers<ReaderReply['read']>()
      reply.promise.catch(() => {}) // whoever asks for it is told; of one that nobody will, nobody needs to be
      waiting.set(number, reply)
      worker.postMessage({ number, chunk: staged } satisfies ReaderRequest, [])
      return { clientCode, batchId, sequence, staged, read: reply.promise }
    },

    /** Keeps what will be wanted next. */
    keep: (reading: Reading | undefined) => void (ahead = reading),

    /** What was kept of that batch, if it is recent enough. */
    kept({ clientCode, batchId }: BatchKey, now: number): Reading | undefined {
      if (ahead?.clientCode !== clientCode || ahead.batchId !== batchId) return undefined
      return Math.abs(now - ahead.staged.modifiedAt) < FRESH_MS ? ahead : undefined
    },

    close: async () => void (await worker?.terminate()),
  }
}
