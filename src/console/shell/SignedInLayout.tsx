import { useQuery } from '@tanstack/react-query'
import { Suspense, type ReactNode } from 'react'
import { pages } from '#contract/paths.ts'
import { PageBoundary } from '../failures/PageBoundary.tsx'
import { useLocation } from '../location.ts'
import { visitorQuery } from '../visitor.ts'
import { Redirect } from './Redirect.tsx'
import { Shell } from './Shell.tsx'
import type { SignInReason } from './sign-in-reason.ts'

/** Pages for signed-in people; whoever is not goes to sign-in and comes back to where they were. */
export function SignedInLayout({ page }: { page: ReactNode }) {
  const { data: visitor } = useQuery(visitorQuery)
  const { pathname, search } = useLocation()
  if (visitor?.kind === 'signed-out' || visitor?.kind === 'set-up-required') {
    const reason: SignInReason = { from: pathname + search, ...visitor }
    return <Redirect to={pages.signIn} state={reason} />
  }
  return (
    <Shell visitor={visitor?.kind === 'signed-in' ? visitor : undefined}>
      <PageBoundary key={pathname}>
        <Suspense>{page}</Suspense>
      </PageBoundary>
    </Shell>
  )
}
