import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/accessibility.ts'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { openConsole, PERSON, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PASSWORD = 'a whole sentence is fine'
const BEN = { name: 'Ben Berg', email: 'ben@example.com' }
const CLEO = { name: 'Cleo Dahl', email: 'cleo@example.com' }

const browser = sharedBrowser()

/** A service whose administrator has invited Ben and Cleo, and a browser of which every path that it asks for is noted. */
async function withInvitations() {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const admin = adminOf(url, await setUpAna(url, setUpUrl))
  const links = { ben: await admin.invite(BEN), cleo: await admin.invite(CLEO) }
  const opened = await openConsole(browser(), url)
  const asked: string[] = []
  opened.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    asked.push(pathname + search)
  })
  return { url, links, asked, ...opened }
}

const welcome = (page: Page, { name }: typeof BEN) =>
  page.getByRole('heading', { name: `Welcome, ${name}` }).waitFor()
const passwordField = (page: Page) => page.getByLabel('Password', { exact: true })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

async function finish(page: Page, { name }: typeof BEN) {
  await passwordField(page).fill(PASSWORD)
  await page.getByRole('button', { name: 'Finish set-up' }).click()
  await page.getByRole('button', { name: `Your account: ${name}` }).waitFor()
}

function signInAs(url: string, { email }: typeof BEN) {
  return fetch(`${url}/console/v1/access-token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
}

it('opens a link in a tab that is at set-up already, and takes its code out of the address', async () => {
  const { url, links, page, context } = await withInvitations()
  await page.goto(`${url}/set-up`)
  await page.getByText('Open the whole link: it ends in a code.').waitFor()

  await page.goto(links.ben)

  await welcome(page, BEN)
  expect(page.url()).toBe(`${url}/set-up`)
  await expect.poll(() => focused(page)).toBe('password')
  await finish(page, BEN)
  await context.close()
})

it('begins anew with another person’s link over a half-filled form, and leaves the first one’s untouched', async () => {
  const { url, links, page, context } = await withInvitations()
  await page.goto(links.ben)
  await passwordField(page).fill('what Ben was about to choose')

  await page.goto(links.cleo)
  await welcome(page, CLEO)

  expect(page.url()).toBe(`${url}/set-up`)
  expect(await passwordField(page).inputValue()).toBe('')
  await expect.poll(() => focused(page)).toBe('password')
  await finish(page, CLEO)
  expect((await signInAs(url, BEN)).status).toBe(401)
  expect((await signInAs(url, CLEO)).status).toBe(201)
  await page.goto(links.ben)
  await welcome(page, BEN)
  await context.close()
})

it('begins anew with the same link once more', async () => {
  const { links, page, context } = await withInvitations()
  await page.goto(links.ben)
  await passwordField(page).fill('half a passw')

  await page.goto(links.ben)

  await expect.poll(() => passwordField(page).inputValue()).toBe('')
  await finish(page, BEN)
  await context.close()
})

it('takes a link with anything behind it, and asks the service for no address with the code', async () => {
  const { links, asked, page, context } = await withInvitations()

  for (const behind of ['.', ')', '>', '"', '”', '%22', '%23', ' today', '#']) {
    await page.goto('about:blank')
    await page.goto(links.ben + behind)
    await welcome(page, BEN)
    expect(page.url()).not.toContain('tsu_')
  }

  await finish(page, BEN)
  await page.goBack()
  expect(page.url()).not.toContain('tsu_')
  expect(asked).toContain('/set-up')
  expect(asked.join(' ')).not.toContain('tsu_')
  await context.close()
})

it('takes a link in which a program wrote # as %23', async () => {
  const { url, links, page, context } = await withInvitations()

  await page.goto(links.ben.replace('#', '%23'))

  await welcome(page, BEN)
  expect(page.url()).toBe(`${url}/set-up`)
  await finish(page, BEN)
  await context.close()
})

it('says after a reload that the link still works, and it does', async () => {
  const { links, page, context } = await withInvitations()
  await page.goto(links.ben)
  await welcome(page, BEN)

  await page.reload()
  await page.getByRole('heading', { name: 'Open your link again' }).waitFor()
  expect(await page.getByText('it still works').isVisible()).toBe(true)

  await page.goto(links.ben)
  await finish(page, BEN)
  await context.close()
})

it('says that someone is signed out, but not any more once the page was loaded anew', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), url)
  await setUp(page, setUpUrl ?? '')
  const theUsers = page.getByRole('heading', { name: 'Users', level: 1 })
  await page.getByRole('link', { name: 'Users' }).click()
  await theUsers.waitFor()

  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out').waitFor()
  await page.reload()
  await page.getByLabel('E-mail').fill(PERSON.email)

  expect(await page.getByText('You are signed out').count()).toBe(0)
  await passwordField(page).fill(PERSON.password)
  await page.keyboard.press('Enter')
  await theUsers.waitFor()
  await context.close()
})

it('tells the first person what comes next, over a reload too, and goes on from sign-in when signed in', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), url)
  await page.goto(setUpUrl ?? '')
  await expect.poll(() => focused(page)).toBe('name')
  await page.getByLabel('Name', { exact: true }).fill(PERSON.name)
  await page.getByLabel('E-mail', { exact: true }).fill(PERSON.email)
  await passwordField(page).fill(PERSON.password)
  await page.keyboard.press('Enter')

  await page.getByRole('listitem').filter({ hasText: 'Turn on Require Authentication.' }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.reload()
  await page.getByRole('listitem').filter({ hasText: 'Invite the others.' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Go to Implementation')
  await page.keyboard.press('Enter')
  await page.getByRole('switch').waitFor()

  await page.goto(`${url}/sign-in`)
  await page.getByRole('switch').waitFor()
  expect(new URL(page.url()).pathname).toBe('/administration/implementation')
  await context.close()
})
