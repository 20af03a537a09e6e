import { useRef, useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { PasskeyName } from '#contract/passkeys.ts'
import { LONGEST_NAME } from '#contract/users.ts'
import * as v from 'valibot'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from './use-words.ts'

type Props = {
  className: string | undefined
  isPending: boolean
  onSubmit: (name: string) => void
  /** What came of it, before the button. */
  children?: ReactNode
}

/** Asks what a new passkey is to be called, and for it. */
export function PasskeyNameForm({ className, isPending, onSubmit, children }: Props) {
  const words = useWords()
  const [name, setName] = useState('')
  const [isWrong, setWrong] = useState(false)
  const nameRef = useRef<HTMLInputElement>(null)
  useEffect(() => nameRef.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const isName = v.is(PasskeyName, name)
    setWrong(!isName)
    if (isName) onSubmit(name)
    else nameRef.current?.focus()
  }
  return (
    <form className={className} onSubmit={submit} noValidate>
      <TextField
        ref={nameRef}
        label={words.name}
        hint={words.nameHint}
        error={isWrong ? words.wrongName : undefined}
        autoComplete="off"
        maxLength={LONGEST_NAME}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
      <Button type="submit" variant="primary" isPending={isPending}>
        {words.add}
      </Button>
    </form>
  )
}
