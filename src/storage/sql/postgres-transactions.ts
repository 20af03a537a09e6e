import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'

/**
 * After this, what a process that went silent in the middle of a transaction holds is free for the others. Being cut
 * off by mistake costs no more than doing the transaction again; it is idle for milliseconds at most.
 */
const LEASE_MS = 10_000

/**
 * PostgreSQL whose transactions end by themselves when their process goes silent. Each says so itself, because PgBouncer refuses the
 * setting at the start of a connection, and a session may have another connection of the server's for each transaction.
 */
export class LeasingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #leaseMs: number

  /** @param limitMs longest time that a transaction may take; one that may take any may stand idle as long */
  constructor(config: PostgresDialectConfig, limitMs: number) {
    super(config)
    this.#config = config
    this.#leaseMs = limitMs === Infinity ? 0 : LEASE_MS
  }

  override createDriver() {
    return new LeasingDriver(this.#config, this.#leaseMs)
  }
}

class LeasingDriver extends PostgresDriver {
  readonly #lease: string

  constructor(config: PostgresDialectConfig, leaseMs: number) {
    super(config)
    this.#lease = `set local idle_in_transaction_session_timeout = ${leaseMs}`
  }

  /** In one go with what begins it, so that it takes no longer. */
  override async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings) {
    const begin = isolationLevel === undefined ? 'begin' : `begin isolation level ${isolationLevel}`
    await connection.executeQuery(CompiledQuery.raw(`${begin}; ${this.#lease}`))
  }
}
