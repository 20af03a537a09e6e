import type { Browser, CDPSession } from 'playwright-core'
import { pages } from '#console/pages.ts'
import { openBrowser } from '../support/browser.ts'
import { median, print } from './figures.ts'
import { startService, withFolder } from './service.ts'

const RUNS = 5

/** Slow 4G as WebPageTest and Lighthouse have it, and a processor four times slower. */
const SLOW = { downloadBitsPerSecond: 1_440_000, uploadBitsPerSecond: 675_000, latencyMs: 562.5, slowdown: 4 }
type Line = typeof SLOW

/** When Administration > Implementation can be used, on a first visit; medians of several, in milliseconds from its being asked for. */
export async function benchSlowLine() {
  await withFolder(async (folder) => {
    const service = await startService(folder, {})
    await service.requireAuthentication(true)
    await service.generateToken()
    const browser = await openBrowser()
    const url = `${service.url}${pages.implementation.path}`
    print(`\nFirst visit of Implementation, medians of ${RUNS}`)
    for (const [name, line] of [
      ['unthrottled', null],
      ['Slow 4G, processor 4 times slower', SLOW],
    ] as const) {
      for (const [who, cookie, isUsable] of [
        ['signed in', service.cookie, '[role=switch]:not(:disabled, [aria-disabled=true])'],
        ['signed out', null, 'input[type=password]'],
      ] as const) {
        const visits: Visit[] = []
        for (let run = 0; run < RUNS; run += 1)
          visits.push(await visit(browser, { url, cookie, isUsable, line }))
        const of = (figure: keyof Visit) => median(visits.map((each) => each[figure]))
        print(
          `  ${name}, ${who}: first paint ${Math.round(of('firstPaintMs'))} ms, usable ${Math.round(of('usableMs'))} ms, layout shift ${of('shift').toFixed(3)}, ${of('calls')} calls for data`,
        )
      }
    }
    await browser.close()
    await service.stop()
  })
}

type Visit = { firstPaintMs: number; usableMs: number; shift: number; calls: number }
type Visited = { url: string; cookie: string | null; isUsable: string; line: Line | null }

async function visit(browser: Browser, { url, cookie, isUsable, line }: Visited): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US' })
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: new URL(url).origin }])
  }
  const page = await context.newPage()
  if (line !== null) await throttle(await context.newCDPSession(page), line)
  let calls = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/console/v1/')) calls += 1
  })
  await page.addInitScript((selector) => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(selector) === null) return
      performance.mark('usable')
      observer.disconnect()
    }).observe(document, { subtree: true, childList: true, attributes: true })
  }, isUsable)
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(isUsable).waitFor()
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate(
    () =>
      new Promise<Omit<Visit, 'calls'>>((resolve) => {
        const [firstPaintMs = Number.NaN, usableMs = Number.NaN] = ['first-contentful-paint', 'usable'].map(
          (name) => performance.getEntriesByName(name)[0]?.startTime,
        )
        new PerformanceObserver((list) => {
          const shifts = list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0))
          resolve({ firstPaintMs, usableMs, shift: shifts.reduce((sum, value) => sum + value, 0) })
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve({ firstPaintMs, usableMs, shift: 0 }), 200)
      }),
  )
  await context.close()
  return { ...seen, calls }
}

async function throttle(devtools: CDPSession, line: Line) {
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: line.downloadBitsPerSecond / 8,
    uploadThroughput: line.uploadBitsPerSecond / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: line.slowdown })
}
