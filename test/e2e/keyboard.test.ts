import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LAN_HOST, openBrowser } from '../support/browser.ts'
import { clipboardOf, openConsole, PERSON, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    return (labels[0] ?? element)?.textContent?.trim() ?? ''
  })

/** Presses Tab until what is named has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focused(page)).startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${name}`)
}

it('is used by keyboard alone, from the set-up link to the header on the clipboard', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser, service.url)
  const { keyboard } = page

  await page.goto(service.setUpUrl ?? '')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, 'Name')
  await keyboard.type(PERSON.name)
  await keyboard.press('Tab')
  await keyboard.type(PERSON.email)
  await keyboard.press('Tab')
  await keyboard.type(PERSON.password)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Implementation', level: 1 }).waitFor()

  await tabTo(page, 'Require Authentication')
  await keyboard.press('Space')
  await page.getByRole('alertdialog').waitFor()
  expect(await focused(page)).toBe('Turn On')
  await keyboard.press('Enter')
  await page.getByText(`by ${PERSON.name}`).waitFor()
  expect(await focused(page)).toBe('Require Authentication')

  await tabTo(page, 'Generate New Profile Authentication Token')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Copy')
  await keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
  const first = await clipboardOf(page)
  expect(first).toMatch(/^Authorization: Bearer tpa_/)

  // Over a token that works: Enter, the question with the focus on its answer, Enter, and Enter copies.
  await tabTo(page, 'Generate New Profile Authentication Token')
  await keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
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

it('selects the header and says which keys copy it where the browser has no clipboard for the page', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await setUp(page, (service.setUpUrl ?? '').replace('localhost', LAN_HOST))
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn On' }).click()
  await page.getByRole('button', { name: /^Generate New/ }).click()
  await expect.poll(() => focused(page)).toBe('Copy')

  await page.keyboard.press('Enter')

  await page.getByRole('status').filter({ hasText: 'Press Ctrl+C to copy' }).waitFor()
  const selected = await page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLTextAreaElement && field.value.slice(field.selectionStart, field.selectionEnd)
  })
  expect(selected).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
  await context.close()
})
