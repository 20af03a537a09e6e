import { expect, it } from 'vitest'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { readExposition } from '../support/exposition.ts'
import { emptyDatabase } from '../support/postgres.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const start = async (environment: Record<string, string> = {}) => {
  const service = await startService({ DATA_DIR: temporaryFolder(), METRICS_PORT: '0', ...environment })
  const url = /Metrics are at (\S+)\n/.exec(service.output())?.[1] ?? ''
  return {
    ...service,
    metricsUrl: url,
    /** The values of a metric, those that are not 0. */
    valuesOf: async (name: string) => {
      const answer = await fetch(url)
      expect(answer.status).toBe(200)
      const { series = [] } = readExposition(await answer.text()).get(name) ?? {}
      return series
        .filter(({ value }) => value !== 0)
        .map(({ labels, value }) => [...Object.values(labels), value].join(' '))
    },
  }
}

it('are served on a port of their own, in the format of Prometheus, and tell of real calls', async () => {
  const { url, setUpUrl, metricsUrl, valuesOf, stop } = await start()
  const admin = adminOf(url, await setUpAna(url, setUpUrl))
  const token = await admin.generateToken()
  await admin.requireAuthentication(true)
  const read = async (headers: Record<string, string> = {}) =>
    (await fetch(`${url}/rest/v1/profiles/1?client=demo`, { headers })).text()
  await read()
  await read({ Authorization: `Bearer ${token}` })
  await fetch(`${url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: 'batch=pcId,city\n1,Oslo\n2,Rome\n',
  })

  const answer = await fetch(metricsUrl)
  await answer.text()

  expect(metricsUrl).toMatch(/^http:\/\/localhost:\d+\/metrics$/)
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4; charset=utf-8$/)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await valuesOf('profile_api_authentication_required')).toEqual(['1'])
  expect(await valuesOf('profile_api_database_up')).toEqual(['1'])
  expect(await valuesOf('profile_api_calls_total')).toEqual([
    'bulk-update current-token false 1',
    'read current-token false 1',
    'read no-credentials true 1',
  ])
  await expect.poll(() => valuesOf('profile_api_batch_rows_total')).toEqual(['applied 2'])
  expect(await valuesOf('profile_api_token_expires_in_seconds')).toEqual([
    expect.stringMatching(/^profile_api 77\d{5}$/),
  ])
  expect(await stop()).toBe(0)
})

it('are all that this port has, for GET alone, and the port of people and jobs has none', async () => {
  const { url, metricsUrl } = await start()

  const post = await fetch(metricsUrl, { method: 'POST' })
  const elsewhere = await fetch(new URL('/', metricsUrl))
  const ofPeople = await fetch(`${url}/metrics`)

  expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect([elsewhere.status, ofPeople.status]).toEqual([404, 404])
  expect(await elsewhere.text()).toBe('There is nothing at this address. Metrics are at /metrics.')
})

it('are off unless they are asked for', async () => {
  const service = await start({ METRICS_PORT: '' })

  expect(service.output()).not.toContain('Metrics')
})

it('are of each process what it did, and of the installation the same in all', async () => {
  const shared = { ENCRYPTION_KEY: '11'.repeat(32), DATABASE_URL: await emptyDatabase() }
  const [one, other] = [await start(shared), await start(shared)]
  const admin = adminOf(one.url, await setUpAna(one.url, other.setUpUrl))
  await admin.requireAuthentication(true)
  await (await fetch(`${one.url}/rest/v1/profiles/1?client=demo`)).text()

  const ofCalls = ['read no-credentials true 1']
  expect(await one.valuesOf('profile_api_calls_total')).toEqual(ofCalls)
  expect(await other.valuesOf('profile_api_calls_total')).toEqual([])
  for (const process of [one, other]) {
    expect(await process.valuesOf('profile_api_authentication_required')).toEqual(['1'])
  }
})
