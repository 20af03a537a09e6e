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

/** Most replaced tokens of a client that work beside its current one; with that one, five. */
export const MAX_OVERLAPPING_TOKENS = 4

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
  status: 201,
  refusals: ['conflict', 'precondition-failed', 'too-many-tokens'],
})

/**
 * What state a token is in. `overlapping`: replaced, and works on for a while; `replaced`: that is over, or there was none;
 * `ended`: by hand.
 */
export const TokenStateName = v.picklist(['current', 'overlapping', 'replaced', 'ended', 'expired'])
export type TokenStateName = v.InferOutput<typeof TokenStateName>

/** A profile API token as it is listed, without its secret. Instants are ISO 8601 in UTC. */
export const ListedToken = v.object({
  id: v.string(),
  lastFour: v.string(),
  state: TokenStateName,
  createdAt: v.string(),
  createdBy: v.string(),
  /** Until when it works or did; later than `endedAt` for one that was ended by hand before. */
  worksUntil: v.string(),
  /** The latest that it can be let work until. */
  expiresAt: v.string(),
  /** Null while it is the newest. */
  replacedAt: v.nullable(v.string()),
  replacedBy: v.nullable(v.string()),
  /** By hand; null while nobody has. */
  endedAt: v.nullable(v.string()),
  endedBy: v.nullable(v.string()),
  /** Whether it can never be let work again. */
  isEndedForGood: v.boolean(),
  /** To the minute; null while no call has used it. */
  lastUsedAt: v.nullable(v.string()),
  /** What to send as `If-Match` with a change that builds on this answer. */
  etag: v.string(),
})
export type ListedToken = v.InferOutput<typeof ListedToken>

export const TokenList = v.object({ tokens: v.array(ListedToken) })
export type TokenList = v.InferOutput<typeof TokenList>

export const listTokens = operation({
  id: 'listTokens',
  family: 'console',
  method: 'GET',
  path: '/console/v1/tokens',
  summary: 'The profile API tokens that work or could be let work again',
  description:
    'The newest, then those that work, then the others, of which the later made come first; 100 at most. Never a secret.',
  permission: 'token.view',
  status: 200,
  output: TokenList,
  refusals: [],
})

const change = {
  family: 'console',
  method: 'POST',
  headers: v.object({
    'If-Match': v.pipe(v.string(), v.description('The `etag` that the change builds on.')),
  }),
  permission: 'token.generate',
  status: 200,
  output: ListedToken,
  answerHeaders: ['ETag'],
} as const

const CHANGED = ['invalid-request', 'not-found', 'conflict', 'precondition-failed'] as const

export const ExtendTokenInput = v.strictObject({
  worksUntil: v.pipe(
    v.string(),
    v.isoTimestamp('expected an instant such as 2026-12-04T12:00:00Z'),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'expected an instant that there is'),
  ),
})
export type ExtendTokenInput = v.InferOutput<typeof ExtendTokenInput>

export const extendToken = operation({
  ...change,
  id: 'extendToken',
  path: '/console/v1/tokens/:tokenId/extend',
  summary: 'Let a replaced token work longer',
  description: 'One that still works; at most until it expires. It cannot be made shorter: end it.',
  body: ExtendTokenInput,
  refusals: CHANGED,
})

export const EndTokenInput = v.strictObject({
  /** It leaked: it can never be let work again, and its secret is forgotten. */
  forGood: v.optional(v.boolean(), false),
})
export type EndTokenInput = v.InferOutput<typeof EndTokenInput>

export const endToken = operation({
  ...change,
  id: 'endToken',
  path: '/console/v1/tokens/:tokenId/end',
  summary: 'End a token now',
  description:
    'The current one too: then every call is refused until a new one is generated. With `forGood` it can never be let work again, also when it had ended before.',
  body: v.optional(EndTokenInput, {}),
  refusals: CHANGED,
})

export const restoreToken = operation({
  ...change,
  id: 'restoreToken',
  path: '/console/v1/tokens/:tokenId/restore',
  summary: 'Let an ended token work again',
  description: 'Until it expires, unless it was ended for good.',
  refusals: [...CHANGED, 'too-many-tokens'],
})

/** What a token is worth: RFC 7662 section 2.2, `exp` and `iat` in seconds since 1970, and the seconds it has left. */
export const TokenStatus = v.variant('active', [
  v.object({ active: v.literal(false) }),
  v.object({
    active: v.literal(true),
    scope: v.literal('profile_api'),
    client_id: v.string(),
    token_type: v.literal('bearer'),
    exp: v.number(),
    iat: v.number(),
    secondsLeft: v.number(),
  }),
])
export type TokenStatus = v.InferOutput<typeof TokenStatus>

export const getTokenStatus = operation({
  id: 'getTokenStatus',
  family: 'console',
  method: 'GET',
  path: '/console/v1/token-status',
  summary: 'Whether the token that is sent works, and for how long',
  description:
    'For whoever runs a job: send the profile authentication token. It counts as no use of the token. Source: RFC 7662.',
  permission: 'shown-token',
  status: 200,
  output: TokenStatus,
  refusals: ['too-many-requests'],
})
