// The worker thread that holds the one writing connection, so that no write ever makes the main thread wait.
import { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import type { BatchKey } from '#service/batches/store.ts'
import type { ProfileUpdate } from '#service/profiles/store.ts'
import { applyNextChunk, stageChunk } from './sqlite-batches.ts'
import { updateProfile } from './sqlite-profiles.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import type { StagedChunk } from './staged-chunk.ts'

/** What the main thread may ask for, one at a time. */
export type WriterRequest =
  | { kind: 'open'; file: string }
  | { kind: 'run'; sql: string; parameters: readonly unknown[] }
  | { kind: 'roll-back' }
  | { kind: 'stage-chunk'; batch: BatchKey; chunk: StagedChunk }
  | { kind: 'apply-next-chunk'; clientCode: string; now: number }
  | { kind: 'update-profile'; update: ProfileUpdate }
  | { kind: 'close' }

/** `isRoomLacking`: of an error's own fields none crosses to the main thread. */
export type WriterReply<Result> = { result: Result } | { error: unknown; isRoomLacking: boolean }

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

function answer(request: WriterRequest): unknown {
  switch (request.kind) {
    case 'open':
      return open(request.file)
    case 'run':
      return statements.run(request.sql, request.parameters)
    case 'roll-back':
      return statements.rollBack()
    case 'stage-chunk':
      return unsynced(() => stageChunk(statements, request.batch, request.chunk))
    case 'apply-next-chunk':
      return unsynced(() => applyNextChunk(statements, request.clientCode, request.now))
    case 'update-profile':
      return updateProfile(statements, request.update)
    case 'close':
      return close()
    default:
      return request satisfies never
  }
}

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

function reply(request: WriterRequest): WriterReply<unknown> {
  try {
    return { result: answer(request) }
  } catch (error) {
    return { error, isRoomLacking: isRoomLacking(error) }
  }
}

const PRIMARY_CODE = 0xff
const SQLITE_IOERR = 10
const SQLITE_FULL = 13

/** A quota or a limit on the size of files comes as a failed write, where a full disk comes as such. */
function isRoomLacking(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error)) return false
  return [SQLITE_FULL, SQLITE_IOERR].includes(Number(error.errcode) & PRIMARY_CODE)
}

parentPort?.on('message', (request: WriterRequest) => parentPort?.postMessage(reply(request), []))
