import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { languages } from '#console/messages/language.ts'
import { violationsOn } from '../support/accessibility.ts'
import { openConsole, speak } from '../support/console-driver.ts'
import { consoleStates, openState, stopTheClock, WITHOUT_PICKER } from '../support/console-states.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'
import { TIME_ZONE, timesWithoutZone } from '../support/times.ts'
import { catalogs } from '../support/catalogs.ts'

const { en } = catalogs

const NARROW = { width: 320, height: 640 }

const browser = sharedBrowser()
const mock = sharedMockConsole()

/** What is wider than its place, so that it would have to be scrolled sideways: the page, a question, a menu. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open], :popover-open')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName.toLowerCase()} is ${element.scrollWidth} px wide`),
  )

/** The names of the states that give a picture, by its digest. */
const statesOf = new Map<string, string[]>()

/** Notes what a state looks like. */
async function notePicture(page: Page, name: string) {
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled', style: WITHOUT_PICKER })
  const digest = createHash('sha256').update(picture).digest('hex')
  statesOf.set(digest, [...(statesOf.get(digest) ?? []), name])
}

it.each(consoleStates)(
  'axe finds nothing, nothing is too wide, and each time has its zone, in any language and in the dark: $name',
  async (state) => {
    const { context, page } = await openConsole(browser(), mock().url, {
      reducedMotion: 'reduce',
      timezoneId: TIME_ZONE,
    })
    await stopTheClock(page)
    await openState(page, mock().url, state, en)
    await notePicture(page, state.name)

    const found = await timesWithoutZone(page)
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

it('no two states look the same', () => {
  const alike = [...statesOf.values()].filter((names) => names.length > 1)

  expect(alike).toEqual([])
})
