import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LAN_HOST } from '../support/browser.ts'
import { clipboardOf, openConsole, openScenario, PERSON, setUp } from '../support/console-driver.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser, sharedMockConsole } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()
const mock = sharedMockConsole()

it('is used by keyboard alone, from the set-up link to the header on the clipboard', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const { keyboard } = page

  await page.goto(service.setUpUrl ?? '')
  await expect.poll(() => focused(page)).toBe('Name')
  await keyboard.type(PERSON.name)
  await keyboard.press('Tab')
  await keyboard.type(PERSON.email)
  await keyboard.press('Tab')
  await keyboard.type(PERSON.password)
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Go to Implementation')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Implementation', level: 1 }).waitFor()

  await tabTo(page, 'Require Authentication')
  await keyboard.press('Space')
  await page.getByRole('alertdialog').waitFor()
  // Without a token every call will be refused: Cancel has the focus.
  await expect.poll(() => focused(page)).toBe('Cancel')
  await keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe('Turn on')
  // It turns nothing on before it has said who would be refused.
  await page.getByRole('button', { name: 'Turn on', disabled: false }).waitFor()
  await keyboard.press('Enter')
  await page.getByText(`by ${PERSON.name}`).waitFor()
  await expect.poll(() => focused(page)).toBe('Require Authentication')

  await tabTo(page, 'Generate New Profile Authentication Token')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Copy')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const first = await clipboardOf(page)
  expect(first).toMatch(/^Authorization: Bearer tpa_/)

  // Over a token that works, which no call has used: Enter, Enter answers the question, and Enter copies.
  await tabTo(page, 'Generate New Profile Authentication Token')
  await keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await expect.poll(() => focused(page)).toBe('Generate new token')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Copy')
  await keyboard.press('Enter')
  await expect.poll(() => clipboardOf(page)).not.toBe(first)

  // Escape leaves the question and everything else as it was, and the focus returns.
  await tabTo(page, 'Generate New Profile Authentication Token')
  await keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Generate New Profile Authentication Token')

  expect(complaints).toEqual([])
  await context.close()
})

it('lets an old token work longer, ends it, lets it work again and ends it for good by keyboard alone', async () => {
  const { context, page, complaints } = await openScenario(browser(), mock().url, 'overlap')
  const said = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const theQuestion = page.getByRole('alertdialog')
  await page.getByRole('heading', { name: 'Old tokens' }).waitFor()

  await tabTo(page, 'Let it work longer…')
  await press(page, 'Enter')
  await theQuestion.waitFor()
  await expect.poll(() => focused(page)).toBe('Let it work longer')
  await press(page, 'Shift+Tab', 'Shift+Tab', 'ArrowRight')
  await expect.poll(() => focused(page)).toBe('7 days longer')
  await press(page, 'Tab', 'Tab', 'Enter')
  await said(/now works until/)
  await expect.poll(() => focused(page)).toBe('Let it work longer…')

  await press(page, 'Tab', 'Enter')
  await theQuestion.waitFor()
  // It is used: Cancel has the focus.
  await expect.poll(() => focused(page)).toBe('Cancel')
  await press(page, 'Tab', 'Enter')
  await said(/has ended\.$/)
  await expect.poll(() => focused(page)).toBe('Old tokens')

  await press(page, 'Tab')
  await expect.poll(() => focused(page)).toBe('Let it work again')
  await press(page, 'Enter')
  await said(/works again/)
  await expect.poll(() => focused(page)).toBe('Old tokens')

  await press(page, 'Tab')
  await expect.poll(() => focused(page)).toBe('End now…')
  await press(page, 'Enter')
  await theQuestion.waitFor()
  await press(page, 'Shift+Tab', 'Space', 'Tab', 'Tab')
  await expect.poll(() => focused(page)).toBe('End for good')
  await press(page, 'Enter')
  await said(/has ended for good/)
  await expect.poll(() => focused(page)).toBe('Generate New Profile Authentication Token')
  expect(await page.getByRole('heading', { name: 'Old tokens' }).count()).toBe(0)

  expect(complaints).toEqual([])
  await context.close()
})

/** Presses keys one after the other. @returns how many */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

it('puts the header on the clipboard in a few keystrokes from the load of the page', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  await expect.poll(() => focused(page)).toBe('Copy')

  await page.reload()
  await page.getByRole('switch').waitFor()
  const forExisting = await press(page, 'Control+C')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const existing = await clipboardOf(page)
  expect(existing).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
  expect(await page.getByRole('textbox', { name: 'Authentication Token' }).inputValue()).toContain('••••')

  await page.reload()
  await page.getByRole('switch').waitFor()
  let forNew = await press(page, 'Tab', 'Enter')
  await expect.poll(() => focused(page)).toBe('Generate New Profile Authentication Token')
  forNew += await press(page, 'Enter')
  await page.getByRole('alertdialog').waitFor()
  forNew += await press(page, 'Enter')
  await expect.poll(() => focused(page)).toBe('Copy')
  forNew += await press(page, 'Enter')
  await expect.poll(() => clipboardOf(page)).not.toBe(existing)
  expect(await clipboardOf(page)).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)

  process.stdout.write(
    `keystrokes from page load to the header on the clipboard: ${forExisting} for an existing token, ${forNew} for a new one\n`,
  )
  expect(forExisting).toBeLessThanOrEqual(4)
  expect(forNew).toBeLessThanOrEqual(6)
  expect(complaints).toEqual([])
  await context.close()
})

