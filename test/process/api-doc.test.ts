import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { inShell, WITH_REQUESTS } from '../support/shell.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const textOf = (name: string) => readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8')

/** What stands between fences of a language, as it would be copied from the page: without the indent of a list. */
const blocksOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))].map(
    ([, indent = '', lines = '']) => lines.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )

const URL_LINE = 'URL=http://localhost:4700\n'

/** Told without a line: what a browser does with a set-up link, at a provider and with an authenticator, and the address of batch status that scripts guess from v2. */
const IN_WORDS_ONLY = [
  'POST /console/v1/set-up/link',
  'POST /console/v1/oidc/sign-in',
  'POST /console/v1/oidc/session',
  'POST /console/v1/session/passkey',
  'POST /console/v1/session/passkey/options',
  'POST /console/v1/session/second-step',
  'POST /console/v1/session/first-passkey',
  'POST /console/v1/session/fresh/options',
  'POST /console/v1/session/fresh/provider',
  'POST /console/v1/account/passkeys',
  'PATCH /console/v1/account/passkeys/{passkeyId}',
  'DELETE /console/v1/account/passkeys/{passkeyId}',
  'POST /console/v1/account/recovery-codes',
  'GET /m2/{client}/v2/profile/batchStatus',
]

it('shows a line for every operation, and each line runs as it stands', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const earlier = await service.logUpTo(await setUpAsAna(service.url, service.setUpUrl))
  const script = blocksOf(textOf('api.md'), 'sh').join('')
  expect(script).toContain(URL_LINE)

  await inShell(script.replace(URL_LINE, `URL=${service.url}\n`))

  const last = await fetch(`${service.url}/openapi.json`)
  const calls = (await service.logUpTo(last)).slice(earlier.length, -1)
  const failed = calls.filter(({ status }) => status >= 400).map(({ route, status }) => `${route} ${status}`)
  expect(failed).toEqual([
    '/rest/v1/profiles/thirdPartyId/:thirdPartyId 404',
    '/rest/v1/profiles/marketingCloudVisitorId/:marketingCloudVisitorId 404',
    // No batch of the document's is stuck.
    '/console/v1/batches/:batchId/try-again 409',
    '/console/v1/batches/:batchId/give-up 409',
  ])
  const called = new Set(calls.map(({ method, route }) => `${method} ${route.replaceAll(/:(\w+)/g, '{$1}')}`))
  const inOrder = (operations: Iterable<string>) => [...operations].toSorted()
  expect(inOrder([...called, ...IN_WORDS_ONLY])).toEqual(
    inOrder([...(await operationsIn(last)), 'GET /openapi.json']),
  )
})

describe('Going live, step by step', () => {
  const document = textOf('going-live.md')
  const [envLine = ''] = blocksOf(document, 'env')

  it('has a developer send the token and ask what it is worth, in lines that run as they stand', async () => {
    const { url, token } = await requiringAToken()
    const script = blocksOf(document, 'sh').join('')
    expect(script).toContain(`${URL_LINE}PROFILE_TOKEN=tpa_…\n`)

    const said = await inShell(script.replace(URL_LINE, `URL=${url}\n`).replace('tpa_…', token))

    expect(said).toMatch(/<success>true<\/success>.*"active":true/s)
  })

  it.each([
    ['js', 'call.mjs', 'node call.mjs'],
    ['python', 'call.py', `${WITH_REQUESTS}\npython3 call.py`],
  ])(
    'has a call in %s that runs as it stands, with the line of the .env file',
    async (language, file, command) => {
      const { url, token } = await requiringAToken()
      const [call = ''] = blocksOf(document, language)
      const environment = `export URL=${url}\nexport ${envLine.replace('tpa_…', token)}`

      const said = await inShell(`${environment}\ncat > ${file} <<'END'\n${call}END\n${command}`)

      expect(said).toMatch(/^200 .*<success>true<\/success>/)
    },
  )

  async function requiringAToken() {
    const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
    const admin = adminOf(url, await setUpAna(url, setUpUrl))
    const token = await admin.generateToken()
    await admin.requireAuthentication(true)
    return { url, token }
  }
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
