import { chmodSync, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { finished } from 'node:stream/promises'
import { Client } from 'pg'
import { attributesJson, type Load, ROW_COUNT, rowOf } from './rows.ts'

/** A database to measure: how the service is told to use it, and how fast it is by itself. */
export type Engine = {
  name: string
  /** Settings of a service over an empty database. */
  environment: () => Promise<Record<string, string>>
  /** An empty table like ours, and a way to merge the rows into it that nothing but the engine slows down. */
  openFloor: (
    folder: string,
  ) => Promise<{ merge: (load: Load) => Promise<number>; close: () => Promise<void> }>
}

const CREATE_TABLE = (json: string) => `create table profiles (
  client_code text not null, id_kind text not null, id text not null, modified_at bigint not null,
  attributes ${json} not null, primary key (client_code, id_kind, id))`

export const sqlite: Engine = {
  name: 'SQLite',
  environment: async () => ({}),

  /** A prepared statement in one big transaction, with the pragmas that were fastest. */
  async openFloor(folder) {
    const database = new DatabaseSync(join(folder, 'floor.sqlite'))
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536')
    database.exec('pragma wal_autocheckpoint = 20000')
    database.exec(CREATE_TABLE('text'))
    const merge = database.prepare(`
      insert into profiles values ('demo', 'thirdPartyId', ?, ?, ?)
      on conflict do update set attributes = json_patch(attributes, excluded.attributes),
        modified_at = excluded.modified_at`)
    return {
      async merge(load) {
        const now = Date.now()
        const startedAt = performance.now()
        database.exec('begin immediate')
        for (let index = 0; index < ROW_COUNT; index += 1) {
          const [id, values] = rowOf(load, index)
          merge.run(id, now, attributesJson(values, now))
        }
        database.exec('commit')
        return performance.now() - startedAt
      },
      close: async () => database.close(),
    }
  },
}

/** @param server address of a PostgreSQL server on this machine, with a superuser */
export function postgres(server: string): Engine {
  let count = 0
  const emptyDatabase = async () => {
    const name = `bench_${(count += 1)}`
    const client = await connected(server)
    await client.query(`create database ${name}`)
    await client.end()
    return server.replace('/postgres?', `/${name}?`)
  }
  return {
    name: 'PostgreSQL',
    environment: async () => ({ DATABASE_URL: await emptyDatabase() }),

    /** One COPY into a temporary table, from a file that the server itself reads, then one statement that merges it. */
    async openFloor(folder) {
      const client = await connected(await emptyDatabase())
      await client.query(CREATE_TABLE('jsonb'))
      // The server runs as another user.
      chmodSync(folder, 0o755)
      return {
        async merge(load) {
          const file = join(folder, 'rows.tsv')
          await writeRows(file, load)
          const startedAt = performance.now()
          await client.query('begin')
          await client.query('create temp table rows (id text, attributes jsonb) on commit drop')
          await client.query(`copy rows from '${file}'`)
          await client.query(`
            insert into profiles select 'demo', 'thirdPartyId', id, ${Date.now()}, attributes from rows
            on conflict (client_code, id_kind, id) do update
            set attributes = profiles.attributes || excluded.attributes, modified_at = excluded.modified_at`)
          await client.query('commit')
          return performance.now() - startedAt
        },
        close: () => client.end(),
      }
    },
  }
}

async function connected(connectionString: string) {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

async function writeRows(file: string, load: Load) {
  const stream = createWriteStream(file)
  const now = Date.now()
  for (let index = 0; index < ROW_COUNT; index += 1) {
    const [id, values] = rowOf(load, index)
    stream.write(`${id}\t${attributesJson(values, now)}\n`)
  }
  stream.end()
  await finished(stream)
}
