import * as v from 'valibot'
import { pathOf } from '#contract/operation.ts'
import { AuthorizationToken, getToken } from '#contract/profile-auth.ts'
import { getProfileByThirdPartyId } from '#contract/profiles.ts'
import { endToken, listTokens, TokenList } from '#contract/rotation.ts'
import { patchSettings } from '#contract/settings.ts'
import type { BrowserSession } from '#mock/browser-session.ts'
import type { Scenario } from '#mock/scenarios.ts'

const tenant = 'northwindretail'
const tokenPath = `${pathOf(getToken, { tenant })}?authorizationScope=profile_api`
const aProfile = pathOf(getProfileByThirdPartyId, { thirdPartyId: 'customer-1' })

/** A caller sends the token that works, and so has something to lose. */
export const inUse: Scenario = {
  isRequired: true,
  token: { age: 30 * 86_400, lifetime: 90 * 86_400, lastUsedAgo: 60 },
}

/** The token of the profile API, as a job holds it. */
export async function tokenHeldBy(operator: BrowserSession): Promise<string> {
  return v.parse(AuthorizationToken, await (await operator.call('GET', tokenPath)).json()).accessToken
}

/** A job's call. @param program what it calls itself; each is a caller of its own */
export const callWith = (accessToken: string, operator: BrowserSession, program?: string) =>
  operator.call('GET', `${aProfile}?client=${tenant}`, undefined, {
    Authorization: `Bearer ${accessToken}`,
    ...(program !== undefined && { 'User-Agent': program }),
  })

/** Replaces the token at once, as another approver would. */
export const replaceToken = (operator: BrowserSession) => operator.call('POST', tokenPath, {})

export const turnOff = (operator: BrowserSession) =>
  operator.call('PATCH', pathOf(patchSettings, { tenant }), { enableProfileApiAuthentication: false })

/** What becomes of the tokens, the newest first. */
export async function tokensOf(operator: BrowserSession) {
  return v.parse(TokenList, await (await operator.call('GET', listTokens.path)).json()).tokens
}

/** Does something about the token before the newest, as another approver would. */
export async function changeOld(operator: BrowserSession, act: 'restore' | 'end'): Promise<void> {
  const [, old] = await tokensOf(operator)
  const path = pathOf(endToken, { tokenId: old?.id ?? '' }).replace(/end$/, act)
  await operator.call('POST', path, act === 'end' ? {} : undefined, { 'If-Match': old?.etag ?? '' })
}
