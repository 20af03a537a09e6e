import { expect, it } from 'vitest'
import { languages } from '#console/messages/language.ts'
import { openConsole, openScenario, speak } from '../support/console-driver.ts'
import { type ConsoleState, consoleStates, openState, WITHOUT_PICKER } from '../support/console-states.ts'
import { catalogs } from '../support/catalogs.ts'
import { hiddenAmong, stopsOf } from '../support/focus.ts'
import { keysOf } from '../support/keyboard.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'

const browser = sharedBrowser()
const mock = sharedMockConsole()

/** A screen, a low window, a telephone, and the screen at 400 %. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1366, height: 600 },
  { width: 360, height: 640 },
  { width: 320, height: 256 },
]

/** Every page as it is when most is on it, and the questions that are taller than a low window. */
const names = [
  'scenario prepared',
  'scenario refused-after-several',
  'scenario signed-out',
  'scenario set-up',
  'asked whether to replace the token now',
  'users',
  'users, one of them',
  'audit log, filtered, with a record unfolded',
  'some told',
  'asked for a webhook',
  'batches',
  'batches, one with its failures',
  'look-up, found',
  'try a file, with faults',
  'your account with passkeys',
  'going live, step by step',
  'no such page',
]

/** Where else a text of others stands. */
const more = [
  'account menu open',
  'scenario old-tokens',
  'users, invited',
  'workspaces',
  'set-up of somebody invited',
  'try a file, sent',
  'calls of 30 days in a table',
]

/** Where each kind of control is. */
const touched = [
  'scenario prepared',
  'users',
  'users, one of them',
  'audit log, filtered, with a record unfolded',
  'some told',
  'batches',
  'look-up, found',
  'your account with passkeys',
  'no such page',
  'account menu open',
  'workspaces',
]

const stateOf = (name: string): ConsoleState => {
  const state = consoleStates.find((one) => one.name === name)
  if (state === undefined) throw new Error(`There is no state ${name}.`)
  return state
}

/** What a finger needs, in px. */
const FINGER = 44

/** What stands outside of sentences and is smaller than that, or has something else within it. */
function smallerThan(size: number): string[] {
  const within = document.querySelector('dialog[open], :popover-open') ?? document
  const controls =
    "button, a:not(p a, li a, [href^='#']), select, summary, textarea, input:not([type=range], [type=file])"
  return [...within.querySelectorAll(controls)].flatMap((control) => {
    const target = control.closest('label') ?? control
    if (!target.checkVisibility({ visibilityProperty: true })) return []
    target.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = target.getBoundingClientRect()
    const reach = size / 2 - 2
    const isHit = (x: number, y: number) => {
      const hit = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y)
      return hit !== null && (target.contains(hit) || hit.closest('label')?.control === control)
    }
    const isReached = isHit(-reach, 0) && isHit(reach, 0) && isHit(0, -reach) && isHit(0, reach)
    return isReached ? [] : [`${control.tagName} ${control.textContent?.slice(0, 30)}, ${width}×${height} px`]
  })
}

/** From the narrowest to the widest, with one between any two widths at which the layout changes. */
const WIDTHS = [320, 420, 560, 800, 990, 1100, 1280, 2560]

/** As long as an e-mail address may be, without a blank. */
const LONG = 'Wm'.repeat(127)

/** Puts it in place of every text of words but those that are the console's own. @returns what is then too wide */
function burst(text: string): string[] {
  const own =
    'button, select, legend, [role=radiogroup] > span, label:has([type=radio]), thead, time, [aria-hidden], .visually-hidden, script, style'
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const changed: Element[] = []
  while (texts.nextNode()) {
    const { currentNode: node } = texts
    const element = node.parentElement
    if (element === null || element.closest(own) || !/\p{L}/u.test(node.textContent ?? '')) continue
    node.textContent = text
    changed.push(element)
  }
  /** Where it is cut on purpose, with dots, it ends there. */
  const rightOf = (element: Element): number => {
    const { parentElement: around } = element
    const isCut = around !== null && getComputedStyle(around).textOverflow === 'ellipsis'
    return (isCut ? around : element).getBoundingClientRect().right
  }
  const places = [document.documentElement, ...document.querySelectorAll('dialog[open], :popover-open')]
  const wide = [
    ...places.filter((place) => place.scrollWidth > place.clientWidth),
    ...changed.filter((element) => rightOf(element) > innerWidth),
  ]
  return wide.map(
    (element) => `${element.tagName} ${element.className} in ${element.parentElement?.className}`,
  )
}

it.each([...names, ...more])('is wholly to be seen, however long names are: %s', async (name) => {
  const { context, page } = await openConsole(browser(), mock().url, { reducedMotion: 'reduce' })
  await openState(page, mock().url, stateOf(name), catalogs.en)
  await page.addStyleTag({ content: WITHOUT_PICKER })

  const found: string[] = []
  for (const { width, height } of names.includes(name) ? SIZES : []) {
    await page.setViewportSize({ width, height })
    for (const key of ['Tab', 'Shift+Tab'] as const)
      found.push(...hiddenAmong(await stopsOf(keysOf(page), key), `${width}×${height}, ${key}`))
  }
  for (const language of languages) {
    await speak(page, language)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(burst, LONG)
      found.push(...wide.map((what) => `${language}, ${width} px: ${what}`))
    }
  }

  expect(found).toEqual([])
  await context.close()
})

it.each(touched)('can be pressed by a finger: %s', async (name) => {
  const { context, page } = await openConsole(browser(), mock().url, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 640 },
  })
  await openState(page, mock().url, stateOf(name), catalogs.en)
  await page.addStyleTag({ content: WITHOUT_PICKER })

  expect(await page.evaluate(smallerThan, FINGER)).toEqual([])
  await context.close()
})

it('says in sight that the keys have copied, wherever the page was scrolled to', async () => {
  const { context, page } = await openScenario(browser(), mock().url, 'prepared', {
    viewport: { width: 1366, height: 600 },
  })
  await page.addStyleTag({ content: WITHOUT_PICKER })
  const copied = page.getByRole('button', { name: 'Copied' })
  for (const top of [0, 99_999]) {
    await page.evaluate((to) => scrollTo(0, to), top)

    await page.keyboard.press('Control+C')

    await copied.waitFor()
    const isSeen = await copied.evaluate((button) => {
      const { left, right, top: upper, bottom: lower } = button.getBoundingClientRect()
      return [upper + 2, lower - 2].every((y) =>
        button.contains(document.elementFromPoint((left + right) / 2, y)),
      )
    })
    expect(isSeen).toBe(true)
  }
  await context.close()
})
