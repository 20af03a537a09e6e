import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { catalogs } from '../support/catalogs.ts'
import {
  accept,
  enterAtProvider,
  invite,
  makeWorkspace,
  openConsole,
  pressOnceReady,
  setUp,
} from '../support/console-driver.ts'
import { startMailServer } from '../support/mail-server.ts'
import { CLIENT_ID, CLIENT_SECRET, startOidcProvider } from '../support/oidc-provider.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { addAuthenticator } from '../support/virtual-authenticator.ts'

const { sv } = catalogs
const BO = { name: 'Bo Ek', email: 'bo@example.com', password: 'en hel mening går bra' }
const CHIOMA = { name: 'Chioma Obi', email: 'chioma@example.com', password: 'a whole sentence is fine' }

const browser = sharedBrowser()

/** A service that sends mail and knows a provider where roles are not given, and a browser for each of three people. */
async function makeWorld() {
  const mail = await startMailServer()
  const provider = await startOidcProvider()
  const { url, setUpUrl } = await startService({
    DATA_DIR: temporaryFolder(),
    SMTP_URL: mail.url,
    MAIL_FROM: 'profile-api@example.com',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_NAME: 'Acme',
  })
  provider.register(url)
  const open = async (locale: string) => {
    const { page, context } = await openConsole(browser(), url, { locale })
    onTestFinished(() => context.close())
    return page
  }
  const people = { ana: await open('en-US'), bo: await open('sv-SE'), chioma: await open('en-GB') }
  await setUp(people.ana, setUpUrl ?? '')
  return { url, mail, provider, ...people }
}

/** Bo's page of Implementation, in Swedish, once it knows its data. */
const isSignedIn = (bo: Page) =>
  bo.getByRole('switch', { name: sv.implementation.requireAuthentication }).waitFor()

async function signOut(bo: Page) {
  await bo.getByRole('button', { name: sv.shell.account(BO.name) }).click()
  await bo.getByRole('button', { name: sv.panels.signOut }).click()
  await bo.getByText(sv.signIn.signedOut).waitFor()
}

async function throwSwitch(bo: Page, answer: string) {
  await pressOnceReady(bo.getByRole('switch'), 'Space')
  await pressOnceReady(
    bo.getByRole('alertdialog').getByRole('button', { name: answer, exact: true }),
    'Enter',
  )
}

it('makes an approver of somebody who is invited by e-mail, and an administrator of a workspace who sees no other', async () => {
  const { url, mail, provider, ana, bo, chioma } = await makeWorld()

  // Ana invites Bo, who reads Swedish.
  await makeWorkspace(ana, 'Nordics')
  await invite(ana, BO.email, 'Approver', 'Default', 'sv')
  await expect.poll(() => mail.received).toHaveLength(1)
  const [invitation] = mail.received
  expect(invitation).toMatchObject({ to: [BO.email], subject: '[demo] Inbjudan till Profile API Console' })
  const link = invitation?.text.match(/^http\S+$/m)?.[0] ?? ''

  // Bo opens the link of the mail, chooses a password and adds a passkey.
  const authenticator = await addAuthenticator(bo.context(), bo)
  await accept(bo, link, BO, sv)
  await bo.getByRole('button', { name: sv.shell.account(BO.name) }).click()
  await bo.getByRole('link', { name: sv.panels.yourAccount }).click()
  await bo.getByRole('button', { name: sv.account.addPasskey }).click()
  await bo.getByLabel(sv.passkeys.name).fill('Jobbdatorn')
  await bo.keyboard.press('Enter')
  await bo.getByRole('button', { name: sv.account.codesKept }).click()
  await bo.getByRole('table', { name: sv.account.passkeys }).getByText('Jobbdatorn').waitFor()
  expect(await authenticator.credentials()).toHaveLength(1)

  // By the passkey alone Bo comes back, turns authentication on and generates the token.
  await bo.getByRole('link', { name: sv.shell.pages.implementation }).click()
  await signOut(bo)
  await bo.getByRole('button', { name: sv.signIn.withPasskey }).click()
  await isSignedIn(bo)
  await throwSwitch(bo, sv.callers.turnOn)
  await pressOnceReady(bo.getByRole('button', { name: sv.implementation.generate }), 'Enter')
  await bo.getByRole('button', { name: sv.implementation.hide }).waitFor()

  // Meanwhile Ana makes an observer of Bo, who is told so by the next act.
  await ana.reload()
  await ana.getByRole('button', { name: `Change…, ${BO.name}` }).click()
  await ana.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('Observer')
  await ana.getByRole('button', { name: 'Save roles' }).click()
  await ana.getByRole('button', { name: 'Take roles away' }).click()
  await ana.getByRole('row', { name: /Bo Ek.*Observer in Default/ }).waitFor()
  await throwSwitch(bo, sv.callers.turnOff)
  await bo.getByText(sv.failures.refusals.forbidden.approver).first().waitFor()
  await expect.poll(() => bo.getByRole('switch').isChecked()).toBe(true)

  // Chioma administers the Nordics: she invites there, and sees neither Bo nor any other workspace.
  await accept(chioma, await invite(ana, CHIOMA.email, 'Administrator', 'Nordics'), CHIOMA)
  await invite(chioma, 'mei@example.com', 'Publisher')
  await chioma.getByRole('row', { name: /mei@example\.com.*Publisher in Nordics/ }).waitFor()
  expect(await chioma.getByRole('row').count()).toBe(3)
  expect(await chioma.getByText('Default').count()).toBe(0)
  expect(await chioma.getByRole('button', { name: 'Workspaces…' }).count()).toBe(0)

  // A link makes an account at the provider Bo's, whatever e-mail it has there; from then on that is Bo.
  provider.accounts.set('bosse', { name: 'B. Ek', email: 'b.ek@acme.example' })
  await ana.reload()
  await ana.getByRole('button', { name: `Change…, ${BO.name}` }).click()
  await ana.getByRole('button', { name: 'New link…' }).click()
  await ana.getByRole('button', { name: 'Make link' }).click()
  const again = await ana.getByRole('textbox', { name: `Link of ${BO.name}` }).inputValue()
  for (const address of [again, `${url}/sign-in`]) {
    await bo.context().clearCookies()
    await bo.goto(address)
    await bo.getByRole('button', { name: sv.provider.signInWith('Acme') }).click()
    await enterAtProvider(bo, 'bosse')
    await isSignedIn(bo)
    await bo.getByRole('button', { name: sv.shell.account(BO.name) }).waitFor()
  }
  await ana.getByRole('button', { name: 'Done' }).click()
  await ana.getByRole('link', { name: 'Audit log' }).click()
  await ana.getByText(`${BO.name} used a set-up link with an account of the sign-in provider`).waitFor()
})
