import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Keys, namesOfFocus } from './focus.ts'

/** What is written on the control that has the focus, or on the label of a field. */
export const focused = async (page: Page): Promise<string> => (await page.evaluate(namesOfFocus))[0] ?? ''

/** Presses Tab until the control has the focus whose name, as it is written or as it is told, begins so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.evaluate(namesOfFocus)).some((own) => own.startsWith(name))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${name}`)
}

/**
 * Lets Enter and Space come once the control that has the focus takes them. One that waits for something that it must know
 * first does nothing, on purpose: a person sees that and presses again, a script presses once.
 */
export function pressOnlyWhatIsReady(page: Page): void {
  const { keyboard } = page
  const press = keyboard.press.bind(keyboard)
  keyboard.press = async (key, options) => {
    if (['Enter', 'Space'].includes(key)) {
      const waiting = page.locator(":focus:is([aria-disabled='true'], :disabled)")
      await expect.poll(() => waiting.count()).toBe(0)
    }
    await press(key, options)
  }
}

/** The page for what walks it by keys in any engine. */
export const keysOf = (page: Page): Keys => ({
  press: (key) => page.keyboard.press(key),
  look: (lookAt) => page.evaluate(lookAt),
})
