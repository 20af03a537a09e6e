import type { Deps } from '../deps.ts'
import { credentialsOf, type Credentials } from '../bearer.ts'
import { ServiceError } from '../errors.ts'
import type { Access, StoredToken } from '../profile-auth/store.ts'
import { prefixOf, sha256Hex } from '../secrets.ts'

/** A token's `lastUsedAt` is kept to the minute, so that reading costs no write. */
const USED_STEP_MS = 60_000

type RefusalError = 'invalid_request' | 'invalid_token' | 'insufficient_scope'

/** A profile API call that is not let in. `challenge` is the `WWW-Authenticate` field of RFC 6750 section 3. */
export class AuthorizationRefusal extends Error {
  override name = 'AuthorizationRefusal'
  readonly status: 400 | 401 | 403
  readonly challenge: string

  /** @param error absent when the call carries no credentials that we take */
  constructor(status: 400 | 401 | 403, description: string, error?: RefusalError) {
    super(description)
    this.status = status
    this.challenge = `Bearer realm="profile-api"${error ? `, error="${error}", error_description="${description}"` : ''}`
  }
}

/**
 * Lets a profile API call in, or throws. Reads switch and token anew for each call, so that both count from the very
 * next call after a change.
 *
 * @param authorization value of the `Authorization` field
 * @param hasQueryToken whether the address carries an `access_token`, the second way of RFC 6750, which we do not take
 * @throws AuthorizationRefusal
 * @throws ServiceError `unavailable` when the settings cannot be read: the door then stays shut
 */
export async function admit(
  deps: Deps,
  authorization: string | undefined,
  hasQueryToken: boolean,
): Promise<void> {
  const credentials = credentialsOf(authorization)
  const { enableProfileApiAuthentication, token } = await accessOf(deps, credentials)
  if (enableProfileApiAuthentication) requireToken(deps, credentials, token, hasQueryToken)
  if (token !== undefined && isCurrent(deps, token)) recordUse(deps, token)
}

async function accessOf({ stores, account }: Deps, credentials: Credentials): Promise<Access> {
  const secretSha256 = credentials.kind === 'bearer' ? sha256Hex(credentials.secret) : null
  try {
    return await stores.access.find(account.clientCode, secretSha256)
  } catch (cause) {
    throw new ServiceError(
      'unavailable',
      'Whether this call is allowed cannot be checked at the moment. Try again.',
      {
        headers: { 'Retry-After': '5' },
        cause,
      },
    )
  }
}

function requireToken(
  deps: Deps,
  credentials: Credentials,
  token: StoredToken | undefined,
  hasQueryToken: boolean,
): void {
  if (credentials.kind === 'malformed')
    throw new AuthorizationRefusal(400, credentials.problem, 'invalid_request')
  if (credentials.kind === 'none') {
    throw new AuthorizationRefusal(deps.rejectStatus, 'This client requires a profile authentication token')
  }
  if (hasQueryToken) {
    throw new AuthorizationRefusal(400, 'Send the token in the Authorization header only', 'invalid_request')
  }
  if (token === undefined) {
    throw new AuthorizationRefusal(deps.rejectStatus, unknownToken(credentials.secret), 'invalid_token')
  }
  if (token.clientCode !== deps.account.clientCode) {
    throw new AuthorizationRefusal(deps.rejectStatus, 'The token is of another client', 'invalid_token')
  }
  if (token.endedAt !== null) {
    const problem = `The token was replaced by a newer one at ${instant(token.endedAt)}`
    throw new AuthorizationRefusal(deps.rejectStatus, problem, 'invalid_token')
  }
  if (deps.now() >= token.expiresAt) {
    const problem = `The token expired at ${instant(token.expiresAt)}`
    throw new AuthorizationRefusal(deps.rejectStatus, problem, 'invalid_token')
  }
  if (token.scope !== 'profile_api') {
    const problem = 'This is a debugger token; the profile API takes a profile authentication token'
    throw new AuthorizationRefusal(403, problem, 'insufficient_scope')
  }
}

function unknownToken(secret: string): string {
  const prefix = prefixOf(secret)
  if (prefix === 'tse') return 'This is an access token of the admin API, not a profile authentication token'
  return prefix === null ? 'The token is not whole or not one of this service' : 'The token is not known'
}

function isCurrent({ account, now }: Deps, token: StoredToken): boolean {
  return (
    token.clientCode === account.clientCode &&
    token.scope === 'profile_api' &&
    token.endedAt === null &&
    now() < token.expiresAt
  )
}

function recordUse({ stores, now }: Deps, { id, lastUsedAt }: StoredToken): void {
  if (lastUsedAt !== null && now() - lastUsedAt < USED_STEP_MS) return
  // Not awaited and allowed to fail: a call must neither wait for this note nor be refused over it.
  stores.tokens.touch(id, now()).catch(() => {})
}

const instant = (ms: number) => new Date(ms).toISOString()
