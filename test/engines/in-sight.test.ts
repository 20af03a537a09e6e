import { describe, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { catalogs } from '../support/catalogs.ts'
import type { Person } from '../support/engines/at-keys.ts'
import { engines } from '../support/engines/engines.ts'
import { hiddenAmong, type Stop, stopsOf } from '../support/focus.ts'
import { sharedMockConsole } from '../support/shared.ts'

const { en } = catalogs
const mock = sharedMockConsole()

/** Where Firefox goes on through its own window, whose keys are not ours. */
const hasLeft = ({ what }: Stop) => what === null

/** Every page, and what is to be seen once all of it is there. */
const shown: [path: string, scenario: ScenarioName, seen: string][] = [
  [pages.implementation.path, 'prepared', en.callers.nameIt],
  [pages.users.path, 'people', 'Bo Ek'],
  [pages.auditLog.path, 'audit-log', 'Lucía Fernández'],
  [pages.notices.path, 'notices', 'Data warehouse'],
  [pages.batches.path, 'batches', '203.0.113.7'],
  [pages.tryFile.path, 'visitors', en.tryFile.choose],
  [pages.lookUp.path, 'visitors', 'thirdPartyId'],
  [pages.account.path, 'account', 'Olivia Park'],
  [pages.goingLive.path, 'prepared', 'Retry-After'],
  ['/', 'refused-after-several', en.rotation.restore],
  ['/', 'signed-out', en.signIn.password],
  ['/', 'set-up', en.setUp.submit],
  ['/no/such/page', 'token-live', en.notFound.title],
]

/** The panel that chooses a scenario is the mock's, and lies over the page. */
const withoutPicker = ({ look }: Person) =>
  look(() => document.querySelector("aside[aria-label='Mock']")?.remove())

/** What is wrong with how they look. */
const faultsOf = (stops: Stop[], where: string) => [
  ...hiddenAmong(stops, where),
  ...stops.filter(({ hasRing }) => !hasRing).map(({ what }) => `${where}: ${what}, without a ring`),
]

const ringOfFocus = () => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
  return `${outlineStyle} ${outlineWidth}`
}

describe.each(engines)('in $name, where the machine has it', ({ isThere, open }) => {
  it.runIf(isThere)('arrow keys show where they have come to, and no question is a stop of Tab', async () => {
    const { engine, person } = await open()
    const { isAt, look, press, tabTo, sees } = person
    await engine.resize(1280, 800)
    await engine.goTo(`${mock().url}/?scenario=prepared`)
    await sees(en.callers.nameIt)

    await tabTo(en.implementation.header)
    await press('ArrowRight')
    await isAt(en.implementation.token)
    expect(await look(ringOfFocus)).toMatch(/^solid [2-9]/)
    const [legend, choices] = await look(() =>
      [...(document.querySelector("main [role='radiogroup']")?.children ?? [])].map((part) => {
        const { top, bottom, right, left } = part.getBoundingClientRect()
        return { left, right, middle: Math.round((top + bottom) / 2) }
      }),
    )
    expect(legend?.middle).toBe(choices?.middle)
    expect(legend?.right).toBeLessThan(choices?.left ?? 0)

    await tabTo(en.implementation.generate)
    await press('Enter')
    await isAt(en.rotation.generateConfirm)
    const stops = await stopsOf(person, 'Tab')
    const tags = stops.flatMap(({ what }) => what?.split(' ')[0] ?? [])
    expect(tags).toEqual(['INPUT', 'INPUT', 'BUTTON', 'BUTTON'])
  })

  it.runIf(isThere).each(shown)(
    'each stop of Tab is wholly to be seen, with its ring: %s, %s',
    async (path, scenario, seen) => {
      const { engine, person } = await open()
      // A low window, in which most pages scroll.
      await engine.resize(1280, 600)
      const opened = async () => {
        await engine.goTo(`${mock().url}${path}?scenario=${scenario}`)
        await person.sees(seen)
        await withoutPicker(person)
      }

      await opened()
      const there = await stopsOf(person, 'Tab', hasLeft)
      await opened()
      for (let count = 0; count < there.length; count += 1) await person.press('Tab')
      const back = await stopsOf(person, 'Shift+Tab', hasLeft)

      expect(there.length).toBeGreaterThan(1)
      expect([...faultsOf(there, 'Tab'), ...faultsOf(back, 'Shift+Tab')]).toEqual([])
    },
  )
})
