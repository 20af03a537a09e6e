import type { OldTokens } from '#contract/implementation.ts'
import type { EndTokenInput, ExtendTokenInput, ChangedToken, TokenList } from '#contract/rotation.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditRecord } from '../audit/store.ts'
import type { CountNeeds } from '../callers/rules.ts'
import { usersOf } from '../callers/token-users.ts'
import type { Context, SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { etagOf, matchesEtag } from '../http/etag.ts'
import type { Random } from '../ports.ts'
import { changedSince, firstToChange, madeBy, tooMany } from '../profile-auth/changes.ts'
import type { StoredToken, TokenChange, TokenStore } from '../profile-auth/store.ts'
import { noteIfOver, stateOf, type TokenState, works } from '../profile-auth/token.ts'

export type RotationNeeds = { tokens: TokenStore; random: Random }

const MOST_LISTED = 100

/** Which token is meant, and what of it was seen: its `etag`. */
export type Meant = { tokenId: string; ifMatch: string }

/** The profile API tokens that work, and those that could be let work again, each with who uses it. */
export async function listTokens(
  needs: Pick<RotationNeeds, 'tokens'> & CountNeeds,
  context: Context,
): Promise<TokenList> {
  const { now } = context
  const found = await listed(needs, context)
  for (const token of found) await noteIfOver(needs.tokens, token, now)
  const usedBy = await usersOf(needs, context, found)
  return { tokens: found.map((token) => ({ ...changed(token, now), usedBy: usedBy(token) })) }
}

/** What state rotation is in, for anyone who may see the settings. */
export async function summarizeOldTokens(
  needs: Pick<RotationNeeds, 'tokens'>,
  context: Context,
): Promise<OldTokens> {
  const states = (await listed(needs, context)).map((token) => ({ token, ...stateOf(token, context.now) }))
  return {
    working: states
      .filter(({ kind }) => kind === 'overlapping')
      .map(({ token: { id, lastFour, worksUntil } }) => ({ id, lastFour, worksUntil: instant(worksUntil) }))
      .toSorted((one, other) => (one.worksUntil < other.worksUntil ? -1 : 1)),
    overCount: states.filter(({ kind }) => kind === 'replaced' || kind === 'ended').length,
  }
}

const listed = ({ tokens }: Pick<RotationNeeds, 'tokens'>, { client: { clientCode }, now }: Context) =>
  tokens.list({ clientCode, scope: 'profile_api', now }, MOST_LISTED)

/**
 * Lets a replaced token that works go on longer.
 *
 * @throws ServiceError `invalid-request` for an instant that is no later, or past its expiry; those of `changeToken`
 */
export function extendToken(
  needs: RotationNeeds,
  context: SignedInContext,
  meant: Meant,
  input: ExtendTokenInput,
): Promise<ChangedToken> {
  return changeToken(needs, context, meant, (token, state) => {
    if (state.kind !== 'overlapping') {
      throw new ServiceError(
        'conflict',
        `Only a replaced token that works can be let work longer. ${told(state)}`,
      )
    }
    const worksUntil = Date.parse(input.worksUntil)
    requireInstant(
      worksUntil > token.worksUntil,
      `later than ${instant(token.worksUntil)}, until when it works`,
    )
    requireInstant(worksUntil <= token.expiresAt, `at most ${instant(token.expiresAt)}, when it expires`)
    const detail = { before: token.worksUntil, after: worksUntil }
    return {
      change: { worksUntil },
      record: auditRecord(needs, context, 'token.extended', token.id, detail),
    }
  })
}

/**
 * Ends a token by hand, the current one too; with `forGood` also one that has ended before, so that it stays so.
 *
 * @throws ServiceError those of `changeToken`
 */
export function endToken(
  needs: RotationNeeds,
  context: SignedInContext,
  meant: Meant,
  { forGood }: EndTokenInput,
): Promise<ChangedToken> {
  const { actor, now } = context
  return changeToken(needs, context, meant, (token, state) => {
    const isWorking = works(token, now)
    if (token.isEndedForGood) throw new ServiceError('conflict', 'The token was ended for good already.')
    if (state.kind === 'expired' || (!isWorking && !forGood)) throw new ServiceError('conflict', told(state))
    const ended = { endedAt: now, endedBy: actor.user.name, endedById: actor.user.id }
    return {
      change: { ...(isWorking && ended), ...(forGood && { isEndedForGood: true, sealedSecret: null }) },
      record: auditRecord(needs, context, 'token.ended', token.id, { forGood }),
    }
  })
}

/**
 * Lets a token that was replaced or ended by hand work again, until it expires: one that no newer token has replaced as the
 * current one, any other beside it.
 *
 * @throws ServiceError `too-many-tokens`; those of `changeToken`
 */
export function restoreToken(
  needs: RotationNeeds,
  context: SignedInContext,
  meant: Meant,
): Promise<ChangedToken> {
  const { now } = context
  return changeToken(needs, context, meant, (token, state) => {
    if (token.isEndedForGood) {
      throw new ServiceError('conflict', 'The token was ended for good and can never work again.')
    }
    if (works(token, now) || state.kind === 'expired') throw new ServiceError('conflict', told(state))
    if (now >= token.expiresAt) {
      throw new ServiceError('conflict', told({ kind: 'expired', at: token.expiresAt }))
    }
    const worksUntil = token.expiresAt
    return {
      change: { worksUntil, seenOverAt: null, endedAt: null, endedBy: null, endedById: null },
      needsRoom: token.replacedAt !== null,
      record: auditRecord(needs, context, 'token.restored', token.id, { worksUntil }),
    }
  })
}

type Plan = {
  change: Omit<TokenChange, 'changedAt' | 'changedBy' | 'changedById'>
  needsRoom?: boolean
  record: AuditRecord
}

/**
 * @param plan what is to become of the token as it is; throws where that cannot be
 * @throws ServiceError `not-found`; `precondition-failed` or `conflict`, which name who was first, when it is not as it was seen
 */
async function changeToken(
  needs: RotationNeeds,
  context: SignedInContext,
  meant: Meant,
  plan: (token: StoredToken, state: TokenState) => Plan,
): Promise<ChangedToken> {
  const { tokens } = needs
  const { client, now } = context
  const token = await tokens.find(client.clientCode, meant.tokenId)
  if (token?.scope !== 'profile_api')
    throw new ServiceError('not-found', 'There is no such profile API token.')
  if (!matchesEtag(meant.ifMatch, etagOf(token.revision))) throw changedSince(token)

  const { change: planned, needsRoom = false, record } = plan(token, stateOf(token, now))
  const change = { ...planned, ...madeBy(context) }
  const outcome = await tokens.change({ token, change, needsRoom }, record)
  if (outcome === 'done') return changed({ ...token, ...change, revision: token.revision + 1 }, now)
  if (outcome === 'full') throw tooMany()
  const newest = (await tokens.find(client.clientCode, token.id)) ?? token
  // That its time is over was noted meanwhile, which is no change that anyone made.
  if (newest.revision === token.revision) return changeToken(needs, context, meant, plan)
  throw new ServiceError(
    'conflict',
    `${newest.changedBy} changed this token at the same moment. Look at it again.`,
    {
      first: firstToChange(newest),
    },
  )
}

/** A token as it stands at that instant, milliseconds since 1970. */
export function changed(token: StoredToken, now: number): ChangedToken {
  const { id, lastFour, createdBy, replacedBy, endedBy, isEndedForGood, revision } = token
  return {
    id,
    lastFour,
    state: stateOf(token, now).kind,
    createdAt: instant(token.createdAt),
    createdBy,
    worksUntil: instant(token.worksUntil),
    expiresAt: instant(token.expiresAt),
    replacedAt: instantOrNull(token.replacedAt),
    replacedBy,
    endedAt: instantOrNull(token.endedAt),
    endedBy,
    isEndedForGood,
    lastUsedAt: instantOrNull(token.lastUsedAt),
    etag: etagOf(revision),
  }
}

const BECAME = {
  replaced: 'was replaced by a newer one',
  ended: 'was ended by hand',
  expired: 'expired',
} as const

const told = (state: TokenState): string =>
  'at' in state
    ? `This one ${BECAME[state.kind]} at ${instant(state.at)}.`
    : state.kind === 'current'
      ? 'This one is the current token.'
      : 'This one works.'

function requireInstant(isFulfilled: boolean, expected: string): void {
  if (isFulfilled) return
  throw new ServiceError('invalid-request', `worksUntil: ${expected}.`, { fields: { worksUntil: expected } })
}

const instant = (ms: number) => new Date(ms).toISOString()
const instantOrNull = (ms: number | null) => (ms === null ? null : instant(ms))
