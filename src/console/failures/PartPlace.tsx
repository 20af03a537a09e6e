import { Suspense, type ReactNode } from 'react'
import { Boundary } from './Boundary.tsx'
import { PartFailure } from './PartFailure.tsx'

/** A place for a lazy part within a page: what holds it until it is there, and what is told when it does not come. */
export const PartPlace = ({ fallback, children }: { fallback?: ReactNode; children: ReactNode }) => (
  <Boundary Failure={PartFailure}>
    <Suspense fallback={fallback}>{children}</Suspense>
  </Boundary>
)
