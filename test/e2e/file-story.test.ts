import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { openConsole, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

/** As a spreadsheet saves it where the comma parts decimals, with an identifier that is none. */
const FAULTY = '\uFEFFthirdPartyId;city;note\r\nanna;Malmö;"1;5"\r\nb/o;Oslo;\r\ncarla;Bergen;\r\n'
const MENDED = FAULTY.replace('b/o', 'bo')

/** Drops a file on the page as a pointer does. */
async function drop(page: Page, text: string) {
  const transfer = await page.evaluateHandle((content) => {
    const carried = new DataTransfer()
    carried.items.add(new File([content], 'visitors.csv', { type: 'text/csv' }))
    return carried
  }, text)
  await page.getByText('Or drop it here.').dispatchEvent('drop', { dataTransfer: transfer })
}

async function lookUp(page: Page, id: string) {
  await page.getByRole('link', { name: 'Look-up' }).click()
  await page.getByLabel('Identifier').fill(id)
  await page.getByRole('button', { name: 'Look up' }).click()
}

it('a file of a spreadsheet is dropped, its fault named, mended and sent, and the profile looked up', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)
  onTestFinished(() => context.close())
  await setUp(page, service.setUpUrl ?? '')
  await fetch(`${service.url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    body: 'batch=thirdPartyId,city\nanna,Lund\ncarla,Lund\n',
  })
  await page.getByRole('link', { name: 'Try a file' }).click()

  await drop(page, FAULTY)
  await page.getByText('Row 3: the identifier contains + or /.').waitFor()
  expect(await page.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true')

  await drop(page, MENDED)
  await page.getByText('No fault was found').last().waitFor()
  await page.getByText('A table with semicolons between cells.').waitFor()
  await page.getByRole('radio', { name: 'Leave them out' }).check()
  await page.getByRole('button', { name: 'Send 3 rows' }).click()

  await page.getByText('2 rows were applied. 1 row was not.').last().waitFor()
  const failed = page.getByRole('table', { name: 'Rows that were not applied' }).getByRole('row').last()
  expect(await failed.textContent()).toBe('bo3There is no such profile.')

  await lookUp(page, 'anna')
  await page.getByRole('heading', { name: 'Profile with thirdPartyId anna' }).waitFor()
  await page.getByRole('cell', { name: '1;5' }).waitFor()
  await page.getByRole('cell', { name: 'Malmö' }).waitFor()
  await lookUp(page, 'bo')
  await page.getByRole('heading', { name: 'There is no profile with thirdPartyId bo' }).waitFor()
})
