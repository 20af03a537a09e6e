import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import { MOST_INVITED_AT_ONCE } from '#contract/invitations.ts'
import { DEFAULT_WORKSPACE, type Workspace } from '#contract/workspaces.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { leave } from '../../../shown-once/leave.ts'
import { ShownOnce } from '../../../shown-once/ShownOnce.tsx'
import { useAct } from '../../../use-act.ts'
import { addressesIn } from './addresses.ts'
import { callNameOf } from './call-name.ts'
import type { Held } from './held.ts'
import styles from './InvitePeople.module.css'
import { MadeLinks } from './MadeLinks.tsx'
import { MailChoice } from './MailChoice.tsx'
import { PeopleFailure } from './PeopleFailure.tsx'
import { inviteMutation } from './queries.ts'
import { RolesEditor } from './RolesEditor.tsx'
import { useWords } from './use-words.ts'

type Props = {
  workspaces: readonly Workspace[]
  mayMakeSysadmin: boolean
  isMailSetUp: boolean
  onClose: () => void
}

/** Invites one person or several, in the page, beside the list that one compares with; then shows each link once. */
export function InvitePeople({ workspaces, mayMakeSysadmin, isMailSetUp, onClose }: Props) {
  const words = useWords()
  const { language: spoken } = useMessages()
  const id = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const copyRef = useRef<HTMLButtonElement>(null)
  const ownWorkspaces = workspaces.filter(({ people }) => people !== null)
  const first = ownWorkspaces.find(({ id: own }) => own === DEFAULT_WORKSPACE) ?? ownWorkspaces[0]
  const [text, setText] = useState('')
  const [held, setHeld] = useState<Held>({
    sysadmin: false,
    roles: first ? [{ workspace: first.id, role: 'observer' }] : [],
  })
  const [isSent, setSent] = useState(isMailSetUp)
  const [language, setLanguage] = useState(spoken)
  const [wasTried, setTried] = useState(false)
  const { mutate, data: made, error, isPending } = useAct(inviteMutation(useRequest()))
  const { emails, wrong } = addressesIn(text)
  const refused = refusedOf(error, emails)
  const holdsNothing = !held.sysadmin && held.roles.length === 0
  useEffect(() => (made ? copyRef.current : fieldRef.current)?.focus(), [made])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    setTried(true)
    if (emailError() !== undefined) return fieldRef.current?.focus()
    if (holdsNothing) return
    const people = emails.map((email) => ({ email }))
    mutate({ people, ...held, ...(isSent && { sendIn: language }) })
  }
  if (made) {
    return (
      <ShownOnce isShown>
        <Card title={words.links(made.length)} advice={words.shownOnce}>
          <MadeLinks links={made.map((one) => ({ ...one, of: callNameOf(one.user) }))} copyRef={copyRef} />
          <div>
            <Button onClick={onClose}>{words.done}</Button>
          </div>
        </Card>
      </ShownOnce>
    )
  }
  const problem = wasTried ? (emailError() ?? refusedError()) : undefined
  return (
    <ShownOnce isShown={isPending}>
      <Card
        title={words.inviteTitle}
        help={<Help to="console#inviting-people" about={words.inviteTitle} />}
        advice={words.inviteAdvice}
      >
        <form className={styles.form} onSubmit={submit} noValidate>
          <div className={styles.emails}>
            <label htmlFor={id}>{words.emails}</label>
            <textarea
              ref={fieldRef}
              id={id}
              rows={3}
              value={text}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              translate="no"
              aria-invalid={problem !== undefined || undefined}
              aria-describedby={`${id}-hint ${id}-error`}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <p id={`${id}-hint`} className={styles.hint}>
              {words.emailsHint}
            </p>
            <p id={`${id}-error`} className={styles.error} role="alert">
              {problem}
            </p>
          </div>
          <RolesEditor
            held={held}
            workspaces={ownWorkspaces}
            mayMakeSysadmin={mayMakeSysadmin}
            error={wasTried && holdsNothing ? words.wrongRoles : undefined}
            onChange={setHeld}
          />
          <MailChoice
            isMailSetUp={isMailSetUp}
            isSent={isSent}
            language={language}
            onChange={(next, nextLanguage) => {
              setSent(next)
              setLanguage(nextLanguage)
            }}
          />
          <p className={styles.hint}>{words.shownAfter}</p>
          {refused.length === 0 && <PeopleFailure error={error} />}
          <div className={styles.buttons}>
            <Button type="submit" variant="primary" isPending={isPending}>
              {words.inviteCount(Math.max(1, emails.length))}
            </Button>
            <Button onClick={() => leave(onClose)}>{words.cancel}</Button>
          </div>
        </form>
      </Card>
    </ShownOnce>
  )

  function emailError(): string | undefined {
    if (wrong.length > 0) return words.wrongEmails(wrong.join(', '))
    if (emails.length === 0) return words.emailsNeeded
    return emails.length > MOST_INVITED_AT_ONCE ? words.tooManyEmails(MOST_INVITED_AT_ONCE) : undefined
  }

  function refusedError(): string | undefined {
    if (refused.length === 0) return undefined
    const tell = error instanceof ApiError && error.code === 'conflict' ? words.taken : words.wrongEmails
    return tell(refused.join(', '))
  }
}

/** Those of the addresses that the service does not take; none once they are left out. */
function refusedOf(error: unknown, emails: string[]): string[] {
  if (!(error instanceof ApiError)) return []
  return Object.keys(error.fields).flatMap((field) => {
    const index = /^people\.(\d+)\.email$/.exec(field)?.[1]
    return emails[Number(index ?? Number.NaN)] ?? []
  })
}
