import { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, type PostgresPoolClient } from 'kysely'
import {
  Client,
  type ClientBase,
  DatabaseError,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryArrayConfig,
  type QueryArrayResult,
} from 'pg'
import { Fault } from '#service/errors.ts'
import { sha256Hex } from '#service/sha256.ts'
import { namesOf, rowOf } from './asked-often.ts'
import type { SqlEngine } from './engine.ts'
import { LeasingDialect } from './postgres-transactions.ts'
import type { Database, Tables } from './schema.ts'
import { sharedConnection } from './shared-connection.ts'

const CONNECT_LIMIT_MS = 10_000
/** How late a connection that is held for too long may be noticed. */
const LOOK_MS = 250
/** How long the server that has no connection left is asked for no further one, and how soon it is without having one. */
const NO_MORE_MS = 5000
const NONE_YET_MS = 100
/** Longest wait for an answer once the process is to end; half of what that may take. */
const END_LIMIT_MS = 5000
/** How long a connection is known to lead to a primary: what pools connections may lead it elsewhere. */
const PRIMARY_MS = 1000
/** For the server to hear that connections are closed. */
const FAREWELL_MS = 1000
const TOO_MANY_CONNECTIONS = '53300'

/** The database takes connections or questions and answers nothing, as one does whose machine stands still or was cut off. */
export class SilentDatabaseError extends Fault {
  override name = 'SilentDatabaseError'
  override message = 'The database did not answer in time.'
}

/** A standby answers too, but what it knows may be old: a token that was replaced, a session that was ended. */
export class StandbyError extends Fault {
  override name = 'StandbyError'
  override message = 'it is a standby, which nothing can be written to; name the primary'
}

type Wait = { until: number; giveUp: () => void }
type Parameters = readonly unknown[]
type Lent = PostgresPoolClient & { rows: (query: QueryArrayConfig) => Promise<QueryArrayResult> }

/**
 * All connections of a process to one database, in pools of their own, so that what waits in one leaves the others free. Who
 * holds a connection for longer than the pool allows is refused, for otherwise nothing tells a server that is silent from one
 * that takes its time; then all that were open are given up, and new ones tried.
 */
export class PostgresPools {
  readonly #config: PoolConfig
  readonly #opened: Pool[] = []
  readonly #sockets = new Set<Socket>()
  readonly #waits = new Map<object, Wait>()
  readonly #looking = setInterval(() => this.#look(), LOOK_MS).unref()
  /** Connections made since the database was last silent; those before it may be so still. */
  #trusted = new WeakSet<ClientBase>()
  /** When each connection was last seen to lead to a primary. */
  readonly #primaryAt = new WeakMap<ClientBase, number>()
  readonly #mayBeStandby: boolean
  /** Whether connections know what was prepared on them: what pools them between us and the server may not see to that. */
  #keepsPrepared = true
  #isEnding = false
  #isCut = false

