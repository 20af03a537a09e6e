import { expect, it } from 'vitest'
import { type Page, pages } from '#console/pages.ts'
import { openScenario } from '../support/console-driver.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'

const browser = sharedBrowser()
const mock = sharedMockConsole()

const WIDTHS = [320, 768, 1024, 1280, 1600, 2560]

/** In pixels: the navigation's column, from where there is one; the content with its padding; the padding. */
const NAVIGATION = { width: 224, from: 960 }
const CONTENT = { width: 1056, padding: 32, narrowPadding: 16, narrowUntil: 640 }

/** Without what a bar for scrolling takes, the content is centred in what the navigation leaves. */
function leftOfContent(width: number, bar: number): number {
  const navigation = width < NAVIGATION.from ? 0 : NAVIGATION.width
  const padding = width < CONTENT.narrowUntil ? CONTENT.narrowPadding : CONTENT.padding
  return navigation + Math.max(0, (width - bar - navigation - CONTENT.width) / 2) + padding
}

it('has the content of every page at one place', async () => {
  const { page, context } = await openScenario(browser(), mock().url, 'people')
  const bar = await page.evaluate(() => innerWidth - document.body.clientWidth)
  const shown = Object.values<Page>(pages).filter(({ layout }) => layout === 'signed-in')
  const found: Record<string, number[]> = {}
  for (const path of [...shown.map((one) => one.path), '/no/such/page']) {
    await page.goto(mock().url + path)
    const heading = page.getByRole('heading', { level: 1 })
    await heading.waitFor()
    found[path] = []
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      found[path].push(await heading.evaluate((element) => element.getBoundingClientRect().left))
    }
  }

  const place = WIDTHS.map((width) => leftOfContent(width, bar))
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, place])))
  // The browser of the tests hides its bars for scrolling.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('scroll')
  await context.close()
})

it('has the facts of every card in the same columns', async () => {
  const { page, context } = await openScenario(browser(), mock().url, 'token-live')
  /** Where the terms of each list of facts begin. */
  const columns = () =>
    page.locator('main dl').evaluateAll((lists) =>
      lists.map((list) => {
        const lefts = [...list.querySelectorAll('dt')].map((term) => term.getBoundingClientRect().left)
        return [...new Set(lefts)]
      }),
    )
  const wide = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    wide.push(await columns())
  }
  // An account without an organisation has a fact less.
  await page.getByText('IMS Organization ID').evaluate((term) => term.closest('div')?.remove())
  const [account = [], token = []] = await columns()

  expect(wide.map(([first]) => first?.length)).toEqual([1, 2, 2, 3, 3, 3])
  for (const [first, ...others] of wide) expect(others).toEqual([first])
  expect(token.slice(0, account.length)).toEqual(account)
  await context.close()
})
