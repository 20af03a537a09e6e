import { useId, useRef, useState } from 'react'
import type { ListedUser } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { Asking } from './asking.ts'
import { callNameOf } from './call-name.ts'
import { type Held, takesAway } from './held.ts'
import { RolesEditor } from './RolesEditor.tsx'
import styles from './RolesEditor.module.css'
import { useWords } from './use-words.ts'

type Props = {
  user: ListedUser
  workspaces: readonly Workspace[]
  isSysadmin: boolean
  onAsk: (next: Asking) => void
  onGive: (held: Held) => void
  onReinstate: () => void
  onClose: () => void
}

/** What someone holds, to be changed, and all else that can be done with them. */
export function PersonDialog({ user, workspaces, isSysadmin, onAsk, onGive, onReinstate, onClose }: Props) {
  const words = useWords()
  const id = useId()
  const closeRef = useRef<HTMLButtonElement>(null)
  const before = { sysadmin: user.sysadmin, roles: user.roles }
  const [held, setHeld] = useState<Held>(before)
  const isInvited = user.state.kind === 'invited'
  const isChanged = JSON.stringify(held) !== JSON.stringify(before)
  const save = () => {
    if (takesAway(before, held)) return onAsk({ kind: 'lower', user, held })
    onGive(held)
    onClose()
  }
  return (
    <Dialog
      id={id}
      title={callNameOf(user)}
      size="wide"
      describedBy={`${id}-email`}
      focusRef={closeRef}
      onClose={onClose}
      buttons={
        <>
          <Button ref={closeRef} onClick={onClose}>
            {isInvited ? words.close : words.cancel}
          </Button>
          {!isInvited && (
            <Button variant="primary" isDisabled={!isChanged} onClick={save}>
              {words.saveRoles}
            </Button>
          )}
        </>
      }
    >
      <p id={`${id}-email`}>{user.email}</p>
      {isInvited ? (
        <p>{words.invitedAdvice}</p>
      ) : (
        <RolesEditor
          held={held}
          workspaces={workspaces.filter(({ people }) => people !== null)}
          mayMakeSysadmin={isSysadmin}
          onChange={setHeld}
        />
      )}
      <Acts user={user} isSysadmin={isSysadmin} onAsk={onAsk} onReinstate={onReinstate} onClose={onClose} />
    </Dialog>
  )
}

type ActsProps = Pick<Props, 'user' | 'isSysadmin' | 'onAsk' | 'onReinstate' | 'onClose'>

function Acts({ user, isSysadmin, onAsk, onReinstate, onClose }: ActsProps) {
  const words = useWords()
  const { kind } = user.state
  if (kind !== 'invited' && !isSysadmin) return <p className={styles.further}>{words.takesSysadmin}</p>
  const isSuspended = kind === 'suspended'
  return (
    <div className={styles.further}>
      {!isSuspended && (
        <Button size="small" onClick={() => onAsk({ kind: 'link', user })}>
          {words.newLink}
        </Button>
      )}
      {kind === 'invited' ? (
        <Button
          size="small"
          variant="asks-first"
          onClick={() => onAsk({ kind: 'act', act: 'withdraw', user })}
        >
          {words.withdraw}
        </Button>
      ) : (
        <>
          {isSuspended ? (
            <Button
              size="small"
              onClick={() => {
                onReinstate()
                onClose()
              }}
            >
              {words.reinstate}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                variant="asks-first"
                onClick={() => onAsk({ kind: 'act', act: 'sign-out', user })}
              >
                {words.signOut}
              </Button>
              <Button
                size="small"
                variant="asks-first"
                onClick={() => onAsk({ kind: 'act', act: 'take-passkeys', user })}
              >
                {words.takePasskeys}
              </Button>
              <Button
                size="small"
                variant="asks-first"
                onClick={() => onAsk({ kind: 'act', act: 'suspend', user })}
              >
                {words.suspend}
              </Button>
            </>
          )}
          <Button
            size="small"
            variant="asks-first"
            onClick={() => onAsk({ kind: 'act', act: 'remove', user })}
          >
            {words.remove}
          </Button>
        </>
      )}
    </div>
  )
}
