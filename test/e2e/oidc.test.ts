import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LAN_HOST } from '../support/browser.ts'
import {
  enterAtProvider,
  invite,
  openConsole,
  PERSON,
  requirementSaved,
  setUp,
  signIn,
} from '../support/console-driver.ts'
import { startHttpsProxy } from '../support/https-proxy.ts'
import { CLIENT_ID, CLIENT_SECRET, startOidcProvider } from '../support/oidc-provider.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

const CLEO = { name: 'Cleo Berg', email: 'cleo@example.com', email_verified: true, groups: ['approvers'] }
const ROLES = 'groups=approvers -> approver@default; groups=staff -> observer@default'
const FIVE_MINUTES_MS = 300_000

/** A service that Ana has set up, with a real provider where Cleo may approve, and a browser in which nobody is signed in. */
async function makeWorld(changes: Record<string, string> = {}) {
  const provider = await startOidcProvider()
  provider.accounts.set('cleo', CLEO)
  const DATA_DIR = temporaryFolder()
  const service = await startService({
    DATA_DIR,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_NAME: 'Acme',
    OIDC_ROLES: ROLES,
    ...changes,
  })
  provider.register(service.url)
  const first = await openConsole(browser(), service.url)
  await setUp(first.page, service.setUpUrl ?? '')
  await first.context.close()
  const opened = await openConsole(browser(), service.url)
  return { provider, service, DATA_DIR, ...opened }
}

/** Has all sign-ins in a data folder be so much older. */
function makeOlder(DATA_DIR: string, minutes: number) {
  const database = new DatabaseSync(join(DATA_DIR, 'profile-api.sqlite'))
  database.exec(`update sessions set authenticated_at = authenticated_at - ${minutes} * 60000`)
  database.close()
}

/** With a clock so far off. */
const clockOff = (ms: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,const{now}=Date;Date.now=()=>now()+${ms}`,
})

/** Signs in at the provider's own pages, from our sign-in page. */
async function signInWithAcme(page: Page, url: string) {
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await enterAtProvider(page, 'cleo')
}

const pathOf = (page: Page) => new URL(page.url()).pathname

it('lets somebody new in, who comes back to where they wanted to go and signs out at the provider too', async () => {
  const { page, context, service, provider, complaints } = await makeWorld()
  await page.goto(`${service.url}/administration/audit-log`)
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))

  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await enterAtProvider(page, 'cleo')

  await page.getByText('Cleo Berg came by the sign-in provider: Approver').waitFor()
  expect(pathOf(page)).toBe('/administration/audit-log')
  expect(await context.cookies(service.url)).toEqual([
    expect.objectContaining({
      name: expect.stringMatching(/^profile-api\d+-session$/),
      sameSite: 'Strict',
      httpOnly: true,
    }),
  ])
  // The session's cookie, which is Strict, comes along from the next address on, typed or followed.
  await page.reload()
  await page.getByRole('button', { name: 'Your account: Cleo Berg' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()

  await page.waitForURL(`${provider.issuer}/session/end**`)
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await page.getByText('You are signed out').waitFor()
  expect(pathOf(page)).toBe('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await page.getByPlaceholder('Enter any login').waitFor()
  // Nobody was signed in at first, and the provider's pages ask for a font.
  expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
  await context.close()
})

it('leaves no code in the address, and takes none twice', async () => {
  const { page, context, service } = await makeWorld()
  const returns: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('/sign-in/return'))
      returns.push(request.url())
  })
  await signInWithAcme(page, service.url)
  await page.getByRole('switch').waitFor()

  await page.goto(returns[0] ?? '')

  await page.getByText('This sign-in was finished already').waitFor()
  expect(returns[0]).toContain('code=')
  expect(page.url()).toBe(`${service.url}/sign-in/return`)
  await page.getByRole('heading', { name: 'You are still signed in' }).waitFor()
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByRole('switch').waitFor()
  const [code, state] = ['code', 'state'].map(
    (name) => new URL(returns[0] ?? '').searchParams.get(name) ?? '',
  )
  expect(service.output()).not.toContain(code)
  expect(service.output()).not.toContain(state)
  await context.close()
})

it('takes roles away that the provider gives no more, and says so', async () => {
  const { page, context, service, provider } = await makeWorld()
  await signInWithAcme(page, service.url)
  await page.getByRole('switch').waitFor()
  provider.accounts.set('cleo', { ...CLEO, groups: ['staff'] })

  await context.clearCookies()
  await signInWithAcme(page, service.url)
  await page.getByRole('heading', { name: 'You have fewer rights here than before' }).waitFor()
  await page.getByText('The sign-in provider now gives you: Observer.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('switch').waitFor()
  expect(await page.getByRole('switch').getAttribute('aria-disabled')).toBe('true')

  const elsewhere = await openConsole(browser(), service.url)
  provider.accounts.set('cleo', { ...CLEO, groups: [] })
  await signInWithAcme(elsewhere.page, service.url)
  await elsewhere.page.getByText('gives you no role here, or none any more').waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
  await elsewhere.context.close()
  await context.close()
})

it('asks for a fresh sign-in at the provider in a window of its own, and goes on with what was asked for', async () => {
  const { page, context, service, DATA_DIR } = await makeWorld()
  await signInWithAcme(page, service.url)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: 'Choose how long…' }).click()
  await page.getByRole('radio', { name: '30 days' }).check()
  makeOlder(DATA_DIR, 16)
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Generate/ })
    .click()
  const again = page.getByRole('button', { name: 'Sign in again with Acme' })
  await again.waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe(await again.textContent())

  // The provider knows Cleo, and asks all the same; another account is none of theirs.
  const [wrong] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')])
  await wrong.getByPlaceholder('Enter any login').waitFor()
  await page.getByText('Acme is open in a window of its own').waitFor()
  await wrong.close()
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')])
  const closed = opened.waitForEvent('close')
  await enterAtProvider(opened, 'cleo')
  await closed

  await page.getByRole('textbox', { name: /^Authentication Token/ }).waitFor()
  await page.getByText(/^(?:30|29) days/).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await context.close()
})

it('takes no other account for a fresh sign-in', async () => {
  const { page, context, service, provider, DATA_DIR } = await makeWorld()
  provider.accounts.set('ben', { ...CLEO, name: 'Ben Ek', email: 'ben@example.com' })
  await signInWithAcme(page, service.url)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await requirementSaved(page, true)
  makeOlder(DATA_DIR, 16)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn off' }).click()
  // So that the provider knows nobody any more; its cookies are of the same host.
  await context.clearCookies({ name: /^_/ })

  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Sign in again with Acme' }).click(),
  ])
  await enterAtProvider(opened, 'ben')

  await opened.getByText('with a different account').waitFor()
  await page.getByRole('button', { name: 'Sign in again with Acme' }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await requirementSaved(page, true)
  await context.close()
})

it('makes an account of the provider that of whoever is invited, by their link', async () => {
  const { page, context, service, provider } = await makeWorld({ OIDC_ROLES: '' })
  provider.accounts.set('cleo', { name: 'Cleo at Acme', email: 'cleo@acme.example' })
  const admin = await openConsole(browser(), service.url)
  await admin.page.goto(service.url)
  await signIn(admin.page)

  await page.goto(await invite(admin.page, 'cleo@example.com', 'Approver'))
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await enterAtProvider(page, 'cleo')
  await page.getByRole('switch').waitFor()
  await admin.page.reload()
  await admin.page.getByRole('row', { name: /Cleo at Acme.*cleo@example.com.*Approver/ }).waitFor()
  await context.clearCookies()
  await signInWithAcme(page, service.url)

  await page.getByRole('button', { name: 'Your account: Cleo at Acme' }).waitFor()
  await admin.context.close()
  await context.close()
})

it('finds nobody by their e-mail', async () => {
  const { page, context, service, provider } = await makeWorld()
  provider.accounts.set('cleo', { ...CLEO, email: PERSON.email })

  await signInWithAcme(page, service.url)

  await page.getByText('Somebody here has your e-mail address or your account already').waitFor()
  await context.close()
})

it.each([FIVE_MINUTES_MS, -FIVE_MINUTES_MS])('bears a clock that is %s ms off', async (ms) => {
  const { page, context, service } = await makeWorld(clockOff(ms))

  await signInWithAcme(page, service.url)

  await page.getByRole('switch').waitFor()
  await context.close()
})

it('tells a clock that is more than five minutes off', async () => {
  const { page, context, service } = await makeWorld(clockOff(-FIVE_MINUTES_MS - 30_000))

  await signInWithAcme(page, service.url)

  await page.getByText('more than five minutes apart').waitFor()
  await page.getByText('Request ID').waitFor()
  expect(service.output()).toContain('clock more than five minutes off')
  await context.close()
})

it('trusts no provider that names itself otherwise', async () => {
  const { page, context, service, provider } = await makeWorld()
  provider.answerBy((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'application/json' })
    answer.end(
      JSON.stringify({
        issuer: 'https://elsewhere.example',
        authorization_endpoint: 'https://elsewhere.example/',
      }),
    )
  })

  await page.goto(`${service.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()

  await page.getByText('cannot be trusted').waitFor()
  expect(pathOf(page)).toBe('/sign-in')
  await context.close()
})

