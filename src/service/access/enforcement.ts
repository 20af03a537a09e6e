import { sha256Hex } from '#service/sha256.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import { noteIfOver } from '../profile-auth/token.ts'
import { refusalOf } from './refusal.ts'
import type { Access, AccessStore, ShownToken } from './store.ts'
import { judge, type Shown, type Verdict } from './verdict.ts'

/** A token's `lastUsedAt` is kept to the minute, so that reading costs no write. */
const USED_STEP_MS = 60_000

export type JudgementNeeds = { access: AccessStore; tokens: TokenStore }
export type EnforcementNeeds = { tokens: TokenStore; rejectStatus: 401 | 403 }

/** A profile API call that was judged, and whether that is enforced. */
export type Judged = {
  verdict: Verdict
  /** The token of this client that it shows, in whatever state; null for none. */
  tokenId: string | null
  isRefused: boolean
  /** When the settings or the token were last changed, milliseconds since 1970; 0 for never. */
  changedAt: number
}

/**
 * Judges a profile API call, also while authentication is off. Reads switch and token anew for each call, so that both
 * count from the very next call after a change.
 *
 * @throws ServiceError `unavailable` when the settings cannot be read: the door then stays shut
 */
export async function judged(needs: JudgementNeeds, context: Context, shown: Shown): Promise<Judged> {
  const access = await accessOf(needs.access, context, shown)
  const { enableProfileApiAuthentication, settingsChangedAt, token } = access
  const { clientCode } = context.client
  if (token) await noteIfOver(needs.tokens, token, context.now)
  const verdict = judge(shown, { clientCode, token }, context.now)
  return {
    verdict,
    tokenId: token?.clientCode === clientCode ? token.id : null,
    isRefused: enableProfileApiAuthentication && !('token' in verdict),
    changedAt: Math.max(settingsChangedAt ?? 0, token?.changedAt ?? 0),
  }
}

/**
 * Lets a call in that was judged, or throws.
 *
 * @param header `Authorization` as it came
 * @returns the token that the call shows and that works; null when it shows none and needs none
 * @throws ServiceError what `refusalOf` makes of the verdict
 */
export function enforce(
  needs: EnforcementNeeds,
  { verdict, isRefused }: Judged,
  header: string | undefined,
  now: number,
): ShownToken | null {
  if ('token' in verdict) {
    recordUse(needs.tokens, verdict.token, now)
    return verdict.token
  }
  if (isRefused) throw refusalOf(verdict, needs.rejectStatus, header)
  return null
}

async function accessOf(store: AccessStore, { client }: Context, { credentials }: Shown): Promise<Access> {
  const secretSha256 = credentials.kind === 'bearer' ? sha256Hex(credentials.secret) : null
  try {
    return await store.find(client.clientCode, secretSha256)
  } catch (cause) {
    throw new ServiceError(
      'unavailable',
      'Whether this call is allowed cannot be checked at the moment. Try again.',
      { headers: { 'Retry-After': '5' }, cause },
    )
  }
}

function recordUse(tokens: TokenStore, { id, lastUsedAt }: ShownToken, now: number): void {
  if (lastUsedAt !== null && now - lastUsedAt < USED_STEP_MS) return
  // Not awaited and allowed to fail: a call must neither wait for this note nor be refused over it.
  tokens.touch(id, now).catch(() => {})
}
