import {
  DEFAULT_LIFETIME_SECONDS,
  type AuthorizationScope,
  type AuthorizationToken,
  type GenerateTokenInput,
  type TokenSummary,
} from '#contract/profile-auth.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../etag.ts'
import { requirePermission } from '../permissions.ts'
import { newId, newSecret, sha256Hex } from '../secrets.ts'
import { actorOf, auditRecord, type SignedIn } from '../sign-in/signed-in.ts'
import type { StoredToken } from './store.ts'

const PREFIX = { profile_api: 'tpa', debug_tools: 'tdb' } as const

/** The token that a caller has seen: `If-Match: "<token id>"`, or `If-None-Match: *` for none. */
export type Expected = { ifMatch: string | undefined; ifNoneMatch: string | undefined }

/**
 * Replaces the client's current token of that scope; calls with the one before fail from the next request on.
 *
 * @param expected what the caller believes to replace; both undefined replaces whatever is there
 * @returns the token in clear; at rest it is a SHA-256 for checking and a sealed copy for `viewToken`
 * @throws ServiceError `forbidden` below Approver; `precondition-failed` or `conflict` if another approver was first
 * @see Adobe Target documentation, "Profile API settings"
 */
export async function generateToken(
  deps: Deps,
  signedIn: SignedIn,
  scope: AuthorizationScope,
  input: GenerateTokenInput,
  expected: Expected,
): Promise<AuthorizationToken> {
  requirePermission(signedIn, 'token.generate')
  const { clientCode } = deps.account
  const current = await deps.stores.tokens.current(clientCode, scope)
  requireExpected(current, expected)

  const secret = newSecret(PREFIX[scope], deps.random)
  const id = newId(deps.random)
  const sealedSecret = await deps.cipher.seal(secret, id)
  const secretSha256 = sha256Hex(secret)
  const createdAt = deps.now()
  const token: StoredToken = {
    id,
    clientCode,
    scope,
    secretSha256,
    sealedSecret,
    lastFour: secret.slice(-4),
    createdAt,
    createdBy: signedIn.user.name,
    expiresAt: createdAt + (input.expiresIn ?? DEFAULT_LIFETIME_SECONDS[scope]) * 1000,
    endedAt: null,
    lastUsedAt: null,
  }
  const record = auditRecord(deps, actorOf(signedIn), 'token.generated', id, {
    scope,
    replaces: current?.id ?? null,
  })
  if (!(await deps.stores.tokens.replaceCurrent(token, current?.id ?? null, record))) {
    const winner = await deps.stores.tokens.current(clientCode, scope)
    throw new ServiceError(
      'conflict',
      `${generatedBy(winner)} at the same moment. That token is the current one.`,
      { first: winner && firstOf(winner) },
    )
  }
  return authorizationTokenOf(token, secret, createdAt)
}

/**
 * Hands out the client's current token, and records that it was seen.
 *
 * @throws ServiceError `forbidden` below Approver; `not-found` without a token and for an expired one, which is no use
 */
export async function viewToken(
  deps: Deps,
  signedIn: SignedIn,
  scope: AuthorizationScope,
): Promise<AuthorizationToken> {
  requirePermission(signedIn, 'token.view')
  const token = await deps.stores.tokens.current(deps.account.clientCode, scope)
  if (token === undefined || token.sealedSecret === null) {
    throw new ServiceError('not-found', `There is no ${scope} token. POST to this address generates one.`)
  }
  const now = deps.now()
  if (now >= token.expiresAt) {
    const when = new Date(token.expiresAt).toISOString()
    throw new ServiceError(
      'not-found',
      `The ${scope} token expired at ${when}. POST to this address generates a new one.`,
    )
  }
  const secret = await deps.cipher.open(token.sealedSecret, token.id)
  await deps.stores.audit.append(auditRecord(deps, actorOf(signedIn), 'token.viewed', token.id, { scope }))
  return authorizationTokenOf(token, secret, now)
}

/** What anyone who may see the settings may know of the profile API token; null without one. */
export async function summarizeToken(deps: Deps): Promise<TokenSummary | null> {
  const token = await deps.stores.tokens.current(deps.account.clientCode, 'profile_api')
  if (token === undefined) return null
  return {
    id: token.id,
    lastFour: token.lastFour,
    createdAt: new Date(token.createdAt).toISOString(),
    createdBy: token.createdBy,
    expiresAt: new Date(token.expiresAt).toISOString(),
    expiresIn: secondsLeft(token, deps.now()),
    lastUsedAt: token.lastUsedAt === null ? null : new Date(token.lastUsedAt).toISOString(),
  }
}

function requireExpected(current: StoredToken | undefined, { ifMatch, ifNoneMatch }: Expected): void {
  const replacesAnother =
    ifMatch !== undefined && (current === undefined || !matchesEtag(ifMatch, etagOf(current.id)))
  const replacesOne = ifNoneMatch !== undefined && current !== undefined
  if (!replacesAnother && !replacesOne) return
  throw new ServiceError(
    'precondition-failed',
    current === undefined
      ? 'There is no token to replace.'
      : `${generatedBy(current)} at ${new Date(current.createdAt).toISOString()}, after what you saw. That token is the current one.`,
    { first: current && firstOf(current) },
  )
}

const generatedBy = (token: StoredToken | undefined) =>
  `${token?.createdBy ?? 'Someone else'} generated a token`

const firstOf = ({ createdBy, createdAt }: StoredToken) =>
  ({ changed: 'token', by: createdBy, at: new Date(createdAt).toISOString() }) as const

function authorizationTokenOf(token: StoredToken, secret: string, now: number): AuthorizationToken {
  return {
    accessToken: secret,
    tokenType: 'bearer',
    scope: token.scope,
    expiresIn: secondsLeft(token, now),
    id: token.id,
    expiresAt: new Date(token.expiresAt).toISOString(),
    createdAt: new Date(token.createdAt).toISOString(),
    createdBy: token.createdBy,
  }
}

/** Whole seconds until the token expires, 0 from then on. */
function secondsLeft({ expiresAt }: StoredToken, now: number): number {
  return Math.max(0, Math.floor((expiresAt - now) / 1000))
}
