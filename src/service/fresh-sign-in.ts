import type { Actor } from './context.ts'
import { ServiceError } from './errors.ts'

export type FreshSignInNeeds = {
  /** For so long after someone proved who they are they may do what takes a fresh sign-in. */
  freshSignInSeconds: number
}

/**
 * Demands that whoever acts has proved lately who they are, in a browser or when the access token was asked for.
 *
 * @throws ServiceError `fresh-sign-in-required`
 */
export function requireFreshSignIn(
  { freshSignInSeconds }: FreshSignInNeeds,
  { actor, now }: { actor: Actor; now: number },
): void {
  if ('session' in actor && now - actor.session.authenticatedAt <= freshSignInSeconds * 1000) return
  throw new ServiceError(
    'fresh-sign-in-required',
    'This takes a fresh sign-in. Sign in again in the page, or ask for a new access token, and repeat it.',
  )
}
