import { signIn } from '#contract/sign-in.ts'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router-dom'
import type { SignInInput } from '#contract/sign-in.ts'
import { useRequest } from '../../request-context.ts'
import type { PageProps } from '../../page-props.ts'
import { moveFocusOn } from '../../return-focus.ts'
import { SignInFailure } from '../../shell/provider/SignInFailure.tsx'
import { SignInWays } from '../../shell/provider/SignInWays.tsx'
import { signInWaysQuery, useSignInWays } from '../../shell/provider/use-sign-in-ways.ts'
import { readSignInReason } from '../../shell/sign-in-reason.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { noteSession, sessionQuery, type SessionEnd } from '../../session.ts'
import { useAct } from '../../use-act.ts'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

export default function SignInPage({ home }: PageProps) {
  const words = useWords()
  const reason = readSignInReason(useLocation().state)
  useArrived()
  const { data: state, isLoading } = useQuery(sessionQuery(useRequest()))
  const ways = useSignInWays()
  const returnTo = reason?.from ?? home
  usePageTitle(words.title)
  if (state?.kind === 'unknown' || state?.kind === 'signed-in') return <Navigate to={returnTo} replace />
  if (isLoading || ways === undefined) return null
  if (state?.kind === 'set-up-required') {
    return <Card heading="h1" title={words.setUpTitle} advice={words.setUpAdvice} />
  }
  return (
    <Card heading="h1" title={words.title}>
      {reason?.end && <SessionEnded end={reason.end} />}
      <SignInWays ways={ways} begin={{ returnTo }}>
        <SignInForm returnTo={returnTo} />
      </SignInWays>
      <p className={styles.lost}>{words.lostAdvice}</p>
    </Card>
  )
}

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

function SignInForm({ returnTo }: { returnTo: string }) {
  const words = useWords()
  const request = useRequest()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [input, setInput] = useState<SignInInput>({ email: '', password: '' })
  const [invalid, setInvalid] = useState<string[]>([])
  const signingIn = useAct({
    mutationFn: (body: SignInInput) => request(signIn, { body }),
    onSuccess: (session) => {
      cache.clear()
      noteSession(cache, { kind: 'signed-in', session })
      moveFocusOn()
      void navigate(returnTo, { replace: true })
    },
    meta: { news: 'signed-in' },
    gcTime: 0,
  })
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
        error={invalid.includes('email') ? words.emailNeeded : undefined}
        type="email"
        autoComplete="username"
        required
        value={input.email}
        onChange={(event) => setInput({ ...input, email: event.currentTarget.value })}
      />
      <TextField
        label={words.password}
        name="password"
        error={invalid.includes('password') ? words.passwordNeeded : undefined}
        type="password"
        autoComplete="current-password"
        required
        value={input.password}
        onChange={(event) => setInput({ ...input, password: event.currentTarget.value })}
      />
      <SignInFailure error={signingIn.error} />
      <Button type="submit" variant="primary" isPending={signingIn.isPending}>
        {words.submit}
      </Button>
    </form>
  )
}
