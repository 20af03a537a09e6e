import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { clipboardOf, openConsole, PERSON, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { catalogs, type Catalog } from '../support/catalogs.ts'

const { en, es, fr, 'pt-BR': ptBR, sv } = catalogs

const browser = sharedBrowser()

const shownLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang)

async function choose(page: Page, words: Catalog, name: string) {
  await page.getByRole('button', { name: words.shell.language, exact: true }).click()
  await page.getByRole('radio', { name, exact: true }).click()
}

async function signInWith(page: Page, password: string, { signIn }: Catalog) {
  await page.getByLabel(signIn.email, { exact: true }).fill(PERSON.email)
  await page.getByLabel(signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: signIn.submit, exact: true }).click()
}

function sendBatch(url: string, headers: [name: string, value: string][]) {
  return fetch(`${url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers: [['Content-Type', 'application/x-www-form-urlencoded'], ...headers],
    body: 'batch=pcId,city\n123,Oslo\n',
  })
}

describe.each([en, es, fr, ptBR, sv].map((words) => [words.language, words] as const))(
  'in %s',
  (locale, words) => {
    it('closes the door, hands out the key and lets the job in', async () => {
      const { implementation, callers, failures, panels, signIn, shell } = words
      const service = await startService({ DATA_DIR: temporaryFolder() })
      const { context, page, complaints } = await openConsole(browser(), service.url, { locale })

      await setUp(page, service.setUpUrl ?? '', words)
      expect(await shownLanguage(page)).toBe(locale)
      await expect.poll(() => page.title()).toBe(`${implementation.title} – ${words.product}`)

      // A refusal of the service is told in the language as well.
      await page.getByRole('button', { name: shell.account(PERSON.name) }).click()
      await page.getByRole('button', { name: panels.signOut }).click()
      await page.getByRole('heading', { name: signIn.title, level: 1 }).waitFor()
      await signInWith(page, 'not the right one', words)
      await page.getByText(failures.refusals.signInRefused).waitFor()
      await signInWith(page, PERSON.password, words)

      await page.getByText(implementation.openTitle).waitFor()
      await page.getByRole('switch', { name: implementation.requireAuthentication }).click()
      await page.getByRole('alertdialog', { name: callers.turnOnClosedTitle }).waitFor()
      await page.getByRole('button', { name: callers.turnOn, exact: true }).click()
      await page.getByText(implementation.noTokenTitle, { exact: true }).waitFor()
      expect((await sendBatch(service.url, [])).status).toBe(401)

      await page.getByRole('button', { name: implementation.generate }).click()
      const copy = page.getByRole('button', {
        name: `${words.copying.copy} ${implementation.authenticationToken}`,
      })
      await expect.poll(() => copy.evaluate((button) => button === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: words.copying.copied }).waitFor()

      const header = /^Authorization: (Bearer tpa_[0-9A-Za-z]{49})$/.exec(await clipboardOf(page))
      expect((await sendBatch(service.url, [['Authorization', header?.[1] ?? '']])).status).toBe(200)
      const said = complaints.filter((complaint) => !complaint.includes('401')) // the wrong password's
      expect(said).toEqual([])
      await context.close()
    })
  },
)

describe('the language', () => {
  it('is the browser’s from the first paint on, and another one when that is chosen', async () => {
    const service = await startService({ DATA_DIR: temporaryFolder() })
    const { context, page } = await openConsole(browser(), service.url, { locale: 'sv-SE' })
    await page.addInitScript(() => {
      const seen: string[] = []
      new MutationObserver(() => {
        const title = document.querySelector('#root h1')?.textContent
        if (title && !seen.includes(title)) seen.push(title)
        document.documentElement.dataset['seen'] = seen.join()
      }).observe(document, { childList: true, subtree: true, characterData: true })
    })
    const titlesSeen = () => page.evaluate(() => document.documentElement.dataset['seen'])

    await setUp(page, service.setUpUrl ?? '', sv)
    expect(await titlesSeen()).toBe(
      [sv.setUp.firstTitle, sv.setUp.next.title, sv.implementation.title].join(),
    )

    let loads = 0
    page.on('load', () => (loads += 1))
    await choose(page, sv, 'Français')
    await page.getByRole('switch', { name: fr.implementation.requireAuthentication }).waitFor()
    await expect.poll(() => page.title()).toBe(`${fr.implementation.title} – ${fr.product}`)
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['language', 'fr']])
    expect(loads).toBe(0)

    await page.reload()
    await page.getByRole('switch', { name: fr.implementation.requireAuthentication }).waitFor()
    expect(await titlesSeen()).toBe(fr.implementation.title)
    expect(await shownLanguage(page)).toBe('fr')
    await context.close()
  })

  it('can be chosen at sign-in, with what was typed and the focus kept', async () => {
    const service = await startService({ DATA_DIR: temporaryFolder() })
    const { context, page } = await openConsole(browser(), service.url)
    await page.goto(service.setUpUrl ?? '')
    await page.getByLabel(en.setUp.name).fill('Ana')

    await choose(page, en, 'Português (Brasil)')

    await page.getByRole('heading', { name: ptBR.setUp.firstTitle }).waitFor()
    expect(await page.getByLabel(ptBR.setUp.name, { exact: true }).inputValue()).toBe('Ana')
    expect(await page.evaluate(() => document.activeElement?.closest('label')?.lang)).toBe('pt-BR')
    await context.close()
  })

  it('stays, and is said to, when another cannot be loaded; that one comes as the page advises', async () => {
    const service = await startService({ DATA_DIR: temporaryFolder() })
    const { context, page } = await openConsole(browser(), service.url)
    await setUp(page, service.setUpUrl ?? '')
    await context.setOffline(true)

    await choose(page, en, 'Español')
    await page.getByText(en.panels.languageMissing('Español')).waitFor()
    expect(await page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true)
    expect(await shownLanguage(page)).toBe('en')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)

    // Browsers differ in whether they ask again, on the same page, for a module that did not come.
    await context.setOffline(false)
    await page.reload()
    await choose(page, en, 'Español')
    await page.getByRole('switch', { name: es.implementation.requireAuthentication }).waitFor()
    await context.close()
  })

  it('is English where its words never come', async () => {
    const service = await startService({ DATA_DIR: temporaryFolder() })
    const { context, page } = await openConsole(browser(), service.url, { locale: 'sv-SE' })
    await page.route(/\/assets\/(?:words|more)-sv-/, (route) => route.abort())

    await page.goto(service.setUpUrl ?? '')

    await page.getByRole('heading', { name: en.setUp.firstTitle }).waitFor()
    expect(await shownLanguage(page)).toBe('en')
    await context.close()
  })
})
