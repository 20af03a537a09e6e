import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { StoredToken, TokenStore } from '../profile-auth/store.ts'
import { noteIfOver } from '../profile-auth/token.ts'
import { sha256Hex } from '../secrets.ts'
import { type Refused, refusalOf } from './refusal.ts'
import type { Access, AccessStore } from './store.ts'
import { judge, type Shown } from './verdict.ts'

/** A token's `lastUsedAt` is kept to the minute, so that reading costs no write. */
const USED_STEP_MS = 60_000

/** Sums up refused calls, by why and from where. */
export interface RefusedCalls {
  /** @param remoteAddress null where it is not known */
  count(reason: Refused['kind'], remoteAddress: string | null): void
}

export type AdmissionNeeds = {
  access: AccessStore
  tokens: TokenStore
  refusedCalls: RefusedCalls
  rejectStatus: 401 | 403
}

/**
 * Lets a profile API call in, or throws. Reads switch and token anew for each call, so that both count from the very
 * next call after a change.
 *
 * @returns the token that the call shows and that works; null when it shows none and needs none
 * @throws ServiceError what `refusalOf` makes of the verdict; `unavailable` when the settings cannot be read: the door
 *   then stays shut
 */
export async function admit(
  needs: AdmissionNeeds,
  context: Context,
  shown: Shown,
): Promise<StoredToken | null> {
  const access = await accessOf(needs.access, context, shown)
  const { clientCode } = context.client
  if (access.token) await noteIfOver(needs.tokens, access.token, context.now)
  const verdict = judge(shown, { clientCode, token: access.token }, context.now)
  if (verdict.kind === 'current-token' || verdict.kind === 'overlapping-token') {
    recordUse(needs.tokens, verdict.token, context.now)
    return verdict.token
  }
  if (!access.enableProfileApiAuthentication) return null
  needs.refusedCalls.count(verdict.kind, remoteAddressIn(context))
  throw refusalOf(verdict, needs.rejectStatus)
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

function recordUse(tokens: TokenStore, { id, lastUsedAt }: StoredToken, now: number): void {
  if (lastUsedAt !== null && now - lastUsedAt < USED_STEP_MS) return
  // Not awaited and allowed to fail: a call must neither wait for this note nor be refused over it.
  tokens.touch(id, now).catch(() => {})
}
