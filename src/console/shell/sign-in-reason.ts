import * as v from 'valibot'

/** Travels with the redirect to sign-in: where to return to, and why the person is there. */
const SignInReason = v.object({
  from: v.string(),
  kind: v.picklist(['signed-out', 'set-up-required']),
  end: v.optional(v.picklist(['signed-out', 'expired', 'undone'])),
})
export type SignInReason = v.InferOutput<typeof SignInReason>

/** @param state of the router's location; undefined comes back for a visit that no redirect led to */
export function readSignInReason(state: unknown): SignInReason | undefined {
  const reason = v.safeParse(SignInReason, state)
  return reason.success ? reason.output : undefined
}
