import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  clipboardOf,
  openConsole,
  PERSON,
  pressOnceReady,
  requirementSaved,
  setUp,
  signIn,
} from '../support/console-driver.ts'
import { hidePicker } from '../support/console-states.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

/** A console that one person has set up, over the real service. */
async function openSetUp(options: Parameters<typeof openConsole>[2] = {}) {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const opened = await openConsole(browser(), service.url, options)
  onTestFinished(() => opened.context.close())
  await setUp(opened.page, service.setUpUrl ?? '')
  return { service, ...opened }
}

async function turnOn(page: Page) {
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await requirementSaved(page, true)
}

async function generate(page: Page) {
  await page.getByRole('button', { name: /^Generate New/ }).click()
  await page.getByRole('button', { name: 'Hide Authentication Token' }).waitFor()
}

describe('two tabs', () => {
  it('agree at once on the switch, the token and who is signed in', async () => {
    const { page: first, context, service } = await openSetUp()
    const second = await context.newPage()
    await second.goto(`${service.url}/administration/implementation`)
    await second.getByRole('switch').waitFor()

    await turnOn(first)
    await requirementSaved(second, true)

    await generate(first)
    await second.getByRole('textbox', { name: 'Authentication Token' }).waitFor()

    await second.getByRole('button', { name: `Your account: ${PERSON.name}` }).click()
    await second.getByRole('button', { name: 'Sign out' }).click()
    await first.getByText('You are signed out').waitFor()
    expect(await first.content()).not.toContain('tpa_')

    await signIn(second)
    await first.getByRole('switch').waitFor()
  })

  it('show the theme that was chosen in the other', async () => {
    const { page: first, context, service } = await openSetUp()
    const second = await context.newPage()
    await second.goto(service.url)
    await second.getByRole('switch').waitFor()

    await first.getByRole('button', { name: 'Theme' }).click()
    await first.getByRole('radio', { name: 'Dark' }).check()

    await expect.poll(() => second.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  })
})

describe('after signing out', () => {
  it('the back button shows nothing', async () => {
    const { page, context, service } = await openSetUp()
    await page.goto(`${service.url}/openapi.json`)
    const elsewhere = await context.newPage()
    await elsewhere.goto(service.url)
    await elsewhere.getByRole('button', { name: `Your account: ${PERSON.name}` }).click()
    await elsewhere.getByRole('button', { name: 'Sign out' }).click()
    await elsewhere.getByLabel('E-mail').waitFor()

    await page.goBack()

    await page.getByLabel('E-mail').waitFor()
    expect(await page.content()).not.toContain(PERSON.name)
  })

  it('a page that was kept is hidden until it is loaded anew', async () => {
    const { page } = await openSetUp()

    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('#root').isVisible()).toBe(false)
    const loaded = page.waitForEvent('load')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))

    await loaded
    await page.getByRole('switch').waitFor()
  })
})

describe('a session that ends in the middle', () => {
  it('says that nothing was done, and comes back to the same control', async () => {
    const { page, context } = await openSetUp()
    await page.getByRole('switch').click()
    const answer = page.getByRole('button', { name: 'Turn on', disabled: false })
    await answer.waitFor()
    await context.clearCookies()
    await pressOnceReady(answer, 'Enter')
    await page.getByText('What you asked for last was not done.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email')

    await signIn(page)

    await page.getByRole('switch').waitFor()
    expect(await page.getByRole('switch').isChecked()).toBe(false)
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('require-authentication')
  })
})

describe('without a connection', () => {
  /** From now on, with all of the page there. */
  async function goOffline({ page, context }: Awaited<ReturnType<typeof openSetUp>>) {
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('switch').waitFor()
    await context.setOffline(true)
  }

  it('a switch that was not thrown says so, and what is true once it is known', async () => {
    const opened = await openSetUp()
    const { page, context } = opened
    await goOffline(opened)

    await page.getByRole('switch').click()
    await page.getByRole('button', { name: 'Turn on' }).click()

    const failure = page.getByRole('alert').filter({ hasText: 'The service could not be reached.' })
    await failure.first().waitFor()
    await page.getByText('What you see may be out of date').waitFor()
    await requirementSaved(page, false)
    expect(await page.getByText('Require Authentication is off.').count()).toBe(0)
    await context.setOffline(false)
    await failure.filter({ hasText: 'Require Authentication is off.' }).waitFor()
    await page.getByText('What you see may be out of date').waitFor({ state: 'detached' })
  })

  it('a token that was not generated leaves the one there is', async () => {
    const opened = await openSetUp()
    const { page, context } = opened
    await turnOn(page)
    await generate(page)
    await goOffline(opened)

    await page.getByRole('button', { name: /^Generate New/ }).click()
    await page.getByRole('button', { name: 'Generate new token' }).click()
    await page.getByText('What you see may be out of date').waitFor()
    await context.setOffline(false)

    await page
      .getByText(`by ${PERSON.name}.`, { exact: false })
      .filter({ hasText: 'The current token was' })
      .waitFor()
    await page.getByRole('textbox', { name: 'Authentication Token' }).waitFor()
  })
})

