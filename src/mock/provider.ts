import * as v from 'valibot'
import { SIGNING_IN_AGAIN, startSigningInAgainAtProvider } from '#contract/fresh-sign-in.ts'
import { beginOidcSignIn, finishOidcSignIn, OIDC_RETURN_PATH } from '#contract/oidc.ts'
import { Role } from '#contract/roles.ts'
import { ServiceError } from '#service/errors.ts'
import type { OpenIdProvider } from '#service/sign-in/oidc/provider.ts'
import { roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import type { BrowserSession } from './browser-session.ts'

/** Somebody's at the provider, where each of the groups gives the role of its name in the workspace `default`. */
export type Account = { subject: string; name: string; email: string; groups: string[] }

/** `account`: whose it is who comes to it next. */
export type MockProvider = OpenIdProvider & { account: Account | null; isDown: boolean }

const GROUPS = [
  'groups=sysadmin -> sysadmin',
  ...Role.options.map((role) => `groups=${role} -> ${role}@default`),
]

/**
 * Stands for the company's OpenID Connect provider. It has no page: it sends a browser straight back to the page of the console
 * that one comes back to, and vouches for its `account`.
 */
export function mockProvider(): MockProvider {
  const mustAnswer = () => {
    if (provider.isDown)
      throw new ServiceError('provider-unavailable', 'The sign-in provider does not answer.')
  }
  const provider: MockProvider = {
    account: null,
    isDown: false,
    issuer: 'https://id.northwind.example',
    name: 'Northwind ID',
    mapping: roleMappingFrom(GROUPS.join(';')),
    async signInUrl(redirectUri, { state }) {
      mustAnswer()
      return `${redirectUri}?${new URLSearchParams({ code: 'code', state })}`
    },
    async vouchedFor() {
      mustAnswer()
      if (provider.account === null)
        throw new ServiceError('provider-refused', 'The provider lets nobody in.')
      const { subject, ...claims } = provider.account
      return { subject, claims, authenticatedSecondsAgo: 0, idToken: 'id token' }
    },
    // A browser that leaves the page finds this service gone.
    signOutUrl: async () => null,
  }
  return provider
}

/** Signs in at the provider, as whoever its account is. */
export async function signInAtProvider(browser: BrowserSession): Promise<void> {
  const answer = new URL(await begin(browser)).search
  await browser.call('POST', finishOidcSignIn.path, { answer })
}

/**
 * Begins a sign-in for a browser that comes back from the provider: it has loaded the page, and with it a service in which none
 * has begun. One that is signed in again so, in a window of its own, is fresh in that window alone.
 *
 * @param address where the page opens
 * @returns where it is to be instead; null for one that comes from elsewhere
 */
export async function comeBackFromProvider(
  browser: BrowserSession,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): Promise<string | null> {
  const state = new URLSearchParams(search).get('state')
  if (pathname !== OIDC_RETURN_PATH || state === null) return null
  return begin(browser, state.startsWith(SIGNING_IN_AGAIN))
}

async function begin(browser: BrowserSession, isAgain = false): Promise<string> {
  const answer = isAgain
    ? await browser.call('POST', startSigningInAgainAtProvider.path)
    : await browser.call('POST', beginOidcSignIn.path, { returnTo: '/' })
  return v.parse(beginOidcSignIn.output, await answer.json()).url
}
