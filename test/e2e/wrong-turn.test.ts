import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { catalogs } from '../support/catalogs.ts'
import { openConsole, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

const LANGUAGES = ['en', 'es', 'fr', 'pt-BR', 'sv']
const visibleLanguages = (page: Page) =>
  page
    .locator('.unavailable p:visible')
    .evaluateAll((texts) => texts.map((text) => text.getAttribute('lang')))

it('says without JavaScript what it needs, in every language', async () => {
  const { url } = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), url, { javaScriptEnabled: false })

  await page.goto(url)

  expect(await visibleLanguages(page)).toEqual(LANGUAGES)
  expect(await page.locator('noscript p').first().isVisible()).toBe(true)
  expect(await page.locator('#not-started').isVisible()).toBe(false)
  await context.close()
})

it('says so when its code does not run, once it would have', async () => {
  const { url } = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), url)
  const devTools = await context.newCDPSession(page)
  await devTools.send('Animation.setPlaybackRate', { playbackRate: 0 })
  await page.route('**/assets/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'a word too new' }),
  )

  await page.goto(url)
  expect(await visibleLanguages(page)).toEqual([])
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))

  expect(await visibleLanguages(page)).toEqual(LANGUAGES)
  expect(await page.getByText('This console has not started yet').isVisible()).toBe(true)
  await context.close()
})

it('says at once that the browser is too old where it lacks the colours', async () => {
  const { url } = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), url)
  await page.route('**/assets/*.css', async (route) => {
    const sheet = await (await route.fetch()).text()
    const older = sheet.replaceAll(
      /@supports not \(color: ?light-dark\(/g,
      '@supports not (color:no-such-colour(',
    )
    await route.fulfill({ contentType: 'text/css', body: older })
  })
  // What an older browser makes of the sheet that was built; another sheet than that is not taken.
  await page.route(url, async (route) => {
    const html = await (await route.fetch()).text()
    await route.fulfill({ contentType: 'text/html', body: html.replaceAll(/ integrity="[^"]*"/g, '') })
  })

  await page.goto(url)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })

  expect(await visibleLanguages(page)).toEqual(LANGUAGES)
  expect(await page.locator('#root').isVisible()).toBe(false)
  await context.close()
})

it('leads on from an address that is none, and tells of a client that is not here', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')

  const answer = await page.goto(`${service.url}/no/such/page`)
  expect(answer?.status()).toBe(404)
  await page.getByRole('link', { name: 'Go to Implementation' }).click()
  await page.getByRole('switch').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Implementation')

  for (const address of [
    '/acme/administration/implementation',
    '/administration/implementation?client=acme',
  ]) {
    await page.goto(service.url + address)
    await page.getByText('There is no client acme here').waitFor()
    await page.getByText('This console is for the client code demo.').waitFor()
  }
  await page.goto(`${service.url}/demo/administration/implementation`)
  await page.getByRole('switch').waitFor()
  expect(await page.getByText(/There is no client/).count()).toBe(0)
  expect(await page.locator('nav [aria-current=page]').count()).toBe(1)

  const refused = await (await fetch(`${service.url}/m2/acme/v2/profile/batchUpdate`)).text()
  expect(refused).toContain('Administration &gt; Implementation shows the client code.')
  await context.close()
})

/** A console that has stood for a while, and then a person needs a page that went with an update. */
async function needingWhatIsGone() {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')
  await page.reload()
  await page.getByRole('switch').waitFor()
  await page.route(/\/assets\/GoingLivePage-/, (route) => route.fulfill({ status: 404 }), { times: 1 })
  await page.evaluate(() => {
    const loadedMs = performance.now()
    performance.now = () => loadedMs + 60_000
  })
  const leave = () => page.getByRole('link', { name: 'Going live, step by step' }).click()
  return { service, page, context, leave }
}

it('loads the page again where a part of the console went with an update', async () => {
  const { page, context, leave } = await needingWhatIsGone()
  const loadedAgain = page.waitForEvent('load')

  await leave()
  await loadedAgain

  await page.getByRole('heading', { name: 'Going live, step by step' }).waitFor()
  await context.close()
})

it('does not leave the page for the browser’s own error while the service is down', async () => {
  const { service, page, context, leave } = await needingWhatIsGone()
  await page.route(`${service.url}/`, (route) => route.abort())

  await leave()
  await page.getByRole('heading', { name: 'A part of the console is missing' }).waitFor()
  await page.getByRole('button', { name: 'Load the page again' }).click()
  await page.getByText('The service could not be reached.').waitFor()
  await page.unroute(`${service.url}/`)
  await page.getByRole('button', { name: 'Load the page again' }).click()

  await page.getByRole('heading', { name: 'Going live, step by step' }).waitFor()
  await context.close()
})

it.each([
  ['lacks a field', { account: null }],
  ['has another thing in a field of a list', { oldTokens: { working: [{ id: 7 }], overCount: 0 } }],
  ['has a kind that is not known', { refused: { kind: 'new' } }],
])('does not show an answer that %s', async (_what, wrong) => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')
  await page.addInitScript((there) => {
    const { fetch } = globalThis
    globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init)
      if (!new Request(input).url.endsWith('/console/v1/implementation')) return response
      return Response.json({ ...(await response.json()), ...there })
    }
  }, wrong)

  await page.reload()

  await page.getByText(catalogs.en.failures.unreadable).waitFor()
  expect(await page.getByRole('switch').count()).toBe(0)
  await context.close()
})
