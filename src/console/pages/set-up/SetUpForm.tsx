import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router-dom'
import { ApiError } from '#client/api-error.ts'
import { addressIn } from '#contract/email.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, PasswordWeakness } from '#contract/passwords.ts'
import * as v from 'valibot'
import { SIGN_IN_PATH, type SignInAnswer } from '#contract/second-step.ts'
import type { SetUpLinkInfo } from '#contract/set-up.ts'
import { useRequest } from '../../request-context.ts'
import { SignInFailure } from '../../shell/provider/SignInFailure.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import { AcceptInvitation } from './AcceptInvitation.tsx'
import { setUpMutation } from './queries.ts'
import styles from './SetUpForm.module.css'
import { takeFocus } from './take-focus.ts'
import { useWords } from './use-words.ts'
import { DONE } from './visit.ts'

type Props = {
  code: string
  link: SetUpLinkInfo
  /** Where to go on to. */
  home: string
}

/**
 * The first person says who they are; an invited one only chooses a password, and says their name where the invitation has
 * none. Someone who can sign in already is told to accept by that.
 */
export function SetUpForm({ code, link, home }: Props) {
  const words = useWords()
  const [person, setPerson] = useState({ name: '', email: '' })
  const [password, setPassword] = useState('')
  const [isPasswordShown, setPasswordShown] = useState(false)
  const [invalid, setInvalid] = useState<string[]>([])
  const navigate = useNavigate()
  const isFirst = link.kind === 'first'
  const asksName = isFirst || link.name === ''
  const setUp = useAct(setUpMutation(useRequest()))

  const fields = setUp.error instanceof ApiError ? setUp.error.fields : {}
  const wrong = {
    ...words.wrong,
    password: words.wrong.password(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH),
  }
  const refusal = setUp.error instanceof ApiError ? setUp.error.code : ''
  const errorOf = (field: keyof typeof wrong) => {
    if (invalid.includes(field)) return wrong[field]
    if (fields[field] === undefined) return undefined
    return isWeakness(refusal) ? words.weak[refusal] : wrong[field]
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (setUp.isPending) return
    const found = invalidFields(event.currentTarget)
    setInvalid(found)
    if (found.length > 0) return
    const goOn = (answer: SignInAnswer) => {
      if (answer.secondStep) return navigate(SIGN_IN_PATH, { replace: true, state: answer })
      return isFirst ? navigate({}, { replace: true, state: DONE }) : navigate(home, { replace: true })
    }
    const { name, email } = person
    const said = { ...(asksName && { name }), ...(isFirst && { email }) }
    setUp.mutate({ code, password, ...said }, { onSuccess: (answer) => void goOn(answer) })
  }
  if (refusal === 'sign-in-to-accept') return <AcceptInvitation code={code} home={home} />

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {asksName && (
        <TextField
          ref={takeFocus}
          label={words.name}
          name="name"
          autoComplete="name"
          required
          error={errorOf('name')}
          value={person.name}
          onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
        />
      )}
      {isFirst && (
        <TextField
          label={words.email}
          name="email"
          type="email"
          meantBy={addressIn}
          autoComplete="username"
          required
          error={errorOf('email')}
          value={person.email}
          onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
        />
      )}
      {link.kind === 'invited' && <input hidden readOnly autoComplete="username" value={link.email} />}
      <TextField
        ref={asksName ? null : takeFocus}
        label={words.password}
        name="password"
        hint={words.passwordAdvice(MIN_PASSWORD_LENGTH)}
        type={isPasswordShown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD_LENGTH}
        error={errorOf('password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Checkbox label={words.showPassword} isChecked={isPasswordShown} onChange={setPasswordShown} />
      {Object.keys(fields).length === 0 && <SignInFailure error={setUp.error} />}
      <Button type="submit" variant="primary" isPending={setUp.isPending}>
        {words.submit}
      </Button>
    </form>
  )
}

const isWeakness = (code: string) => v.is(PasswordWeakness, code)
