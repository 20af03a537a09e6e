import { useId, useRef, useState, type FormEvent, type Ref } from 'react'
import * as v from 'valibot'
import { PersonName } from '#contract/users.ts'
import { DEFAULT_WORKSPACE, type Workspace } from '#contract/workspaces.ts'
import { Question } from '../../../failures/Question.tsx'
import { handFocusTo } from '../../../hand-focus.ts'
import { fateAmong, fateIn } from '../../../failures/use-overtaken.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useAct } from '../../../use-act.ts'
import { PeopleFailure } from './PeopleFailure.tsx'
import { removeWorkspaceMutation, saveWorkspaceMutation } from './queries.ts'
import styles from './WorkspacesDialog.module.css'
import { useWords } from './use-words.ts'

/** What stays when a workspace is removed. */
const ADD_ID = 'add-workspace'
const handFocusOn = handFocusTo(ADD_ID)
const RETURN_TO = [ADD_ID]

type Props = { workspaces: readonly Workspace[]; onClose: () => void }

/** Makes, renames and removes workspaces. */
export function WorkspacesDialog({ workspaces, onClose }: Props) {
  const words = useWords()
  const id = useId()
  const nameRef = useRef<HTMLInputElement>(null)
  const [renamed, setRenamed] = useState<Workspace | null>(null)
  const [asked, setAsked] = useState<Workspace | null>(null)
  const request = useRequest()
  const saving = useAct(saveWorkspaceMutation(request))
  const save = (seen: Workspace | null, name: string, onSaved: () => void) => {
    saving.mutate(
      { seen, name },
      { onSuccess: onSaved, onError: (error) => fateIn(error) && setRenamed(null) },
    )
  }
  return (
    <Dialog
      id={id}
      title={words.workspacesTitle}
      size="wide"
      describedBy={`${id}-text`}
      focusRef={nameRef}
      onClose={onClose}
      buttons={<Button onClick={onClose}>{words.close}</Button>}
    >
      <p id={`${id}-text`}>{words.workspacesAdvice}</p>
      <ul className={styles.workspaces}>
        {workspaces.map((workspace) => (
          <li key={workspace.id} ref={handFocusOn}>
            {renamed?.id === workspace.id ? (
              <NameForm
                label={words.workspaceName}
                name={renamed.name}
                submit={words.saveName}
                isPending={saving.isPending}
                onSubmit={(name) =>
                  save(renamed, name, () => {
                    setRenamed(null)
                    nameRef.current?.focus()
                  })
                }
              />
            ) : (
              <Row
                workspace={workspace}
                onRename={() => setRenamed(workspace)}
                onRemove={() => {
                  saving.reset()
                  setAsked(workspace)
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <NameForm
        submitId={ADD_ID}
        fieldRef={nameRef}
        label={words.newWorkspace}
        name=""
        submit={words.addWorkspace}
        isPending={saving.isPending}
        onSubmit={(name, clear) =>
          save(null, name, () => {
            clear()
            nameRef.current?.focus()
          })
        }
      />
      <PeopleFailure error={saving.error} />
      {asked && (
        <Question
          title={words.askedWorkspace.title(asked.name)}
          confirm={words.askedWorkspace.confirm}
          cancel={words.cancel}
          close={words.close}
          isDangerous
          mutation={removeWorkspaceMutation(request)}
          input={asked}
          fate={fateAmong(workspaces, asked)}
          Failure={PeopleFailure}
          returnFocusTo={RETURN_TO}
          onDone={() => {}}
          onClose={() => setAsked(null)}
        >
          <p>{words.askedWorkspace.advice}</p>
        </Question>
      )}
    </Dialog>
  )
}

type RowProps = { workspace: Workspace; onRename: () => void; onRemove: () => void }

function Row({ workspace: { id, name, people }, onRename, onRemove }: RowProps) {
  const words = useWords()
  const { number } = useFormats()
  const reasonId = useId()
  const isKept = id === DEFAULT_WORKSPACE || (people ?? 0) > 0
  return (
    <>
      <div className={styles.name}>
        <span>{name}</span>
        <p id={reasonId}>
          <span>{words.peopleIn(people ?? 0, number(people ?? 0))}</span>
          {id === DEFAULT_WORKSPACE && <span>{` · ${words.defaultStays}`}</span>}
        </p>
      </div>
      <div className={styles.acts}>
        <Button size="small" aria-label={words.of(words.rename, name)} onClick={onRename}>
          {words.rename}
        </Button>
        <Button
          size="small"
          variant="asks-first"
          isDisabled={isKept}
          aria-label={words.of(words.removeWorkspace, name)}
          aria-describedby={reasonId}
          onClick={onRemove}
        >
          {words.removeWorkspace}
        </Button>
      </div>
    </>
  )
}

type NameFormProps = {
  submitId?: string
  fieldRef?: Ref<HTMLInputElement>
  label: string
  name: string
  submit: string
  isPending: boolean
  /** @param clear empties the field */
  onSubmit: (name: string, clear: () => void) => void
}

function NameForm({
  submitId,
  fieldRef = takeFocus,
  label,
  name: before,
  submit,
  isPending,
  onSubmit,
}: NameFormProps) {
  const words = useWords()
  const [name, setName] = useState(before)
  const [isWrong, setWrong] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    const isName = v.is(PersonName, name)
    setWrong(!isName)
    if (isName) onSubmit(name, () => setName(''))
    else event.currentTarget.querySelector('input')?.focus()
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        ref={fieldRef}
        label={label}
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        value={name}
        error={isWrong ? words.wrongName : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button id={submitId} type="submit" isPending={isPending}>
        {submit}
      </Button>
    </form>
  )
}

const takeFocus = (field: HTMLInputElement | null) => field?.select()
