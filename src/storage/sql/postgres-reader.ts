// The worker thread that reads chunks: the database is busy with one while the next is read, and no call waits for either.
import { parentPort } from 'node:worker_threads'
import { type ReadChunk, readChunk, type StagedChunk } from './postgres-rows.ts'

export type ReaderRequest = { number: number; chunk: StagedChunk }
export type ReaderReply = { number: number; read: ReadChunk | { problem: string } }

parentPort?.on('message', ({ number, chunk }: ReaderRequest) => {
  const read = readChunk(chunk)
  const moved = 'problem' in read ? [] : [read.ids.buffer, read.attributes.buffer]
  parentPort?.postMessage({ number, read } satisfies ReaderReply, moved)
})
