import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openConsole } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()
const FONT = /\.woff2$/
const CODE = /\/assets\/console-[^/]*\.js$/

const fontsOf = (page: Page) =>
  Promise.all(
    ['inter', 'jetbrains-mono'].map((name) =>
      page.waitForEvent('requestfinished', (request) => request.url().includes(name)),
    ),
  )

/** @param held what comes only when the other has */
async function hold(page: Page, held: RegExp, until: Promise<unknown>) {
  await page.route(held, async (route) => {
    await until
    await route.continue()
  })
}

const namesOfFonts = (page: Page) =>
  page.evaluate(() => [...document.fonts].map(({ family }) => family.replaceAll('"', '')))

it('draws with fonts of its own where they come before its code', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  await hold(page, CODE, fontsOf(page))

  await page.goto(`${service.url}/sign-in`)
  await page.getByRole('heading', { level: 1 }).waitFor()

  expect(await namesOfFonts(page)).toEqual(['Inter', 'JetBrains Mono'])
  await context.close()
})

it('leaves fonts that come after it was drawn for the next visit, for they would move what is being read', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  const { promise: isDrawn, resolve: draw } = Promise.withResolvers<void>()
  await hold(page, FONT, isDrawn)
  const fonts = fontsOf(page)

  await page.goto(`${service.url}/sign-in`, { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  draw()
  await fonts

  expect(await namesOfFonts(page)).toEqual([])
  await context.close()
})
