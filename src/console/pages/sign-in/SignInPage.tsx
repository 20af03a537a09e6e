import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import * as v from 'valibot'
import { ApiError } from '#client/api-error.ts'
import { addressIn } from '#contract/email.ts'
import type { SignedInWithFirstPasskey } from '#contract/passkeys.ts'
import { type SecondStep as Asked, SecondStepAsked, signIn, type SignInInput } from '#contract/second-step.ts'
import type { SignInWays as Ways } from '#contract/oidc.ts'
import type { Session } from '#contract/sign-in.ts'
import { useRequest } from '../../request-context.ts'
import type { PageProps } from '../../page-props.ts'
import { SignInFailure } from '../../shell/provider/SignInFailure.tsx'
import { SignInWays } from '../../shell/provider/SignInWays.tsx'
import { signInWaysQuery, useSignInWays } from '../../shell/provider/use-sign-in-ways.ts'
import { readSignInReason } from '../../shell/sign-in-reason.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Button } from '../../ui/Button.tsx'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { sessionQuery, type SessionEnd } from '../../session.ts'
import { useAct } from '../../use-act.ts'
import { FirstCodes } from './FirstCodes.tsx'
import { FirstPasskey } from './FirstPasskey.tsx'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { SecondStep } from './SecondStep.tsx'
import styles from './SignInPage.module.css'
import { useSignedIn } from './use-signed-in.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

export default function SignInPage({ home }: PageProps) {
  const words = useWords()
  const { failures } = useMessages()
  const location = useLocation()
  const reason = readSignInReason(location.state)
  const [asked, setAsked] = useState(() => askedBefore(location.state))
  const [added, setAdded] = useState<SignedInWithFirstPasskey | null>(null)
  useArrived()
  const { data: state, isLoading, isFetching, refetch } = useQuery(sessionQuery(useRequest()))
  const ways = useSignInWays()
  const returnTo = reason?.from ?? home
  const { goOn, hasNoCookie } = useSignedIn(returnTo)
  usePageTitle(words.title)
  // Before what another tab or a new connection tells of the session: the codes are shown once.
  if (added) return <FirstCodes codes={added.recoveryCodes} onKept={() => goOn(added.session)} />
  if (state?.kind === 'unknown' || state?.kind === 'signed-in') return <Navigate to={returnTo} replace />
  if (isLoading || ways === undefined) return null
  if (state?.kind === 'set-up-required') {
    return (
      <Card
        heading="h1"
        title={words.setUpTitle}
        help={<Help to="console#set-up-links" about={words.setUpTitle} />}
        advice={words.setUpAdvice}
      >
        <Button isPending={isFetching} onClick={() => void refetch()}>
          {failures.tryAgain}
        </Button>
      </Card>
    )
  }
  if (asked) {
    const startAgain = () => setAsked(null)
    return asked.kind === 'passkey' ? (
      <SecondStep options={asked.options} onSignedIn={goOn} onStartAgain={startAgain} />
    ) : (
      <FirstPasskey options={asked.options} onAdded={setAdded} onStartAgain={startAgain} />
    )
  }
  return (
    <Card heading="h1" title={words.title} help={<Help to="console#signing-in" about={words.title} />}>
      {hasNoCookie ? (
        <Notice tone="error" role="alert" title={words.noCookieTitle}>
          {words.noCookieAdvice(window.location.host)}
        </Notice>
      ) : (
        reason?.end && <SessionEnded end={reason.end} />
      )}
      <SignInWays ways={ways} begin={{ returnTo }}>
        <SignInForm onSignedIn={goOn} onAsked={setAsked} />
      </SignInWays>
      <PasskeySignIn onSignedIn={goOn} />
      <p className={styles.lost}>{lostAdviceFor(ways, words)}</p>
    </Card>
  )
}

/** Whom to ask who cannot sign in. */
const lostAdviceFor = ({ password, provider }: Ways, words: Words) =>
  password || provider === null ? words.lostAdvice : words.lostAtProvider(provider.name)

/** Has the page come whole: until it is known whether someone is signed in, and how one may, nothing is shown of it. */
function useArrived(): void {
  const cache = useQueryClient()
  const request = useRequest()
  useSuspenseQuery({
    queryKey: ['sign-in-arrived'],
    queryFn: async () => {
      await Promise.all([
        cache.prefetchQuery(sessionQuery(request)),
        cache.prefetchQuery(signInWaysQuery(request)),
      ])
      return true
    },
  })
}

function SessionEnded({ end }: { end: SessionEnd }) {
  const words = useWords()
  if (end === 'signed-out') return <Notice tone="info" role="alert" title={words.signedOut} />
  return (
    <Notice tone="info" role="alert" title={words.endedTitle}>
      {end === 'undone' ? words.undoneAdvice : words.endedAdvice}
    </Notice>
  )
}

/** The second step that using a set-up link has led to. */
function askedBefore(state: unknown): Asked | null {
  const asked = v.safeParse(SecondStepAsked, state)
  return asked.success ? asked.output.secondStep : null
}

type FormProps = { onSignedIn: (session: Session) => void; onAsked: (secondStep: Asked) => void }

function SignInForm({ onSignedIn, onAsked }: FormProps) {
  const words = useWords()
  const { failures } = useMessages()
  const request = useRequest()
  const [input, setInput] = useState<SignInInput>({ email: '', password: '' })
  const [invalid, setInvalid] = useState<string[]>([])
  const signingIn = useAct({
    mutationFn: (body: SignInInput) => request(signIn, { body }),
    onSuccess: (answer) => (answer.secondStep ? onAsked(answer.secondStep) : onSignedIn(answer)),
    gcTime: 0,
  })
  const refused = signingIn.error instanceof ApiError ? signingIn.error.fields : {}
  const emailRef = useRef<HTMLInputElement>(null)
  useEffect(() => emailRef.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (signingIn.isPending) return
    const found = invalidFields(event.currentTarget)
    setInvalid(found)
    if (found.length === 0) signingIn.mutate(input)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        ref={emailRef}
        label={words.email}
        name="email"
        error={invalid.includes('email') || refused['email'] !== undefined ? words.emailNeeded : undefined}
        type="email"
        meantBy={addressIn}
        autoComplete="username"
        required
        value={input.email}
        onChange={(event) => setInput({ ...input, email: event.currentTarget.value })}
      />
      <TextField
        label={words.password}
        name="password"
        error={passwordError()}
        type="password"
        autoComplete="current-password"
        required
        value={input.password}
        onChange={(event) => setInput({ ...input, password: event.currentTarget.value })}
      />
      {Object.keys(refused).length === 0 && <SignInFailure error={signingIn.error} />}
      <Button type="submit" variant="primary" isPending={signingIn.isPending}>
        {words.submit}
      </Button>
    </form>
  )

  function passwordError() {
    if (invalid.includes('password')) return words.passwordNeeded
    // One that is too long is the password of nobody.
    return refused['password'] === undefined ? undefined : failures.refusals.signInRefused
  }
}
