import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { languages, type Language } from '#console/messages/language.ts'
import { violationsOn } from '../support/accessibility.ts'
import { openConsole } from '../support/console-driver.ts'
import { consoleStates, openState } from '../support/console-states.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'
import { catalogs } from '../support/catalogs.ts'

const { en } = catalogs

const NARROW = { width: 320, height: 640 }

const browser = sharedBrowser()
const mock = sharedMockConsole()

/** Chooses a language as another tab would, which leaves open what is open; again until the page listens to others. */
async function speak(page: Page, language: Language) {
  await page.waitForFunction((chosen) => {
    if (document.documentElement.lang === chosen) return true
    localStorage.setItem('language', chosen)
    window.dispatchEvent(new StorageEvent('storage', { key: 'language' }))
    return false
  }, language)
}

/** What is wider than its place, so that it would have to be scrolled sideways: the page, a question, a menu. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open], :popover-open')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName.toLowerCase()} is ${element.scrollWidth} px wide`),
  )

it.each(consoleStates)(
  'axe finds nothing and nothing is too wide, in any language and in the dark: $name',
  async (state) => {
    const { context, page } = await openConsole(browser(), mock().url, { reducedMotion: 'reduce' })
    await openState(page, mock().url, state, en)

    const found: string[] = []
    for (const language of languages) {
      await speak(page, language)
      found.push(...(await violationsOn(page)).map((what) => `${language}: ${what}`))
    }
    // Which theme it is decides about contrast alone, and the language about everything else.
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await violationsOn(page)).map((what) => `dark: ${what}`))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(NARROW)
    for (const language of languages) {
      await speak(page, language)
      found.push(...(await tooWide(page)).map((what) => `${language}, 320 px: ${what}`))
    }

    expect(found).toEqual([])
    await context.close()
  },
)
