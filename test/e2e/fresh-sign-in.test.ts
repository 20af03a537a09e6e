import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { openConsole, PERSON, pressOnceReady, requirementSaved, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

/** A console in which authentication was turned on and a token made, 16 minutes after its person signed in. */
async function openLongAfterSignIn() {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR })
  const { page, context, complaints } = await openConsole(browser(), service.url)
  onTestFinished(() => context.close())
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  await page.getByRole('button', { name: 'Hide Authentication Token' }).waitFor()
  const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'))
  database.exec('update sessions set authenticated_at = authenticated_at - 16 * 60000')
  database.close()
  return { page, context, service, complaints }
}

const theDialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in again' })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))

async function turnOff(page: Page) {
  await pressOnceReady(page.getByRole('switch'), 'Space')
  await pressOnceReady(page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }), 'Enter')
  await theDialog(page).getByLabel('Your password').waitFor()
  await expect.poll(() => focused(page)).toBe('password')
}

it('is asked for in the page, by keyboard alone: Escape leaves all as it was, the password goes on', async () => {
  const { page, context, complaints } = await openLongAfterSignIn()
  const secret = async () => (await context.cookies()).find(({ name }) => name.endsWith('-session'))?.value
  const former = await secret()

  await turnOff(page)
  await page.keyboard.press('Escape')
  await theDialog(page).waitFor({ state: 'detached' })
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Escape')
  await requirementSaved(page, true)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch')
  expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0)

  await turnOff(page)
  await page.keyboard.type('wrong horse battery staple')
  await page.keyboard.press('Enter')
  await page.getByText('This is not your password.').waitFor()
  await expect.poll(() => focused(page)).toBe('password')
  await page.keyboard.type(PERSON.password)
  await page.keyboard.press('Enter')
  await theDialog(page).waitFor({ state: 'detached' })
  await requirementSaved(page, false)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch')
  expect(await secret()).not.toBe(former)

  // Fresh again, also after the page is loaded anew.
  await page.reload()
  await pressOnceReady(page.getByRole('switch'), 'Space')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn on' }).click()
  await requirementSaved(page, true)
  await pressOnceReady(page.getByRole('switch'), 'Space')
  await pressOnceReady(page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }), 'Enter')
  await requirementSaved(page, false)
  // A browser notes the refusals themselves.
  expect(complaints.filter((complaint) => !/status of (?:400|401)/.test(complaint))).toEqual([])
})

it('leaves the other tab of the same browser signed in', async () => {
  const { page, context, service } = await openLongAfterSignIn()
  const other = await context.newPage()
  await other.goto(`${service.url}/administration/audit-log`)
  await other.getByRole('heading', { name: 'Audit log', level: 1 }).waitFor()

  await turnOff(page)
  await page.keyboard.type(PERSON.password)
  await page.keyboard.press('Enter')
  await theDialog(page).waitFor({ state: 'detached' })
  await other.reload()

  await other.getByText(`${PERSON.name} signed in again`).waitFor()
})
