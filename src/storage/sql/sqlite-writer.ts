// The worker thread that holds the one writing connection, so that no write ever makes the main thread wait.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import type { BatchKey } from '#service/batches/store.ts'
import type { ProfileUpdate } from '#service/profiles/store.ts'
import { batchApplier, stageChunk } from './sqlite-batches.ts'
import { updateProfile } from './sqlite-profiles.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import type { StagedChunk } from './staged-chunk.ts'

/**
 * `full` makes every commit durable. With SQLite's own sizes, batches of 500,000 rows take 3.5 to 5.8 times as long;
 * a cache larger than 16 MB makes them no faster, but the process larger: by 50 MB with 64 MB. The `-wal` file takes
 * 20,000 pages, 82 MB, and more while someone else reads an old state; what is above 128 MB is given back after that.
 * `temp_store`: until it ends, a statement of many rows keeps the pages that it changes as they were. In a file, where SQLite puts
 * them from 64 kB on, each would be written once more.
 */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma cache_size = -16384;
  pragma wal_autocheckpoint = 20000;
  pragma journal_size_limit = 134217728;
  pragma temp_store = memory;
`

/** Fails on a file that can only be read, which SQLite opens all the same. */
const WRITE_NOTHING = 'begin immediate; pragma user_version = 0; rollback'

let database: DatabaseSync
let statements: SqliteStatements
let applyNext: ReturnType<typeof batchApplier>

/** What the main thread may ask for, one at a time. */
const writer = {
  open,
  run(sql: string, parameters: readonly unknown[]) {
    settleLater()
    return statements.run(sql, parameters)
  },
  rollBack: () => statements.rollBack(),
  stageChunk(batch: BatchKey, chunk: StagedChunk) {
    settleLater('a chunk')
    return unsynced(() => stageChunk(statements, batch, chunk))
  },
  applyNextChunk(clientCode: string, now: number) {
    const applied = unsynced(() => applyNext(clientCode, now))
    if (applied !== null) settleLater('a chunk')
    return applied
  },
  updateProfile(update: ProfileUpdate) {
    settleLater()
    return updateProfile(statements, update)
  },
  settle,
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
  database.exec(WRITE_NOTHING)
  statements = new SqliteStatements(database)
  applyNext = batchApplier(statements)
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

/** Long enough that a burst of small writes is one; short, because a `-wal` file that is lost takes with it what is in it. */
const SETTLE_MS = 2000
let isToSettle = false
let hasHadChunk = false

/** Settles soon after a write, but never between the chunks of a batch, which `wal_autocheckpoint` looks after. */
function settleLater(what?: 'a chunk') {
  hasHadChunk ||= what === 'a chunk'
  if (isToSettle) return
  isToSettle = true
  void settleWhenQuiet()
}

async function settleWhenQuiet() {
  do {
    hasHadChunk = false
    await delay(SETTLE_MS, undefined, { ref: false })
  } while (hasHadChunk)
  isToSettle = false
  try {
    settle()
  } catch {
    // What fails here fails the next write as well, which has someone to tell.
  }
}

/** Moves what is in the `-wal` file into the database's own, as far as nobody else is reading: it waits for no one. */
function settle() {
  if (database.isOpen && !database.isTransaction) database.exec('pragma wal_checkpoint(passive)')
}

/** Ends the thread, also where the file could not be opened: there is nothing to be closed then, and closing fails. */
function close() {
  try {
    database.close()
  } finally {
    parentPort?.close()
  }
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
