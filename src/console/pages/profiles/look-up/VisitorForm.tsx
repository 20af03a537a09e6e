import { useRef, useState, type FormEvent } from 'react'
import { type IdProblem, problemOfId } from '#batch-file/profile-id.ts'
import { type LookUpInput, PROFILE_ID_LIMIT, type ProfileIdKind } from '#contract/profiles.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './LookUpPage.module.css'
import { useWords } from './use-words.ts'

/** By what visitors are known to back offices, first. */
const KINDS = ['thirdPartyId', 'pcId'] as const satisfies ProfileIdKind[]

type Props = { isPending: boolean; onLookUp: (visitor: LookUpInput) => void }

/** Whom to look up. The identifier is kept nowhere but here. */
export function VisitorForm({ isPending, onLookUp }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const fieldRef = useRef<HTMLInputElement>(null)
  const [idKind, setIdKind] = useState<ProfileIdKind>('thirdPartyId')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<IdProblem | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const id = text.trim()
    const found = problemOfId(id)
    setProblem(found)
    if (found === null) onLookUp({ idKind, id })
    else fieldRef.current?.focus()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RadioGroup
        legend={words.by}
        choices={KINDS.map((kind) => ({ value: kind, label: kind, lang: 'en' }))}
        value={idKind}
        onChange={setIdKind}
      />
      <TextField
        ref={fieldRef}
        label={words.identifier}
        hint={words.identifierHint}
        error={problem === null ? undefined : words.problems[problem](number(PROFILE_ID_LIMIT))}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        value={text}
        // Neither the service nor a browser's field holds what is no text.
        onChange={({ currentTarget: { value } }) => {
          setText(value.toWellFormed())
          setProblem(null)
        }}
      />
      <Button type="submit" variant="primary" icon="search" isPending={isPending}>
        {words.lookUp}
      </Button>
    </form>
  )
}
