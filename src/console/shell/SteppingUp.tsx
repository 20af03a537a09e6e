import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { RequestContext, useRequest } from '../request-context.ts'
import { knownSession } from '../session.ts'
import { steppingUp } from '../stepping-up.ts'
import { freshSignIn } from './lazy.ts'

/** Has whatever is done within it sign the person in again where the service asks for that, in the page, and go on. */
export function SteppingUp({ children }: { children: ReactNode }) {
  const request = useRequest()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const answerRef = useRef((_isFresh: boolean) => {})
  const withFreshSignIn = useMemo(() => {
    let asked: Promise<boolean> | null = null
    async function ask() {
      await freshSignIn.prepare()
      setAsking(true)
      return new Promise<boolean>((resolve) => (answerRef.current = resolve))
    }
    const signInAgain = () =>
      (asked ??= ask().finally(() => {
        asked = null
        setAsking(false)
      }))
    return steppingUp(request, signInAgain, () => knownSession(client)?.kind === 'signed-in')
  }, [request, client])
  // Whoever is signed out meanwhile is asked no more.
  useEffect(() => () => answerRef.current(false), [])
  return (
    <RequestContext value={withFreshSignIn}>
      {children}
      {isAsking && (
        <Suspense>
          <freshSignIn.Component onAnswer={(isFresh: boolean) => answerRef.current(isFresh)} />
        </Suspense>
      )}
    </RequestContext>
  )
}
