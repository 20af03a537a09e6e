import { expect, it } from 'vitest'
import { json, makeService } from '../support/service.ts'

const UPDATE = '/m2/acme/profile/update'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

it.each([
  ['DELETE', '/acme/target/clients/settings', 'GET, PUT, PATCH, OPTIONS'],
  ['PUT', `${UPDATE}?mboxPC=1`, 'GET, POST, OPTIONS'],
  ['POST', '/rest/v1/profiles/thirdPartyId/anna?client=acme', 'GET, OPTIONS'],
  ['PATCH', '/console/v1/notices', 'GET, OPTIONS'],
  ['TRACE-ME', '/console/v1/session', 'POST, GET, DELETE, OPTIONS'],
])('answers %s at %s with the methods that there are', async (method, path, allowed) => {
  const asSysadmin = await makeService().as('sysadmin')

  const answer = await asSysadmin(path, { method })

  expect(answer.status).toBe(405)
  expect(new Set(answer.headers.get('Allow')?.split(', '))).toEqual(new Set(allowed.split(', ')))
})

it.each(['/healthz', '/readyz', '/openapi.json'])('lets %s be read, and nothing else', async (path) => {
  const { call } = makeService()

  const [head, post, options] = [
    await call(path, { method: 'HEAD' }),
    await call(path, { method: 'POST', body: '{}' }),
    await call(path, { method: 'OPTIONS' }),
  ]

  expect([head, post, options].map(({ status }) => status)).toEqual([200, 405, 204])
  for (const { headers } of [post, options]) expect(headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
})

it('tells anyone which methods there are, and lets no page of another site read or send more than a form', async () => {
  const answer = await makeService().call(UPDATE, {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
  })

  expect(answer.status).toBe(204)
  expect(answer.headers.get('Allow')).toBe('GET, POST, OPTIONS')
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
})

it('changes nothing and records nothing by HEAD', async () => {
  const service = makeService()
  const asSysadmin = await service.as('sysadmin')
  await service.call('/m2/acme/v2/profile/batchUpdate', { method: 'POST', body: 'batch=pcId,city\n1,Oslo' })
  await service.applyBatches()
  await asSysadmin(TOKEN, json('POST', {}))
  const before = await service.ports.audit.list(100)

  const paths = [`${UPDATE}?mboxPC=1&profile.city=Rome`, TOKEN, '/console/v1/users', '/console/v1/audit.csv']
  for (const path of paths) {
    const answer = await asSysadmin(path, { method: 'HEAD' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toContain('GET')
  }

  expect(await service.ports.audit.list(100)).toEqual(before)
  const read = await service.call('/rest/v1/profiles/1?client=acme')
  expect(await read.json()).toMatchObject({ profileAttributes: { city: { value: 'Oslo' } } })
})

it('says that it runs, and whether it can judge calls, and logs neither', async () => {
  let isLost = false
  const logged: unknown[] = []
  const { ports } = makeService()
  const service = makeService({
    access: {
      async find(...asked) {
        if (isLost) throw new Error('lost')
        return ports.access.find(...asked)
      },
    },
    log: (entry) => void logged.push(entry),
  })
  const statusOf = async (path: string) => (await service.call(path)).status

  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200])
  isLost = true
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503])
  expect(logged).toEqual([])
})