describe('what the live region says', () => {
  it('changes with every copy of the same text', async () => {
    const { page } = await openSetUp()
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      const listener = new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) heard.push(node.textContent ?? '')
      })
      for (const region of document.querySelectorAll('output')) {
        listener.observe(region, { childList: true, subtree: true })
      }
    })
    const copy = page.getByRole('button', { name: 'Copy Client code' })

    await copy.click()
    await expect.poll(() => clipboardOf(page)).toBe('demo')
    await copy.click()
    await turnOn(page)

    await expect
      .poll(() => page.evaluate('heard'))
      .toEqual([
        'Copied',
        'Copied',
        'Require Authentication is on. All profile API calls are refused until a token exists',
      ])
  })
})

describe('first load', () => {
  const mock = sharedMockConsole()

  it.each(['/sign-in', '/set-up', '/nowhere', '/'])(
    'for someone who is signed out shows no page in parts: %s',
    async (address) => {
      const { page, context } = await openConsole(browser(), mock().url)
      await page.addInitScript(() => {
        const inParts = new Set<string>()
        Object.assign(globalThis, { inParts })
        new MutationObserver(() => {
          const root = document.getElementById('root')
          if (!root?.hasChildNodes()) return
          const isShell = root.querySelector('nav') !== null
          const titles = [...root.querySelectorAll('h1')].map(({ textContent }) => textContent)
          if (!isShell && titles.length === 0) inParts.add('a layout without its page')
          if (titles.includes('Page not found')) inParts.add('what is for others')
        }).observe(document, { childList: true, subtree: true })
      })

      await page.goto(`${mock().url}${address}?scenario=signed-out`)
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Implementation' }).waitFor()

      expect(await page.evaluate('[...globalThis.inParts]')).toEqual([])
      await context.close()
    },
  )

  it.each([1280, 360])('keeps the places of what the bar gets with the answer: %i px', async (width) => {
    const { page, context } = await openConsole(browser(), mock().url, { viewport: { width, height: 900 } })
    /** Each part of the bar by what it is, and where it stands; how wide the client code is only the answer says. */
    const places = () =>
      page.getByRole('banner').evaluate((bar) =>
        [...bar.querySelectorAll('button, a, p, :scope > span, div > span:empty')]
          .filter((part) => part.checkVisibility())
          .map((part) => {
            const { x, y, width: w, height } = part.getBoundingClientRect()
            const isClient = part.matches('p, header > span')
            return isClient ? { x, y, height } : { x, y, w, height }
          }),
      )

    await page.goto(`${mock().url}/?scenario=slow`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('switch').count()).toBe(0)
    const before = await places()
    await page.getByRole('switch').waitFor()

    expect(before.length).toBeGreaterThan(3)
    expect(await places()).toEqual(before)
    await context.close()
  })

  it.each(['token-live', 'no-token', 'off', 'observer', 'slow', 'overlap', 'refused-after-end'])(
    'moves nothing: %s',
    async (scenario) => {
      for (const width of [1280, 360]) {
        const { page, context } = await openConsole(browser(), mock().url, {
          viewport: { width, height: 900 },
        })
        await hidePicker(page)
        await page.addInitScript(() => {
          let total = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) total += 'value' in entry ? Number(entry.value) : 0
            Object.assign(globalThis, { layoutShift: total })
          }).observe({ type: 'layout-shift', buffered: true })
        })

        await page.goto(`${mock().url}/?scenario=${scenario}`)
        await page.getByRole('switch').waitFor()
        await page.waitForLoadState('networkidle')

        const layoutShift = await page.evaluate('globalThis.layoutShift ?? 0')
        process.stdout.write(`layout shift at ${width} px, ${scenario}: ${String(layoutShift)}\n`)
        expect(layoutShift).toBe(0)
        await context.close()
      }
    },
  )
})
