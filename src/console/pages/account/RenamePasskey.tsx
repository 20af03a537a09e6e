import { useId, useRef, useState, type FormEvent } from 'react'
import * as v from 'valibot'
import { type Passkey, PasskeyName } from '#contract/passkeys.ts'
import { LONGEST_NAME } from '#contract/users.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { Overtaken } from '../../failures/Overtaken.tsx'
import { type Fate, useOvertaken } from '../../failures/use-overtaken.ts'
import { useWords as usePasskeyWords } from '../../passkeys/use-words.ts'
import { useRequest } from '../../request-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useAct } from '../../use-act.ts'
import styles from './AccountPage.module.css'
import { renamePasskeyMutation } from './queries.ts'
import { useWords } from './use-words.ts'

type Props = {
  passkey: Passkey
  /** What has become of it since. */
  fate: Fate | null
  onClose: () => void
}

/** Asks for another name of a passkey. */
export function RenamePasskey({ passkey, fate, onClose }: Props) {
  const words = useWords()
  const passkeyWords = usePasskeyWords()
  const id = useId()
  const fieldRef = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(passkey.name)
  const [isWrong, setWrong] = useState(false)
  const renaming = useAct(renamePasskeyMutation(useRequest()))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (renaming.isPending) return
    const isName = v.is(PasskeyName, name)
    setWrong(!isName)
    if (isName) renaming.mutate({ passkeyId: passkey.id, name }, { onSuccess: onClose })
    else fieldRef.current?.focus()
  }
  const title = words.renameTitle(passkey.name)
  const overtaken = useOvertaken(renaming.isPending ? null : fate, renaming.error)
  if (overtaken) return <Overtaken title={title} close={words.close} fate={overtaken} onClose={onClose} />
  return (
    <Dialog
      id={id}
      title={title}
      focusRef={fieldRef}
      onClose={onClose}
      buttons={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={`${id}-form`} variant="primary" isPending={renaming.isPending}>
            {words.saveRename}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          ref={fieldRef}
          label={passkeyWords.name}
          hint={passkeyWords.nameHint}
          error={isWrong ? passkeyWords.wrongName : undefined}
          autoComplete="off"
          maxLength={LONGEST_NAME}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <InlineFailure error={renaming.error} />
      </form>
    </Dialog>
  )
}