  /** @param mayBeStandby else connections must be to a primary, which a server need not remain while the process runs */
  constructor(config: PoolConfig, { mayBeStandby = false } = {}) {
    this.#mayBeStandby = mayBeStandby
    this.#config = {
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: CONNECT_LIMIT_MS,
      stream: () => this.#newSocket(),
      ...config,
    }
  }

  /**
   * @param size most connections at once
   * @param limitMs longest time that a query or a transaction may take; Infinity for none, and then a transaction may stand idle too
   */
  open(size: number, limitMs: number): Database {
    return this.openReading(size, limitMs).read
  }

  /** The same with `prepared` as of SqlEngine, over the same connections. */
  openReading(size: number, limitMs: number): Pick<SqlEngine, 'read' | 'prepared'> {
    const pool = new Pool({ ...this.#config, max: size, pipeline: true })
    // A connection that breaks is replaced; whoever uses it is told by its next query. Without these two the process
    // would end: one is for idle connections, the other for those between two queries of a transaction.
    pool.on('error', () => {})
    pool.on('connect', (client) => {
      client.on('error', () => {})
      this.#trusted.add(client)
    })
    pool.on('release', (_error, client) => this.#waits.delete(client))
    this.#opened.push(pool)
    const { options } = pool
    const connect = async () => this.#lend(await this.#connect(pool, size), limitMs)
    const dialect = new LeasingDialect({ pool: { options, connect, end: () => pool.end() } }, limitMs)
    const shared = sharedConnection(connect)
    return {
      read: new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] }),
      prepared: (text) => this.#prepared(shared, text),
    }
  }

  #prepared(connect: ReturnType<typeof sharedConnection>, text: string): ReturnType<SqlEngine['prepared']> {
    // Whoever else has prepared something of this name on the connection has prepared this.
    const name = sha256Hex(text).slice(0, 24)
    let names: string[] | undefined
    const first = async (values: readonly unknown[]) => {
      const connection = await connect()
      const isNamed = this.#keepsPrepared
      try {
        const query = { ...(isNamed && { name }), text, values: [...values], rowMode: 'array' as const }
        const { rows, fields } = await connection.rows(query)
        names ??= namesOf(fields)
        return rows[0] && rowOf(names, rows[0])
      } catch (error) {
        if (!isNamed || !isOfOtherConnection(error)) throw error
        this.#keepsPrepared = false
      } finally {
        connection.release()
      }
      return first(values)
    }
    return first
  }

  /** From now on answers are waited for a few seconds, and after the first that did not come nothing is asked any more. */
  endSoon() {
    this.#isEnding = true
    const until = performance.now() + END_LIMIT_MS
    for (const wait of this.#waits.values()) wait.until = Math.min(wait.until, until)
  }

  /** Nothing may be asked for after it. */
  async close() {
    const ended = Promise.all(this.#opened.map((pool) => pool.end()))
    await Promise.race([ended, delay(FAREWELL_MS, undefined, { ref: false })])
    clearInterval(this.#looking)
    this.#cut()
    await ended
  }

  async #requirePrimary(client: ClientBase) {
    const seenMs = performance.now() - (this.#primaryAt.get(client) ?? -Infinity)
    if (this.#mayBeStandby || seenMs < PRIMARY_MS) return
    this.#wait(client, CONNECT_LIMIT_MS, () => cutOff(client))
    try {
      const { rows } = await client.query<{ isStandby: boolean }>('select pg_is_in_recovery() as "isStandby"')
      if (rows[0]?.isStandby !== false) throw new StandbyError()
      this.#primaryAt.set(client, performance.now())
    } finally {
      this.#waits.delete(client)
    }
  }

  #wait(what: object, limitMs: number, giveUp: () => void) {
    const most = this.#isEnding ? Math.min(limitMs, END_LIMIT_MS) : limitMs
    this.#waits.set(what, { until: performance.now() + most, giveUp })
  }

  #look() {
    const now = performance.now()
    for (const wait of this.#waits.values()) {
      if (wait.until > now) continue
      wait.until = Infinity
      this.#trusted = new WeakSet()
      wait.giveUp()
      if (this.#isEnding) this.#cut()
    }
  }

  /** A connection for one query or transaction; once that is given up, what the server still does ends before it goes. */
  #lend(client: PoolClient, limitMs: number): Lent {
    const refused = Promise.withResolvers<never>()
    refused.promise.catch(() => {}) // whoever asks nothing at the moment hears of it later
    let isRefused = false
    let answer: Promise<unknown> = Promise.resolve()
    this.#wait(client, limitMs, () => {
      isRefused = true
      refused.reject(new SilentDatabaseError())
      void this.#endOrAwait(client, limitMs)
    })
    const answered = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
      if (isRefused) return refused.promise
      const asked = ask()
      answer = asked
      return Promise.race([asked, refused.promise])
    }
    const lent = {
      query: (text: string, parameters: Parameters): Promise<unknown> =>
        answered(() => client.query(text, [...parameters])),
      rows: (query: QueryArrayConfig) => answered(() => client.query<unknown[]>(query)),
      release(isToGo?: boolean) {
        if (isRefused) void answer.catch(() => {}).finally(() => client.release(true))
        else client.release(isToGo)
      },
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it takes no cursors, for nothing is streamed
    return lent as Lent
  }

  /**
   * Ends what was given up at the server too, where it would hold on to locks. A commit that waits for a standby is left to wait, and
   * its connection with it: ended, it would count without the standby, and each that took its place would wait as well.
   */
  async #endOrAwait(client: PoolClient, limitMs: number) {
    const isWaiting = await this.#isWaitingForStandby(client).catch(() => false)
    const wait = this.#waits.get(client)
    if (isWaiting && wait) wait.until = performance.now() + limitMs
    else cutOff(client)
  }

  async #isWaitingForStandby(of: PoolClient): Promise<boolean> {
    const asking = new Client({ ...this.#config, query_timeout: END_LIMIT_MS })
    asking.on('error', () => {})
    try {
      await asking.connect()
      const { rows } = await asking.query<{ isIt: boolean }>(
        `select case when wait_event = 'SyncRep' then true else not pg_terminate_backend(pid) end as "isIt"
         from pg_stat_activity where pid = $1 and usename = current_user and state = 'active'`,
        ['processID' in of ? of.processID : null],
      )
      return rows[0]?.isIt ?? false
    } finally {
      void asking.end()
    }
  }

  #cut() {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy(new SilentDatabaseError())
  }

  #newSocket(): Socket {
    const socket = new Socket()
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    // Once it is being connected, and not before, it can be destroyed.
    if (this.#isCut) setImmediate(() => socket.destroy(new SilentDatabaseError()))
    return socket
  }

  async #connect(pool: Pool, size: number): Promise<PoolClient> {
    const connecting = {}
    // The pool has a limit of its own, which is too long for a process that ends.
    this.#wait(connecting, 2 * CONNECT_LIMIT_MS, () => {})
    const deadline = performance.now() + CONNECT_LIMIT_MS
    try {
      for (;;) {
        if (this.#isCut) throw new SilentDatabaseError()
        try {
          const client = await pool.connect()
          if (this.#trusted.has(client)) return await this.#ofPrimary(client)
          client.release(true)
        } catch (error) {
          if (!isServerFull(error) || performance.now() > deadline) throw error
          await this.#makeDo(pool, size)
        }
      }
    } finally {
      this.#waits.delete(connecting)
    }
  }

  async #ofPrimary(client: PoolClient): Promise<PoolClient> {
    try {
      await this.#requirePrimary(client)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  /**
   * Has those who come wait for a connection that there is, because the server gives no further one. A pool that has none takes
   * one from another.
   */
  async #makeDo(pool: Pool, size: number) {
    pool.options.max = Math.max(1, pool.totalCount)
    setTimeout(() => (pool.options.max = size), NO_MORE_MS).unref()
    if (pool.totalCount > 0) return
    const richer = this.#opened.find(({ totalCount }) => totalCount > 1)
    if (richer) (await richer.connect()).release(true)
    await delay(NONE_YET_MS)
  }
}

function cutOff(client: ClientBase) {
  if (client instanceof Client) client.connection.stream.destroy(new SilentDatabaseError())
}

/** No statement of that name, another one of it, or one whose result has changed. */
const OF_OTHER_CONNECTION = ['26000', '42P05', '0A000']

const isOfOtherConnection = (error: unknown) =>
  error instanceof DatabaseError && OF_OTHER_CONNECTION.includes(error.code ?? '')

const isServerFull = (error: unknown) => error instanceof DatabaseError && error.code === TOO_MANY_CONNECTIONS
