import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  clipboardOf,
  openConsole,
  pressOnceReady,
  requirementSaved,
  setUp,
} from '../support/console-driver.ts'
import { focused } from '../support/keyboard.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const browser = sharedBrowser()

const GENERATE = /^Generate New Profile Authentication Token/

/** More than any page here has. */
const MOST_STOPS = 100

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

it('turns authentication on and rotates the token without breaking a caller by surprise', async () => {
  const service = await startService({ DATA_DIR: temporaryFolder() })
  const { context, page, complaints } = await openConsole(browser(), service.url)
  const { keyboard } = page

  /** A read of a profile that nobody has written. @returns 404 when it is let in, 401 when it is refused */
  const readAs = async (job: string, header?: string) => {
    const headers = new Headers({ 'User-Agent': `${job}/1.0` })
    if (header !== undefined) headers.set('Authorization', header.replace('Authorization: ', ''))
    return (await fetch(`${service.url}/rest/v1/profiles/1?client=demo`, { headers })).status
  }
  /** As a person who comes back to the page. */
  const lookAgain = async () => {
    await page.reload()
    await page.getByRole('switch').waitFor()
  }
  /** Presses a key on what Tab comes to. */
  const pressOn = async (target: Locator, key: 'Enter' | 'Space') => {
    await target.waitFor()
    for (let stops = 0; !(await isFocused(target)); stops++) {
      if (stops === MOST_STOPS) throw new Error(`Tab does not come to ${target.toString()}.`)
      await keyboard.press('Tab')
    }
    await pressOnceReady(target, key)
  }
  const question = page.getByRole('alertdialog')
  const press = (name: string | RegExp) => pressOn(page.getByRole('button', { name }), 'Enter')
  const answer = (name: string | RegExp) => pressOn(question.getByRole('button', { name }), 'Enter')
  const throwSwitch = () => pressOn(page.getByRole('switch'), 'Space')
  const generated = async (before: string) => {
    await expect.poll(() => focused(page)).toBe('Copy')
    await keyboard.press('Enter')
    await expect.poll(() => clipboardOf(page)).not.toBe(before)
    return clipboardOf(page)
  }

  await setUp(page, service.setUpUrl ?? '')

  // Off, with two callers: the page says who they are, and a token is prepared ahead of the switch.
  expect([await readAs('crm-job'), await readAs('point-of-sale')]).toEqual([404, 404])
  await lookAgain()
  await page.getByText('Anyone who knows the client code can read and write profiles').waitFor()
  await press('Prepare a token…')
  await answer('Prepare token')
  const first = await generated('')
  expect(first).toMatch(/^Authorization: Bearer tpa_/)

  // One caller switched: the page counts it off.
  expect([await readAs('crm-job', first), await readAs('point-of-sale')]).toEqual([404, 404])
  await lookAgain()
  await page.getByText('1 of 2 callers').first().waitFor()

  // The question at the switch names the other.
  await throwSwitch()
  await question.getByRole('heading', { name: '1 of 2 callers would be refused' }).waitFor()
  await question.getByText('point-of-sale').first().waitFor()
  await answer('Turn on and refuse 1 caller')
  await requirementSaved(page, true)

  // The other is refused and named, and undone.
  expect([await readAs('crm-job', first), await readAs('point-of-sale')]).toEqual([404, 401])
  await lookAgain()
  const card = page.getByRole('region', {
    name: /^1 call refused since Require Authentication was turned on/,
  })
  await card.getByText('point-of-sale').waitFor()
  await pressOn(card.getByRole('button', { name: 'Turn off Require Authentication…' }), 'Enter')
  await answer('Turn off')
  await requirementSaved(page, false)
  expect(await readAs('point-of-sale')).toBe(404)

  // Once it sends the token too, nobody would be refused.
  expect(await readAs('point-of-sale', first)).toBe(404)
  await throwSwitch()
  await question.getByText('No caller that is known would be refused.').waitFor()
  await answer('Turn on')
  await requirementSaved(page, true)
  expect([await readAs('crm-job', first), await readAs('point-of-sale', first)]).toEqual([404, 404])

  // Rotation with an overlap: both tokens work.
  await lookAgain()
  await press(GENERATE)
  expect(await question.getByRole('radio', { name: 'In 24 hours' }).isChecked()).toBe(true)
  await answer('Generate new token')
  const second = await generated(first)
  expect([await readAs('crm-job', second), await readAs('point-of-sale', first)]).toEqual([404, 404])
  await lookAgain()
  await page.getByText('1 of 2 callers').first().waitFor()

  // The last caller moves, and the old token is ended.
  expect(await readAs('point-of-sale', second)).toBe(404)
  await press(/^End now…/)
  await answer('End now')
  await page.getByText('Stopped working').or(page.getByText('Ended')).first().waitFor()
  expect([await readAs('point-of-sale', first), await readAs('point-of-sale', second)]).toEqual([401, 404])

  // It is let work again, and ended for good.
  await press(/^Let it work again/)
  await expect.poll(() => readAs('point-of-sale', first)).toBe(404)
  await press(/^End now…/)
  await pressOn(question.getByRole('checkbox', { name: /^For good/ }), 'Space')
  await answer('End for good')
  await expect.poll(() => readAs('point-of-sale', first)).toBe(401)
  await expect.poll(() => page.getByRole('button', { name: /^Let it work again/ }).count()).toBe(0)
  expect(await readAs('point-of-sale', second)).toBe(404)

  expect(complaints).toEqual([])
  await context.close()
})
