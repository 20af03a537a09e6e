import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openBrowser } from './browser.ts'
import { startMockConsole } from './mock-console.ts'

/** A browser for all tests of a file, and another one for those that follow when it has died. @returns what gives it to a test */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeEach(async () => {
    if (!browser?.isConnected()) browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  return () => {
    if (browser === undefined) throw new Error('It is there for tests, not for what runs before them.')
    return browser
  }
}

/** The console over the mock for all tests of a file or a `describe`. @returns what gives it to a test */
export const sharedMockConsole = () =>
  shared(
    () => startMockConsole(),
    (mock) => mock.stop(),
  )

function shared<Opened extends object>(
  open: () => Promise<Opened>,
  close: (opened: Opened) => Promise<void>,
): () => Opened {
  let opened: Opened | undefined
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    if (opened !== undefined) await close(opened)
  })
  return () => {
    if (opened === undefined) throw new Error('It is there for tests, not for what runs before them.')
    return opened
  }
}