it('selects the whole token by a click or by Tab, and the keys copy it whole while it is masked', async () => {
  const { context, page } = await openScenario(browser(), mock().url, 'token-live')
  const field = page.getByRole('textbox', { name: 'Authentication Token' })
  const selected = () =>
    field.evaluate((element: HTMLTextAreaElement) => element.selectionEnd - element.selectionStart)

  await field.click()
  expect(await selected()).toBe((await field.inputValue()).length)
  await press(page, 'Tab', 'Shift+Tab')
  expect(await selected()).toBe((await field.inputValue()).length)
  await press(page, 'Control+C')

  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await clipboardOf(page)).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
  expect(await field.inputValue()).toContain('••••')
  await context.close()
})

it('copies on plain http, where browsers give pages no clipboard', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const onNetwork = (address: string) => address.replace('localhost', LAN_HOST)
  const { context, page } = await openConsole(browser(), onNetwork(service.url))
  await setUp(page, onNetwork(service.setUpUrl ?? ''))
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  await page.getByRole('button', { name: 'Prepare a token…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Prepare' }).click()
  await page.getByRole('button', { name: 'Hide Authentication Token' }).click()
  /** Pastes into a field of the page. */
  const pasted = async () => {
    await page.getByRole('button', { name: 'Test…' }).click()
    await page.getByRole('dialog').getByRole('textbox').press('Control+V')
    const text = await page.getByRole('dialog').getByRole('textbox').inputValue()
    await page.keyboard.press('Escape')
    return text
  }

  await page.getByRole('button', { name: 'Copy Authentication Token' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await pasted()).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)

  await page.getByRole('button', { name: 'Copy Client code' }).click()
  await page.locator('dt').getByText('Copied').waitFor()
  expect(await pasted()).toBe('demo')
  expect(await page.getByText(/^Press Ctrl/).count()).toBe(0)

  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await page.keyboard.press('Control+C')
  await page.getByRole('button', { name: 'Copied Authentication Token' }).waitFor()
  expect(await pasted()).toMatch(/^Authorization: Bearer tpa_/)
  await context.close()
})

it('tests a token: opens the box, pastes, tests and closes again', async () => {
  const { context, page, complaints } = await openScenario(browser(), mock().url, 'token-live')
  const { keyboard } = page
  await press(page, 'Control+C')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const header = await clipboardOf(page)
  const spoilt = `${header.slice(0, 40)}\u200B${header.slice(40)}`
  await page.evaluate((text) => navigator.clipboard.writeText(text), spoilt)

  await tabTo(page, 'Test…')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Test a token' }).waitFor()
  await press(page, 'Control+V', 'Control+Enter')
  await page.getByText('At character 41: zero-width space (U+200B).').waitFor()
  await tabTo(page, 'Copy without it')
  await keyboard.press('Enter')
  await expect.poll(() => clipboardOf(page)).toBe(header)
  await keyboard.press('Escape')

  await expect.poll(() => focused(page)).toBe('Test…')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

it('shows where the focus is on every stop of Tab, in the order of the page', async () => {
  const { context, page } = await openScenario(browser(), mock().url, 'token-live')
  const stops: { name: string; hasOutline: boolean; top: number }[] = []

  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body || element.ariaLabel === 'Mock')
        return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const name = element.ariaLabel ?? element.title
      return {
        name: `${element.tagName} ${name === '' ? (element.textContent ?? '').trim() : name}`,
        hasOutline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        top: element.closest('main') ? element.getBoundingClientRect().top + scrollY : -1,
      }
    })
    if (found === null) break
    stops.push(found)
  }

  expect(stops.length).toBeGreaterThan(15)
  expect(stops.filter(({ hasOutline }) => !hasOutline)).toEqual([])
  const tops = stops.filter(({ top }) => top >= 0).map(({ top }) => Math.round(top / 40))
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  await context.close()
})

it('copies the header also where the browser has no clipboard for the page', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const context = await browser().newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await setUp(page, (service.setUpUrl ?? '').replace('localhost', LAN_HOST))
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  await expect.poll(() => focused(page)).toBe('Copy')

  await page.keyboard.press('Enter')

  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
  await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus())
  await page.keyboard.press('Control+V')
  await expect
    .poll(() => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('body > textarea')?.value))
    .toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
  await context.close()
})
