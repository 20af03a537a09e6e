import { setTimeout as delay } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import { DatabaseError, Pool, type PoolConfig, types } from 'pg'
import { doubtsTold } from './doubts.ts'
import { migrate } from './migrate.ts'
import { NEW, type Opening, requireKnown } from './opening.ts'
import { applyNextChunk, stageRows } from './postgres-batches.ts'
import { updateProfile } from './postgres-profiles.ts'
import type { Database, Tables } from './schema.ts'
import { type SqlStorage, sqlStorage } from './sql-storage.ts'
import { noRoom, outOfReach } from './unavailable.ts'

const CONNECT_LIMIT_MS = 10_000
/**
 * After this, what a process that went silent in the middle of a transaction holds is free for the others. Being cut
 * off by mistake costs no more than doing the transaction again; it is idle for milliseconds at most.
 */
const LEASE_MS = 10_000
/** Far more than two people at once; a transaction that does not get through by then is a fault. */
const ATTEMPTS = 10

/**
 * Opens a PostgreSQL database, 15 or newer, and brings it to this version. Any number of processes may have it open.
 *
 * @param url `postgres://user:password@host:5432/database`
 * @throws LostDatabaseError, and Error when the database cannot be reached or a newer version of the program has written it
 */
export async function openPostgres(url: string, opening: Opening = NEW): Promise<SqlStorage> {
  const db = databaseAt(url)
  // One connection, so that changes that wait for each other leave the others to those who read.
  const changes = databaseAt(url, { max: 1 })
  try {
    await requireFitting(db)
    await oneAtATime(changes, async () => {
      await requireKnown(db, opening)
      await migrate(db)
    })
  } catch (error) {
    await Promise.all([db.destroy(), changes.destroy()])
    throw error
  }
  const storage = sqlStorage({
    read: db,
    write: db,
    transaction: (work) => inTurn(changes, work),
    elementsOf: (rows) => sql`json_array_elements(${JSON.stringify(rows)}::json)`,
    stage: (batch, rows) => stageRows(db, batch, rows),
    applyNextChunk: (clientCode, now) => applyNextChunk(db, clientCode, now),
    settle: async () => {}, // the server looks after its own files
    updateProfile: (update) => updateProfile(db, update),
    doubts: doubtsTold(opening.tell),
    toldAs,
    failed: new Promise(() => {}), // the pool replaces a connection that breaks
  })
  return {
    ...storage,
    async close() {
      await storage.close()
      await changes.destroy()
    },
  }
}

/** That it can be written to, and holds every text. @throws Error that says why not */
async function requireFitting(db: Database): Promise<void> {
  const { encoding, isStandby } = await db
    .selectNoFrom([
      sql<string>`current_setting('server_encoding')`.as('encoding'),
      sql<boolean>`pg_is_in_recovery()`.as('isStandby'),
    ])
    .executeTakeFirstOrThrow()
  if (isStandby) throw new Error('it is a standby, which nothing can be written to; name the primary')
  if (encoding !== 'UTF8')
    throw new Error(`its encoding is ${encoding}, and it takes UTF8 to hold every text`)
}

/**
 * Does it while no other process does: to look at tables while they are changed gives errors and deadlocks. However long it
 * takes, the lease does not cut it off.
 */
async function oneAtATime(db: Database, work: () => Promise<void>) {
  await db.transaction().execute(async (turn) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(turn)
    await sql`select pg_advisory_xact_lock(hashtext('profile-api-console'))`.execute(turn)
    await work()
  })
}

/** A database as it is: it is not brought to this version. */
export const readPostgres = (url: string): Database => databaseAt(url)

function databaseAt(url: string, options: PoolConfig = {}): Database {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idle_in_transaction_session_timeout: LEASE_MS,
    keepAlive: true,
    types: { getTypeParser },
    ...options,
  })
  // A connection that breaks is replaced; whoever uses it is told by its next query. Without these two the process
  // would end: one is for idle connections, the other for those between two queries of a transaction.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
}

/** As the shared stores expect it: whole numbers, which are small enough here, JSON as text, bytes of no special class. */
function getTypeParser(type: Parameters<typeof types.getTypeParser>[0]): (text: string) => unknown {
  switch (type) {
    case types.builtins.INT8:
      return Number
    case types.builtins.JSONB:
      return String
    case types.builtins.BYTEA:
      return (text) => new Uint8Array(Buffer.from(text.slice('\\x'.length), 'hex'))
    default:
      return types.getTypeParser(type)
  }
}

/**
 * Does one change after the other, those of other processes too, because the audit records that they store are a chain.
 * The lock is the first thing in the transaction, before PostgreSQL decides what it sees; a row's would come after that, and
 * all who waited for it would have to begin again. Where something else crosses a change, PostgreSQL notices that it did not
 * run as if alone, and refuses it; then it is done again.
 */
async function inTurn<Result>(db: Database, work: (trx: Database) => Promise<Result>) {
  const change = async (trx: Database) => {
    await sql`lock table audit_chains in exclusive mode`.execute(trx)
    return work(trx)
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(change)
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
      await delay(attempt * 10 * Math.random())
    }
  }
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

const isConflict = (error: unknown) =>
  error instanceof DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED)

const DISK_FULL = '53100'
/**
 * What an operator or time mends: connection lost, a transaction cut off after its time, gone read-only, let in no more, no
 * longer there, crossed by others too often, out of some resource, taking no connections, a lock that was not had in time,
 * cancelled or shut down, failed I/O.
 */
const PASSING = /^(?:08|25P03|25P04|25006|28|3D|40|53|55000|55006|55P03|57|58)/

/** A full disk or a lost database passes: the caller may come back. Everything else is a fault of ours. */
function toldAs(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const code = error.code ?? ''
    if (code === DISK_FULL) return noRoom(error)
    return PASSING.test(code) ? outOfReach(error) : error
  }
  return isLostConnection(error) ? outOfReach(error) : error
}

/** Failures of a socket have a code of the system's, those of the driver its words alone. */
const isLostConnection = (error: unknown) =>
  error instanceof Error &&
  ('code' in error ||
    /^(?:Connection terminated|timeout exceeded|Client has encountered)/.test(error.message))
