import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { createApp } from '#service/app.ts'
import { operations } from '#service/openapi/operations.ts'
import { makeService } from '../support/service.ts'

it('lints without an error', async () => {
  const source = await (await makeService().call('/openapi.json')).text()

  const problems = await lintFromString({ source, config: await createConfig({ extends: ['recommended'] }) })

  expect(
    problems.map(({ severity, message, location }) => ({ severity, message, at: location[0]?.pointer })),
  ).toEqual([])
})

it('describes every operation of the service and no other', () => {
  const served = createApp(makeService().deps)
    .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && path !== '/openapi.json')
    .map(({ method, path }) => `${method} ${path}`)

  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)

  expect(described.toSorted()).toEqual([...new Set(served)].toSorted())
})
