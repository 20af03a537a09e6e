import * as v from 'valibot'

/** What a token may be used for. Source: Adobe Target Admin API, wire fact A3. */
export const AuthorizationScope = v.picklist(['profile_api', 'debug_tools'])
export type AuthorizationScope = v.InferOutput<typeof AuthorizationScope>

/** Shortest and longest lifetime that can be asked for, in seconds: one minute, one year. */
export const MIN_LIFETIME_SECONDS = 60
export const MAX_LIFETIME_SECONDS = 365 * 86_400

/** Lifetime in seconds when none is asked for: 90 days and 6 hours. Source: wire fact A6. */
export const DEFAULT_LIFETIME_SECONDS: Record<AuthorizationScope, number> = {
  profile_api: 7_776_000,
  debug_tools: 21_600,
}

/** From this many seconds before its end a token counts as expiring soon: 14 days. */
export const EXPIRING_SECONDS = 14 * 86_400

/** What POST on the token endpoint may carry; Adobe's own callers send no body. `expiresIn`: seconds. */
export const GenerateTokenInput = v.strictObject({
  expiresIn: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(MIN_LIFETIME_SECONDS), v.maxValue(MAX_LIFETIME_SECONDS)),
  ),
})
export type GenerateTokenInput = v.InferOutput<typeof GenerateTokenInput>

/**
 * What the token endpoint answers, the only place where the secret travels. `expiresIn`: seconds left.
 * Source: Adobe Target Admin API, `AuthorizationToken`; the fields after `expiresIn` are ours.
 */
export const AuthorizationToken = v.object({
  accessToken: v.string(),
  tokenType: v.literal('bearer'),
  scope: AuthorizationScope,
  expiresIn: v.number(),
  id: v.string(),
  expiresAt: v.string(),
  createdAt: v.string(),
  createdBy: v.string(),
})
export type AuthorizationToken = v.InferOutput<typeof AuthorizationToken>

/** What may be known of a token without seeing it. Instants are ISO 8601 in UTC; `expiresIn`: seconds, 0 when expired. */
export const TokenSummary = v.object({
  id: v.string(),
  lastFour: v.string(),
  createdAt: v.string(),
  createdBy: v.string(),
  expiresAt: v.string(),
  expiresIn: v.number(),
  /** To the minute; null while no call has used it. */
  lastUsedAt: v.nullable(v.string()),
})
export type TokenSummary = v.InferOutput<typeof TokenSummary>
