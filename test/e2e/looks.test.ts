import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violationsOn } from '../support/accessibility.ts'
import { catalogs } from '../support/catalogs.ts'
import { openConsole, openScenario } from '../support/console-driver.ts'
import { consoleStates, openState } from '../support/console-states.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'

/** What paper cannot press. */
const PRESSED =
  'button, a[download], a:has(> svg + span), input[type=file], label:has([type=radio]:not(:checked))'
/** The states of each page that have the most to press. */
const PRINTED = [
  'scenario refused-after-end',
  'scenario overlap',
  'users',
  'audit log',
  'some told',
  'batches, more than are shown',
  'batches, one with its failures',
  'try a file, with faults',
  'look-up, found',
  'your account with passkeys',
]

const browser = sharedBrowser()
const mock = sharedMockConsole()

describe('nothing needs scrolling sideways', () => {
  it.each([
    [320, '100%', 'es'],
    [640, '200%', 'fr'],
    [768, '100%', 'fr'],
    [1280, '200%', 'pt-BR'],
    [2560, '100%', 'sv'],
  ])('at %i px with text of %s in %s', async (width, textSize, locale) => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-expiring', {
      viewport: { width, height: 900 },
      locale,
    })
    await page.addStyleTag({ content: `html { font-size: ${textSize} }` })

    const found = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main *, header *')]
        .filter((element) => !element.matches('textarea, .visually-hidden, .visually-hidden *'))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    )

    expect(found).toEqual([])
    await context.close()
  })
})

describe('in forced colours', () => {
  /** How the thumb of the switch lies, and whether it can be told from what it lies on. */
  const switchLook = (page: Page) =>
    page.getByRole('switch').evaluate((element) => {
      const thumb = getComputedStyle(element, '::before')
      const isSeen = thumb.backgroundColor !== getComputedStyle(element).backgroundColor
      return { translate: thumb.translate, isSeen }
    })

  it.each(['light', 'dark'] as const)('states are told by more than colour: %s', async (colorScheme) => {
    const options = { forcedColors: 'active', colorScheme } as const
    const off = await openScenario(browser(), mock().url, 'off', options)
    const on = await openScenario(browser(), mock().url, 'token-live', options)

    expect(await switchLook(off.page)).toEqual({ translate: 'none', isSeen: true })
    expect(await switchLook(on.page)).toEqual({ translate: '16px', isSeen: true })
    const bar = await on.page
      .locator('a[aria-current]')
      .last()
      .evaluate((link) => getComputedStyle(link, '::before').borderInlineStartWidth)
    expect(bar).toBe('3px')
    const outlines = await on.page
      .getByRole('radiogroup', { name: 'Authentication Token' })
      .locator('label:has(input[type=radio])')
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).outlineStyle))
    expect(outlines).toEqual(['solid', 'none', 'none', 'none', 'none', 'none'])
    const disabled = await off.page
      .getByRole('button', { name: /^Generate New/ })
      .evaluate((button) => getComputedStyle(button).color)
    const enabled = await off.page.locator('main h1').evaluate((heading) => getComputedStyle(heading).color)
    expect(disabled).not.toBe(enabled)
    await on.page.getByRole('switch').click()
    const signs = await on.page
      .locator('dialog button')
      .evaluateAll((buttons) => buttons.map((button) => button.querySelector('svg') !== null))
    expect(signs).toEqual([false, true])
    await off.context.close()
    await on.context.close()
  })
})

