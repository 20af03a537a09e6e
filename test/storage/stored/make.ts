// Stores a database of each engine in today's form, as the service leaves it, once that form has landed:
//
//   npx node test/storage/stored/make.ts
//
// It needs `pg_dump`, of PostgreSQL 15 because what that writes every later one reads. What is stored already stays.
import { execFileSync } from 'node:child_process'
import { deepEqual } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { requireFittingKey } from '#server/keys.ts'
import { aesCipher } from '#server/cipher.ts'
import { migrations } from '#storage/sql/migrate.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import type { SqlStorage } from '#storage/sql/sql-storage.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import { KEY, tell } from './story.ts'

const form = Object.keys(migrations).at(-1)?.slice(0, 3) ?? ''
const HEAD = `-- As the service left it in form ${form}, made by make.ts beside it. Every secret in it is invented.`
const folder = mkdtempSync(join(tmpdir(), 'profile-api-stored-'))
const file = join(folder, 'profile-api.sqlite')
const { url, stop } = await startPostgres({ durable: false })
try {
  const remembered = await filled(await openSqlite(file))
  deepEqual(await filled(await openPostgres(url)), remembered)
  store('json', `${JSON.stringify(remembered, null, 2)}\n`)
  store('sqlite.sql', `${HEAD}\n${sqliteDump(file)}`)
  store('postgres.sql', `${HEAD}\n${postgresDump(url)}`)
} finally {
  await stop()
  rmSync(folder, { recursive: true })
}

async function filled(storage: SqlStorage) {
  await requireFittingKey(await aesCipher(KEY), storage.keyCheck)
  const remembered = await tell(storage.stores)
  await storage.close()
  return remembered
}

function store(kind: string, text: string) {
  writeFileSync(join(import.meta.dirname, `${form}.${kind}`), text, { flag: 'wx' })
}

/** Without its comments, and without the commands that only `psql` knows. */
function postgresDump(databaseUrl: string): string {
  const options = ['--no-owner', '--no-privileges', '--inserts']
  return execFileSync('pg_dump', [...options, databaseUrl], { encoding: 'utf8' }).replaceAll(
    /^(?:(?:--|\\).*)?\n/gm,
    '',
  )
}

/** Tables with their rows in the order in which they came, then the indexes. */
function sqliteDump(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true })
  const valuesOf = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row).map(String))
  const definitions = (type: string) =>
    valuesOf(`select name, sql || ';' from sqlite_schema where type = '${type}' and sql is not null
      and name not like 'sqlite%' order by rowid`)
  const inserts = (table: string) => {
    const columns = valuesOf(`select name from pragma_table_info('${table}')`).flat()
    const values = columns.map((column) => `quote("${column}")`).join(` || ', ' || `)
    return valuesOf(
      `select 'insert into ${table} values (' || ${values} || ');' from "${table}" order by rowid`,
    )
  }
  const tables = definitions('table').flatMap(([name = '', sql = '']) => [sql, ...inserts(name).flat()])
  const sequences = ['delete from sqlite_sequence;', ...inserts('sqlite_sequence').flat()]
  const indexes = definitions('index').map(([, sql]) => sql)
  database.close()
  return ['begin;', ...tables, ...sequences, ...indexes, 'commit;', ''].join('\n')
}
