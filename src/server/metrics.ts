import { setTimeout as delay } from 'node:timers/promises'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { VerdictKind } from '#contract/caller-outline.ts'
import { CallKind } from '#contract/callers.ts'
import { operations } from '#contract/features.ts'
import { AuthorizationScope } from '#contract/profile-auth.ts'
import type { Ports } from '#service/app.ts'
import type { AppliedRows } from '#service/batches/store.ts'
import { columnOf } from '#service/callers/columns.ts'
import type { RequestLog } from '#service/ports.ts'
import { secondsLeft, works } from '#service/profile-auth/token.ts'
import { getSettings } from '#service/settings/rules.ts'

/** Half of the 10 s that Prometheus waits unless told otherwise. */
const READ_LIMIT_MS = 5000

const DURATION_BUCKETS_SECONDS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
]

export type MetricsNeeds = Pick<Ports, 'client' | 'settings' | 'tokens' | 'batches' | 'observer' | 'now'> & {
  /** What became of the rows that this process applied. */
  applied: Readonly<AppliedRows>
  /** How many lines of the log this process could not write. */
  logLinesDropped: () => number
}

export type Metrics = ReturnType<typeof openMetrics>

/**
 * What the service tells Prometheus. What it counts is kept by those who do the work and read here; what is the same in
 * every process is read from the database when it is asked for, once for all who ask at the same time.
 *
 * @param report is told why the database could not be read, once until it can be again
 */
export function openMetrics(
  needs: MetricsNeeds,
  report: (error: unknown) => void,
  readLimitMs = READ_LIMIT_MS,
) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]

  const durations = new Histogram({
    name: 'profile_api_http_request_duration_seconds',
    help: 'Time until a request was answered, by operation; other is whatever is none, such as pages.',
    labelNames: ['family', 'operation', 'status_class'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  })
  const calls = new Counter({
    name: 'profile_api_calls_total',
    help: 'Calls of the profile API that this process judged, by what their credentials deserve and whether they were refused for it.',
    labelNames: ['kind', 'verdict', 'refused'],
    registers,
  })
  const rows = new Counter({
    name: 'profile_api_batch_rows_total',
    help: 'Rows of batches that this process looked at, by what became of them.',
    labelNames: ['outcome'],
    registers,
  })
  const logLinesDropped = new Counter({
    name: 'profile_api_log_lines_dropped_total',
    help: 'Lines of the log that standard output did not take, such as of a full disk.',
    registers,
  })
  const databaseUp = new Gauge({
    name: 'profile_api_database_up',
    help: 'Whether the database could be read: 1, or 0 and then all that is read from it is left out.',
    registers,
  })
  const authenticationRequired = new Gauge({
    name: 'profile_api_authentication_required',
    help: 'Whether calls of the profile API need a token: 1 or 0.',
    registers,
  })
  const tokenExpiresIn = new Gauge({
    name: 'profile_api_token_expires_in_seconds',
    help: 'Time until the current token expires; left out where none works.',
    labelNames: ['scope'],
    registers,
  })
  const rowsWaiting = new Gauge({
    name: 'profile_api_batch_rows_waiting',
    help: 'Rows that were accepted and are not applied yet.',
    registers,
  })
  const oldestWaiting = new Gauge({
    name: 'profile_api_batch_oldest_waiting_seconds',
    help: 'Time since the oldest batch that waits began to arrive; 0 when none waits.',
    registers,
  })
  const batchesStuck = new Gauge({
    name: 'profile_api_batches_stuck',
    help: 'Batches that were given up.',
    registers,
  })

  let isFailing = false
  const read = shared(() => readState(needs))

  async function readInTime(): Promise<State | null> {
    try {
      const late = delay(readLimitMs, undefined, { ref: false }).then(() => {
        throw new Error('The database did not answer in time.')
      })
      const state = await Promise.race([read(), late])
      isFailing = false
      return state
    } catch (error) {
      if (!isFailing) report(error)
      isFailing = true
      return null
    }
  }

  function tell(state: State | null) {
    databaseUp.set(state === null ? 0 : 1)
    tokenExpiresIn.reset()
    for (const gauge of [authenticationRequired, rowsWaiting, oldestWaiting, batchesStuck]) gauge.remove()
    if (state === null) return
    const { now, isRequired, tokens, backlog } = state
    authenticationRequired.set(Number(isRequired))
    for (const [scope, token] of tokens) {
      if (token !== undefined && works(token, now)) tokenExpiresIn.set({ scope }, secondsLeft(token, now))
    }
    rowsWaiting.set(backlog.waitingRows)
    oldestWaiting.set(Math.max(0, now - (backlog.oldestReceivedAt ?? now)) / 1000)
    batchesStuck.set(backlog.stuckBatches)
  }

  function tellCounts() {
    calls.reset()
    for (const { kind, verdict, isRefused } of CALLS) {
      calls.inc({ kind, verdict, refused: String(isRefused) }, needs.observer.total(kind, verdict, isRefused))
    }
    rows.reset()
    rows.inc({ outcome: 'applied' }, needs.applied.successfulUpdates)
    rows.inc({ outcome: 'not-found' }, needs.applied.profilesNotFound)
    rows.inc({ outcome: 'failed' }, needs.applied.failedUpdates)
    logLinesDropped.reset()
    logLinesDropped.inc(needs.logLinesDropped())
  }

  return {
    contentType: registry.contentType,

    /** Notes how long a request took. */
    observe: ({ method, route, status, durationMs }: RequestLog): void => {
      const { family, id } = OPERATIONS.get(`${method} ${route}`) ?? NO_OPERATION
      const labels = { family, operation: id, status_class: `${Math.floor(status / 100)}xx` }
      durations.observe(labels, durationMs / 1000)
    },

    /** All of it in Prometheus' text format. */
    scrape: shared(async () => {
      tell(await readInTime())
      tellCounts()
      return registry.metrics()
    }),
  }
}

type State = Awaited<ReturnType<typeof readState>>

async function readState({ client, settings, tokens, batches, now }: MetricsNeeds) {
  const { clientCode } = client
  const tokenOf = async (scope: AuthorizationScope) =>
    [scope, await tokens.current(clientCode, scope)] as const
  const [stored, current, backlog] = await Promise.all([
    getSettings({ settings }, client),
    Promise.all(AuthorizationScope.options.map(tokenOf)),
    batches.backlog(clientCode),
  ])
  return {
    isRequired: stored.settings.enableProfileApiAuthentication,
    tokens: current,
    backlog,
    now: now(),
  }
}

/** Has whoever asks while the work is under way wait for that, instead of doing it once more. */
function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | null = null
  return () =>
    (underWay ??= work().finally(() => {
      underWay = null
    }))
}

/** Every way in which a call can be counted. All are told from the start: an increase is seen only of what was there before. */
const CALLS = CallKind.options.flatMap((kind) =>
  VerdictKind.options.flatMap((verdict) =>
    (columnOf(verdict) === 'without' ? [false, true] : [false]).map((isRefused) => ({
      kind,
      verdict,
      isRefused,
    })),
  ),
)

const OPERATIONS = new Map(
  operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
)
const NO_OPERATION = { family: 'other', id: 'other' }
