import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import { signInAgain } from '#contract/fresh-sign-in.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { noteSession, sessionQuery } from '../../session.ts'
import { Button } from '../../ui/Button.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import styles from './FreshSignInDialog.module.css'
import { useWords } from './use-words.ts'
import type { WayProps } from './way-props.ts'

/** Signs in again by password. */
export function PasswordWay({ isFirst, onProved }: WayProps) {
  const words = useWords()
  const request = useRequest()
  const cache = useQueryClient()
  const { data: state } = useQuery({ ...sessionQuery(request), enabled: false })
  const [password, setPassword] = useState('')
  const [isMissing, setMissing] = useState(false)
  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) fieldRef.current?.focus()
  }, [isFirst])
  const proving = useAct({
    mutationFn: () => request(signInAgain, { body: { method: 'password', password } }),
    onSuccess: (session) => {
      noteSession(cache, { kind: 'signed-in', session })
      onProved()
    },
    onError: () => {
      fieldRef.current?.focus()
      fieldRef.current?.select()
    },
    gcTime: 0, // the password leaves memory with the form
  })
  const { error } = proving
  // One that is too long is the password of nobody.
  const isWrong =
    error instanceof ApiError && (error.code === 'wrong-password' || error.fields['password'] !== undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (proving.isPending) return
    const found = invalidFields(event.currentTarget)
    setMissing(found.length > 0)
    if (found.length === 0) proving.mutate()
  }
  return (
    <form className={styles.way} onSubmit={submit} noValidate>
      {state?.kind === 'signed-in' && (
        <input hidden readOnly autoComplete="username" value={state.session.user.email} />
      )}
      <TextField
        ref={fieldRef}
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={(isMissing && words.passwordNeeded) || (isWrong && words.wrongPassword) || undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {!isWrong && <InlineFailure error={error} />}
      <Button type="submit" variant="primary" isPending={proving.isPending}>
        {words.goOn}
      </Button>
    </form>
  )
}
