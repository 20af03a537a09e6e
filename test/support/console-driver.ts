import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '#console/messages/language.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { type Catalog, catalogs } from './catalogs.ts'
import { pressOnlyWhatIsReady } from './keyboard.ts'

export const PERSON = { name: 'Ana Lind', email: 'ana@example.com', password: 'correct horse battery staple' }

/** A page of the console that remembers everything its browser complained about. */
export async function openConsole(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  // Only what hangs takes as long: how fast the machine is decides nothing.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  pressOnlyWhatIsReady(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints }
}

/** A page of the console over the mock, once it shows the scenario and all of its parts are there. */
export async function openScenario(
  browser: Browser,
  mockUrl: string,
  scenario: ScenarioName,
  options: Parameters<typeof openConsole>[2] = {},
) {
  const opened = await openConsole(browser, mockUrl, options)
  await opened.page.goto(`${mockUrl}/?scenario=${scenario}`)
  await opened.page.getByRole('switch').waitFor()
  // A context that is closed while its service worker still answers can take the whole browser with it.
  await opened.page.waitForLoadState('networkidle')
  return opened
}

/** Goes through the set-up link as the first person, until the page is there and knows its data. */
export async function setUp(page: Page, setUpUrl: string, words: Catalog = catalogs.en): Promise<void> {
  await page.goto(setUpUrl)
  await page.getByRole('heading', { name: words.setUp.firstTitle, level: 1 }).waitFor()
  await page.getByLabel(words.setUp.name, { exact: true }).fill(PERSON.name)
  await page.getByLabel(words.setUp.email, { exact: true }).fill(PERSON.email)
  await page.getByLabel(words.setUp.password, { exact: true }).fill(PERSON.password)
  await page.getByRole('button', { name: words.setUp.submit }).click()
  await page.getByRole('button', { name: words.setUp.next.go }).click()
  await page.getByRole('switch', { name: words.implementation.requireAuthentication }).waitFor()
}

/** Signs in as the first person, until the page is there and knows its data. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('switch').waitFor()
}

/** Chooses a language as another tab would, which leaves open what is open; again until the page listens to others. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.waitForFunction((chosen) => {
    if (document.documentElement.lang === chosen) return true
    localStorage.setItem('language', chosen)
    window.dispatchEvent(new StorageEvent('storage', { key: 'language' }))
    return false
  }, language)
}

/** Accepts an invitation by a password, until the page is there and knows its data. */
export async function accept(
  page: Page,
  link: string,
  { name, password }: Pick<typeof PERSON, 'name' | 'password'>,
  { setUp: words, implementation }: Catalog = catalogs.en,
): Promise<void> {
  await page.goto(link)
  await page.getByLabel(words.name, { exact: true }).fill(name)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByRole('switch', { name: implementation.requireAuthentication }).waitFor()
}

/** Makes a workspace on the page of users. */
export async function makeWorkspace(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Users' }).click()
  await page.getByRole('button', { name: 'Workspaces…' }).click()
  await page.getByLabel('New workspace').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Rename, ${name}` }).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
}

/** Invites someone on the page of users. @param mailLanguage of the e-mail with the link @returns the link that is shown */
export async function invite(
  page: Page,
  email: string,
  role: string,
  workspace?: string,
  mailLanguage?: string,
): Promise<string> {
  await page.getByRole('link', { name: 'Users' }).click()
  await page.getByRole('button', { name: 'Invite people' }).click()
  const form = page.getByRole('region', { name: 'Invite people' })
  await form.getByLabel('E-mail addresses').fill(email)
  await form.getByLabel('Role', { exact: true }).selectOption(role)
  if (workspace !== undefined) await form.getByLabel('In workspace').selectOption(workspace)
  if (mailLanguage !== undefined) await form.getByLabel('In', { exact: true }).selectOption(mailLanguage)
  await form.getByRole('button', { name: 'Invite 1 person' }).click()
  const link = await page.getByRole('textbox', { name: `Link of ${email}` }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

/** Waits until Require Authentication is on, or off, and saved: the switch moves when it is thrown, before the answer. */
export const requirementSaved = (page: Page, isOn: boolean) =>
  page.getByRole('switch', { checked: isOn, disabled: false }).waitFor()

/** Presses a key on a control once it takes one: what waits for something that it must know first does nothing, on purpose. */
export async function pressOnceReady(target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await expect.poll(() => target.isEnabled()).toBe(true)
  await target.press(key)
}

export const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Says who one is at the real provider of the tests, whose page is shown. */
export async function enterAtProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

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
