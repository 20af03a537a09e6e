import type { Actor } from './context.ts'
import { ServiceError } from './errors.ts'

export type FreshSignInNeeds = {
  /** For so long after someone proved who they are they may do what takes a fresh sign-in. */
  freshSignInSeconds: number
}

/** Whether someone who proved then who they are may still do what takes a fresh sign-in. Milliseconds since 1970. */
export const isFresh = (
  { freshSignInSeconds }: FreshSignInNeeds,
  authenticatedAt: number,
  now: number,
): boolean => now - authenticatedAt <= freshSignInSeconds * 1000

/**
 * Demands that whoever acts has proved lately who they are, in a browser or when the access token was asked for.
 *
 * @throws ServiceError `fresh-sign-in-required`
 */
export function requireFreshSignIn(
  needs: FreshSignInNeeds,
  { actor, now }: { actor: Actor; now: number },
): void {
  if ('session' in actor && isFresh(needs, actor.session.authenticatedAt, now)) return
  throw new ServiceError(
    'fresh-sign-in-required',
    'This takes a fresh sign-in. Sign in again in the page, or ask for a new access token, and repeat it.',
  )
}
