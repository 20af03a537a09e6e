import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { CamelCasePlugin, Kysely } from 'kysely'
import { migrate } from './migrate.ts'
import type { Tables } from './schema.ts'
import { type SqliteConnection, sqliteDialect } from './sqlite-dialect.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import type { Writer, WriterReply, WriterRequest } from './sqlite-writer.ts'
import { type SqlStorage, sqlStorage } from './sql-storage.ts'
import { stagedChunks } from './staged-chunk.ts'
import { noRoom } from './unavailable.ts'

/**
 * Opens a database file, made if it is not there, and brings it to this version. Writing happens in a worker thread,
 * reading on the main one, which sees every write that has returned. Only one process may have the file open.
 *
 * @throws Error when the file cannot be opened or a newer version of the program has written it
 */
export async function openSqlite(file: string): Promise<SqlStorage> {
  const writer = startWriter()
  const write = kyselyOver({
    open: () => writer.ask('open', [file]),
    run: (sql, parameters) => writer.ask('run', [sql, parameters]),
    rollBack: () => writer.ask('rollBack', []),
    close: () => writer.close(),
  })
  try {
    await migrate(write)
  } catch (error) {
    await writer.close()
    throw error
  }
  const read = kyselyOver(readingConnection(file))
  return sqlStorage({
    read,
    write,
    transaction: (work) => write.transaction().execute(work),
    async stage(batch, rows) {
      for (const chunk of stagedChunks(rows)) {
        await write.connection().execute(() => writer.ask('stageChunk', [batch, chunk], [chunk.rows.buffer]))
      }
    },
    // Waits its turn like every other write, so that small writes find a way in between two chunks.
    applyNextChunk: (clientCode, now) =>
      write.connection().execute(() => writer.ask('applyNextChunk', [clientCode, now])),
    updateProfile: (update) => write.connection().execute(() => writer.ask('updateProfile', [update])),
  })
}

function kyselyOver(connection: SqliteConnection) {
  return new Kysely<Tables>({ dialect: sqliteDialect(connection), plugins: [new CamelCasePlugin()] })
}

function readingConnection(file: string): SqliteConnection {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  const statements = new SqliteStatements(database)
  return {
    open: async () => {},
    run: async (sql, parameters) => statements.run(sql, parameters),
    rollBack: async () => statements.rollBack(),
    close: async () => database.close(),
  }
}

function startWriter() {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  return {
    /** @param moved what the request gives away instead of copying it */
    async ask<Name extends keyof Writer>(
      name: Name,
      given: Parameters<Writer[Name]>,
      moved: ArrayBuffer[] = [],
    ): Promise<ReturnType<Writer[Name]>> {
      worker.postMessage({ name, given } satisfies WriterRequest<Name>, moved)
      const reply: WriterReply<Name> = (await once(worker, 'message'))[0]
      if ('error' in reply) throw reply.isRoomLacking ? noRoom(reply.error) : reply.error
      return reply.result
    },
    async close() {
      const exited = once(worker, 'exit')
      worker.postMessage({ name: 'close', given: [] } satisfies WriterRequest<'close'>, [])
      await exited
    },
  }
}
