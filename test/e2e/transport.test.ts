import type { BrowserContext } from 'playwright-core'
import { expect, it } from 'vitest'
import { LAN_HOST } from '../support/browser.ts'
import { openConsole, PERSON, setUp } from '../support/console-driver.ts'
import { startHttpsProxy } from '../support/https-proxy.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

const IN_CLEAR = 'Passwords and tokens travel in clear'
const UNTOLD = 'The service does not know that people come by https'
const cookiesIn = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, secure }) => ({ name, secure }))

it('warns those who can have it mended where the page comes by http over a network', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context } = await openConsole(browser(), service.url)

  await setUp(page, (service.setUpUrl ?? '').replace('localhost', LAN_HOST))
  expect(await page.getByText(IN_CLEAR).isVisible()).toBe(true)

  await context.close()
})

it('warns of nothing on this machine', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { page, context, complaints } = await openConsole(browser(), service.url)

  await setUp(page, service.setUpUrl ?? '')

  expect(await page.getByText(IN_CLEAR).or(page.getByText(UNTOLD)).count()).toBe(0)
  expect(service.output()).not.toContain('PUBLIC_URL')
  expect(complaints).toEqual([])
  await context.close()
})

it('warns, and the log does once, where people come by https and PUBLIC_URL does not say so', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const byHttps = await startHttpsProxy(LAN_HOST, service.url)
  const { page, context } = await openConsole(browser(), byHttps, { ignoreHTTPSErrors: true })

  await setUp(page, (service.setUpUrl ?? '').replace(service.url, byHttps))

  expect(await page.getByText(UNTOLD).isVisible()).toBe(true)
  expect(await page.getByText(`PUBLIC_URL=${byHttps}`).isVisible()).toBe(true)
  expect(await cookiesIn(context)).toEqual([
    { name: expect.stringMatching(/^profile-api\d+-session$/), secure: false },
    { name: expect.stringMatching(/^profile-api\d+-device$/), secure: false },
  ])
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText(`by ${PERSON.name}`).waitFor()
  expect(service.output().match(/People reach the console by https/g)).toHaveLength(1)
  await context.close()
})

it('binds the cookies to https where PUBLIC_URL says so, and warns of nothing', async () => {
  const DATA_DIR = temporaryFolder()
  const before = await startService({ DATA_DIR })
  const byHttps = await startHttpsProxy(LAN_HOST, before.url)
  await before.stop()
  const service = await startService({ DATA_DIR, PUBLIC_URL: byHttps, PORT: new URL(before.url).port })
  const { page, context, complaints } = await openConsole(browser(), byHttps, { ignoreHTTPSErrors: true })

  await setUp(page, service.setUpUrl ?? '')

  expect(await page.getByText(IN_CLEAR).or(page.getByText(UNTOLD)).count()).toBe(0)
  expect(await cookiesIn(context)).toEqual([
    { name: expect.stringMatching(/^__Host-profile-api\d+-session$/), secure: true },
    { name: expect.stringMatching(/^__Host-profile-api\d+-device$/), secure: true },
  ])
  expect(service.output()).not.toContain('People reach the console by https')
  expect(complaints).toEqual([])
  await context.close()
})
