import { useState, type FormEvent } from 'react'
import * as v from 'valibot'
import { ApiError } from '#client/api-error.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, PasswordWeakness } from '#contract/passwords.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { useLazyWords } from '../../lazy-words/lazy-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { changePasswordMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = { email: string; hasPassword: boolean; say: (words: string) => void }

const EMPTY = { password: '', newPassword: '' }

/** Takes the present password and a new one. */
export function PasswordCard({ email, hasPassword, say }: Props) {
  const words = useWords()
  return (
    <Card
      title={words.password}
      help={<Help to="console#your-password" about={words.password} />}
      advice={hasPassword ? words.passwordAdvice : words.noPassword}
    >
      {hasPassword && <PasswordForm email={email} say={say} />}
    </Card>
  )
}

function PasswordForm({ email, say }: Pick<Props, 'email' | 'say'>) {
  const words = useWords()
  const ofSetUp = useLazyWords('setUp')
  const [input, setInput] = useState(EMPTY)
  const [isShown, setShown] = useState(false)
  const [invalid, setInvalid] = useState<string[]>([])
  const changing = useAct(changePasswordMutation(useRequest()))
  const refusal = changing.error instanceof ApiError ? changing.error : null
  const wrongNew = ofSetUp.wrong.password(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  const change = (part: Partial<typeof EMPTY>) => setInput({ ...input, ...part })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (changing.isPending) return
    const form = event.currentTarget
    const found = invalidFields(form)
    setInvalid(found)
    if (found.length > 0) return
    changing.mutate(input, {
      onSuccess: () => {
        setInput(EMPTY)
        setShown(false)
        say(words.passwordChanged)
      },
      onError: (error) => {
        const [field] = error instanceof ApiError ? Object.keys(error.fields) : []
        if (field !== undefined) form.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus()
      },
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <input hidden readOnly autoComplete="username" value={email} />
      <TextField
        label={words.presentPassword}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        error={presentError()}
        value={input.password}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      <TextField
        label={words.newPassword}
        name="newPassword"
        hint={ofSetUp.passwordAdvice(MIN_PASSWORD_LENGTH)}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD_LENGTH}
        error={newError()}
        value={input.newPassword}
        onChange={(event) => change({ newPassword: event.currentTarget.value })}
      />
      <Checkbox label={words.showPasswords} isChecked={isShown} onChange={setShown} />
      {Object.keys(refusal?.fields ?? {}).length === 0 && (
        <InlineFailure error={changing.error} outcome={words.perhapsChanged} />
      )}
      {changing.isSuccess && <Notice tone="success" title={words.passwordChanged} />}
      <Button type="submit" isPending={changing.isPending}>
        {words.changePassword}
      </Button>
    </form>
  )

  function presentError() {
    if (invalid.includes('password')) return words.presentNeeded
    return refusal?.fields['password'] === undefined ? undefined : words.wrongPassword
  }

  function newError() {
    if (invalid.includes('newPassword')) return wrongNew
    if (refusal?.fields['newPassword'] === undefined) return undefined
    return isWeakness(refusal.code) ? ofSetUp.weak[refusal.code] : wrongNew
  }
}

const isWeakness = (code: string) => v.is(PasswordWeakness, code)
