import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { exampleCall, type ExampleLanguage } from '#console/pages/administration/implementation/snippets.ts'
import { openBrowser } from '../support/browser.ts'
import { clipboardOf, openConsole, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { inShell } from '../support/shell.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** How each text is run by a person who pasted it; what a machine lacks, a stand-in does by the letter of the text. */
const run: Record<ExampleLanguage, (text: string) => Promise<string>> = {
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

const MODULES = resolve(import.meta.dirname, '../support/stand-ins/python-modules')
const WITH_REQUESTS = `python3 -c 'import requests' 2> errors || export PYTHONPATH=${MODULES} PYTHONDONTWRITEBYTECODE=1`

it('gives calls that run as they are copied', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, complaints } = await openConsole(browser, service.url)
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  const header = page.getByRole('textbox', { name: 'Authorization header' })
  await expect.poll(() => header.inputValue()).toContain('tpa_')
  const authorization = (await header.inputValue()).replace('Authorization: ', '')
  const copied = async (choice: string, label: string) => {
    await page.getByRole('radio', { name: choice, exact: true }).check()
    await page.getByRole('button', { name: `Copy ${label}` }).click()
    await expect.poll(() => clipboardOf(page)).toContain(authorization)
    const text = await clipboardOf(page)
    await page.evaluate(() => navigator.clipboard.writeText(''))
    return text
  }

  const said = {
    curl: await run.curl(await copied('cURL', 'Example call, cURL')),
    node: await run.node(await copied('Node.js', 'Example call, Node.js')),
    python: await run.python(await copied('Python', 'Example call, Python')),
    env: await run.env(await copied('.env', 'Line of a .env file')),
  }

  const tools = await inShell(
    `${WITH_REQUESTS}\ncommand -v curl; command -v python3; python3 -c 'import requests; print(requests.__file__)'`,
  )
  process.stdout.write(`the snippets ran with:\n${tools}`)
  const accepted = /<success>true<\/success><batchStatus>http/
  expect(said.curl).toMatch(accepted)
  expect(said.node).toMatch(/^200 /)
  expect(said.node).toMatch(accepted)
  expect(said.python).toMatch(/^200 /)
  expect(said.python).toMatch(accepted)
  expect(said.env).toBe(`${authorization}\n`)
  expect(complaints).toEqual([])
})

it.each(['curl', 'node', 'python'] as const)('quotes any client code: %s', async (language) => {
  const clientCode = `o'neil "& co" $(touch x) \`y\` \\ %41 ü`
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    const body = await Array.fromAsync(request)
    received.push([
      request.method,
      request.url,
      request.headers.authorization,
      Buffer.concat(body).toString(),
    ])
    response.end('read')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const profileApiUrl = `http://127.0.0.1:${typeof address === 'string' ? '' : address?.port}`

  const said = await run[language](exampleCall(language, { profileApiUrl, clientCode, token: 'tpa_x' }))

  expect(said).toContain('read')
  expect(received).toEqual([
    [
      'POST',
      `/m2/${encodeURIComponent(clientCode)}/v2/profile/batchUpdate`,
      'Bearer tpa_x',
      'batch=thirdPartyId,plan\ncustomer-1,gold',
    ],
  ])
})
