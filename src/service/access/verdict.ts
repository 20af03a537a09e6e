import type { Credentials } from '../http/credentials.ts'
import { stateOf } from '../profile-auth/token.ts'
import { prefixOf } from '../secrets.ts'
import type { Access, ShownToken } from './store.ts'

/**
 * What a profile API call deserves by its credentials alone, whether or not authentication is required. All but the first
 * two are reasons to refuse it where it is.
 */
export type Verdict =
  | { kind: 'current-token'; token: ShownToken }
  /** One that was replaced and works on for a while. */
  | { kind: 'overlapping-token'; token: ShownToken }
  /** No credentials that we take. */
  | { kind: 'no-credentials' }
  /** The header stands more than once, cannot be read, or the token stands in the address as well. */
  | { kind: 'repeated-header' | 'unreadable-header' | 'two-ways' }
  /** Not whole or not of this service, whole but not known, or an access token of the admin API. */
  | { kind: 'no-token' | 'unknown-token' | 'access-token' }
  | { kind: 'token-of-other-client' | 'debugger-token' }
  /** Replaced by a newer one, ended by hand, expired. `at`: when, milliseconds since 1970. */
  | { kind: 'replaced-token' | 'ended-token' | 'expired-token'; at: number }

/** What a call shows. */
export type Shown = {
  credentials: Credentials
  /** Whether its address carries an `access_token`, the second way of RFC 6750, which we do not take. */
  hasTokenInAddress: boolean
}

/**
 * Judges a call to the profile API of a client.
 *
 * @param access whose profile API is called, and the token that was looked up by these credentials
 * @param now milliseconds since 1970
 */
export function judge(
  { credentials, hasTokenInAddress }: Shown,
  { clientCode, token }: { clientCode: string; token: Access['token'] },
  now: number,
): Verdict {
  if (credentials.kind === 'none') return { kind: 'no-credentials' }
  if (credentials.kind === 'malformed') return { kind: `${credentials.problem}-header` }
  if (hasTokenInAddress) return { kind: 'two-ways' }
  if (token === undefined) return { kind: unknownKindOf(credentials.secret) }
  if (token.clientCode !== clientCode) return { kind: 'token-of-other-client' }
  const state = stateOf(token, now)
  if ('at' in state) return { kind: `${state.kind}-token`, at: state.at }
  return token.scope === 'profile_api' ? { kind: `${state.kind}-token`, token } : { kind: 'debugger-token' }
}

function unknownKindOf(secret: string): 'no-token' | 'unknown-token' | 'access-token' {
  const prefix = prefixOf(secret)
  if (prefix === null) return 'no-token'
  return prefix === 'tse' ? 'access-token' : 'unknown-token'
}
