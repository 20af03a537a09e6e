import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import { finishSignIn } from '#contract/passkeys.ts'
import type { Session } from '#contract/sign-in.ts'
import { PasskeyFailure } from '../../passkeys/PasskeyFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import styles from './SignInPage.module.css'
import { useWords } from './use-words.ts'

/** Takes a recovery code in place of a passkey. */
export function RecoveryCodeForm({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const words = useWords()
  const request = useRequest()
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const codeRef = useRef<HTMLInputElement>(null)
  const finishing = useAct({
    mutationFn: (typed: string) => request(finishSignIn, { body: { kind: 'recovery-code', code: typed } }),
    onSuccess: onSignedIn,
    onError: () => codeRef.current?.focus(),
    gcTime: 0,
  })
  const { error } = finishing
  const isNone = error instanceof ApiError && error.code === 'sign-in-refused'
  useEffect(() => codeRef.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (finishing.isPending) return
    setMissing(code.trim() === '')
    if (code.trim() === '') codeRef.current?.focus()
    else finishing.mutate(code)
  }
  const wrong = isNone ? words.codeRefused : undefined
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        ref={codeRef}
        label={words.code}
        hint={words.codeHint}
        error={isMissing ? words.codeNeeded : wrong}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <PasskeyFailure error={isNone ? null : error} />
      <Button type="submit" variant="primary" isPending={finishing.isPending}>
        {words.submit}
      </Button>
    </form>
  )
}
