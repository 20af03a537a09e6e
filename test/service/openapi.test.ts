import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { createApp } from '#service/app.ts'
import { operations } from '#contract/features.ts'
import { makeService } from '../support/service.ts'

it('lints without a problem, but for the read by ECID, which never succeeds', async () => {
  const source = await (await makeService().call('/openapi.json')).text()

  const problems = await lintFromString({ source, config: await createConfig({ extends: ['recommended'] }) })

  expect(
    problems.map(({ severity, message, location }) => ({ severity, message, at: location[0]?.pointer })),
  ).toEqual([
    {
      severity: 'warn',
      message: 'Operation must have at least one `2XX` response.',
      at: '#/paths/~1rest~1v1~1profiles~1marketingCloudVisitorId~1{marketingCloudVisitorId}/get/responses',
    },
  ])
})

/** Of no family: itself, and what machines ask whether the service is well. */
const OF_NO_FAMILY = ['/openapi.json', '/healthz', '/readyz']

it('describes every operation of the service and no other', () => {
  const served = createApp(makeService().ports)
    .routes.filter(
      ({ method, path }) => method !== 'ALL' && !path.includes('*') && !OF_NO_FAMILY.includes(path),
    )
    .map(({ method, path }) => `${method} ${path}`)

  const described = operations.map(({ method, path }) => `${method} ${path}`)

  expect(described.toSorted()).toEqual([...new Set(served)].toSorted())
})
