import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { openConsole, PERSON, pressOnceReady, requirementSaved, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

it('the audit log tells what was done, by keyboard too, and is taken away as a file that the filters cut', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  onTestFinished(() => context.close())
  await setUp(page, service.setUpUrl ?? '')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn On' }).click()
  await requirementSaved(page, true)

  await pressOnceReady(page.getByRole('link', { name: 'Audit log' }), 'Enter')
  await page.getByText(/^Unbroken since /).waitFor()
  const turned = page.locator('summary', { hasText: `${PERSON.name} turned Require Authentication on` })
  await pressOnceReady(turned, 'Enter')
  await page.getByText('off → on').waitFor()

  await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Settings changed' })
  await page.getByRole('heading', { name: '1 record' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).press('Enter'),
  ])
  const rows = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(download.suggestedFilename()).toMatch(/^demo-audit-.*\.csv$/)
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('settings.updated')

  await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Audit log exported' })
  await page.getByText(`${PERSON.name} exported a part of the audit log as CSV`).waitFor()
  expect(complaints).toEqual([])
})
