import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { QueryResult } from 'kysely'
import { namesOf, rowOf } from './asked-often.ts'

type Asked = { statement: StatementSync; names: string[] }

/** Runs SQL on a connection; every text is prepared once and kept, so the texts must be few. */
export class SqliteStatements {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()
  /** Whether each gives rows; to ask a statement takes as long as a small one runs. */
  readonly #giveRows = new Map<StatementSync, boolean>()

  readonly #asked = new Map<string, Asked>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  run<Row>(sql: string, parameters: readonly unknown[] = []): QueryResult<Row> {
    const statement = this.prepare(sql)
    // oxlint-disable typescript/no-unsafe-type-assertion -- only who wrote the SQL knows what it takes and gives
    const values = parameters as SQLInputValue[]
    if (this.#givesRows(statement)) return { rows: statement.all(...values) as Row[] }
    // oxlint-enable typescript/no-unsafe-type-assertion
    const { changes } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  /** The first row of a query, its columns as they are called in code; what is asked so is to be asked very often. */
  first(sql: string, parameters: readonly unknown[]): object | undefined {
    const { statement, names } = this.#asked.get(sql) ?? this.#toAsk(sql)
    // oxlint-disable typescript/no-unsafe-type-assertion -- only who wrote the SQL knows what it takes and gives
    const values = statement.get(...(parameters as SQLInputValue[])) as unknown[] | undefined
    if (values === undefined) return undefined
    return rowOf(names, values)
    // oxlint-enable typescript/no-unsafe-type-assertion
  }

  /** Without the names, which SQLite would spell out anew for each row. */
  #toAsk(sql: string): Asked {
    const statement = this.#database.prepare(sql)
    statement.setReturnArrays(true)
    const asked = { statement, names: namesOf(statement.columns()) }
    this.#asked.set(sql, asked)
    return asked
  }

  #givesRows(statement: StatementSync): boolean {
    const known = this.#giveRows.get(statement)
    if (known !== undefined) return known
    const givesRows = statement.columns().length > 0
    this.#giveRows.set(statement, givesRows)
    return givesRows
  }

  /** Does the work in one transaction. `false` undoes it, and so does an error, which is thrown on. */
  transaction(work: () => boolean): boolean {
    this.run('begin immediate')
    try {
      const isDone = work()
      this.run(isDone ? 'commit' : 'rollback')
      return isDone
    } catch (error) {
      this.rollBack()
      throw error
    }
  }

  /** After some errors, such as a full disk, SQLite has rolled back already. */
  rollBack() {
    if (this.#database.isTransaction) this.run('rollback')
  }

  prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.#database.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }

  close() {
    this.#database.close()
  }
}
