import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startApplying } from '#server/background.ts'
import { type Metrics, openMetrics } from '#server/metrics.ts'
import type { Ports } from '#service/app.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { json, makeService, START } from '../support/service.ts'
import { readExposition } from '../support/exposition.ts'
import { makeBatch, makeChunk } from '../storage/records.ts'

/** Of ours, with their labels. Alarms and dashboards are made of these names: one that changes breaks them unseen. */
const NAMES = {
  profile_api_authentication_required: [],
  profile_api_batch_oldest_waiting_seconds: [],
  profile_api_batch_rows_total: ['outcome'],
  profile_api_batch_rows_waiting: [],
  profile_api_batches_stuck: [],
  profile_api_calls_total: ['kind', 'refused', 'verdict'],
  profile_api_database_up: [],
  profile_api_http_request_duration_seconds_bucket: ['family', 'le', 'operation', 'status_class'],
  profile_api_http_request_duration_seconds_count: ['family', 'operation', 'status_class'],
  profile_api_http_request_duration_seconds_sum: ['family', 'operation', 'status_class'],
  profile_api_log_lines_dropped_total: [],
  profile_api_token_expires_in_seconds: ['scope'],
}

const alphabetically = (one: string, other: string) => (one < other ? -1 : 1)

const READ = '/rest/v1/profiles/thirdPartyId/customer-4711?client=acme'
const BULK = '/m2/acme/v2/profile/batchUpdate'
const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope='

const logLinesDropped = () => 3

const NOTHING_APPLIED = { successfulUpdates: 0, profilesNotFound: 0, failedUpdates: 0 }

/** A service over memory whose metrics can be asked for. @param needs in the place of what is in memory */
function makeMeasured(needs: Partial<Ports> = {}, readLimitMs?: number) {
  const service = makeService({ log: (request) => metrics.observe(request) })
  const reported: unknown[] = []
  const metrics: Metrics = openMetrics(
    { ...service.ports, ...needs, applied: NOTHING_APPLIED, logLinesDropped },
    (error) => reported.push(error),
    readLimitMs,
  )
  const scraped = async () => readExposition(await metrics.scrape())
  return {
    ...service,
    reported,
    scrape: metrics.scrape,
    scraped,
    /** The value of the one series with those labels; undefined where there is none. */
    valueOf: async (name: string, labels: Record<string, string> = {}) => {
      const alike = (await scraped())
        .get(name)
        ?.series.filter((one) =>
          Object.entries(labels).every(([label, value]) => one.labels[label] === value),
        )
      if (alike !== undefined && alike.length > 1) throw new Error(`${name} has several of these.`)
      return alike?.[0]?.value
    },
  }
}

const secretIn = async (answer: Response): Promise<string> => {
  const { accessToken }: { accessToken: string } = await answer.json()
  return accessToken
}

describe('metrics', () => {
  it('have the names and labels that alarms are made of', async () => {
    const { as, call, scraped } = makeMeasured()
    const approver = await as('approver')
    for (const scope of ['profile_api', 'debug_tools']) await approver(`${TOKEN}${scope}`, { method: 'POST' })
    await call(READ)

    const ours = [...(await scraped())].filter(
      ([name, { series }]) => name.startsWith('profile_api_') && series.length > 0,
    )

    const labelsOf = ours.map(([name, { series }]) => {
      const labels = new Set(series.flatMap((one) => Object.keys(one.labels)))
      return [name, [...labels].toSorted(alphabetically)]
    })
    expect(Object.fromEntries(labelsOf)).toEqual(NAMES)
  })

  it('are named by the conventions: a word of ours, base units, _total for what is counted and nothing else', async () => {
    const { scraped } = makeMeasured()

    const ours = [...(await scraped())].filter(([name]) => name.startsWith('profile_api_'))

    for (const [name, { type, help }] of ours) {
      expect(name).toMatch(/^profile_api(?:_[a-z]+)+$/)
      expect(name.endsWith('_total'), name).toBe(type === 'counter')
      expect(name).not.toMatch(/_(?:ms|milliseconds|minutes|hours|days|kb|mb|percent)(?:_|$)/)
      if (/duration|expires|oldest/.test(name)) expect(name).toMatch(/_seconds$/)
      expect(help, name).toMatch(/\.$/)
    }
  })

  it('have those of the process beside them', async () => {
    const scraped = await makeMeasured().scraped()

    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'process_open_fds',
      'nodejs_eventloop_lag_seconds',
      'nodejs_gc_duration_seconds',
    ])
      expect(scraped.has(name), name).toBe(true)
  })
})

