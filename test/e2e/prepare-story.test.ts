import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  clipboardOf,
  openConsole,
  pressOnceReady,
  requirementSaved,
  setUp,
} from '../support/console-driver.ts'
import { focused } from '../support/keyboard.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { inShell } from '../support/shell.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LET_IN = '<success>true</success>'
const REFUSED = '<success>false</success>'

const browser = sharedBrowser()

/** Answers the question by the button of that name. */
async function answerWith(page: Page, name: string): Promise<void> {
  await pressOnceReady(page.getByRole('alertdialog').getByRole('button', { name, exact: true }), 'Enter')
}

it('turns it on with a token made ahead, knows who would be refused, and takes it back', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const call = (job: string, header = '') =>
    inShell(
      `curl -s -H 'User-Agent: ${job}/1.0' ${header && `-H '${header}'`} ` +
        `'${service.url}/m2/demo/profile/update?mbox3rdPartyId=customer-1&profile.city=Oslo'`,
    )
  await setUp(page, service.setUpUrl ?? '')

  // Two jobs call without a token, and the page says so.
  expect(await call('crm-job')).toContain(LET_IN)
  expect(await call('till')).toContain(LET_IN)
  await page.reload()
  await page.getByText(/calls without a token came from/).waitFor()
  await page.getByText('2 callers made 2 calls.').waitFor()

  // A token is prepared; the switch stays off.
  await pressOnceReady(page.getByRole('button', { name: 'Prepare a token…' }), 'Enter')
  await expect.poll(() => focused(page)).toBe('Prepare token')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Copy')
  await page.keyboard.press('Enter')
  await expect.poll(() => clipboardOf(page)).toMatch(/^Authorization: Bearer tpa_/)
  const header = await clipboardOf(page)
  expect(await page.getByRole('switch').isChecked()).toBe(false)
  await page.getByText('2 have not called since the token was made').waitFor()

  // One job sends it, the other still calls without.
  expect(await call('crm-job', header)).toContain(LET_IN)
  expect(await call('till')).toContain(LET_IN)
  await page.reload()
  await page.getByText('1 of 2 callers sends the token').waitFor()

  // The question names the other, and has the focus on Cancel.
  await pressOnceReady(page.getByRole('switch'), 'Space')
  await page.getByRole('heading', { name: '1 of 2 callers would be refused' }).waitFor()
  await page.getByRole('alertdialog').getByText('till').waitFor()
  await expect.poll(() => focused(page)).toBe('Cancel')
  await answerWith(page, 'Turn on and refuse 1 caller')
  await requirementSaved(page, true)
  expect(await call('crm-job', header)).toContain(LET_IN)
  expect(await call('till')).toContain(REFUSED)

  // Whose calls are refused stands on the page, and can be taken back.
  await page.reload()
  await page
    .getByRole('row', { name: /till/ })
    .getByText(/^1 refused, last/)
    .waitFor()
  await pressOnceReady(page.getByRole('switch'), 'Space')
  await answerWith(page, 'Turn off')
  await requirementSaved(page, false)
  expect(await call('till')).toContain(LET_IN)

  expect(complaints).toEqual([])
  await context.close()
})