it('says that the provider is down, and lets people in by a password meanwhile', async () => {
  const { page, context, service, provider } = await makeWorld()
  provider.stop()

  await page.goto(`${service.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await page.getByText('The sign-in provider does not answer').waitFor()
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await page.getByRole('switch').waitFor()
  await context.close()
})

it('offers the provider alone where passwords are off', async () => {
  const { page, context, service } = await makeWorld({ PASSWORD_SIGN_IN: 'off' })

  await page.goto(`${service.url}/sign-in`)

  await page.getByRole('button', { name: 'Sign in with Acme' }).waitFor()
  expect(await page.getByLabel('Password').count()).toBe(0)
  await signInWithAcme(page, service.url)
  await page.getByRole('switch').waitFor()
  await context.close()
})

it('binds what it gives a browser to https where people come by it', async () => {
  const provider = await startOidcProvider()
  provider.accounts.set('cleo', CLEO)
  const settings = {
    DATA_DIR: temporaryFolder(),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_NAME: 'Acme',
    OIDC_ROLES: ROLES,
  }
  const probe = await startService(settings)
  const byHttps = await startHttpsProxy(LAN_HOST, probe.url)
  await probe.stop()
  const service = await startService({ ...settings, PORT: new URL(probe.url).port, PUBLIC_URL: byHttps })
  provider.register(byHttps)
  const { page, context } = await openConsole(browser(), byHttps, { ignoreHTTPSErrors: true })
  await setUp(page, service.setUpUrl ?? '')
  await context.clearCookies()

  await page.goto(`${byHttps}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await page.getByPlaceholder('Enter any login').waitFor()

  expect(await context.cookies(byHttps)).toEqual([
    expect.objectContaining({
      name: expect.stringMatching(/^__Host-profile-api\d+-oidc$/),
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    }),
  ])
  await enterAtProvider(page, 'cleo')
  await page.getByRole('switch').waitFor()
  expect((await context.cookies(byHttps)).map(({ name, sameSite }) => [name, sameSite])).toEqual([
    [expect.stringMatching(/^__Host-profile-api\d+-session$/), 'Strict'],
  ])
  await context.close()
})
