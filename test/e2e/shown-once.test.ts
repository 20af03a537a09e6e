import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { catalogs } from '../support/catalogs.ts'
import { openConsole, openScenario, PERSON } from '../support/console-driver.ts'
import { consoleStates, openState } from '../support/console-states.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { addAuthenticator } from '../support/virtual-authenticator.ts'

const { en } = catalogs

const browser = sharedBrowser()
const mock = sharedMockConsole()

const question = (page: Page) => page.getByRole('alertdialog', { name: en.shownOnce.title })

async function answer(page: Page, word: 'stay' | 'leave') {
  await question(page).getByRole('button', { name: en.shownOnce[word] }).press('Enter')
  await question(page).waitFor({ state: 'detached' })
}

const firstCode = (page: Page) => page.locator('main ol code').first()
const firstField = (page: Page) => page.locator('main li textarea, dialog textarea').first()

const followLink = (page: Page) => page.getByRole('link', { name: 'Batches' }).press('Enter')
const pressEscape = (page: Page) => page.keyboard.press('Escape')

/** Each state that shows something once, where that stands, and what would lose it. */
const states = [
  ['new recovery codes', firstCode, followLink],
  ['users, invited', firstField, followLink],
  ['users, a new link', firstField, pressEscape],
  ['secret of a webhook shown', firstField, pressEscape],
] as const

describe.each(states)('%s', (name, shownIn, lose) => {
  async function openShown() {
    const state = consoleStates.find((one) => one.name === name)
    if (!state) throw new Error(`There is no state ${name}.`)
    const { page, context } = await openConsole(browser(), mock().url)
    onTestFinished(() => context.close())
    await openState(page, mock().url, state, en)
    const secret = await shownIn(page).evaluate((element) => {
      return element instanceof HTMLTextAreaElement ? element.value : element.textContent
    })
    return { page, isShown: () => page.evaluate(isThere, secret) }
  }

  it('asks whoever would lose it, as often as they stay, and lets go who leaves', async () => {
    const { page, isShown } = await openShown()

    for (let stays = 0; stays < 3; stays += 1) {
      await lose(page)
      await question(page).waitFor()
      await answer(page, 'stay')
      expect(await isShown()).toBe(true)
    }
    await lose(page)
    await answer(page, 'leave')

    await expect.poll(isShown).toBe(false)
  })

  it('is not reloaded without a question of the browser', async () => {
    const { page, isShown } = await openShown()
    const asked = page.waitForEvent('dialog')

    await page.evaluate(() => setTimeout(() => location.reload()))
    const dialog = await asked
    await dialog.dismiss()

    expect(dialog.type()).toBe('beforeunload')
    expect(await isShown()).toBe(true)
  })
})

function isThere(text: string | null) {
  const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value)
  return [document.body.innerText, ...fields].some((shown) => shown.includes(String(text)))
}

describe('recovery codes on the page of the account', () => {
  async function makeCodes() {
    const { page, context } = await openScenario(browser(), mock().url, 'passkeys')
    onTestFinished(() => context.close())
    await page.getByRole('button', { name: /^Your account/ }).click()
    await page.getByRole('link', { name: 'Your account' }).click()
    await page.getByRole('button', { name: en.account.makeCodes }).click()
    await page.getByRole('button', { name: en.account.makeCodesConfirm, exact: true }).click()
    await firstCode(page).waitFor()
    return page
  }

  it('are asked about before Back, which then leads where it would have', async () => {
    const page = await makeCodes()
    const goBack = () => page.evaluate(() => history.back())

    await goBack()
    await answer(page, 'stay')
    expect(await firstCode(page).isVisible()).toBe(true)
    await goBack()
    await answer(page, 'leave')

    await page.getByRole('switch').waitFor()
    expect(new URL(page.url()).pathname).toBe('/administration/implementation')
  })

  it('are asked about before signing out', async () => {
    const page = await makeCodes()
    const signOut = async () => {
      await page.getByRole('button', { name: /^Your account/ }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
    }

    await signOut()
    await answer(page, 'stay')
    expect(await firstCode(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await signOut()
    await answer(page, 'leave')

    await page.getByText('You are signed out').waitFor()
  })

  it('are let go without a question once they are kept', async () => {
    const page = await makeCodes()

    await page.getByRole('button', { name: en.account.codesKept }).click()
    await followLink(page)

    await page.getByRole('heading', { name: 'Batches', level: 1 }).waitFor()
  })
})

it('recovery codes that come with a first passkey outlast the way to the documentation and a lost connection', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder(), SECOND_STEP: 'approvers' })
  const { page, context } = await openConsole(browser(), service.url)
  onTestFinished(() => context.close())
  await addAuthenticator(context, page)
  await page.goto(service.setUpUrl ?? '')
  await page.getByLabel('Name').fill(PERSON.name)
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password)
  await page.keyboard.press('Enter')
  await page.getByLabel('Name of the passkey').fill('Laptop')
  await page.keyboard.press('Enter')
  await firstCode(page).waitFor()

  await page.getByRole('link', { name: 'Documentation' }).click()
  await answer(page, 'stay')
  const asked = page.waitForResponse('**/console/v1/session').catch(() => null)
  await context.setOffline(true)
  await context.setOffline(false)
  await asked

  expect(await page.getByRole('listitem').count()).toBe(10)
  await page.getByRole('button', { name: 'I have kept them, go on' }).click()
  await page.getByRole('switch').waitFor()
})
