import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '#console/messages/en.ts'
import { violationsOn } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { openConsole } from '../support/console-driver.ts'
import { consoleStates, openState } from '../support/console-states.ts'
import { startMockConsole } from '../support/mock-console.ts'

let browser: Browser
let mock: Awaited<ReturnType<typeof startMockConsole>>
beforeAll(async () => {
  browser = await openBrowser()
  mock = await startMockConsole()
})
afterAll(async () => {
  await browser.close()
  await mock.stop()
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(consoleStates)('axe finds nothing: $name', async (state) => {
    const { context, page } = await openConsole(browser, mock.url, { colorScheme, reducedMotion: 'reduce' })

    await openState(page, mock.url, state, en)

    expect(await violationsOn(page)).toEqual([])
    await context.close()
  })
})
