import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { openConsole } from '../support/console-driver.ts'
import { hidePicker } from '../support/console-states.ts'
import { holdAnswers } from '../support/held-answers.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'

const browser = sharedBrowser()
const mock = sharedMockConsole()

const WIDTHS = [1280, 360] as const
const HEIGHT = 900
/** In pixels: by what parts of a pixel may add up to. */
const SAME = 1
/** The sign of help after a title goes aside as the title gets its number. */
const SIGN_ASIDE = 0.0005
/** In pixels, of text. */
const LINE = 21

/** What a page looks like at a moment: where each text stands that is there once, and how high each card is. */
type Look = { texts: Record<string, number>; cards: Record<string, number>; shift: number }

const lookOf = (page: Page) =>
  page.evaluate<Look>(() => {
    const texts: Record<string, number> = {}
    const seenTwice = new Set<string>()
    for (const element of document.querySelectorAll('header *, nav *, main *')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const text = own.map((node) => node.nodeValue).join('')
      const { top, width } = element.getBoundingClientRect()
      if (text.trim() === '' || width < 2) continue
      const name = `${element.localName} ${text}`
      if (name in texts) seenTwice.add(name)
      texts[name] = top + scrollY
    }
    for (const name of seenTwice) delete texts[name]
    const titled = [...document.querySelectorAll('main section:has(h2)')].map((card) => {
      return [card.querySelector('h2')?.textContent ?? '', card.getBoundingClientRect().height]
    })
    return {
      texts,
      cards: Object.fromEntries(titled),
      shift: Number(Reflect.get(globalThis, 'layoutShift')),
    }
  })

/** Adds up every shift, also what follows a press of a key or of the mouse at once. */
function countShifts(): void {
  Object.assign(globalThis, { layoutShift: 0 })
  new PerformanceObserver((list) => {
    const shifts = list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0))
    const sum = shifts.reduce((total, value) => total + value, Number(Reflect.get(globalThis, 'layoutShift')))
    Object.assign(globalThis, { layoutShift: sum })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Opens a page whose answers come late, and looks at it before and after each. */
async function openLate(open: Browser, address: string, width: number): Promise<Look[]> {
  const { page, context } = await openConsole(open, mock().url, { viewport: { width, height: HEIGHT } })
  const answers = await holdAnswers(page)
  await hidePicker(page)
  await page.addInitScript(countShifts)
  await page.goto(mock().url + address)
  await answers.settled()
  const looks = [await lookOf(page)]
  while (await answers.areWaitedFor()) {
    await answers.letCome()
    looks.push(await lookOf(page))
  }
  await context.close()
  return looks
}

/** What stood in the window before an answer and stands somewhere else after it. */
function movedIn(looks: Look[]): string[] {
  return looks.slice(1).flatMap(({ texts }, index) =>
    Object.entries(looks[index]?.texts ?? {})
      .filter(([name, top]) => top < HEIGHT && Math.abs((texts[name] ?? top) - top) > SAME)
      .map(([name, top]) => `${name}: ${Math.round(top)} to ${Math.round(texts[name] ?? 0)}`),
  )
}

/** Each page with what it shows; what a page cannot know of, such as refused calls above all else, is left out. */
const shown: [ScenarioName, string][] = [
  ...(['token-live', 'no-token', 'off', 'prepared', 'overlap', 'observer'] as const).map(
    (scenario): [ScenarioName, string] => [scenario, pages.implementation.path],
  ),
  ['people', pages.users.path],
  ['people-of-workspace', pages.users.path],
  ['audit-log', pages.auditLog.path],
  ['notices', pages.notices.path],
  ['no-mail', pages.notices.path],
  ['batches', pages.batches.path],
  ['token-live', pages.batches.path],
  ['account', pages.account.path],
  ['passkeys', pages.account.path],
  ['token-live', pages.tryFile.path],
  ['visitors', pages.lookUp.path],
  ['token-live', pages.goingLive.path],
]

it.each(shown)('nothing moves when the answers come late: %s, %s', async (scenario, path) => {
  for (const width of WIDTHS) {
    const looks = await openLate(browser(), `${path}?scenario=${scenario}`, width)

    expect.soft(movedIn(looks), `at ${width} px`).toEqual([])
    expect.soft(looks.at(-1)?.shift, `at ${width} px`).toBeLessThan(SIGN_ASIDE)
  }
})

it.each<[ScenarioName, string, string[]]>([
  ['token-live', pages.implementation.path, ['Account details', 'Profile API']],
  ['account', pages.account.path, ['Your name', 'Password', 'Language and theme']],
])('what is waited for is as high as what comes: %s, %s', async (scenario, path, titles) => {
  for (const width of WIDTHS) {
    const looks = await openLate(browser(), `${path}?scenario=${scenario}`, width)

    const [first, last] = [looks.find(({ cards }) => titles.every((title) => title in cards)), looks.at(-1)]
    const differences = titles.map((title) =>
      Math.abs((first?.cards[title] ?? 0) - (last?.cards[title] ?? 0)),
    )
    expect.soft(Math.max(...differences), `at ${width} px: ${differences.join(', ')}`).toBeLessThan(LINE)
  }
})

it.each<ScenarioName>(['signed-in-long-ago', 'passkey-again', 'provider-again'])(
  'the question to sign in again comes whole: %s',
  async (scenario) => {
    for (const width of WIDTHS) {
      const { page, context } = await openConsole(browser(), mock().url, {
        viewport: { width, height: HEIGHT },
      })
      const answers = await holdAnswers(page)
      await page.goto(`${mock().url}/?scenario=${scenario}`)
      const comeAll = async (afterEach: () => Promise<unknown>) => {
        await answers.settled()
        while (await answers.areWaitedFor()) {
          await answers.letCome()
          await afterEach()
        }
      }
      await comeAll(() => Promise.resolve())
      await page.getByRole('switch').click()
      await comeAll(() => Promise.resolve())
      await page.getByRole('button', { name: 'Turn off' }).click()

      const heights: number[] = []
      await comeAll(async () => {
        const asked = page.getByRole('dialog', { name: 'Sign in again' })
        heights.push(...(await asked.evaluateAll((all) => all.map((one) => one.clientHeight))))
      })

      expect.soft(new Set(heights).size, `at ${width} px: ${heights.join(', ')}`).toBe(1)
      await context.close()
    }
  },
)
