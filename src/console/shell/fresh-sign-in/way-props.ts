/** What each way to sign in again is given. */
export type WayProps = {
  /** Whether it comes before all others, and so has the focus. */
  isFirst: boolean
  onProved: () => void
}
