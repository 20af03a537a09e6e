// The worker thread that holds the one writing connection, so that no write ever makes the main thread wait.
import { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import type { BatchKey } from '#service/batches/store.ts'
import type { ProfileUpdate } from '#service/profiles/store.ts'
import { applyNextChunk, stageChunk } from './sqlite-batches.ts'
import { updateProfile } from './sqlite-profiles.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import type { StagedChunk } from './staged-chunk.ts'

/**
 * `full` makes every commit durable. With SQLite's own sizes, batches of 500,000 rows take 3.5 to 5.8 times as long;
 * a cache larger than 16 MB makes them no faster, but the process larger: by 50 MB with 64 MB.
 */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma cache_size = -16384;
  pragma wal_autocheckpoint = 20000;
`

let database: DatabaseSync
let statements: SqliteStatements

/** What the main thread may ask for, one at a time. */
const writer = {
  open,
  run: (sql: string, parameters: readonly unknown[]) => statements.run(sql, parameters),
  rollBack: () => statements.rollBack(),
  stageChunk: (batch: BatchKey, chunk: StagedChunk) => unsynced(() => stageChunk(statements, batch, chunk)),
  applyNextChunk: (clientCode: string, now: number) =>
    unsynced(() => applyNextChunk(statements, clientCode, now)),
  updateProfile: (update: ProfileUpdate) => updateProfile(statements, update),
  close,
}

export type Writer = typeof writer
export type WriterRequest<Name extends keyof Writer = keyof Writer> = {
  name: Name
  given: Parameters<Writer[Name]>
}
/** `fields`: those of an error's own, none of which crosses to the main thread with it. */
export type WriterReply<Name extends keyof Writer = keyof Writer> =
  { result: ReturnType<Writer[Name]> } | { error: Error; fields: object }

function open(file: string) {
  database = new DatabaseSync(file, { timeout: 5000 })
  database.exec(PRAGMAS)
  statements = new SqliteStatements(database)
}

/**
 * Spares the wait for the disk where none is needed: a chunk that a power cut undoes is staged again, by the sender who
 * was not answered, or still there to be applied again. The next synchronous commit makes it durable.
 */
function unsynced<Result>(work: () => Result): Result {
  database.exec('pragma synchronous = normal')
  try {
    return work()
  } finally {
    database.exec('pragma synchronous = full')
  }
}

function close() {
  database.close()
  parentPort?.close()
}

function reply({ name, given }: WriterRequest): WriterReply {
  try {
    return { result: Reflect.apply(writer[name], undefined, given) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { error, fields: Object.assign({}, error) }
  }
}

parentPort?.on('message', (request: WriterRequest) => parentPort?.postMessage(reply(request), []))
