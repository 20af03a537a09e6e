import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  clipboardOf,
  openConsole,
  PERSON,
  pressOnceReady,
  setUp,
  signIn,
  storageOf,
} from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const GENERATE = /^Generate New Profile Authentication Token/

const browser = sharedBrowser()

/** What a job does: sends its file with the header that it was given. */
async function sendBatch(url: string, header?: string) {
  const headers = new Headers({ 'Content-Type': 'application/x-www-form-urlencoded' })
  if (header !== undefined) headers.set(...fieldOf(header))
  return fetch(`${url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers,
    body: 'batch=pcId,city\n123,Oslo\n',
  })
}

function fieldOf(header: string): [name: string, value: string] {
  const colon = header.indexOf(': ')
  return [header.slice(0, colon), header.slice(colon + 2)]
}

async function completed(statusUrl: string, header: string): Promise<string> {
  const read = async () => (await fetch(statusUrl, { headers: [fieldOf(header)] })).text()
  await expect.poll(read).toContain('<status>complete</status>')
  return read()
}

function everythingIn(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))))
}

it('closes the door, hands out the key and lets the job in, and all is there after a restart', async () => {
  const DATA_DIR = temporaryFolder()
  let service = await startService({ DATA_DIR })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))

  // Set-up, then sign-in.
  await setUp(page, service.setUpUrl ?? '')
  expect(page.url()).not.toContain('tsu_')
  await page.getByRole('button', { name: `Your account: ${PERSON.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signIn(page)
  expect(new URL(page.url()).pathname).toBe('/administration/implementation')

  // Off: the job gets in without a header.
  expect((await sendBatch(service.url)).status).toBe(200)
  expect(
    await page.getByText('Anyone who knows the client code can read and write profiles').isVisible(),
  ).toBe(true)

  // On: from the very next call it does not.
  await page.getByRole('switch', { name: 'Require Authentication' }).click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText('All profile API calls are refused until a token exists', { exact: true }).waitFor()
  await page.getByText(`by ${PERSON.name}`).waitFor()
  const refused = await sendBatch(service.url)
  expect(refused.status).toBe(401)
  expect(refused.headers.get('WWW-Authenticate')).toBe('Bearer realm="profile-api"')

  // Generate and copy: Enter, Enter.
  await page.getByRole('button', { name: GENERATE }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Copy')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const first = await clipboardOf(page)
  expect(first).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)

  // The job with the header: in, applied, readable.
  const accepted = await sendBatch(service.url, first)
  expect(accepted.status).toBe(200)
  const statusUrl = /<batchStatus>(.*)<\/batchStatus>/.exec(await accepted.text())?.[1] ?? ''
  expect(await completed(statusUrl, first)).toContain('<batchSize>1</batchSize>')
  const profile = await fetch(`${service.url}/rest/v1/profiles/123?client=demo`, {
    headers: [fieldOf(first)],
  })
  expect(await profile.json()).toMatchObject({
    client: 'demo',
    profileAttributes: { city: { value: 'Oslo' } },
  })

  // Generate again: it asks first; then the old header is out and the new one in.
  await page.getByRole('button', { name: GENERATE }).click()
  await page.getByRole('alertdialog').getByText('Calls with the current token will fail.').waitFor()
  await page.getByRole('radio', { name: 'Now' }).check()
  await pressOnceReady(page.getByRole('button', { name: 'Generate new token' }), 'Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Copy')
  await page.keyboard.press('Enter')
  await expect.poll(() => clipboardOf(page)).not.toBe(first)
  const second = await clipboardOf(page)
  const old = await sendBatch(service.url, first)
  expect(old.status).toBe(401)
  expect(old.headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
  expect((await sendBatch(service.url, second)).status).toBe(200)

  // A restart changes nothing. Meanwhile no page asks who calls.
  await page.goto('about:blank')
  const { port } = new URL(service.url)
  expect(await service.stop()).toBe(0)
  const output = service.output()
  service = await startService({ DATA_DIR, PORT: port })
  expect((await sendBatch(service.url)).status).toBe(401)
  expect((await sendBatch(service.url, first)).status).toBe(401)
  expect((await sendBatch(service.url, second)).status).toBe(200)
  await page.goto(`${service.url}/administration/implementation`)
  await page.getByText('90 days').or(page.getByText('89 days')).first().waitFor()
  expect(await page.getByRole('switch', { name: 'Require Authentication' }).isChecked()).toBe(true)

  // No secret anywhere but in the token endpoint's answers.
  const kept = await storageOf(page, context)
  await page.goto('about:blank')
  await service.stop()
  const data = everythingIn(DATA_DIR)
  const secrets = [first, second].map((header) => header.split(' ')[2] ?? '')
  for (const secret of [...secrets, PERSON.password]) {
    expect(data.includes(secret)).toBe(false)
    expect(output + service.output()).not.toContain(secret)
    expect(kept).not.toContain(secret)
    expect(addresses.join(' ')).not.toContain(secret)
  }
  expect(kept).toMatch(/\{"name":"profile-api\d+-session","httpOnly":true\}/)
  expect(complaints).toEqual([])
  await context.close()
})
