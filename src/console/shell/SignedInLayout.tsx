import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { pages } from '#contract/paths.ts'
import { PageBoundary } from '../failures/PageBoundary.tsx'
import { visitorQuery } from '../visitor.ts'
import { Shell } from './Shell.tsx'
import type { SignInReason } from './sign-in-reason.ts'

/** Pages for signed-in people; whoever is not goes to sign-in and comes back to where they were. */
export function SignedInLayout() {
  const { data: visitor } = useQuery(visitorQuery)
  const { pathname, search } = useLocation()
  if (visitor && visitor.kind !== 'signed-in') {
    const reason: SignInReason = { from: pathname + search, kind: visitor.kind }
    return <Navigate to={pages.signIn} state={reason} replace />
  }
  return (
    <Shell visitor={visitor}>
      <PageBoundary key={pathname}>
        <Suspense>
          <Outlet />
        </Suspense>
      </PageBoundary>
    </Shell>
  )
}
