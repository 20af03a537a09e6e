import { act } from '@testing-library/react'
import * as v from 'valibot'
import { vi } from 'vitest'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { listTokens, TokenList } from '#contract/rotation.ts'
import { openImplementation } from './open-console.tsx'

export const TOKEN = '/northwindretail/target/authentication/token?authorizationScope=profile_api'
const PROFILE = '/rest/v1/profiles/thirdPartyId/customer-1?client=northwindretail'

/**
 * Opens the page, and replaces the token once for each overlap, the first one first.
 *
 * @param overlaps seconds that the one before works on
 */
export async function openReplaced(...overlaps: number[]) {
  const opened = await openImplementation('token-live')
  const { operator, person, client } = opened
  const secrets: string[] = []
  const replace = async (overlapSeconds: number) => {
    // What was called in the same millisecond would count as called since.
    const before = performance.now()
    await vi.waitUntil(() => performance.now() > before + 1)
    const generated = await operator.call('POST', TOKEN, { overlapSeconds })
    secrets.push(v.parse(AuthorizationToken, await generated.json()).accessToken)
  }
  const load = () => act(() => client.invalidateQueries())
  for (const overlapSeconds of overlaps) await replace(overlapSeconds)
  await load()
  return {
    ...opened,
    /** What was generated, the first one first. */
    secrets,
    replace,
    /** Has the page show what is true now. */
    load,
    listed: async () => v.parse(TokenList, await (await person.call('GET', listTokens.path)).json()).tokens,
    /** A call of the profile API. @returns its status */
    callWith: async (secret: string | undefined, userAgent?: string) => {
      const named = userAgent === undefined ? {} : { 'User-Agent': userAgent }
      const headers = { Authorization: `Bearer ${secret}`, ...named }
      return (await operator.call('GET', PROFILE, undefined, headers)).status
    },
  }
}
