import { describe, expect, it } from 'vitest'
import { isLetIn } from '../support/console-calls.ts'
import { PERSON } from '../support/console-driver.ts'
import { catalogs } from '../support/catalogs.ts'
import type { Person } from '../support/engines/at-keys.ts'
import { engines } from '../support/engines/engines.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const { en, es } = catalogs
const GENERATE = en.implementation.generate

/** The header as the field of the token shows it. */
const shownHeader = ({ look }: Person) => look(() => document.querySelector('textarea')?.value ?? '')

/** Presses Enter on Copy, which has the focus. @returns what pasting it gives, in the box where a token is tested */
async function copied({ isAt, press, look, tabTo }: Person): Promise<string> {
  await isAt(en.copying.copy)
  await press('Enter')
  await isAt(en.copying.copied)
  await tabTo('Test…')
  await press('Enter')
  await expect.poll(() => look(() => document.activeElement?.closest('dialog')?.open)).toBe(true)
  await press('Control+v')
  const pasted = await look(() => document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value)
  await press('Escape')
  await isAt('Test…')
  return pasted ?? ''
}

const tokenOf = (header: string) => header.replace('Authorization: Bearer ', '')

describe.each(engines)('in $name, where the machine has it', ({ isThere, open }) => {
  it.runIf(isThere)(
    'closes the door, hands out the key, changes it and takes the old one back, by keys alone',
    async () => {
      const service = await startService({ DATA_DIR: temporaryFolder() })
      const { engine, person } = await open()
      const { isAt, look, press, sees, tabTo, type } = person
      process.stdout.write(`${engine.version}\n`)

      // Set-up, then sign-in.
      await engine.goTo(service.setUpUrl ?? '')
      await isAt('Name')
      await type(PERSON.name)
      await press('Tab')
      await type(PERSON.email)
      await press('Tab')
      await type(PERSON.password)
      await press('Enter')
      await isAt(en.setUp.next.go)
      await press('Enter')
      await sees(en.implementation.openTitle)
      await tabTo(en.shell.account(PERSON.name), 'Shift+Tab')
      await press('Enter')
      await sees(en.panels.signOut)
      await tabTo(en.panels.signOut)
      await press('Enter')
      await isAt(en.signIn.email)
      await type(PERSON.email)
      await press('Tab')
      await type(PERSON.password)
      await press('Enter')
      await sees(en.implementation.openTitle)

      // On, after its question.
      await tabTo(en.implementation.requireAuthentication)
      await press('Space')
      await isAt(en.implementation.cancel)
      await press('Tab')
      await isAt(en.callers.turnOn)
      await press('Enter')
      await isAt(en.implementation.requireAuthentication)
      await sees(en.implementation.noTokenTitle)
      expect(await isLetIn(service.url, undefined)).toBe(false)

      // A token, copied, pasted, hidden and revealed.
      await tabTo(GENERATE)
      await press('Enter')
      const first = await copied(person)
      expect(first).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
      expect(await isLetIn(service.url, tokenOf(first))).toBe(true)
      await press('Shift+Tab')
      await isAt(en.implementation.hide)
      expect(await shownHeader(person)).toBe(first)
      await press('Enter')
      await isAt(en.implementation.reveal)
      expect(await shownHeader(person)).toMatch(/^Authorization: Bearer •+\w{4}$/)
      await press('Enter')
      await isAt(en.implementation.hide)
      expect(await shownHeader(person)).toBe(first)

      // Another one, beside which the first works on for an hour.
      await tabTo(GENERATE)
      await press('Enter')
      await isAt(en.rotation.generateConfirm)
      await press('Shift+Tab')
      await press('Shift+Tab')
      await press('Shift+Tab')
      await isAt('In 24 hours')
      await press('ArrowLeft')
      await isAt('In 1 hour')
      await tabTo(en.rotation.generateConfirm)
      await press('Enter')
      const second = await copied(person)
      expect(second).not.toBe(first)
      expect(await isLetIn(service.url, tokenOf(first))).toBe(true)
      expect(await isLetIn(service.url, tokenOf(second))).toBe(true)

      // The first is ended.
      await tabTo(en.rotation.end)
      await press('Enter')
      await isAt(en.implementation.cancel)
      await press('Tab')
      await isAt(en.rotation.endConfirm)
      await press('Enter')
      await sees(en.rotation.restore)
      expect(await isLetIn(service.url, tokenOf(first))).toBe(false)
      expect(await isLetIn(service.url, tokenOf(second))).toBe(true)

      // Another language, the dark, and out.
      await tabTo(en.shell.language, 'Shift+Tab')
      await press('Enter')
      await sees('Español')
      await press('Tab')
      await isAt('English')
      await press('ArrowDown')
      await sees(es.implementation.requireAuthentication)
      await isAt('Español')
      await press('Escape')
      await tabTo(es.shell.theme)
      await press('Enter')
      await press('Tab')
      await isAt(es.panels.themes.system)
      await press('ArrowRight')
      await isAt(es.panels.themes.light)
      await press('ArrowRight')
      await isAt(es.panels.themes.dark)
      await expect
        .poll(() => look(() => getComputedStyle(document.body).backgroundColor))
        .toBe('rgb(13, 16, 20)')
      await press('Escape')
      await tabTo(es.shell.account(PERSON.name))
      await press('Enter')
      await sees(es.panels.signOut)
      await tabTo(es.panels.signOut)
      await press('Enter')
      await isAt(es.signIn.email)

      expect(service.output()).not.toContain('content security policy')
    },
  )
})

it('has Firefox or WebKit to run in', () => {
  const missing = engines.map(({ name, packages }) => `${name} (Debian: ${packages.join(' ')})`)
  expect(
    engines.some(({ isThere }) => isThere),
    `The machine has neither ${missing.join(' nor ')}.`,
  ).toBe(true)
})