describe.each([
  'sign-in incomplete',
  'asked for a webhook',
  'users, inviting',
  'your account with what is wrong',
])('in forced colours, %s', (name) => {
  it('what is wrong is told by more than colour', async () => {
    const { page, context } = await openConsole(browser(), mock().url, { forcedColors: 'active' })
    const state = consoleStates.find((one) => one.name === name)
    if (!state) throw new Error(`There is no state ${name}.`)
    await openState(page, mock().url, state, catalogs.en)

    const looks = await page.evaluate(() => {
      const lookOf = (selector: string, property: string) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility())
          .map((element) => getComputedStyle(element).getPropertyValue(property))
      return {
        errors: lookOf("p[id$='-error']:not(:empty)", 'font-weight'),
        hints: lookOf("p[id$='-hint']:not(:empty)", 'font-weight'),
        wrong: lookOf('[aria-invalid]', 'border-top-width'),
        others: lookOf(
          ':is(input, textarea):not([aria-invalid], [type=checkbox], [type=radio])',
          'border-top-width',
        ),
      }
    })

    expect(looks.errors.length).toBeGreaterThan(0)
    expect(new Set(looks.errors)).toEqual(new Set(['600']))
    expect(looks.hints).not.toContain('600')
    expect(looks.wrong.length).toBeGreaterThan(0)
    expect(looks.others.filter((width) => looks.wrong.includes(width))).toEqual([])
    await context.close()
  })
})

describe('a masked header', () => {
  it.each([
    [360, 'en'],
    [360, 'fr'],
    [320, 'en'],
  ])('keeps its last four in sight at %i px: %s', async (width, locale) => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', {
      viewport: { width, height: 740 },
      locale,
      hasTouch: true,
    })

    const field = await page.locator('main textarea').evaluate((element: HTMLTextAreaElement) => ({
      isCut: element.scrollWidth > element.clientWidth,
      text: element.value,
    }))

    expect(field).toEqual({ isCut: false, text: expect.stringMatching(/•\w{4}$/) })
    await context.close()
  })
})

describe('an identifier that is wider than its place', () => {
  it('breaks before its @', async () => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    })

    const lines = await page.getByText('@AdobeOrg').evaluate((value) =>
      [...value.childNodes]
        .filter((node) => node instanceof Text)
        .map((text) => {
          const range = document.createRange()
          range.selectNode(text)
          return { text: text.data, lines: range.getClientRects().length }
        }),
    )

    expect(lines).toEqual([
      { text: '6B3A1F2C5D7E9A010A495E2C', lines: 1 },
      { text: '@AdobeOrg', lines: 1 },
    ])
    await context.close()
  })
})

describe('what is chosen in a panel', () => {
  it.each(['Language', 'Theme'])('has a check mark: %s', async (name) => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live')
    await page.getByRole('button', { name, exact: true }).click()
    await page.locator(':popover-open label').first().waitFor()

    const marked = await page.locator(':popover-open label').evaluateAll((labels) =>
      labels.map((label) => {
        const mark = label.querySelector('span + svg')
        return [
          label.querySelector('input')?.checked,
          mark !== null && getComputedStyle(mark).visibility === 'visible',
        ]
      }),
    )

    expect(marked.filter(([isChosen]) => isChosen)).toEqual([[true, true]])
    expect(marked.filter(([isChosen, isMarked]) => isChosen !== isMarked)).toEqual([])
    await context.close()
  })
})

describe('a button whose word changes', () => {
  it('keeps its width', async () => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', { locale: 'es' })
    const widths = () =>
      page
        .locator('main textarea ~ div button')
        .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width))
    const before = await widths()

    await page.locator('#reveal-token').click()
    await page.getByRole('button', { name: 'Ocultar' }).waitFor()
    await page.getByRole('button', { name: /^Copiar Token/ }).click()
    await page.getByRole('button', { name: /^Copiado/ }).waitFor()

    expect(await widths()).toEqual(before)
    await context.close()
  })
})

describe('a revealed token', () => {
  it('is not printed', async () => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live')
    await page.getByRole('button', { name: 'Reveal Authentication Token' }).click()
    await page.getByRole('button', { name: 'Hide Authentication Token' }).waitFor()
    const secret = await page.getByRole('textbox', { name: 'Authentication Token' }).inputValue()
    expect(secret).toMatch(/^Authorization: Bearer tpa_/)

    await page.emulateMedia({ media: 'print' })

    // innerText leaves out what is not displayed, and what fields hold.
    const printed = await page.evaluate(() => document.body.innerText)
    expect(printed).not.toContain(secret)
    expect(printed.match(/•{8}\w{4}/g)).toHaveLength(1)
    expect(await page.locator('textarea:visible').count()).toBe(0)
    await context.close()
  })
})

