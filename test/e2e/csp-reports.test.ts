import { expect, it } from 'vitest'
import { LAN_HOST } from '../support/browser.ts'
import { openConsole } from '../support/console-driver.ts'
import { startHttpsProxy } from '../support/https-proxy.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

it.each([
  ['on this machine', async (url: string) => url],
  ['by http over a network', async (url: string) => url.replace('localhost', LAN_HOST)],
  ['by https', (url: string) => startHttpsProxy(LAN_HOST, url)],
])('what a page may not do is in the log: %s', async (_how, addressOf) => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const address = await addressOf(service.url)
  const { page, context } = await openConsole(browser(), address, { ignoreHTTPSErrors: true })
  await page.goto(`${address}/sign-in?of=ana`)

  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = 'https://elsewhere.example/pixel.png?of=ana'
    document.body.append(image)
  })

  const told = () =>
    service
      .output()
      .split('\n')
      .filter((line) => line.includes('content security policy'))
  await expect.poll(told).toHaveLength(1)
  const line: unknown = JSON.parse(told()[0] ?? '')
  expect(line).toMatchObject({
    level: 40,
    msg: 'A page broke its content security policy.',
    directive: 'img-src',
    blocked: 'https://elsewhere.example',
  })
  expect(service.output()).not.toContain('of=ana')
  await context.close()
})
