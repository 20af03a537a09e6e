import { useEffect, useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import * as v from 'valibot'
import type { NamedCaller } from '#contract/caller-outline.ts'
import { LONGEST_NAME, PersonName } from '#contract/users.ts'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useRequest } from '../../../../request-context.ts'
import { useLazyWords } from '../../../../lazy-words/lazy-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { useAct } from '../../../../use-act.ts'
import { nameOf } from '../caller-name.ts'
import styles from './CallerName.module.css'
import { nameCallerMutation } from './queries.ts'
import { useWords } from './use-words.ts'

/** A caller's name and address, and the way to name it. */
export function CallerName({ caller, mayName }: { caller: NamedCaller; mayName: boolean }) {
  const words = useWords()
  const [isEditing, setIsEditing] = useState(false)
  const editRef = useRef<HTMLButtonElement>(null)
  const { name, detail } = nameOf(caller)
  const shownName = name ?? words.nobodyKnows
  const close = () => {
    // So that the button is there again and can have the focus.
    flushSync(() => setIsEditing(false))
    editRef.current?.focus()
  }

  if (isEditing) return <NameField caller={caller} shownName={shownName} onClose={close} />
  return (
    <>
      <div className={styles.name}>
        <b>{shownName}</b>
        {mayName && (
          <Button
            ref={editRef}
            variant="quiet"
            size="small"
            icon="edit"
            iconOnly={caller.name !== null}
            aria-label={caller.name === null ? words.nameThis(shownName) : words.rename(shownName)}
            onClick={() => setIsEditing(true)}
          >
            {words.nameIt}
          </Button>
        )}
      </div>
      {detail !== null && <p className={styles.detail}>{detail}</p>}
    </>
  )
}

type FieldProps = { caller: NamedCaller; shownName: string; onClose: () => void }

function NameField({ caller, shownName, onClose }: FieldProps) {
  const words = useWords()
  const { wrongName } = useLazyWords('users')
  const [name, setName] = useState(caller.name ?? '')
  const [isWrong, setWrong] = useState(false)
  const fieldRef = useRef<HTMLInputElement>(null)
  const { name: address, detail } = nameOf({ ...caller, name: null })
  const { mutate, isPending, error } = useAct(nameCallerMutation(useRequest()))
  useEffect(() => {
    fieldRef.current?.focus()
    fieldRef.current?.select()
  }, [])

  function save(event: FormEvent) {
    event.preventDefault()
    const given = name.trim()
    if (isPending) return
    const isName = given === '' || v.is(PersonName, given)
    setWrong(!isName)
    if (given === (caller.name ?? '')) onClose()
    else if (isName) mutate({ id: caller.id, name: given === '' ? null : given }, { onSuccess: onClose })
  }

  return (
    <>
      <form className={styles.field} onSubmit={save}>
        <input
          ref={fieldRef}
          value={name}
          maxLength={LONGEST_NAME}
          placeholder={words.nameExample}
          aria-label={words.rename(shownName)}
          autoComplete="off"
          aria-invalid={isWrong || undefined}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
        />
        <Button type="submit" size="small" isPending={isPending}>
          {words.save}
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        {isWrong ? <Notice tone="error" role="alert" title={wrongName} /> : <InlineFailure error={error} />}
      </form>
      <p className={styles.detail}>{detail === null ? address : `${address} · ${detail}`}</p>
    </>
  )
}
