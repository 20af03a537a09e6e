import type { First, TokenAct } from '#contract/errors.ts'
import { MAX_OVERLAPPING_TOKENS } from '#contract/rotation.ts'
import type { SignedInContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { StoredToken, TokenChange, TokenUpdate } from './store.ts'
import { works } from './token.ts'

/** Who changes a token, and when. */
export const madeBy = ({ actor, now }: SignedInContext) => ({
  changedAt: now,
  changedBy: actor.user.name,
  changedById: actor.user.id,
})

/**
 * What becomes of the token that a newer one takes the place of: it works on for the overlap if it works now, and never
 * past its own expiry.
 */
export function replacing(token: StoredToken, context: SignedInContext, overlapSeconds: number) {
  const { actor, now } = context
  const worksUntil = Math.min(token.worksUntil, now + overlapSeconds * 1000)
  const needsRoom = works(token, now) && worksUntil > now
  const change = {
    ...madeBy(context),
    sealedSecret: null,
    replacedAt: now,
    replacedBy: actor.user.name,
    replacedById: actor.user.id,
    worksUntil,
    seenOverAt: needsRoom ? null : (token.seenOverAt ?? now),
  } satisfies TokenChange
  return { token, change, needsRoom } satisfies TokenUpdate
}

/** Who was first, for someone whose change came second. */
export const firstToChange = (token: StoredToken): First => ({
  changed: 'token',
  act: lastActOn(token),
  by: token.changedBy,
  at: new Date(token.changedAt).toISOString(),
})

function lastActOn({ revision, replacedAt, changedAt, endedAt, isEndedForGood }: StoredToken): TokenAct {
  if (revision === 1 || replacedAt === changedAt) return 'generated'
  return endedAt !== null || isEndedForGood ? 'ended' : 'prolonged'
}

export const changedSince = (token: StoredToken) =>
  new ServiceError(
    'precondition-failed',
    `${token.changedBy} changed this token at ${new Date(token.changedAt).toISOString()}, after what you saw. Look at it again.`,
    { first: firstToChange(token) },
  )

export const tooMany = () =>
  new ServiceError(
    'too-many-tokens',
    `Besides the current one ${MAX_OVERLAPPING_TOKENS} replaced tokens work already, which is the most. End one of them first.`,
  )
