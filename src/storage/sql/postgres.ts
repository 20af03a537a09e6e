import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { DatabaseError, types } from 'pg'
import { doubtsTold } from './doubts.ts'
import { migrate } from './migrate.ts'
import { NEW, type Opening, requireKnown } from './opening.ts'
import { applyNextChunk, stageRows } from './postgres-batches.ts'
import { postgresCounts } from './postgres-counts.ts'
import { POOL_SIZE } from './pool-size.ts'
import { PostgresPools, SilentDatabaseError, StandbyError } from './postgres-pools.ts'
import { updateProfile } from './postgres-profiles.ts'
import type { Database } from './schema.ts'
import { type SqlStorage, sqlStorage } from './sql-storage.ts'
import { noRoom, outOfReach } from './unavailable.ts'

/** What a call asks or changes takes milliseconds, and seconds where it waits for others. */
const CALL_LIMIT_MS = 10_000
/** A chunk of a batch is larger, and nobody waits for it. */
const CHUNK_LIMIT_MS = 30_000
/** For changes and for chunks of batches: each does one after the other. */
const OF_THEIR_OWN = 2
/** Far more than two people at once; a transaction that does not get through by then is a fault. */
const ATTEMPTS = 10

/**
 * Opens a PostgreSQL database, 15 or newer, and brings it to this version. Any number of processes may have it open.
 *
 * @param url `postgres://user:password@host:5432/database`
 * @param poolSize most connections at once, POOL_SIZE.least or more
 * @throws LostDatabaseError, and Error when the database cannot be reached or a newer version of the program has written it
 */
export async function openPostgres(
  url: string,
  opening: Opening = NEW,
  poolSize: number = POOL_SIZE.default,
): Promise<SqlStorage> {
  const pools = poolsAt(url)
  const [forReading, forWriting] = halves(poolSize - OF_THEIR_OWN)
  const { read, prepared } = pools.openReading(forReading, CALL_LIMIT_MS)
  const write = pools.open(forWriting, CALL_LIMIT_MS)
  const chunks = pools.open(1, CHUNK_LIMIT_MS)
  const changes = pools.open(1, CALL_LIMIT_MS)
  try {
    await requireFitting(read)
    await atTheStart(url, async (db) => {
      await requireKnown(db, opening)
      await migrate(db)
    })
  } catch (error) {
    await pools.close()
    throw error
  }
  return sqlStorage({
    read,
    write,
    prepared,
    transaction: (work) => inTurn(changes, work),
    elementsOf: (rows) => sql`json_array_elements(${JSON.stringify(rows)}::json)`,
    stage: (batch, rows) => stageRows(write, batch, rows),
    applyNextChunk: (clientCode, now) => applyNextChunk(chunks, clientCode, now),
    settle: async () => {}, // the server looks after its own files
    updateProfile: (update) => updateProfile(write, update),
    doubts: doubtsTold(opening.tell),
    toldAs,
    failed: new Promise(() => {}), // the pool replaces a connection that breaks
    tables: pools.open(1, Infinity),
    counts: postgresCounts(read),
    endSoon: () => pools.endSoon(),
    close: () => pools.close(),
  })
}

const halves = (size: number) => [Math.ceil(size / 2), Math.floor(size / 2)] as const

/** That it holds every text, and has its tables where they are looked for. @throws Error that says why not */
async function requireFitting(db: Database): Promise<void> {
  const { encoding, schema } = await db
    .selectNoFrom([
      sql<string>`current_setting('server_encoding')`.as('encoding'),
      sql<string | null>`current_schema()`.as('schema'),
    ])
    .executeTakeFirstOrThrow()
  if (encoding !== 'UTF8')
    throw new Error(`its encoding is ${encoding}, and it takes UTF8 to hold every text`)
  if (schema === null) throw new Error('this role may not use its schema public, where the tables are')
  if (schema !== 'public')
    throw new Error(`the search_path leads to its schema ${schema}, and the tables are in public`)
}

/**
 * Does it while no other process does: to look at tables while they are changed gives errors and deadlocks. However long it
 * takes, nothing cuts it off.
 */
async function atTheStart(url: string, work: (db: Database) => Promise<void>) {
  const pools = poolsAt(url)
  try {
    await pools
      .open(1, Infinity)
      .transaction()
      .execute(async (turn) => {
        await sql`select pg_advisory_xact_lock(hashtext('profile-api-console'))`.execute(turn)
        await work(pools.open(1, Infinity))
      })
  } finally {
    await pools.close()
  }
}

/** A database as it is: it is not brought to this version, and may be a standby. */
export const readPostgres = (url: string): Database => poolsAt(url, { mayBeStandby: true }).open(1, Infinity)

const poolsAt = (url: string, which?: { mayBeStandby: boolean }) =>
  new PostgresPools({ connectionString: url, types: { getTypeParser } }, which)

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
  error instanceof SilentDatabaseError ||
  error instanceof StandbyError ||
  (error instanceof Error &&
    ('code' in error ||
      /^(?:Connection terminated|timeout exceeded|Client has encountered)/.test(error.message)))