describe('of the token', () => {
  it('say how long the current one has left, of each scope, and nothing where none works', async () => {
    const { as, advance, valueOf } = makeMeasured()
    const expiry = (scope: string) => valueOf('profile_api_token_expires_in_seconds', { scope })
    const generate = async (scope: string) =>
      (await as('approver'))(`${TOKEN}${scope}`, json('POST', { expiresIn: 3600 }))
    expect([await expiry('profile_api'), await expiry('debug_tools')]).toEqual([undefined, undefined])

    await generate('profile_api')
    advance(60)
    expect([await expiry('profile_api'), await expiry('debug_tools')]).toEqual([3540, undefined])
    advance(3539)
    expect(await expiry('profile_api')).toBe(1)
    advance(1)
    expect(await expiry('profile_api')).toBeUndefined()
  })

  it('say whether authentication is required', async () => {
    const { as, valueOf } = makeMeasured()
    const before = await valueOf('profile_api_authentication_required')

    await (
      await as('approver')
    )(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

    expect([before, await valueOf('profile_api_authentication_required')]).toEqual([0, 1])
  })
})

describe('of calls', () => {
  const calls = (of: { kind: string; verdict: string; refused: string }) =>
    ['profile_api_calls_total', of] as const

  it('count each by its kind, what it deserved, and whether it was refused for it', async () => {
    const { as, call, valueOf } = makeMeasured()
    const approver = await as('approver')
    const secret = await secretIn(await approver(`${TOKEN}profile_api`, { method: 'POST' }))
    await call(READ)
    await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
    await call(READ)
    await call(READ)
    await call(READ, { headers: { Authorization: `Bearer ${secret}` } })
    await call(BULK, { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' })

    const of = { kind: 'read', verdict: 'no-credentials' }
    expect([
      await valueOf(...calls({ ...of, refused: 'false' })),
      await valueOf(...calls({ ...of, refused: 'true' })),
      await valueOf(...calls({ kind: 'read', verdict: 'current-token', refused: 'false' })),
      await valueOf(...calls({ kind: 'bulk-update', verdict: 'no-credentials', refused: 'true' })),
    ]).toEqual([1, 2, 1, 1])
  })

  it('go on counting when the counts are written, and are all there from the start', async () => {
    const { call, ports, scraped, valueOf } = makeMeasured()
    const series = (await scraped()).get('profile_api_calls_total')?.series ?? []
    await call(READ)

    ports.observer.take()
    await call(READ)

    expect(await valueOf(...calls({ kind: 'read', verdict: 'no-credentials', refused: 'false' }))).toBe(2)
    expect(series).toHaveLength(4 * (2 + 2 * 12))
    expect(series.filter(({ value }) => value !== 0)).toEqual([])
  })
})

describe('of batches', () => {
  it('say what waits, since when, and what was given up', async () => {
    const { ports, advance, valueOf } = makeMeasured()
    const { batches } = ports
    const backlog = async () => [
      await valueOf('profile_api_batch_rows_waiting'),
      await valueOf('profile_api_batch_oldest_waiting_seconds'),
      await valueOf('profile_api_batches_stuck'),
    ]
    expect(await backlog()).toEqual([0, 0, 0])

    await batches.open(makeBatch({ receivedAt: START }), 100)
    await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
    await batches.accept(makeBatch(), { rows: 1, bytes: 100 })
    advance(90)
    expect(await backlog()).toEqual([1, 90, 0])
    for (let failure = 1; failure <= APPLY_ATTEMPTS; failure += 1) await batches.countFailure('acme', START)
    expect(await backlog()).toEqual([0, 0, 1])
  })

  it('count rows by what became of them', async () => {
    const { call, ports } = makeService()
    const applying = startApplying(ports, () => {})
    onTestFinished(() => applying.stop())
    const { scrape } = openMetrics({ ...ports, applied: applying.applied, logLinesDropped }, () => {})
    await call(BULK.replace('/v2', ''), { method: 'POST', body: 'batch=pcId,city\nnobody,Oslo\n' })
    await call(BULK, {
      method: 'POST',
      body: `batch=pcId,city\n1,Oslo\n2,Rome\n3,${'x'.repeat(70_000)}\n`,
    })
    applying.wake()

    await expect
      .poll(async () => readExposition(await scrape()).get('profile_api_batch_rows_total')?.series)
      .toEqual([
        { labels: { outcome: 'applied' }, value: 2 },
        { labels: { outcome: 'not-found' }, value: 1 },
        { labels: { outcome: 'failed' }, value: 1 },
      ])
  })
})

describe('of requests', () => {
  it('count the lines that the log lost', async () => {
    const { valueOf } = makeMeasured()

    expect(await valueOf('profile_api_log_lines_dropped_total')).toBe(3)
  })

  it('say how long each operation took, and name no path, caller or visitor', async () => {
    const { as, call, scrape, valueOf } = makeMeasured()
    await (
      await as('observer')
    )(SETTINGS)
    for (const path of [READ, '/customer-4711', '/rest/customer-4711?client=acme']) await call(path)

    const count = (family: string, operation: string, status_class: string) =>
      valueOf('profile_api_http_request_duration_seconds_count', { family, operation, status_class })
    expect([
      await count('admin', 'getSettings', '2xx'),
      await count('profile', 'getProfileByThirdPartyId', '4xx'),
      await count('other', 'other', '4xx'),
    ]).toEqual([1, 1, 2])
    expect(await scrape()).not.toMatch(/4711|203\.0\.113|Pat|acme/)
  })

  it('are a histogram in seconds that holds uploads of a minute too', async () => {
    const { metrics, bucket } = makeTimed()

    metrics.observe({ requestId: '', method: 'GET', route: '/', status: 200, durationMs: 40 })
    metrics.observe({ requestId: '', method: 'GET', route: '/', status: 200, durationMs: 59_000 })

    expect([await bucket('0.025'), await bucket('0.05'), await bucket('60'), await bucket('+Inf')]).toEqual([
      0, 1, 2, 2,
    ])
  })

  function makeTimed() {
    const { ports } = makeService()
    const metrics = openMetrics({ ...ports, applied: NOTHING_APPLIED, logLinesDropped }, () => {})
    const bucket = async (le: string) =>
      readExposition(await metrics.scrape())
        .get('profile_api_http_request_duration_seconds_bucket')
        ?.series.find(({ labels }) => labels['le'] === le)?.value
    return { metrics, bucket }
  }
})

describe('while the database cannot be read', () => {
  const OF_DATABASE = [
    'profile_api_authentication_required',
    'profile_api_batch_oldest_waiting_seconds',
    'profile_api_batch_rows_waiting',
    'profile_api_batches_stuck',
    'profile_api_token_expires_in_seconds',
  ]

  it('leave out what is read from it, say so, and go on with what the process counts', async () => {
    let isUp = false
    const { batches } = makeService().ports
    const cause = new Error('out of cheese')
    const { as, reported, scraped, valueOf } = makeMeasured({
      batches: { ...batches, backlog: (code) => (isUp ? batches.backlog(code) : Promise.reject(cause)) },
    })
    await (
      await as('approver')
    )(`${TOKEN}profile_api`, { method: 'POST' })
    const there = async () => {
      const all = await scraped()
      return OF_DATABASE.filter((name) => all.get(name)?.series.length)
    }

    expect(await there()).toEqual([])
    expect(await valueOf('profile_api_database_up')).toBe(0)
    expect((await scraped()).get('profile_api_calls_total')?.series).not.toHaveLength(0)
    expect(reported).toEqual([cause])

    isUp = true
    expect(await there()).toEqual(OF_DATABASE)
    expect(await valueOf('profile_api_database_up')).toBe(1)
    isUp = false
    expect(await there()).toEqual([])
    expect(reported).toEqual([cause, cause])
  })

  it('are answered all the same when it does not answer, which is asked once for all who wait', async () => {
    const { batches } = makeService().ports
    let asked = 0
    const { reported, scrape, scraped } = makeMeasured(
      {
        batches: {
          ...batches,
          backlog: () => {
            asked += 1
            return new Promise(() => {})
          },
        },
      },
      1,
    )

    const [one, other] = await Promise.all([scrape(), scrape()])
    const later = await scraped()

    expect(one).toBe(other)
    expect(later.get('profile_api_database_up')?.series).toEqual([{ labels: {}, value: 0 }])
    expect(asked).toBe(1)
    expect(reported).toEqual([new Error('The database did not answer in time.')])
  })
})

describe('the alarms in docs/operating.md', () => {
  const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../docs/operating.md'), 'utf8')
  const expressions = [...DOCUMENT.matchAll(/^ +expr: (.+)$/gm)].map(([, expression = '']) => expression)

  /** What an expression selects: the metric, its labels with values, and those that it is grouped by. */
  function selectedBy(expression: string) {
    const parts: Record<string, string[]> = {}
    parser.parse(expression).iterate({
      enter({ name, from, to }) {
        ;(parts[name] ??= []).push(expression.slice(from, to))
      },
    })
    return parts
  }

  it('are about what there is', async () => {
    const { as, call, scraped } = makeMeasured()
    await (
      await as('approver')
    )(`${TOKEN}profile_api`, { method: 'POST' })
    await call(READ)
    const all = await scraped()
    const values = [...all.values()].flatMap(({ series }) =>
      series.flatMap(({ labels }) => Object.entries(labels).map(([label, value]) => `${label}="${value}"`)),
    )
    const ofPrometheus = ['up', 'job', 'job="profile-api"']
    const known = new Set([...all.keys(), ...values, ...Object.values(NAMES).flat(), ...ofPrometheus])

    const unknown = expressions.flatMap((expression) => {
      const { Identifier = [], UnquotedLabelMatcher = [], LabelName = [] } = selectedBy(expression)
      return [...Identifier, ...UnquotedLabelMatcher, ...LabelName].filter((name) => !known.has(name))
    })

    expect(expressions.length).toBeGreaterThanOrEqual(7)
    expect(unknown).toEqual([])
  })

  it('are PromQL', () => {
    expect(expressions.filter((expression) => '⚠' in selectedBy(expression))).toEqual([])
    expect('⚠' in selectedBy('sum by (job (up)')).toBe(true)
  })
})
