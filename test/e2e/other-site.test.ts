import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { getAccessToken, signIn as signInOperation } from '#contract/second-step.ts'
import { LAN_HOST } from '../support/browser.ts'
import { openConsole, PERSON, setUp, signIn } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

/** Another site, on this machine too. @returns the address of its only page */
async function startOtherSite(): Promise<string> {
  const site = createServer((_, answer) =>
    answer.setHeader('Content-Type', 'text/html').end('<!doctype html>'),
  )
  onTestFinished(() => void site.close())
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const address = site.address()
  return `http://${LAN_HOST}:${typeof address === 'object' ? address?.port : ''}/`
}

it('signs in whoever looked at a page of another site that tried passwords from their browser', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page } = await openConsole(browser(), service.url)
  await setUp(page, service.setUpUrl ?? '')
  const otherPage = await context.newPage()
  await otherPage.goto(await startOtherSite())
  const addresses = [signInOperation, getAccessToken].map(({ path }) => service.url + path)

  await otherPage.evaluate(
    async ({ addresses: called, guess }) => {
      const bodies = [guess, new Blob([guess])]
      for (let time = 0; time < 52; time += 1) {
        const body = bodies[time % 2] ?? ''
        const sent = called.map((url) =>
          fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body }),
        )
        await Promise.allSettled(sent) // what is answered is not for that page to see
      }
    },
    { addresses, guess: JSON.stringify({ email: PERSON.email, password: 'not the right one, surely' }) },
  )

  const log = await service.logUpTo(await fetch(service.url))
  const refused = log.filter(({ method, status }) => method === 'POST' && status === 403)
  expect(refused).toHaveLength(104)
  await page.getByRole('button', { name: `Your account: ${PERSON.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signIn(page)
  await context.close()
})
