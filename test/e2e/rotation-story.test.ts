import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { clipboardOf, openConsole, pressOnceReady, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { inShell } from '../support/shell.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LET_IN = '<success>true</success>'
const REFUSED = /<success>false<\/success>.*ended by hand/

const browser = sharedBrowser()

/** Presses Enter on Generate. */
const generate = (page: Page) => pressOnceReady(page.getByRole('button', { name: /^Generate New/ }), 'Enter')

/** The header that Copy copies, which has the focus once a token is there. */
async function copied(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Copy')
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('Enter')
  await expect.poll(() => clipboardOf(page)).toMatch(/^Authorization: Bearer tpa_/)
  return clipboardOf(page)
}

it('rotates without breaking a caller, and takes back what was ended too soon', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const call = (job: string, header: string) =>
    inShell(
      `curl -s -H 'User-Agent: ${job}/1.0' -H '${header}' ` +
        `'${service.url}/m2/demo/profile/update?mbox3rdPartyId=customer-1&profile.city=Oslo'`,
    )
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText('All profile API calls are refused until a token exists', { exact: true }).waitFor()

  // Two jobs have the first token; both go on working when it is replaced.
  await generate(page)
  const first = await copied(page)
  expect(await call('crm-job', first)).toContain(LET_IN)
  expect(await call('till', first)).toContain(LET_IN)
  await page.reload()
  await page.getByText('Last used').waitFor()
  await generate(page)
  await pressOnceReady(page.getByRole('button', { name: 'Generate new token' }), 'Enter')
  const second = await copied(page)
  expect(await call('crm-job', second)).toContain(LET_IN)
  expect(await call('till', first)).toContain(LET_IN)

  // The page says who has moved, and then that all have.
  await page.reload()
  await page.getByText('1 of 2 callers have moved to the new token').waitFor()
  await page.getByText('Still to move:').getByText(/till/).waitFor()
  await page
    .getByRole('region', { name: 'Old tokens' })
    .getByText(/calls? in 24 hours/)
    .waitFor()
  expect(await call('till', second)).toContain(LET_IN)
  await page.reload()
  await page.getByText('2 of 2 callers have moved to the new token').waitFor()

  // Ended, it is refused at once, and that can be taken back; for good it cannot.
  await pressOnceReady(page.getByRole('button', { name: /^End now…/ }), 'Enter')
  await pressOnceReady(page.getByRole('button', { name: 'End now', exact: true }), 'Enter')
  await page.getByRole('button', { name: /^Let it work again/ }).waitFor()
  expect(await call('till', first)).toMatch(REFUSED)
  await pressOnceReady(page.getByRole('button', { name: /^Let it work again/ }), 'Enter')
  await page.getByRole('button', { name: /^End now…/ }).waitFor()
  expect(await call('till', first)).toContain(LET_IN)
  await pressOnceReady(page.getByRole('button', { name: /^End now…/ }), 'Enter')
  await pressOnceReady(page.getByRole('checkbox', { name: /^For good/ }), 'Space')
  await pressOnceReady(page.getByRole('button', { name: 'End for good', exact: true }), 'Enter')
  await page.getByRole('region', { name: 'Old tokens' }).waitFor({ state: 'detached' })
  expect(await call('till', first)).toMatch(REFUSED)
  expect(await call('till', second)).toContain(LET_IN)

  expect(complaints).toEqual([])
  await context.close()
})
