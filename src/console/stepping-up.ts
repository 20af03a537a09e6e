import { ApiError } from '#client/api-error.ts'
import type { InputArgument, ServiceRequest } from '#client/request.ts'
import type { Operation } from '#contract/operation.ts'
import { signedOutKind } from './session.ts'

/** Whether a call was refused because it takes a fresh sign-in, which the person was asked for and did not give. */
export const isNotFresh = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'fresh-sign-in-required'

/**
 * Makes the same calls; one that is refused because it takes a fresh sign-in waits for it, and is then made again as it was.
 *
 * @param signInAgain asks the person, once for all that waits. @returns false where they would not
 * @param isSignedIn whether somebody is, as far as is known
 */
export function steppingUp(
  request: ServiceRequest,
  signInAgain: () => Promise<boolean>,
  isSignedIn: () => boolean,
): ServiceRequest {
  return async <Called extends Operation>(operation: Called, ...input: InputArgument<Called>) => {
    try {
      return await request(operation, ...input)
    } catch (error) {
      // Signing in again gives the session another secret: a call that was under way still came with the one before.
      const hadFormerSecret = signedOutKind(error) === 'signed-out' && isSignedIn()
      if (!hadFormerSecret && !(isNotFresh(error) && (await signInAgain()))) throw error
      return request(operation, ...input)
    }
  }
}
