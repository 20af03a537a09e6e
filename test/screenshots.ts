import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './support/browser.ts'
import {
  type ConsoleState,
  consoleStates,
  openState,
  stopTheClock,
  WITHOUT_PICKER,
} from './support/console-states.ts'
import { startMockConsole } from './support/mock-console.ts'
import { catalogs, type Catalog } from './support/catalogs.ts'

const { en, es, fr, 'pt-BR': ptBR, sv } = catalogs

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'screenshots')
const README_PICTURE = join(ROOT, 'docs/images/implementation.png')

const languages: Catalog[] = [en, es, fr, ptBR, sv]
const schemes = ['light', 'dark'] as const
const widthsOf = ({ isNarrow, isWide }: ConsoleState) => (isNarrow ? [360] : isWide ? [1280] : [1280, 360])
/** Two pages at a time keep two cores busy. */
const PAGES = 2

/** The same address each time: it is on the page. */
const PORT = 4700
const SETTINGS = { timezoneId: 'UTC', reducedMotion: 'reduce' } as const

/** Takes every state in every language, light and dark, wide and narrow; words on the command line pick states by name. */
async function takeScreenshots(picked: string[]): Promise<void> {
  const states = consoleStates.filter(({ name }) => picked.every((word) => name.includes(word)))
  if (picked.length === 0) await rm(FOLDER, { recursive: true, force: true })
  const mock = await startMockConsole(PORT)
  const browser = await openBrowser()

  await takeReadmePicture(browser, mock.url)
  for (const words of languages) {
    const left = [...states]
    const takeNext = async (): Promise<void> => {
      const state = left.shift()
      if (state) await takeState(browser, mock.url, state, words).then(takeNext)
    }
    await Promise.all(Array.from({ length: PAGES }, takeNext))
  }

  await browser.close()
  await mock.stop()
  const sizes = states.flatMap(widthsOf).length
  const count = languages.length * schemes.length * sizes
  process.stdout.write(`${count} screenshots in ${FOLDER}\n`)
}

async function takeState(browser: Browser, url: string, state: ConsoleState, words: Catalog) {
  const folder = join(FOLDER, words.language)
  await mkdir(folder, { recursive: true })
  const page = await openPage(browser, words)
  await openState(page, url, state, words)
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    for (const width of widthsOf(state)) {
      const path = join(folder, `${state.name.replaceAll(' ', '-')}-${colorScheme}-${width}.png`)
      await takeWhole(page, width, path)
    }
  }
  await page.context().close()
}

async function takeReadmePicture(browser: Browser, url: string): Promise<void> {
  const page = await openPage(browser, en)
  await openState(page, url, { name: 'picture', scenario: 'token-live', act: async () => {} }, en)
  await takeWhole(page, 1280, README_PICTURE)
  await page.context().close()
}

async function openPage(browser: Browser, { language: locale }: Catalog): Promise<Page> {
  const context = await browser.newContext({ ...SETTINGS, locale })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await stopTheClock(page)
  return page
}

/** In a window as high as the page, because what is as high as the window must reach its end. */
async function takeWhole(page: Page, width: number, path: string): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
  await page.screenshot({ path, animations: 'disabled', style: WITHOUT_PICKER })
}

await takeScreenshots(process.argv.slice(2))
