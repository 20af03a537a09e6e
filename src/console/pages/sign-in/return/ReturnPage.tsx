import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Navigate, useNavigate } from 'react-router-dom'
import { SIGNING_IN_AGAIN, signInAgain } from '#contract/fresh-sign-in.ts'
import { finishOidcSignIn, LONGEST_PROVIDER_ANSWER, type FinishedOidcSignIn } from '#contract/oidc.ts'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import type { PageProps } from '../../../page-props.ts'
import { useRequest } from '../../../request-context.ts'
import { moveFocusOn } from '../../../return-focus.ts'
import { noteSession, sessionQuery } from '../../../session.ts'
import { Link } from '../../../shell/Link.tsx'
import { SignInFailure } from '../../../shell/provider/SignInFailure.tsx'
import { useWords } from '../../../shell/provider/use-words.ts'
import { roleWords } from '../../../shell/role-words.ts'
import type { SignInReason } from '../../../shell/sign-in-reason.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useAct } from '../../../use-act.ts'

const SIGN_IN = '/sign-in'

/** Where the provider leads back to: after signing in with its answer in the address, after signing out without one. */
export default function ReturnPage({ home }: PageProps) {
  const [answer] = useState(() => location.search.slice(0, LONGEST_PROVIDER_ANSWER))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  const reason: SignInReason = {
    from: home,
    load: performance.timeOrigin,
    kind: 'signed-out',
    end: 'signed-out',
  }
  if (answer === '') return <Navigate to={SIGN_IN} state={reason} replace />
  const state = new URLSearchParams(answer).get('state')
  if (state?.startsWith(SIGNING_IN_AGAIN)) return <FinishingAgain answer={answer} />
  return <Finishing answer={answer} home={home} />
}

/** Sends an answer, which is good for one time, though an effect may run twice. */
function useSentOnce(send: () => void): void {
  const isSent = useRef(false)
  useEffect(() => {
    if (!isSent.current) send()
    isSent.current = true
  }, [send])
}

/** In the window in which somebody signed in again, for the one that they came from. */
function FinishingAgain({ answer }: { answer: string }) {
  const words = useWords()
  const request = useRequest()
  const cache = useQueryClient()
  const { mutate, error, isSuccess } = useAct({
    mutationFn: () => request(signInAgain, { body: { method: 'oidc', answer } }),
    onSuccess: (session) => {
      noteSession(cache, { kind: 'signed-in', session })
      window.close()
    },
    meta: { news: 'signed-in' },
    gcTime: 0,
  })
  useSentOnce(mutate)
  const told = (error && words.notAgainTitle) || (isSuccess && words.againTitle)
  usePageTitle(told || words.signingIn)
  return (
    <Card heading="h1" title={told || words.signingIn}>
      <SignInFailure error={error} />
      {told && <p>{error ? words.notAgainAdvice : words.againAdvice}</p>}
    </Card>
  )
}

function Finishing({ answer, home }: { answer: string; home: string }) {
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
  useSentOnce(mutate)
  // Who comes here by an answer that was used may be signed in by it.
  const { data: known, isPending } = useQuery({ ...sessionQuery(request), enabled: error !== null })
  const isKnown = error !== null && !isPending
  const failedTitle = known?.kind === 'signed-in' ? words.stillTitle : words.failedTitle
  usePageTitle(isKnown ? failedTitle : words.signingIn)
  if (isKnown) {
    return (
      <Card heading="h1" title={failedTitle} help={<Help to="console#signing-in" about={failedTitle} />}>
        <SignInFailure error={error} />
        <p>
          {known?.kind === 'signed-in' ? (
            <Link to={home}>{words.goOn}</Link>
          ) : (
            <Link to={SIGN_IN}>{words.again}</Link>
          )}
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
      help={<Help to="console#signing-in" about={words.lostTitle} />}
      advice={words.lostAdvice(list(roleWords(session.user, messages)))}
    >
      <Button variant="primary" ref={takeFocus} onClick={() => onGoOn(returnTo)}>
        {words.goOn}
      </Button>
    </Card>
  )
}
