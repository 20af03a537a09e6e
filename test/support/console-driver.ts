import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ScenarioName } from '#mock/scenarios.ts'

export const PERSON = { name: 'Ana Lind', email: 'ana@example.com', password: 'correct horse battery staple' }

/** A page of the console that remembers everything its browser complained about. */
export async function openConsole(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints }
}

/** A page of the console over the mock, as soon as it shows the scenario. */
export async function openScenario(
  browser: Browser,
  mockUrl: string,
  scenario: ScenarioName,
  options: Parameters<typeof openConsole>[2] = {},
) {
  const opened = await openConsole(browser, mockUrl, options)
  await opened.page.goto(`${mockUrl}/?scenario=${scenario}`)
  await opened.page.getByRole('switch').waitFor()
  return opened
}

/** Goes through the set-up link as the first person. */
export async function setUp(page: Page, setUpUrl: string): Promise<void> {
  await page.goto(setUpUrl)
  await page.getByLabel('Name').fill(PERSON.name)
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password)
  await page.getByRole('button', { name: 'Finish set-up' }).click()
  await page.getByRole('heading', { name: 'Implementation', level: 1 }).waitFor()
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Implementation', level: 1 }).waitFor()
}

export const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Everything that the browser keeps for the site. */
export async function storageOf(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }))
  const cookies = (await context.cookies()).map(({ name, httpOnly }) => ({ name, httpOnly }))
  return JSON.stringify({ ...kept, cookies })
}
