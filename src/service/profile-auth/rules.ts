import type { AuthorizationScope, AuthorizationToken, TokenSummary } from '#contract/profile-auth.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Cipher, Random } from '../ports.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { StoredToken, TokenStore } from './store.ts'
import { noteIfOver, secondsLeft, stateOf } from './token.ts'

export type TokenNeeds = {
  tokens: TokenStore
  settings: SettingsStore
  audit: AuditStore
  cipher: Cipher
  random: Random
  /** Longest lifetime that the operator allows. */
  maxTokenLifetimeSeconds: number
}

/**
 * Hands out the client's current token, and records that it was seen.
 *
 * @throws ServiceError `not-found` without a token, for one that does not work any more, which is no use, and for one that was
 *   kept under another key
 */
export async function viewToken(
  needs: TokenNeeds,
  context: Context,
  scope: AuthorizationScope,
): Promise<AuthorizationToken> {
  const { client, now } = context
  const token = await needs.tokens.current(client.clientCode, scope)
  if (token !== undefined) {
    await noteIfOver(needs.tokens, token, now)
    requireWorking(token, now)
  }
  if (token === undefined || token.sealedSecret === null) {
    throw new ServiceError('not-found', `There is no ${scope} token. POST to this address generates one.`)
  }
  const secret = await needs.cipher.open(token.sealedSecret, token.id).catch((cause: unknown) => {
    throw new ServiceError(
      'not-found',
      `The ${scope} token works, but the encryption key it was kept under is gone. POST to this address generates a new one.`,
      { cause },
    )
  })
  await needs.audit.append(auditRecord(needs, context, 'token.viewed', token.id, { scope }))
  return authorizationTokenOf(token, secret, now)
}

function requireWorking(token: StoredToken, now: number): void {
  const state = stateOf(token, now)
  if (!('at' in state)) return
  const when = new Date(state.at).toISOString()
  const became = state.kind === 'ended' ? 'was ended by hand' : 'expired'
  throw new ServiceError(
    'not-found',
    `The ${token.scope} token ${became} at ${when}. POST to this address generates a new one.`,
  )
}

/**
 * What anyone who may see the settings may know of the current profile API token; null without one, and when it was ended
 * by hand, after which it is as if there were none.
 */
export async function summarizeToken(
  { tokens }: Pick<TokenNeeds, 'tokens'>,
  { client, now }: Context,
): Promise<TokenSummary | null> {
  const token = await tokens.current(client.clientCode, 'profile_api')
  if (token === undefined || token.endedAt !== null) return null
  await noteIfOver(tokens, token, now)
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

/** What the token endpoint answers. */
export function authorizationTokenOf(token: StoredToken, secret: string, now: number): AuthorizationToken {
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
