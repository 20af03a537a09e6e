import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { Boundary } from '../failures/Boundary.tsx'
import { PageFailure } from '../failures/PageFailure.tsx'
import { useRequest } from '../request-context.ts'
import { sessionQuery, signedOutKind } from '../session.ts'
import { Shell } from './Shell.tsx'
import type { NavigationItem } from './SideNavigation.tsx'
import type { SignInReason } from './sign-in-reason.ts'
import { SteppingUp } from './SteppingUp.tsx'

type Props = {
  page: ReactNode
  /** Whether the page's own answer says who is signed in; else that is asked for first. */
  bringsSession: boolean
  /** Address that the product's name leads to. */
  home: string
  /** Address of sign-in. */
  signIn: string
  navigation: NavigationItem[]
}

/** Pages for signed-in people; whoever is not goes to sign-in and comes back to where they were. */
export function SignedInLayout({ page, bringsSession, signIn, ...rest }: Props) {
  const { data: state } = useQuery({ ...sessionQuery(useRequest()), enabled: false })
  const { pathname, search } = useLocation()
  if (state?.kind === 'signed-out' || state?.kind === 'set-up-required') {
    const reason: SignInReason = { from: pathname + search, load: performance.timeOrigin, ...state }
    // The empty shell stays until sign-in is there.
    return (
      <Shell session={undefined} {...rest}>
        <Navigate to={signIn} state={reason} replace />
      </Shell>
    )
  }
  return (
    <SteppingUp>
      <Shell session={state?.kind === 'signed-in' ? state.session : undefined} {...rest}>
        <Boundary key={pathname} Failure={PageFailure}>
          {bringsSession ? page : <OnceSignedIn page={page} />}
        </Boundary>
      </Shell>
    </SteppingUp>
  )
}

/** Shows a page once it is known who asks; that this cannot be known is told in its place. */
function OnceSignedIn({ page }: { page: ReactNode }) {
  const { data: state } = useQuery({
    ...sessionQuery(useRequest()),
    throwOnError: (error, query) => query.state.data?.kind !== 'signed-in' && !signedOutKind(error),
  })
  return state?.kind === 'signed-in' ? page : null
}
