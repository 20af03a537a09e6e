import type { Page } from 'playwright-core'
import { pages } from '#console/pages.ts'
import { inviteUsers } from '#contract/invitations.ts'
import { signOut } from '#contract/sign-in.ts'
import { SET_UP_PATH } from '#contract/set-up.ts'
import type { Catalog } from './catalogs.ts'

const SETTINGS = '/northwindretail/target/clients/settings'

const ofLive = { scenario: 'token-live' } as const

/** Has no answer come any more, now and after the page is loaded anew. */
async function holdAnswers(page: Page) {
  const hold = () => {
    window.fetch = () => new Promise(() => {})
  }
  await page.addInitScript(hold)
  await page.evaluate(hold)
}

/** Has the page load anew what it shows, as when a connection comes back. */
const comeBack = (page: Page) =>
  page.evaluate(() => {
    dispatchEvent(new Event('offline'))
    dispatchEvent(new Event('online'))
  })

/** Has what is said for a while be said for good. */
const forgetNothing = (page: Page) =>
  page.evaluate(() => {
    const wait = setTimeout
    const said = 5000
    Object.assign(window, {
      setTimeout: (act: () => void, ms?: number) => (ms === said ? 0 : wait(act, ms)),
    })
  })

/** Calls the service as another window of the same person does. */
const callElsewhere = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, address, sent]) => {
      const answer = await fetch(address, {
        method: how,
        ...(sent && { headers: { 'Content-Type': 'application/json' }, body: sent }),
      })
      return answer.text()
    },
    [method, path, body && JSON.stringify(body)] as const,
  )

/** Goes to an address of the console without loading it anew, with which the mock would forget what was done. */
const goWithin = (page: Page, address: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

async function copyToken(page: Page, { copying, implementation }: Catalog) {
  await page.getByRole('button', { name: `${copying.copy} ${implementation.authenticationToken}` }).click()
}

/** What is there for a while, or because of somebody else. */
export const passingStates = {
  loading: {
    ...ofLive,
    async act(page: Page, { implementation }: Catalog) {
      await holdAnswers(page)
      await page.reload()
      await page.getByRole('heading', { name: implementation.title, level: 1 }).waitFor()
    },
  },
  'loading, your account': {
    ...ofLive,
    async act(page: Page, { account, panels, shell }: Catalog) {
      await holdAnswers(page)
      await page.getByRole('button', { name: shell.account('Ana Ortiz') }).click()
      await page.getByRole('link', { name: panels.yourAccount }).click()
      await page.getByRole('heading', { name: account.title, level: 1 }).waitFor()
    },
  },
  saving: {
    ...ofLive,
    async act(page: Page, { callers, implementation }: Catalog) {
      await page.getByRole('switch').click()
      await holdAnswers(page)
      await page.getByRole('alertdialog').getByRole('button', { name: callers.turnOff }).click()
      await page.getByText(implementation.saving).first().waitFor()
    },
  },
  'could not be saved': {
    ...ofLive,
    async act(page: Page, { callers, failures }: Catalog) {
      await page.getByRole('switch').click()
      await page.evaluate(() => {
        window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
      })
      await page.getByRole('alertdialog').getByRole('button', { name: callers.turnOff }).click()
      await page.getByText(failures.unreachable).first().waitFor()
    },
  },
  'token copied': {
    ...ofLive,
    async act(page: Page, words: Catalog) {
      await forgetNothing(page)
      await copyToken(page, words)
      await page.getByRole('button', { name: words.copying.copied }).waitFor()
    },
  },
  'copying refused': {
    ...ofLive,
    async act(page: Page, words: Catalog) {
      await page.evaluate(() => {
        const write = () => Promise.reject(new DOMException('', 'NotAllowedError'))
        Object.assign(navigator.clipboard, { write, writeText: write })
      })
      await copyToken(page, words)
      await page.getByText(words.copying.press('Ctrl+C')).waitFor()
    },
  },
  'out of date': {
    ...ofLive,
    async act(page: Page, { failures }: Catalog) {
      await page.evaluate(() => {
        window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
      })
      await comeBack(page)
      await page.getByText(failures.outOfDate).first().waitFor()
    },
  },
  'session ended': {
    ...ofLive,
    async act(page: Page, { signIn }: Catalog) {
      await callElsewhere(page, signOut.method, signOut.path)
      await comeBack(page)
      await page.getByText(signIn.endedTitle).waitFor()
    },
  },
  'signed out': {
    ...ofLive,
    async act(page: Page, { panels, shell, signIn }: Catalog) {
      await page.getByRole('button', { name: shell.account('Ana Ortiz') }).click()
      await page.getByRole('button', { name: panels.signOut }).click()
      await page.getByText(signIn.signedOut).waitFor()
    },
  },
  'somebody was first': {
    ...ofLive,
    async act(page: Page, { callers }: Catalog) {
      await page.getByRole('switch').click()
      for (const enableProfileApiAuthentication of [false, true]) {
        await callElsewhere(page, 'PATCH', SETTINGS, { enableProfileApiAuthentication })
      }
      await comeBack(page)
      await page.getByRole('alertdialog').getByRole('button', { name: callers.close }).waitFor()
    },
  },
  'of another client': {
    ...ofLive,
    async act(page: Page, { implementation }: Catalog) {
      await page.goto(new URL(`${pages.implementation.path}?client=southwind`, page.url()).href)
      await page.getByText(implementation.otherClientTitle('southwind')).waitFor()
    },
  },
  'theme choice open': {
    ...ofLive,
    isWide: true,
    act: (page: Page, { shell }: Catalog) =>
      page.getByRole('button', { name: shell.theme, exact: true }).click(),
  },
  'pages of the console, narrow': {
    ...ofLive,
    isNarrow: true,
    act: (page: Page, { shell }: Catalog) => page.getByRole('button', { name: shell.navigation }).click(),
  },
  'refused calls in the navigation': {
    scenario: 'refused-after-end',
    isNarrow: true,
    act: (page: Page, { shell }: Catalog) => page.getByRole('button', { name: shell.navigation }).click(),
  },
  'set-up of somebody invited': {
    scenario: 'people',
    async act(page: Page, words: Catalog) {
      const invitation = { people: [{ email: 'sara.lind@northwind.example' }], sysadmin: false }
      const made = await callElsewhere(page, inviteUsers.method, inviteUsers.path, {
        ...invitation,
        roles: [{ workspace: 'default', role: 'observer' }],
      })
      await callElsewhere(page, signOut.method, signOut.path)
      const code = /tsu_\w+/.exec(made)?.[0]
      await goWithin(page, `${SET_UP_PATH}#code=${code}`)
      await page.getByText(words.setUp.invitedAdvice('sara.lind@northwind.example')).waitFor()
    },
  },
  'set-up link that is not whole': {
    scenario: 'signed-out',
    async act(page: Page, { setUp }: Catalog) {
      await goWithin(page, `${SET_UP_PATH}#code=tsu_`)
      await page.getByText(setUp.incompleteAdvice).waitFor()
    },
  },
  'set-up link that was used': {
    scenario: 'signed-out',
    async act(page: Page, { setUp }: Catalog) {
      await goWithin(page, `${SET_UP_PATH}#code=tsu_${'0'.repeat(49)}`)
      await page.getByText(setUp.usedAdvice).waitFor()
    },
  },
} as const
