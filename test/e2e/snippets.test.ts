import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { exampleCall } from '#console/pages/administration/implementation/example-calls/snippets.ts'
import type { ExampleForm } from '#console/pages/administration/implementation/token-forms.ts'
import { openBrowser } from '../support/browser.ts'
import { clipboardOf, openConsole, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { inShell, WITH_REQUESTS } from '../support/shell.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** How each text is run by a person who pasted it; what a machine lacks, a stand-in does by the letter of the text. */
const run: Record<ExampleForm, (text: string) => Promise<string>> = {
  curl: (text) => inShell(text),
  node: (text) => inShell(`cat > call.mjs <<'END'\n${text}\nEND\nnode call.mjs`),
  python: (text) => inShell(`${WITH_REQUESTS}\ncat > call.py <<'END'\n${text}\nEND\npython3 call.py`),
  env: (text) =>
    inShell(
      `cat > .env <<'END'\n${text}\nEND\n. ./.env\n` +
        `test "$PROFILE_API_AUTHORIZATION" = "$(node --env-file=.env -p process.env.PROFILE_API_AUTHORIZATION)"\n` +
        `echo "$PROFILE_API_AUTHORIZATION"`,
    ),
}

it('gives calls that run as they are copied', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, complaints } = await openConsole(browser, service.url)
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  const field = page.getByRole('textbox', { name: 'Authentication Token' })
  await expect.poll(() => field.inputValue()).toContain('tpa_')
  const authorization = (await field.inputValue()).replace('Authorization: ', '')
  const copied = async (form: string) => {
    await page.getByRole('radio', { name: form, exact: true }).check()
    await page.getByRole('button', { name: `Copy Authentication Token, ${form}` }).click()
    await expect.poll(() => clipboardOf(page)).toContain(authorization)
    const text = await clipboardOf(page)
    await page.evaluate(() => navigator.clipboard.writeText(''))
    return text
  }

  const texts = {
    curl: await copied('cURL'),
    node: await copied('Node.js'),
    python: await copied('Python'),
    env: await copied('.env'),
  }
  const runAll = async () => ({
    curl: await run.curl(texts.curl),
    node: await run.node(texts.node),
    python: await run.python(texts.python),
    env: await run.env(texts.env),
  })
  const said = await runAll()
  await fetch(`${service.url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers: { Authorization: authorization },
    body: 'batch=thirdPartyId,plan\ncustomer-1,gold',
  })
  await expect.poll(() => run.curl(texts.curl)).toContain('gold')
  const saidOfProfile = await runAll()

  const tools = await inShell(
    `${WITH_REQUESTS}\ncommand -v curl; command -v python3; python3 -c 'import requests; print(requests.__file__)'`,
  )
  process.stdout.write(`the snippets ran with:\n${tools}`)
  const missing = /\{"status" : 404, "message" : "[^"]*"\}/
  expect(said.curl).toMatch(missing)
  expect(said.node).toMatch(new RegExp(`^404 ${missing.source}`))
  expect(said.python).toMatch(new RegExp(`^404 ${missing.source}`))
  expect(saidOfProfile.curl).toContain('"gold"')
  expect(saidOfProfile.node).toMatch(/^200 .*"gold"/)
  expect(saidOfProfile.python).toMatch(/^200 .*"gold"/)
  expect(said.env).toBe(`${authorization}\n`)
  expect(complaints).toEqual([])
})

it.each(['curl', 'node', 'python'] as const)('quotes any client code: %s', async (form) => {
  const clientCode = `o'neil "& co" $(touch x) \`y\` \\ %41 ü`
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    const body = await Array.fromAsync(request)
    received.push([
      request.method,
      decodeURIComponent((request.url ?? '').replaceAll('+', ' ')),
      request.headers.authorization,
      Buffer.concat(body).toString(),
    ])
    response.end('read')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const profileApiUrl = `http://127.0.0.1:${typeof address === 'string' ? '' : address?.port}`

  const comments = ['first', 'second']
  const said = await run[form](exampleCall(form, { profileApiUrl, clientCode, token: 'tpa_x', comments }))

  expect(said).toContain('read')
  expect(received).toEqual([
    ['GET', `/rest/v1/profiles/thirdPartyId/customer-1?client=${clientCode}`, 'Bearer tpa_x', ''],
  ])
})
