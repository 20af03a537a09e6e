import type {
  AuthorizationScope,
  AuthorizationToken,
  GenerateTokenInput,
  TokenSummary,
} from '#contract/profile-auth.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import type { Cipher, Random } from '../ports.ts'
import { newId, newSecret, sha256Hex } from '../secrets.ts'
import { settingsAsSeen } from '../settings/rules.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { StoredToken, TokenStore } from './store.ts'
import { DEFAULT_LIFETIME_SECONDS, noteIfExpired, secondsLeft, stateOf } from './token.ts'

const PREFIX = { profile_api: 'tpa', debug_tools: 'tdb' } as const

export type TokenNeeds = {
  tokens: TokenStore
  settings: SettingsStore
  audit: AuditStore
  cipher: Cipher
  random: Random
}

/**
 * What a caller has seen: of the token `If-Match: "<token id>"`, or `If-None-Match: *` for none; of the settings, that
 * nobody generates with authentication off who believes it to be on, `If-Settings-Match: "<revision>"`.
 */
type Expected = {
  'If-Match'?: string | undefined
  'If-None-Match'?: string | undefined
  'If-Settings-Match'?: string | undefined
}

/**
 * Replaces the client's current token of that scope; calls with the one before fail from the next request on.
 *
 * @param expected what the caller believes to be so; what is left out may be as it is
 * @returns the token in clear; at rest it is a SHA-256 for checking and a sealed copy for `viewToken`
 * @throws ServiceError `precondition-failed` or `conflict` if someone else was first
 * @see Adobe Target documentation, "Profile API settings"
 */
export async function generateToken(
  needs: TokenNeeds,
  context: SignedInContext,
  scope: AuthorizationScope,
  input: GenerateTokenInput,
  expected: Expected,
): Promise<AuthorizationToken> {
  const { tokens, cipher, random } = needs
  const { client, actor, now } = context
  const { clientCode } = client
  const ifSettingsMatch = expected['If-Settings-Match']
  const { revision } = await settingsAsSeen(needs, client, ifSettingsMatch)
  const current = await tokens.current(clientCode, scope)
  requireExpected(current, expected)

  const secret = newSecret(PREFIX[scope], random)
  const id = newId(random)
  const sealedSecret = await cipher.seal(secret, id)
  const secretSha256 = sha256Hex(secret)
  const token: StoredToken = {
    id,
    clientCode,
    scope,
    secretSha256,
    sealedSecret,
    lastFour: secret.slice(-4),
    createdAt: now,
    createdBy: actor.user.name,
    createdById: actor.user.id,
    expiresAt: now + (input.expiresIn ?? DEFAULT_LIFETIME_SECONDS[scope]) * 1000,
    seenExpiredAt: null,
    endedAt: null,
    lastUsedAt: null,
  }
  const record = auditRecord(needs, context, 'token.generated', id, {
    scope,
    replaces: current?.id ?? null,
  })
  const settingsRevision = ifSettingsMatch === undefined ? undefined : revision
  if (!(await tokens.replaceCurrent(token, current?.id ?? null, record, settingsRevision))) {
    await settingsAsSeen(needs, client, ifSettingsMatch)
    const winner = await tokens.current(clientCode, scope)
    throw new ServiceError(
      'conflict',
      `${generatedBy(winner)} at the same moment. That token is the current one.`,
      { first: winner && firstOf(winner) },
    )
  }
  return authorizationTokenOf(token, secret, now)
}

/**
 * Hands out the client's current token, and records that it was seen.
 *
 * @throws ServiceError `not-found` without a token and for an expired one, which is no use
 */
export async function viewToken(
  needs: TokenNeeds,
  context: Context,
  scope: AuthorizationScope,
): Promise<AuthorizationToken> {
  const { client, now } = context
  const token = await needs.tokens.current(client.clientCode, scope)
  if (token === undefined || token.sealedSecret === null) {
    throw new ServiceError('not-found', `There is no ${scope} token. POST to this address generates one.`)
  }
  await noteIfExpired(needs.tokens, token, now)
  const state = stateOf(token, now)
  if (state.kind === 'expired') {
    const when = new Date(state.at).toISOString()
    throw new ServiceError(
      'not-found',
      `The ${scope} token expired at ${when}. POST to this address generates a new one.`,
    )
  }
  const secret = await needs.cipher.open(token.sealedSecret, token.id)
  await needs.audit.append(auditRecord(needs, context, 'token.viewed', token.id, { scope }))
  return authorizationTokenOf(token, secret, now)
}

/** What anyone who may see the settings may know of the profile API token; null without one. */
export async function summarizeToken(
  { tokens }: Pick<TokenNeeds, 'tokens'>,
  { client, now }: Context,
): Promise<TokenSummary | null> {
  const token = await tokens.current(client.clientCode, 'profile_api')
  if (token === undefined) return null
  await noteIfExpired(tokens, token, now)
  return {
    id: token.id,
    lastFour: token.lastFour,
    createdAt: new Date(token.createdAt).toISOString(),
    createdBy: token.createdBy,
    expiresAt: new Date(token.expiresAt).toISOString(),
    expiresIn: secondsLeft(token, now),
    lastUsedAt: token.lastUsedAt === null ? null : new Date(token.lastUsedAt).toISOString(),
  }
}

function requireExpected(current: StoredToken | undefined, expected: Expected): void {
  const { 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch } = expected
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
