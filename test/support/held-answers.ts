import type { Page } from 'playwright-core'

export type HeldAnswers = {
  /** Waits until the page shows what has come, and waits for what is held. */
  settled: () => Promise<void>
  areWaitedFor: () => Promise<boolean>
  /** Lets those come that are held, and waits until the page shows them. */
  letCome: () => Promise<void>
}

/** Of the service; the page's own files come as ever. */
const OF_THE_SERVICE = '/console/v1/|/target/|/m2/|/rest/v1/|/openapi'

/** What holds the place of what is loaded: of an answer, or of a part of the page. */
const SKELETON = 'span:empty[style*="height"]'

/** For a page that was not opened yet: what it asks the service for is answered when the test says so, wave by wave. */
export async function holdAnswers(page: Page): Promise<HeldAnswers> {
  await page.addInitScript((ofTheService) => {
    const held: (() => void)[] = []
    const gate = {
      onTheirWay: 0,
      areWaitedFor: () => held.length > 0,
      isSettled: (isWhole: boolean) => gate.onTheirWay === 0 && (isWhole || held.length > 0),
      letCome: () => held.splice(0).forEach((go) => go()),
    }
    const ask = window.fetch
    window.fetch = (...request) => {
      const [asked] = request
      const address = asked instanceof Request ? asked.url : String(asked)
      if (!new RegExp(ofTheService).test(address)) return ask(...request)
      return new Promise((resolve, reject) => {
        held.push(() => {
          gate.onTheirWay += 1
          void ask(...request)
            .then(resolve, reject)
            .finally(() => (gate.onTheirWay -= 1))
        })
      })
    }
    Object.assign(window, { gate })
  }, OF_THE_SERVICE)

  const settled = async () => {
    await page.waitForFunction((skeleton) => {
      const [main, title] = [document.querySelector('main'), document.querySelector('main h1')]
      const isWhole = title !== null && document.querySelector(skeleton) === null
      return main !== null && Reflect.get(window, 'gate').isSettled(isWhole) === true
    }, SKELETON)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
  return {
    settled,
    areWaitedFor: () => page.evaluate<boolean>('gate.areWaitedFor()'),
    async letCome() {
      await page.evaluate('gate.letCome()')
      await settled()
    },
  }
}
