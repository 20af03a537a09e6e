import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { finished } from 'node:stream/promises'
import { attributesJson, type Load, ROW_COUNT, rowOf } from './rows.ts'

/** A database to measure: how the service is told to use it, and how fast it is by itself. */
export type Engine = {
  name: string
  /** Settings of a service over an empty database. */
  environment: () => Record<string, string>
  /** An empty table like ours, and a way to merge the rows into it that nothing but the engine slows down. */
  openFloor: (folder: string) => { merge: (load: Load) => Promise<number>; close: () => void }
}

const CREATE_TABLE = (json: string) => `create table profiles (
  client_code text not null, id_kind text not null, id text not null, modified_at bigint not null,
  attributes ${json} not null, primary key (client_code, id_kind, id))`

export const sqlite: Engine = {
  name: 'SQLite',
  environment: () => ({}),

  /** A prepared statement in one big transaction, with the pragmas that were fastest. */
  openFloor(folder) {
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
      close: () => database.close(),
    }
  },
}

/** @param server address of a PostgreSQL server on which databases may be made, as `postgres://user@host/postgres` */
export function postgres(server: string): Engine {
  const psql = (url: string, ...commands: string[]) =>
    execFileSync('psql', [url, '-qv', 'ON_ERROR_STOP=1', ...commands.flatMap((sql) => ['-c', sql])])
  let count = 0
  const emptyDatabase = () => {
    const name = `bench_${process.pid}_${(count += 1)}`
    psql(server, `create database ${name}`)
    return { name, url: Object.assign(new URL(server), { pathname: name }).href }
  }
  return {
    name: 'PostgreSQL',
    environment: () => ({ DATABASE_URL: emptyDatabase().url }),

    /** One COPY into a temporary table, then one statement that merges it. */
    openFloor(folder) {
      const { name, url } = emptyDatabase()
      psql(url, CREATE_TABLE('jsonb'))
      return {
        async merge(load) {
          const file = join(folder, 'rows.tsv')
          await writeRows(file, load)
          const startedAt = performance.now()
          psql(
            url,
            'create temp table rows (id text, attributes jsonb)',
            `\\copy rows from '${file}'`,
            `insert into profiles select 'demo', 'thirdPartyId', id, ${Date.now()}, attributes from rows
             on conflict (client_code, id_kind, id) do update
             set attributes = profiles.attributes || excluded.attributes, modified_at = excluded.modified_at`,
          )
          return performance.now() - startedAt
        },
        close: () => psql(server, `drop database ${name}`),
      }
    },
  }
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
