import * as v from 'valibot'
import { operation } from './operation.ts'

/** What a token may be used for. Source: Adobe Target Admin API, wire fact A3. */
export const AuthorizationScope = v.picklist(
  ['profile_api', 'debug_tools'],
  'it is one of profile_api, debug_tools',
)
export type AuthorizationScope = v.InferOutput<typeof AuthorizationScope>

/** Shortest and longest lifetime that can be asked for, in seconds: one minute, one year. */
export const MIN_LIFETIME_SECONDS = 60
export const MAX_LIFETIME_SECONDS = 365 * 86_400

/** Longest overlap that can be asked for when a token is replaced, in seconds: 30 days. */
export const MAX_OVERLAP_SECONDS = 30 * 86_400

/** How long before its end the answers to a token's calls tell of it, in seconds: 14 days. */
export const END_TOLD_SECONDS = 14 * 86_400

/**
 * What POST on the token endpoint may carry; Adobe's own callers send no body. Both are seconds; `overlapSeconds`: how long
 * the token before goes on working, never past its own expiry, 0 when left out.
 */
export const GenerateTokenInput = v.strictObject({
  expiresIn: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(MIN_LIFETIME_SECONDS), v.maxValue(MAX_LIFETIME_SECONDS)),
  ),
  overlapSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_OVERLAP_SECONDS))),
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

const declared = {
  family: 'admin',
  path: '/:tenant/target/authentication/token',
  query: v.object({ authorizationScope: AuthorizationScope }),
  formerNames: { scope: 'authorizationScope' },
  output: AuthorizationToken,
  answerHeaders: ['ETag'],
} as const

export const getToken = operation({
  ...declared,
  id: 'getAuthorizationToken',
  method: 'GET',
  summary: 'Get the current token',
  description: 'In clear, with the seconds it has left. That it was seen is recorded.',
  permission: 'token.view',
  status: 200,
  refusals: [],
})

export const generateToken = operation({
  ...declared,
  id: 'requestAuthorizationToken',
  method: 'POST',
  summary: 'Generate a token',
  description:
    'The one before stops working at once, unless `overlapSeconds` lets it go on for a while. The `ETag` is the id of the token.',
  headers: v.object({
    'If-Match': v.optional(v.pipe(v.string(), v.description('The `ETag` of the token that is given up.'))),
    'If-None-Match': v.optional(v.pipe(v.string(), v.description('`*` when there was no token.'))),
    'If-Settings-Match': v.optional(
      v.pipe(v.string(), v.description('The `ETag` of the settings that the token is meant for; ours.')),
    ),
  }),
  body: v.optional(GenerateTokenInput, {}),
  permission: 'token.generate',
  freshSignIn: 'always',
  status: 201,
  refusals: ['conflict', 'precondition-failed', 'too-many-tokens'],
})
