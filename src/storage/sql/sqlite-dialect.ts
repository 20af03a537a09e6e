import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** One SQLite connection, wherever it lives. */
export type SqliteConnection = {
  open(): Promise<void>
  run(sql: string, parameters: readonly unknown[]): Promise<QueryResult<unknown>>
  rollBack(): Promise<void>
  close(): Promise<void>
}

/** Lets Kysely speak to one connection of `node:sqlite`; Kysely itself lets in one query or transaction at a time. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => sqliteDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Kysely's own says no, which would leave a failed migration half done; SQLite does roll back changes of tables. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

function sqliteDriver(sqlite: SqliteConnection): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only who wrote the SQL knows what it gives
      return (await sqlite.run(sql, parameters)) as QueryResult<Row>
    },
    streamQuery: () => {
      throw new Error('Nothing here is large enough to be streamed out of SQLite.')
    },
  }
  const run = async (sql: string) => void (await sqlite.run(sql, []))
  return {
    init: () => sqlite.open(),
    acquireConnection: async () => connection,
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => sqlite.rollBack(),
    releaseConnection: async () => {},
    destroy: () => sqlite.close(),
  }
}
