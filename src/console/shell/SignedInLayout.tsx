import { useQuery } from '@tanstack/react-query'
import { Suspense, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { pages } from '#contract/paths.ts'
import { PageBoundary } from '../failures/PageBoundary.tsx'
import { visitorQuery } from '../visitor.ts'
import { Shell } from './Shell.tsx'
import type { SignInReason } from './sign-in-reason.ts'

/** Pages for signed-in people; whoever is not goes to sign-in and comes back to where they were. */
export function SignedInLayout({ page }: { page: ReactNode }) {
  const { data: visitor } = useQuery(visitorQuery)
  const { pathname, search } = useLocation()
  if (visitor?.kind === 'signed-out' || visitor?.kind === 'set-up-required') {
    const reason: SignInReason = { from: pathname + search, ...visitor }
    return <Navigate to={pages.signIn} state={reason} replace />
  }
  return (
    <Shell visitor={visitor?.kind === 'signed-in' ? visitor : undefined}>
      <PageBoundary key={pathname}>
        <Suspense>{page}</Suspense>
      </PageBoundary>
    </Shell>
  )
}
