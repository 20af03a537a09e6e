import { DatabaseSync } from 'node:sqlite'
import { CamelCasePlugin, Kysely, sql } from 'kysely'
import { doubtsTold } from './doubts.ts'
import { migrate } from './migrate.ts'
import { NEW, type Opening, requireKnown } from './opening.ts'
import { readingTurns } from './reading-turns.ts'
import type { Database, Tables } from './schema.ts'
import { type SqliteConnection, sqliteDialect } from './sqlite-dialect.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import { startWriter, WriterEndedError } from './sqlite-writer-thread.ts'
import { type SqlStorage, sqlStorage } from './sql-storage.ts'
import { stagedChunks } from './staged-chunk.ts'
import { noRoom, outOfReach } from './unavailable.ts'

/**
 * Opens a database file, made if it is not there, and brings it to this version. Writing happens in a worker thread,
 * reading on the main one, which sees every write that has returned. Only one process may have the file open.
 *
 * @throws LostDatabaseError, and Error when the file cannot be opened or a newer version of the program has written it
 */
export async function openSqlite(file: string, opening: Opening = NEW): Promise<SqlStorage> {
  const writer = startWriter()
  const write = kyselyOver({
    open: () => writer.ask('open', [file]),
    run: (text, parameters) => writer.ask('run', [text, parameters]),
    rollBack: () => writer.ask('rollBack', []),
    close: () => writer.close(),
  })
  try {
    await requireKnown(write, opening)
    await migrate(write)
  } catch (error) {
    await writer.close()
    throw error
  }
  const database = openForReading(file)
  const reading = new SqliteStatements(database)
  const turns = readingTurns(database)
  writer.beforeAnswers(turns.end)
  const read = kyselyOver(readingConnection(reading))
  return sqlStorage({
    read,
    write,
    prepared: (text) => (parameters) => {
      turns.begin()
      return reading.first(text, parameters)
    },
    transaction: (work) => write.transaction().execute(work),
    elementsOf: (rows) => sql`json_each(${JSON.stringify(rows)})`,
    async stage(batch, rows) {
      for (const chunk of stagedChunks(rows)) {
        await write.connection().execute(() => writer.ask('stageChunk', [batch, chunk], [chunk.rows.buffer]))
      }
    },
    // Waits its turn like every other write, so that small writes find a way in between two chunks.
    applyNextChunk: (clientCode, now) =>
      write.connection().execute(() => writer.ask('applyNextChunk', [clientCode, now])),
    settle: () => writer.ask('settle', []),
    updateProfile: (update) => write.connection().execute(() => writer.ask('updateProfile', [update])),
    doubts: doubtsTold(opening.tell),
    toldAs,
    failed: writer.failed,
    tables: write,
    counts: null,
    endSoon: () => {}, // a file always answers
    async close() {
      await read.destroy()
      await write.destroy()
    },
  })
}

/** A database file as it is, for reading alone; another process may have it open. @throws Error when it cannot be opened */
export const readSqlite = (file: string): Database =>
  kyselyOver(readingConnection(new SqliteStatements(openForReading(file))))

function kyselyOver(connection: SqliteConnection) {
  return new Kysely<Tables>({ dialect: sqliteDialect(connection), plugins: [new CamelCasePlugin()] })
}

const openForReading = (file: string) => new DatabaseSync(file, { readOnly: true, timeout: 5000 })

function readingConnection(statements: SqliteStatements): SqliteConnection {
  return {
    open: async () => {},
    run: async (text, parameters) => statements.run(text, parameters),
    rollBack: async () => statements.rollBack(),
    close: async () => statements.close(),
  }
}

// SQLite's result codes (sqlite.org/rescode.html): the lowest byte is the kind, the others say more about it.
const KIND = 0xff
const FULL = 13
/** Writing, syncing, truncating, making room for the index of the `-wal` file. */
const FAILED_WRITES = [778, 1034, 1546, 4874]
/** Busy, locked, out of memory, read-only, failed I/O, damaged, cannot be opened, locks that do not work, not a database. */
const OUT_OF_REACH = [5, 6, 7, 8, 10, 11, 14, 15, 26]

/** What lies in the file, its disk or the machine is for the operator to mend. Everything else is a fault of ours. */
function toldAs(error: unknown): unknown {
  if (error instanceof WriterEndedError) return outOfReach(error)
  if (!(error instanceof Error && 'errcode' in error)) return error
  const code = Number(error.errcode)
  // A quota or a limit on the size of files comes as a failed write, where a full disk comes as such.
  if (code === FULL || FAILED_WRITES.includes(code)) return noRoom(error)
  return OUT_OF_REACH.includes(code & KIND) ? outOfReach(error) : error
}
