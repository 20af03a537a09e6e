import type { Locator, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { PERSON, openConsole } from '../support/console-driver.ts'
import { catalogs } from '../support/catalogs.ts'
import { consoleStates, openState } from '../support/console-states.ts'
import { focused } from '../support/keyboard.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'

const { en } = catalogs

const browser = sharedBrowser()
const mock = sharedMockConsole()

async function openNamed(name: string) {
  const state = consoleStates.find((one) => one.name === name)
  if (!state) throw new Error(`There is no state ${name}.`)
  const { page, context } = await openConsole(browser(), mock().url)
  onTestFinished(() => context.close())
  await openState(page, mock().url, state, en)
  return page
}

async function openWorkspaces(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: en.users.workspaces }).click()
  return page.getByLabel(en.users.newWorkspace)
}

async function openWebhook(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: en.notices.addWebhook }).click()
  await page.getByLabel('Address').fill('https://hooks.example.com/profile-api')
  return page.getByRole('dialog').getByLabel(en.notices.name)
}

/** Each field that takes a name, by the state it is in. */
const names: [string, string, (page: Page) => Locator | Promise<Locator>][] = [
  ['of a person', 'your account', (page) => page.getByLabel(en.account.name, { exact: true })],
  ['of a new passkey', 'first passkey', (page) => page.getByLabel(en.passkeys.name)],
  ['of a passkey', 'asked for another name of a passkey', (page) => page.getByLabel(en.passkeys.name)],
  ['of a caller', 'a caller about to be named', (page) => page.getByRole('textbox', { name: '192.0.2.44' })],
  ['of a workspace', 'users', openWorkspaces],
  ['of a webhook', 'some told', openWebhook],
]

it.each(names)(
  'a name %s with a control character is told what it is to be, and stays',
  async (_of, name, open) => {
    const page = await openNamed(name)
    const field = await open(page)

    for (const written of ['a\u0007b', '\u202eabc']) {
      await field.fill(written)
      await field.press('Enter')

      await page.getByText(/at most 100 characters, without control characters/).waitFor()
      expect(await field.inputValue()).toBe(written)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  },
)

it('a workspace whose name is blank is told what it is to be, and one that was made leaves the focus in the field', async () => {
  const page = await openNamed('users')
  const field = await openWorkspaces(page)

  await field.fill('   ')
  await field.press('Enter')
  await page.getByText(en.users.wrongName).waitFor()
  await field.fill('Alps')
  await field.press('Enter')
  await page.getByRole('button', { name: 'Rename, Alps' }).waitFor()

  await expect.poll(() => field.inputValue()).toBe('')
  await page.waitForLoadState('networkidle')
  expect(await focused(page)).toBe(en.users.newWorkspace)
})

it('a password that is too long for anybody’s is a wrong one', async () => {
  const tooLong = 'x'.repeat(257)
  const signedOut = await openNamed('scenario signed-out')
  await signedOut.getByLabel(en.signIn.email).fill(PERSON.email)
  await signedOut.getByLabel(en.signIn.password, { exact: true }).fill(tooLong)
  await signedOut.keyboard.press('Enter')
  await signedOut.getByText(en.failures.refusals.signInRefused).waitFor()

  const asked = await openNamed('asked to sign in again')
  await asked.getByLabel(en.freshSignIn.password).fill(tooLong)
  await asked.keyboard.press('Enter')
  await asked.getByText(en.freshSignIn.wrongPassword).waitFor()

  for (const page of [signedOut, asked]) {
    expect(await page.getByText(en.failures.refusals.notUnderstood).count()).toBe(0)
  }
})
