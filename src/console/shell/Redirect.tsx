import { useLayoutEffect } from 'react'
import { navigate } from '../location.ts'

/** Leads on to another page at once. @param state as for `navigate` */
export function Redirect({ to, state }: { to: string; state?: unknown }) {
  useLayoutEffect(() => navigate(to, { replace: true, state }))
  return null
}
