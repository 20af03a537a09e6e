import lighthouse, { desktopConfig, type Config } from 'lighthouse'
import { pages } from '#console/pages.ts'
import { openBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { median, print } from './figures.ts'
import { startService, withFolder } from './service.ts'

const RUNS = 5
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** What Lighthouse makes of Administration > Implementation, signed in and with a token; medians of several runs. */
export async function benchLighthouse() {
  await withFolder(async (folder) => {
    const service = await startService(folder, {})
    await service.requireAuthentication(true)
    await service.generateToken()
    const debuggingPort = await freePort()
    const browser = await openBrowser([`--remote-debugging-port=${debuggingPort}`])
    print(`\nLighthouse, Implementation signed in, medians of ${RUNS} runs`)
    for (const [device, config] of [
      ['mobile', undefined],
      ['desktop', desktopConfig],
    ] as const) {
      const runs: Awaited<ReturnType<typeof audited>>[] = []
      for (let run = 0; run < RUNS; run += 1) {
        runs.push(
          await audited(`${service.url}${pages.implementation.path}`, debuggingPort, service.cookie, config),
        )
      }
      const scores = CATEGORIES.map((name) => `${name} ${median(runs.map(({ score }) => score(name)))}`)
      const largestPaintMs = Math.round(median(runs.map(({ value }) => value('largest-contentful-paint'))))
      const shift = median(runs.map(({ value }) => value('cumulative-layout-shift')))
      const blockedMs = Math.round(median(runs.map(({ value }) => value('total-blocking-time'))))
      print(`  ${device.padEnd(7)} ${scores.join(', ')}`)
      print(
        `          largest paint ${largestPaintMs} ms, blocked ${blockedMs} ms, layout shift ${shift.toFixed(3)}`,
      )
      print(
        `          ${[...new Set(runs.flatMap(({ shortcomings }) => shortcomings))].join('; ') || 'nothing below its best'}`,
      )
    }
    await browser.close()
    await service.stop()
  })
}

async function audited(url: string, port: number, cookie: string, config: Config | undefined) {
  const flags = {
    port,
    onlyCategories: CATEGORIES,
    disableStorageReset: true,
    extraHeaders: { Cookie: cookie },
  }
  const { categories, audits } = (await lighthouse(url, { ...flags, logLevel: 'error' }, config))?.lhr ?? {}
  const counted = Object.values(categories ?? {}).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  )
  return {
    score: (name: string) => Math.round(100 * (categories?.[name]?.score ?? Number.NaN)),
    value: (name: string) => audits?.[name]?.numericValue ?? Number.NaN,
    shortcomings: counted
      .map(({ id }) => audits?.[id])
      .filter((audit) => typeof audit?.score === 'number' && audit.score < 0.9)
      .map((audit) => audit?.title ?? ''),
  }
}