describe.each([256, 150])('at four times the size, %i px high', (height) => {
  const viewport = { width: 320, height }

  it.each(['Pages', 'Your account: Ana Ortiz'])(
    'all of a panel is in the window or scrolls into it: %s',
    async (name) => {
      const { page, context } = await openScenario(browser(), mock().url, 'token-live', { viewport })
      await page.getByRole('button', { name }).click()
      const panel = page.locator(':popover-open')
      await panel.getByRole('link').first().waitFor()

      const edge = await panel.evaluate((element) => element.getBoundingClientRect().bottom)

      expect(edge).toBeLessThanOrEqual(viewport.height)
      await context.close()
    },
  )

  it('a question is asked before its choices', async () => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', { viewport })
    await page.getByRole('button', { name: /^Generate New/ }).click()
    const question = page.getByRole('alertdialog').getByRole('heading', { level: 2 })
    await question.waitFor()

    const { top, bottom } = await question.evaluate((element) => element.getBoundingClientRect())

    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(viewport.height)
    await context.close()
  })
})

describe('on paper', () => {
  it('the page stands alone, dark on light, with the state of the switch', async () => {
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', { colorScheme: 'dark' })

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })

    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    const heading = await page.locator('main h1').evaluate((element) => ({
      colour: getComputedStyle(element).color,
      isOnTop: element.getBoundingClientRect().top < 50,
    }))
    expect(heading).toEqual({ colour: 'rgb(22, 27, 38)', isOnTop: true })
    const grounds = await page
      .getByRole('switch')
      .evaluate((element) => getComputedStyle(element).printColorAdjust)
    expect(grounds).toBe('exact')
    await context.close()
  })

  it.each(
    consoleStates.filter(({ name }) => PRINTED.includes(name)).map((state) => [state.name, state] as const),
  )('nothing is to be pressed: %s', async (_name, state) => {
    const { page, context } = await openConsole(browser(), mock().url)
    await openState(page, mock().url, state, catalogs.en)

    await page.emulateMedia({ media: 'print' })

    const pressed = await page
      .locator(`main :is(${PRESSED}):visible`)
      .evaluateAll((controls) => controls.map(({ outerHTML }) => outerHTML.slice(0, 120)))
    expect(pressed).toEqual([])
    await context.close()
  })
})

it('moves nothing for people who asked for less motion', async () => {
  const { page, context } = await openConsole(browser(), mock().url, { reducedMotion: 'reduce' })
  await page.addInitScript(() => {
    const seconds: number[] = []
    Object.assign(globalThis, { seconds })
    addEventListener('animationstart', ({ target, pseudoElement }) => {
      if (!(target instanceof Element)) return
      const style = getComputedStyle(target, pseudoElement)
      const times = style.animationIterationCount === 'infinite' ? Infinity : 1
      seconds.push(Number.parseFloat(style.animationDuration) * times)
    })
  })

  await page.goto(`${mock().url}/?scenario=slow`)
  await page.getByRole('switch').waitFor()

  const seconds = await page.evaluate<number[]>('seconds')
  expect(seconds.length).toBeGreaterThan(0)
  expect(seconds.filter((each) => each > 0.001)).toEqual([])
  await context.close()
})

it.each(['light', 'dark'] as const)(
  'a button whose act is under way looks so without motion: %s',
  async (colorScheme) => {
    const options = { reducedMotion: 'reduce', colorScheme } as const
    const { page, context } = await openScenario(browser(), mock().url, 'token-live', options)
    await page.getByRole('switch').click()
    const button = page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' })
    await button.focus()
    const before = await button.screenshot()
    await page.evaluate(() => {
      window.fetch = () => new Promise(() => {})
    })

    await button.press('Enter')
    await page.locator('dialog [data-pending]').waitFor()

    expect((await button.screenshot()).equals(before)).toBe(false)
    expect(await violationsOn(page)).toEqual([])
    await context.close()
  },
)
