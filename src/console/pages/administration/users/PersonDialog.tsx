import { useId, useRef, useState } from 'react'
import type { ListedUser } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useCloseWhenDone } from '../../../ui/use-close-when-done.ts'
import type { Asking } from './asking.ts'
import { callNameOf } from './call-name.ts'
import { type Held, takesAway } from './held.ts'
import { PeopleFailure } from './PeopleFailure.tsx'
import { RolesEditor } from './RolesEditor.tsx'
import styles from './RolesEditor.module.css'
import type { PeopleActs } from './use-people-acts.ts'
import { useWords } from './use-words.ts'

type Props = {
  user: ListedUser
  workspaces: readonly Workspace[]
  isSysadmin: boolean
  acts: PeopleActs
  onAsk: (next: Asking) => void
  onClose: () => void
}

/** What someone holds, to be changed, and all else that can be done with them. */
export function PersonDialog({ user, workspaces, isSysadmin, acts, onAsk, onClose }: Props) {
  const words = useWords()
  const id = useId()
  const closeRef = useRef<HTMLButtonElement>(null)
  const before = { sysadmin: user.sysadmin, roles: user.roles }
  const [held, setHeld] = useState<Held>(before)
  const isInvited = user.state.kind === 'invited'
  const isChanged = JSON.stringify(held) !== JSON.stringify(before)
  const [isLowering, setLowering] = useState(false)
  const { isPending, closeWhenDone } = useCloseWhenDone(onClose)
  const give = () => acts.give(user, held)
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
            <Button
              variant="primary"
              isDisabled={!isChanged}
              isPending={isPending}
              onClick={() => (takesAway(before, held) ? setLowering(true) : closeWhenDone(give()))}
            >
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
      <Acts
        user={user}
        isSysadmin={isSysadmin}
        onAsk={onAsk}
        onReinstate={() => closeWhenDone(acts.act('reinstate', user))}
      />
      {isLowering ? (
        <ConfirmDialog
          title={words.asked.lower.title(callNameOf(user))}
          confirm={words.asked.lower.confirm}
          cancel={words.cancel}
          isDangerous
          failure={<PeopleFailure error={acts.error} />}
          onConfirm={() => give().then(onClose)}
          onClose={() => {
            acts.reset()
            setLowering(false)
          }}
        >
          <p>{words.asked.lower.advice}</p>
        </ConfirmDialog>
      ) : (
        <PeopleFailure error={acts.error} />
      )}
    </Dialog>
  )
}

type ActsProps = Pick<Props, 'user' | 'isSysadmin' | 'onAsk'> & { onReinstate: () => void }

function Acts({ user, isSysadmin, onAsk, onReinstate }: ActsProps) {
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
            <Button size="small" onClick={onReinstate}>
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
