import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Navigate, useNavigate } from 'react-router-dom'
import { finishOidcSignIn, LONGEST_PROVIDER_ANSWER, type FinishedOidcSignIn } from '#contract/oidc.ts'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import type { PageProps } from '../../../page-props.ts'
import { useRequest } from '../../../request-context.ts'
import { moveFocusOn } from '../../../return-focus.ts'
import { noteSession } from '../../../session.ts'
import { Link } from '../../../shell/Link.tsx'
import { SignInFailure } from '../../../shell/provider/SignInFailure.tsx'
import { useWords } from '../../../shell/provider/use-words.ts'
import { roleWords } from '../../../shell/role-words.ts'
import type { SignInReason } from '../../../shell/sign-in-reason.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useAct } from '../../../use-act.ts'

const SIGN_IN = '/sign-in'

/** Where the provider leads back to: after signing in with its answer in the address, after signing out without one. */
export default function ReturnPage({ home }: PageProps) {
  const [answer] = useState(() => location.search.slice(0, LONGEST_PROVIDER_ANSWER))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  const reason: SignInReason = { from: home, kind: 'signed-out', end: 'signed-out' }
  if (answer === '') return <Navigate to={SIGN_IN} state={reason} replace />
  return <Finishing answer={answer} />
}

function Finishing({ answer }: { answer: string }) {
  const words = useWords()
  const request = useRequest()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const goOn = (returnTo: string) => {
    moveFocusOn()
    void navigate(returnTo, { replace: true })
  }
  const finishing = useAct({
    mutationFn: () => request(finishOidcSignIn, { body: { answer } }),
    onSuccess: ({ session, returnTo, hasLostRoles }) => {
      cache.clear()
      noteSession(cache, { kind: 'signed-in', session })
      if (!hasLostRoles) goOn(returnTo)
    },
    meta: { news: 'signed-in' },
    gcTime: 0,
  })
  const { mutate, error, data } = finishing
  const isSent = useRef(false)
  useEffect(() => {
    // An answer is good for one time, and an effect may run twice.
    if (!isSent.current) mutate()
    isSent.current = true
  }, [mutate])
  usePageTitle(error ? words.failedTitle : words.signingIn)
  if (error) {
    return (
      <Card heading="h1" title={words.failedTitle}>
        <SignInFailure error={error} />
        <p>
          <Link to={SIGN_IN}>{words.again}</Link>
        </p>
      </Card>
    )
  }
  if (data?.hasLostRoles) return <LostRoles finished={data} onGoOn={goOn} />
  return <Card heading="h1" title={words.signingIn} />
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

type LostProps = { finished: FinishedOidcSignIn; onGoOn: (returnTo: string) => void }

function LostRoles({ finished: { session, returnTo }, onGoOn }: LostProps) {
  const words = useWords()
  const messages = useMessages()
  const { list } = useFormats()
  return (
    <Card
      heading="h1"
      title={words.lostTitle}
      advice={words.lostAdvice(list(roleWords(session.user, messages)))}
    >
      <Button variant="primary" ref={takeFocus} onClick={() => onGoOn(returnTo)}>
        {words.goOn}
      </Button>
    </Card>
  )
}
