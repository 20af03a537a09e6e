import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { openConsole, PERSON, setUp, signIn } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NEW_PASSWORD = 'a sentence of my own, spaces too'

const browser = sharedBrowser()

/** The same person in two browsers. */
async function openTwice() {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const here = await openConsole(browser(), service.url)
  const there = await openConsole(browser(), service.url)
  onTestFinished(async () => {
    await here.context.close()
    await there.context.close()
  })
  await setUp(here.page, service.setUpUrl ?? '')
  await there.page.goto(service.url)
  await signIn(there.page)
  return { service, here: here.page, there: there.page }
}

async function openAccount(page: Page) {
  await page.getByRole('button', { name: `Your account: ${PERSON.name}` }).click()
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByRole('table', { name: 'Sessions' }).waitFor()
}

const rows = (page: Page) => page.getByRole('table', { name: 'Sessions' }).getByRole('rowheader')

it('lists the browsers that a person is signed in with, and ends the other one at once', async () => {
  const { here, there } = await openTwice()

  await openAccount(here)
  expect(await rows(here).allTextContents()).toEqual([expect.stringContaining('Chrome'), 'Chrome'])
  await here.getByRole('button', { name: /^End the session of Chrome/ }).click()
  await here.getByRole('button', { name: 'End session' }).click()
  await expect.poll(() => rows(here).count()).toBe(1)

  await there.reload()
  await there.getByText('Sign in', { exact: true }).first().waitFor()
})

it('changes the password: the other browser is signed out, this one goes on, and the new one signs in', async () => {
  const { here, there, service } = await openTwice()
  await openAccount(here)

  await here.getByLabel('Current password').fill(PERSON.password)
  await here.getByLabel('New password').fill(NEW_PASSWORD)
  await here.keyboard.press('Enter')
  await here.getByText('Your password is changed, and your other sessions have ended').first().waitFor()
  await expect.poll(() => rows(here).count()).toBe(1)
  await here.reload()
  await here.getByRole('table', { name: 'Sessions' }).waitFor()

  await there.goto(`${service.url}/account`)
  await there.getByLabel('E-mail').fill(PERSON.email)
  await there.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
  await there.getByRole('button', { name: 'Sign in', exact: true }).click()
  await there.getByRole('table', { name: 'Sessions' }).waitFor()
})
