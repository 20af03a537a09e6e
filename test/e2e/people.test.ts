import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invite, openConsole, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PASSWORD = 'a whole sentence is fine'

const browser = sharedBrowser()

/** Accepts an invitation in a browser of one's own. */
async function accept(url: string, link: string, name: string): Promise<Page> {
  const { page } = await openConsole(browser(), url)
  await page.goto(link)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Finish set-up' }).click()
  await page.getByRole('switch').waitFor()
  return page
}

it('makes an approver, who generates a token, and is told when made observer meanwhile', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const { page: admin } = await openConsole(browser(), url)
  await setUp(admin, setUpUrl ?? '')
  const link = await invite(admin, 'bo@example.com', 'Approver')
  const bo = await accept(url, link, 'Bo Ek')

  await bo.getByRole('button', { name: 'Your account: Bo Ek' }).click()
  await bo.getByRole('button', { name: 'Sign out' }).click()
  await bo.getByLabel('E-mail').fill('bo@example.com')
  await bo.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await bo.getByRole('button', { name: 'Sign in', exact: true }).click()
  await bo.getByRole('switch', { name: 'Require Authentication' }).click()
  await bo.getByRole('button', { name: 'Turn on' }).click()
  await bo.getByRole('button', { name: /^Generate New Profile/ }).click()
  await bo.getByRole('textbox', { name: /^Authentication Token/ }).waitFor()

  await admin.reload()
  await admin.getByRole('button', { name: 'Change…, Bo Ek' }).click()
  await admin.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('Observer')
  await admin.getByRole('button', { name: 'Save roles' }).click()
  await admin.getByRole('button', { name: 'Take roles away' }).click()
  await admin.getByRole('row', { name: /Bo Ek.*Observer in Default/ }).waitFor()
  await bo.getByRole('switch', { name: 'Require Authentication' }).click()
  await bo.getByRole('button', { name: /^Turn off/ }).click()

  await bo.getByText('Your role does not allow this').first().waitFor()
  await Promise.all([admin, bo].map((page) => page.context().close()))
})

it('lets the administrator of a workspace invite there, and see no other', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const { page: admin } = await openConsole(browser(), url)
  await setUp(admin, setUpUrl ?? '')
  await admin.getByRole('link', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Workspaces…' }).click()
  await admin.getByLabel('New workspace').fill('Nordics')
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: 'Rename, Nordics' }).waitFor()
  await admin.getByRole('button', { name: 'Close' }).click()
  const chioma = await accept(
    url,
    await invite(admin, 'chioma@example.com', 'Administrator', 'Nordics'),
    'Chioma Obi',
  )

  await invite(chioma, 'mei@example.com', 'Publisher')

  await chioma.getByRole('row', { name: /mei@example\.com.*Publisher in Nordics/ }).waitFor()
  expect(await chioma.getByRole('row').count()).toBe(3)
  expect(await chioma.getByText('Default').count()).toBe(0)
  expect(await chioma.getByRole('button', { name: 'Workspaces…' }).count()).toBe(0)
  await Promise.all([admin, chioma].map((page) => page.context().close()))
})

it('lets someone who is known elsewhere accept by signing in', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const { page: admin } = await openConsole(browser(), url)
  await setUp(admin, setUpUrl ?? '')
  await admin.getByRole('link', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Workspaces…' }).click()
  await admin.getByLabel('New workspace').fill('Nordics')
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: 'Rename, Nordics' }).waitFor()
  await admin.getByRole('button', { name: 'Close' }).click()
  const chiomasLink = await invite(admin, 'chioma@example.com', 'Administrator', 'Nordics')
  const bosLink = await invite(admin, 'bo@example.com', 'Observer', 'Default')
  const [chioma, bo] = [await accept(url, chiomasLink, 'Chioma Obi'), await accept(url, bosLink, 'Bo Ek')]
  const second = await invite(chioma, 'bo@example.com', 'Editor')

  await bo.goto(second)
  await bo.getByLabel('Name', { exact: true }).fill('Bo Ek')
  await bo.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await bo.getByRole('button', { name: 'Finish set-up' }).click()
  await bo.getByText('You have an account here already').waitFor()
  await bo.getByRole('button', { name: 'Accept' }).click()
  await bo.getByRole('switch').waitFor()

  await admin.reload()
  await admin.getByRole('row', { name: /Bo Ek.*Observer in Default.*Editor in Nordics/ }).waitFor()
  await Promise.all([admin, chioma, bo].map((page) => page.context().close()))
})
