import type { Page } from 'playwright-core'
import type { Catalog } from './catalogs.ts'

const ofLive = { scenario: 'token-live' } as const

const TOKEN = '/northwindretail/target/authentication/token?authorizationScope=profile_api'

/** @returns the token in clear, as the service answers it */
const askForToken = (page: Page, method: 'GET' | 'POST') =>
  page.evaluate(
    async ([address, act]) => {
      const { accessToken }: { accessToken: string } = await (await fetch(address, { method: act })).json()
      return accessToken
    },
    [TOKEN, method] as const,
  )

async function openTest(page: Page, { implementation }: Catalog) {
  await page.getByRole('button', { name: implementation.testToken }).click()
  await page.locator('dialog textarea').waitFor()
}

/**
 * A line that was tested, made of the current token.
 *
 * @param then asks for the token once more before: `POST` replaces it
 */
const tested = (lineOf: (token: string) => string, then: 'GET' | 'POST' = 'GET') => ({
  ...ofLive,
  async act(page: Page, words: Catalog) {
    const token = await askForToken(page, 'GET')
    await askForToken(page, then)
    await openTest(page, words)
    await page.locator('dialog textarea').fill(lineOf(token))
    await page.keyboard.press('Control+Enter')
    await page.locator('dialog [aria-live] svg').first().waitFor()
  },
})

/** The secret in another form, the box in which a token is tested, and each finding in it that looks different. */
export const tokenStates = {
  'token as a call': {
    ...ofLive,
    async act(page: Page) {
      await page.getByRole('radio', { name: 'Node.js' }).check()
      await page.waitForFunction(() =>
        document.querySelector('main textarea')?.textContent?.includes('fetch'),
      )
    },
  },
  'asked for what to test': { ...ofLive, act: openTest },
  'tested: it works': tested((token) => `Authorization: Bearer ${token}`),
  'tested: an invisible character': tested(
    (token) => `-H "Authorization: Bearer ${token.slice(0, 21)}\u200B${token.slice(21)}"`,
  ),
  'tested: several faults': tested((token) => `Autorización: Portador\u00A0${token.replace('a', 'а')}`),
  'tested: something is missing': tested((token) => `Authorization: ${token}`),
  'tested: what may be right': tested((token) => `Authorization: "Bearer ${token}"`),
  'tested: in an address': tested((token) => `curl 'https://api.example/?access_token=${token}'`),
  'tested: not whole': tested((token) => token.slice(0, 40)),
  'tested: replaced': tested((token) => token, 'POST'),
}
