import type { SignInWays } from '#contract/oidc.ts'

/** What each way to sign in again is given. */
export type WayProps = {
  /** Whether it comes before all others, and so has the focus. */
  isFirst: boolean
  /** Null where there is none. */
  provider: SignInWays['provider']
  onProved: () => void
}
