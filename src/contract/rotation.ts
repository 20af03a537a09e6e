import * as v from 'valibot'
import { NamedCaller } from './caller-outline.ts'
import { operation } from './operation.ts'

/** Most replaced tokens of a client that work beside its current one; with that one, five. */
export const MAX_OVERLAPPING_TOKENS = 4

/**
 * What state a token is in. `overlapping`: replaced, and works on for a while; `replaced`: that is over, or there was none;
 * `ended`: by hand.
 */
export const TokenStateName = v.picklist(['current', 'overlapping', 'replaced', 'ended', 'expired'])
export type TokenStateName = v.InferOutput<typeof TokenStateName>

/** A profile API token as a change leaves it, without its secret. Instants are ISO 8601 in UTC. */
export const ChangedToken = v.object({
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
export type ChangedToken = v.InferOutput<typeof ChangedToken>

/** A caller that sends a token. */
export const TokenUser = v.object({
  /** Null for those for whom there was no room in the list of callers. */
  caller: v.nullable(NamedCaller),
  /** With this token, in the last 24 hours. */
  calls: v.number(),
  /** How many of these were refused. */
  refused: v.number(),
  /** With this token. */
  lastCallAt: v.string(),
})
export type TokenUser = v.InferOutput<typeof TokenUser>

/** Every caller that sent a token in the last 35 days and has not moved to a newer one since; the latest are told one by one. */
export const TokenUsers = v.object({ count: v.number(), latest: v.array(TokenUser) })
export type TokenUsers = v.InferOutput<typeof TokenUsers>

export const ListedToken = v.object({ ...ChangedToken.entries, usedBy: TokenUsers })
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
    'The newest, then those that work, then the others, of which the later made come first; 100 at most. Each with who uses it, and never a secret.',
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
  output: ChangedToken,
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
  freshSignIn: 'always',
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
  freshSignIn: 'always',
  path: '/console/v1/tokens/:tokenId/restore',
  summary: 'Let an ended token work again',
  description: 'Until it expires, unless it was ended for good.',
  refusals: [...CHANGED, 'too-many-tokens'],
})
