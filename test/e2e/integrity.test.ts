import { expect, it } from 'vitest'
import { openConsole } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

/** Opens sign-in, of which one file comes with one byte changed, which alone would break nothing. */
async function openWithChanged(name: string, extension = 'js') {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const opened = await openConsole(browser(), service.url)
  await opened.page.route(new RegExp(`/assets/${name}-[^/]*\\.${extension}$`), async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    // The semicolon at the end of a script, or the brace that ends a style sheet.
    body[body.length - 1] = ' '.charCodeAt(0)
    await route.fulfill({ body, contentType: response.headers()['content-type'] ?? '' })
  })
  await opened.page.goto(`${service.url}/sign-in`)
  const refused = () => opened.complaints.filter((complaint) => /integrity|digest/i.test(complaint))
  return { ...opened, refused }
}

it.each(['console', 'words-en'])('does not start with a changed %s', async (name) => {
  const { page, context, refused } = await openWithChanged(name)

  await expect.poll(() => refused().length).toBeGreaterThan(0)

  expect(await page.locator('#root > *').count()).toBe(0)
  await context.close()
})

it('does not take a changed style sheet', async () => {
  const { page, context, refused } = await openWithChanged('console', 'css')

  await expect.poll(() => refused().length).toBeGreaterThan(0)

  expect(await page.evaluate(() => document.styleSheets.length)).toBe(0)
  await context.close()
})

it('does not take a changed part that is loaded when it is needed', async () => {
  const { page, context, refused } = await openWithChanged('entrance')

  await page.getByRole('heading', { name: 'A part of the console is missing' }).waitFor()

  expect(refused().length).toBeGreaterThan(0)
  await context.close()
})
