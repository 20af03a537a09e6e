import { useState, type FormEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import { LONGEST_NAME } from '#contract/users.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { invalidFields } from '../../ui/invalid-fields.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { changeNameMutation } from './queries.ts'
import { useWords } from './use-words.ts'

/** By which others know one. */
export function NameCard({ name, say }: { name: string; say: (words: string) => void }) {
  const words = useWords()
  const [draft, setDraft] = useState(name)
  const [isMissing, setMissing] = useState(false)
  const saving = useAct(changeNameMutation(useRequest()))
  const isWrong = saving.error instanceof ApiError && saving.error.fields['name'] !== undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (saving.isPending) return
    const found = invalidFields(event.currentTarget)
    setMissing(found.length > 0)
    if (found.length > 0) return
    saving.mutate(draft, {
      onSuccess: ({ user }) => {
        setDraft(user.name)
        say(words.nameSaved)
      },
    })
  }
  return (
    <Card title={words.yourName} help={<Help to="console#your-name" about={words.yourName} />}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          name="name"
          autoComplete="name"
          required
          maxLength={LONGEST_NAME}
          hint={words.nameHint}
          error={isMissing || isWrong ? words.wrongName : undefined}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        {!isWrong && <InlineFailure error={saving.error} outcome={words.nameIs(name)} />}
        <Button type="submit" isPending={saving.isPending}>
          {words.saveName}
        </Button>
      </form>
    </Card>
  )
}
