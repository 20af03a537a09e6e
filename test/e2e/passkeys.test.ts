import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/accessibility.ts'
import {
  clipboardOf,
  openConsole,
  PERSON,
  pressOnceReady,
  requirementSaved,
  setUp,
} from '../support/console-driver.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { addAuthenticator } from '../support/virtual-authenticator.ts'

const browser = sharedBrowser()

async function typePassword({ keyboard }: Page) {
  await keyboard.type(PERSON.email)
  await keyboard.press('Tab')
  await keyboard.type(PERSON.password)
  await keyboard.press('Enter')
}

it('leads to a first passkey, and signs in with it, alone and after the password, by keyboard alone', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder(), SECOND_STEP: 'approvers' })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const authenticator = await addAuthenticator(context, page)
  const { keyboard } = page
  const signInPage = async () => {
    await context.clearCookies()
    await page.goto(`${service.url}/sign-in`)
    await expect.poll(() => focused(page)).toBe('E-mail')
  }
  const isSignedIn = () => page.getByRole('switch', { name: 'Require Authentication' }).waitFor()

  await page.goto(service.setUpUrl ?? '')
  await expect.poll(() => focused(page)).toBe('Name')
  await keyboard.type(PERSON.name)
  await keyboard.press('Tab')
  await typePassword(page)
  await page.getByRole('heading', { name: 'Add a passkey to go on', level: 1 }).waitFor()
  expect((await page.request.get(`${service.url}/console/v1/session`)).status()).toBe(401)
  await expect.poll(() => focused(page)).toBe('Name of the passkey')
  expect(await violationsOn(page)).toEqual([])
  await keyboard.type('Laptop')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your recovery codes', level: 1 }).waitFor()
  const codes = await page.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  expect(await violationsOn(page)).toEqual([])
  await expect.poll(() => focused(page)).toBe('I have kept them, go on')
  await keyboard.press('Enter')
  await isSignedIn()
  const [made] = await authenticator.credentials()
  expect(made).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })

  await signInPage()
  await tabTo(page, 'Sign in with a passkey')
  await keyboard.press('Enter')
  await isSignedIn()

  await signInPage()
  await typePassword(page)
  await page.getByRole('heading', { name: 'Confirm that it is you', level: 1 }).waitFor()
  await expect.poll(() => focused(page)).toBe('Use passkey')
  expect(await violationsOn(page)).toEqual([])
  await authenticator.confirm(false)
  await keyboard.press('Enter')
  await page.getByText('Nothing was confirmed. Try again when you are ready.').waitFor()
  await authenticator.confirm(true)
  await keyboard.press('Enter')
  await isSignedIn()

  await signInPage()
  await typePassword(page)
  await expect.poll(() => focused(page)).toBe('Use passkey')
  await tabTo(page, 'Use a recovery code instead')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Recovery code')
  await keyboard.type('no such code')
  await keyboard.press('Enter')
  await page.getByText('This is none of your recovery codes, or it was used already.').waitFor()
  await expect.poll(() => focused(page)).toBe('Recovery code')
  await keyboard.press('Control+A')
  await keyboard.type(codes[0] ?? '')
  await keyboard.press('Enter')
  await isSignedIn()

  // Chromium says of each answer that is an error that it could not load it.
  expect(complaints.filter((text) => !/status of 40[01]/.test(text))).toEqual([])
})

it('is added, named and removed on the account page, asked for after a while, and worth nothing once removed', async () => {
  const DATA_DIR = temporaryFolder()
  const service = await startService({ DATA_DIR })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')
  await pressOnceReady(page.getByRole('switch', { name: 'Require Authentication' }), 'Space')
  await pressOnceReady(page.getByRole('button', { name: 'Turn on' }), 'Enter')
  await page.getByText(`by ${PERSON.name}`).waitFor()
  const authenticator = await addAuthenticator(context, page)
  const { keyboard } = page
  const passkeys = page.getByRole('table', { name: 'Passkeys' })
  const addAs = async (name: string) => {
    await tabTo(page, 'Add a passkey…')
    await keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Name of the passkey')
    await keyboard.type(name)
    await keyboard.press('Enter')
  }

  await page.goto(`${service.url}/account`)
  await page.getByText('You have no passkey yet.').waitFor()
  await addAs('Laptop')
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  await tabTo(page, 'Copy codes')
  await keyboard.press('Enter')
  await expect.poll(async () => (await clipboardOf(page)).split('\n')).toHaveLength(10)
  await tabTo(page, 'I have kept them')
  await keyboard.press('Enter')
  await expect.poll(() => passkeys.getByRole('rowheader').allTextContents()).toEqual(['Laptop'])

  // The same authenticator has one, and says so.
  await addAs('Another name')
  await page.getByText('This device has a passkey of yours already.').waitFor()
  await tabTo(page, 'Cancel')
  await keyboard.press('Enter')

  const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'))
  database.exec('update sessions set authenticated_at = authenticated_at - 16 * 60000')
  database.close()
  await page.goto(service.url)
  await pressOnceReady(page.getByRole('switch', { name: 'Require Authentication' }), 'Space')
  await pressOnceReady(page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }), 'Enter')
  await expect.poll(() => focused(page)).toBe('Confirm with a passkey')
  expect(await violationsOn(page)).toEqual([])
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Sign in again' }).waitFor({ state: 'detached' })
  await requirementSaved(page, false)

  await page.goto(`${service.url}/account`)
  await passkeys.waitFor()
  const remove = page.getByRole('button', { name: 'Remove the passkey Laptop' })
  await pressOnceReady(remove, 'Enter')
  await pressOnceReady(page.getByRole('button', { name: 'Remove passkey' }), 'Enter')
  await page.getByText('You have no passkey yet.').waitFor()
  expect(await authenticator.credentials()).toHaveLength(1)
  await context.clearCookies()
  await page.goto(`${service.url}/sign-in`)
  await pressOnceReady(page.getByRole('button', { name: 'Sign in with a passkey' }), 'Enter')
  await page.getByText('This passkey does not sign anyone in here.').waitFor()
  await page.getByLabel('E-mail').focus()
  await typePassword(page)
  await page.getByRole('switch', { name: 'Require Authentication' }).waitFor()

  expect(complaints.filter((text) => !/status of 40[01]/.test(text))).toEqual([])
})
