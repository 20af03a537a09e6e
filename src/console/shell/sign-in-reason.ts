import * as v from 'valibot'

/** Travels with the redirect to sign-in: where to return to, and why the person is there. */
const SignInReason = v.object({
  from: v.string(),
  kind: v.picklist(['signed-out', 'set-up-required']),
  end: v.optional(v.picklist(['signed-out', 'expired', 'undone'])),
  /** `performance.timeOrigin`, which tells one load of the page from another: browsers keep this over them. */
  load: v.number(),
})
export type SignInReason = v.InferOutput<typeof SignInReason>

/**
 * @param state of the router's location; undefined comes back for a visit that no redirect led to. Why the person is there
 *   is not told once the page was loaded anew
 */
export function readSignInReason(state: unknown): Pick<SignInReason, 'from' | 'end'> | undefined {
  const reason = v.safeParse(SignInReason, state)
  if (!reason.success) return undefined
  const { from, load, ...why } = reason.output
  return load === performance.timeOrigin ? { from, ...why } : { from }
}
