import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarioNames } from '#mock/scenarios.ts'
import { violationsOn } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { openConsole } from '../support/console-driver.ts'
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

/** What a person does to reach a state that no scenario opens with. */
const acts: Record<string, { scenario: string; act: (page: Page) => Promise<void> }> = {
  'asked whether to turn on': {
    scenario: 'off',
    act: (page) => page.getByRole('switch').click(),
  },
  'asked whether to turn off': {
    scenario: 'token-live',
    act: (page) => page.getByRole('switch').click(),
  },
  'asked whether to replace the token': {
    scenario: 'token-live',
    act: (page) => page.getByRole('button', { name: /^Generate New Profile/ }).click(),
  },
  'token revealed': {
    scenario: 'token-live',
    act: (page) => page.getByRole('button', { name: 'Reveal' }).click(),
  },
  'account menu open': {
    scenario: 'token-live',
    act: (page) => page.getByRole('button', { name: /^Your account/ }).click(),
  },
  'password refused': {
    scenario: 'signed-out',
    async act(page) {
      await page.getByLabel('E-mail').fill('ana@example.com')
      await page.getByLabel('Password', { exact: true }).fill('not the right one')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'no such page': {
    scenario: 'token-live',
    async act(page) {
      await page.goto(`${mock.url}/no/such/page`)
      await page.getByRole('heading', { name: 'Page not found' }).waitFor()
    },
  },
}

const states = [
  ...scenarioNames.map((scenario) => ({ state: `scenario ${scenario}`, scenario, act: async () => {} })),
  ...Object.entries(acts).map(([state, { scenario, act }]) => ({ state, scenario, act })),
]

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(states)('axe finds nothing: $state', async ({ scenario, act }) => {
    const { context, page } = await openConsole(browser, mock.url, { colorScheme, reducedMotion: 'reduce' })

    await page.goto(`${mock.url}/?scenario=${scenario}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await act(page)

    expect(await violationsOn(page)).toEqual([])
    await context.close()
  })
})
