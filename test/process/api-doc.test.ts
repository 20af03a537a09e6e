import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { inShell } from '../support/shell.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../docs/api.md'), 'utf8')

/** Told without a line: using a set-up link, and the address of batch status that scripts guess from v2. */
const IN_WORDS_ONLY = [
  'POST /console/v1/set-up',
  'POST /console/v1/set-up/link',
  'GET /m2/{client}/v2/profile/batchStatus',
]

it('shows a line for every operation, and each line runs as it stands', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const earlier = await service.logUpTo(await setUpAsAna(service.url, service.setUpUrl))
  const script = [...DOCUMENT.matchAll(/^```sh\n(.*?)^```/gms)].map(([, lines]) => lines).join('')
  expect(script).toContain('URL=http://localhost:4700\n')

  await inShell(script.replace('URL=http://localhost:4700\n', `URL=${service.url}\n`))

  const last = await fetch(`${service.url}/openapi.json`)
  const calls = (await service.logUpTo(last)).slice(earlier.length, -1)
  const failed = calls.filter(({ status }) => status >= 400).map(({ route, status }) => `${route} ${status}`)
  expect(failed).toEqual([
    '/rest/v1/profiles/thirdPartyId/:thirdPartyId 404',
    '/rest/v1/profiles/marketingCloudVisitorId/:marketingCloudVisitorId 404',
  ])
  const called = new Set(calls.map(({ method, route }) => `${method} ${route.replaceAll(/:(\w+)/g, '{$1}')}`))
  const inOrder = (operations: Iterable<string>) => [...operations].toSorted()
  expect(inOrder([...called, ...IN_WORDS_ONLY])).toEqual(
    inOrder([...(await operationsIn(last)), 'GET /openapi.json']),
  )
})

function setUpAsAna(url: string, setUpUrl: string | null) {
  return fetch(`${url}/console/v1/set-up`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({
      code: setUpUrl?.split('#code=')[1],
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery staple',
    }),
  })
}

async function operationsIn(openApi: Response): Promise<string[]> {
  const { paths }: { paths: Record<string, Record<string, unknown>> } = await openApi.json()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
}
