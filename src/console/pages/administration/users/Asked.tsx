import type { Workspace } from '#contract/workspaces.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import type { Asking } from './asking.ts'
import { callNameOf } from './call-name.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import type { PeopleActs } from './use-people-acts.ts'
import { useWords } from './use-words.ts'
import { WorkspacesDialog } from './WorkspacesDialog.tsx'

type Props = {
  asking: Asking
  workspaces: readonly Workspace[]
  isSysadmin: boolean
  isMailSetUp: boolean
  acts: PeopleActs
  onAsk: (next: Asking | null) => void
}

/** The dialog that is open. */
export function Asked({ asking, workspaces, isSysadmin, isMailSetUp, acts, onAsk }: Props) {
  const words = useWords()
  const onClose = () => onAsk(null)
  if (asking.kind === 'workspaces') return <WorkspacesDialog workspaces={workspaces} onClose={onClose} />
  const { user } = asking
  if (asking.kind === 'link') return <LinkDialog user={user} isMailSetUp={isMailSetUp} onClose={onClose} />
  if (asking.kind === 'person') {
    return (
      <PersonDialog
        user={user}
        workspaces={workspaces}
        isSysadmin={isSysadmin}
        onAsk={onAsk}
        onGive={(held) => acts.give(user, held)}
        onReinstate={() => acts.act('reinstate', user)}
        onClose={onClose}
      />
    )
  }
  const question = asking.kind === 'lower' ? words.asked.lower : words.asked[asking.act]
  return (
    <ConfirmDialog
      title={question.title(callNameOf(user))}
      confirm={question.confirm}
      cancel={words.cancel}
      isDangerous
      onConfirm={() => (asking.kind === 'lower' ? acts.give(user, asking.held) : acts.act(asking.act, user))}
      onClose={onClose}
    >
      <p>{question.advice}</p>
    </ConfirmDialog>
  )
}
