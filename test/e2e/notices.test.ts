import { expect, it } from 'vitest'
import { clipboardOf, openConsole, PERSON, setUp, storageOf } from '../support/console-driver.ts'
import { tabTo } from '../support/keyboard.ts'
import { startMailServer } from '../support/mail-server.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startReceiver, verified } from '../support/webhook-receiver.ts'

const browser = sharedBrowser()

it('has whom to tell added, tested and removed by keyboard alone, and what arrives is signed by the secret that was shown', async () => {
  const { received, url } = await startReceiver()
  const mail = await startMailServer()
  const service = await startService({
    DATA_DIR: temporaryFolder(),
    WEBHOOK_NETWORKS: '127.0.0.0/8',
    SMTP_URL: mail.url,
    MAIL_FROM: 'profile-api@example.com',
  })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const { keyboard } = page
  await setUp(page, service.setUpUrl ?? '')

  await tabTo(page, 'Notices')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Notices', level: 1 }).waitFor()
  await tabTo(page, 'Add webhook…')
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await keyboard.type('Incident channel')
  await keyboard.press('Tab')
  await keyboard.type(url)
  await keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Secret' }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
  const secret = await clipboardOf(page)
  await tabTo(page, 'Done')
  await keyboard.press('Enter')

  await tabTo(page, 'Send test: Incident channel')
  await keyboard.press('Enter')
  await page
    .getByText(/^in .* answer 204$/)
    .first()
    .waitFor()
  const [request] = received
  expect(request && verified(request, secret)).toMatchObject({
    type: 'test',
    data: { clientCode: 'demo', by: PERSON.name },
  })

  await page.getByRole('button', { name: 'Add e-mail…' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await keyboard.type('Operations')
  await keyboard.press('Tab')
  await keyboard.type('ops@example.com')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Operations' }).waitFor()
  await tabTo(page, 'Send test: Operations')
  await keyboard.press('Enter')
  await expect.poll(() => mail.received).toMatchObject([{ to: ['ops@example.com'], subject: '[demo] Test' }])

  await tabTo(page, 'Remove…: Operations')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect.poll(() => page.getByRole('heading', { name: 'Operations' }).count()).toBe(0)

  expect(complaints).toEqual([])
  expect(await storageOf(page, context)).not.toContain('whsec_')
  expect(await page.content()).not.toContain('whsec_')
  await context.close()
})
