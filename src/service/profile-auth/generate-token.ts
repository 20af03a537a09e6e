import type { AuthorizationScope, AuthorizationToken, GenerateTokenInput } from '#contract/profile-auth.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditRecord } from '../audit/record.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import { newId, newSecret } from '../secrets.ts'
import { settingsAsSeen } from '../settings/rules.ts'
import { changedSince, firstToChange, madeBy, replacing, tooMany } from './changes.ts'
import { authorizationTokenOf, type TokenNeeds } from './rules.ts'
import type { StoredToken } from './store.ts'
import { DEFAULT_LIFETIME_SECONDS } from './token.ts'

const PREFIX = { profile_api: 'tpa', debug_tools: 'tdb' } as const

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
 * Replaces the client's current token of that scope; calls with the one before fail from the next request on, or once
 * `overlapSeconds` are over.
 *
 * @param expected what the caller believes to be so; what is left out may be as it is
 * @returns the token in clear; at rest it is a SHA-256 for checking and a sealed copy for `viewToken`
 * @throws ServiceError `precondition-failed` or `conflict` if someone else was first; `too-many-tokens` when with the overlap
 *   more would work than may
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
  const { revision } = await settingsAsSeen(needs, client, expected['If-Settings-Match'])
  const lifetimeSeconds = lifetimeSecondsOf(needs, scope, input)
  const former = await tokens.current(clientCode, scope)
  requireExpected(former, expected)

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
    expiresAt: now + lifetimeSeconds * 1000,
    worksUntil: now + lifetimeSeconds * 1000,
    seenOverAt: null,
    replacedAt: null,
    replacedBy: null,
    replacedById: null,
    endedAt: null,
    endedBy: null,
    endedById: null,
    isEndedForGood: false,
    revision: 1,
    ...madeBy(context),
    lastUsedAt: null,
  }
  const settings = { ifMatch: expected['If-Settings-Match'], revision }
  await putInPlace(needs, context, token, former, input.overlapSeconds ?? 0, settings)
  return authorizationTokenOf(token, secret, now)
}

/** @throws ServiceError `conflict` when `former` is not what it was any more; `too-many-tokens` */
async function putInPlace(
  needs: TokenNeeds,
  context: SignedInContext,
  token: StoredToken,
  former: StoredToken | undefined,
  overlapSeconds: number,
  settings: { ifMatch: string | undefined; revision: number },
): Promise<void> {
  const { scope } = token
  const replaced = former === undefined ? null : replacing(former, context, overlapSeconds)
  const record = auditRecord(needs, context, 'token.generated', token.id, {
    scope,
    replaces: former?.id ?? null,
    ...(replaced?.needsRoom && {
      overlapSeconds: Math.floor((replaced.change.worksUntil - context.now) / 1000),
    }),
  })
  const settingsRevision = settings.ifMatch === undefined ? undefined : settings.revision
  const outcome = await needs.tokens.replaceCurrent(token, replaced, record, settingsRevision)
  if (outcome === 'done') return
  if (outcome === 'full') throw tooMany()
  await settingsAsSeen(needs, context.client, settings.ifMatch)
  const newest = await needs.tokens.current(context.client.clientCode, scope)
  // That its time is over was noted meanwhile, which is no change that anyone made.
  if (newest && newest.id === former?.id && newest.revision === former.revision) {
    return putInPlace(needs, context, token, newest, overlapSeconds, settings)
  }
  throw new ServiceError('conflict', crossedBy(newest, former), { first: newest && firstToChange(newest) })
}

/** @throws ServiceError `invalid-request` for more than is allowed, and for an overlap that debugger tokens do not have */
function lifetimeSecondsOf(
  { maxTokenLifetimeSeconds: most }: Pick<TokenNeeds, 'maxTokenLifetimeSeconds'>,
  scope: AuthorizationScope,
  { expiresIn, overlapSeconds = 0 }: GenerateTokenInput,
): number {
  if (scope === 'debug_tools' && overlapSeconds > 0) {
    throw new ServiceError('invalid-request', 'overlapSeconds: a debugger token is replaced at once.')
  }
  if (expiresIn === undefined) return Math.min(DEFAULT_LIFETIME_SECONDS[scope], most)
  if (expiresIn <= most) return expiresIn
  throw new ServiceError(
    'invalid-request',
    `expiresIn: the operator of this service allows ${most} seconds (${most / 86_400} days) at most.`,
  )
}

const crossedBy = (newest: StoredToken | undefined, former: StoredToken | undefined) =>
  newest?.id === former?.id
    ? `${newest?.changedBy} changed the token at the same moment. Look at it again.`
    : `${generatedBy(newest)} at the same moment. That token is the current one.`

function requireExpected(newest: StoredToken | undefined, expected: Expected): void {
  const current = newest?.endedAt === null ? newest : undefined
  const { 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch } = expected
  const replacesAnother =
    ifMatch !== undefined && (current === undefined || !matchesEtag(ifMatch, etagOf(current.id)))
  const replacesOne = ifNoneMatch !== undefined && current !== undefined
  if (!replacesAnother && !replacesOne) return
  if (newest !== undefined && current === undefined) throw changedSince(newest)
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
  ({ changed: 'token', act: 'generated', by: createdBy, at: new Date(createdAt).toISOString() }) as const
