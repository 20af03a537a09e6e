import type { ListedUser } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { firstIn } from '../../../failures/failure-text.ts'
import { Overtaken } from '../../../failures/Overtaken.tsx'
import { fateAmong, useOvertaken } from '../../../failures/use-overtaken.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { type Asking, type AskingOfPerson, INVITE_ID } from './asking.ts'
import { callNameOf } from './call-name.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { PeopleFailure } from './PeopleFailure.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import type { PeopleActs } from './use-people-acts.ts'
import { useWords } from './use-words.ts'
import { WorkspacesDialog } from './WorkspacesDialog.tsx'

type Rest = {
  /** As they are now, as far as they are shown: who has changed may be shown no more. */
  people: readonly ListedUser[]
  workspaces: readonly Workspace[]
  isSysadmin: boolean
  isMailSetUp: boolean
  acts: PeopleActs
  onAsk: (next: Asking | null) => void
}

/** The dialog that is open. */
export function Asked({ asking, ...rest }: Rest & { asking: Asking }) {
  const { people, workspaces, isMailSetUp, onAsk } = rest
  const onClose = () => onAsk(null)
  if (asking.kind === 'workspaces') return <WorkspacesDialog workspaces={workspaces} onClose={onClose} />
  if (asking.kind === 'link') {
    const { user } = asking
    return (
      <LinkDialog
        user={user}
        isAnother={fateAmong(people, user) !== null}
        isMailSetUp={isMailSetUp}
        onClose={onClose}
      />
    )
  }
  return <AskedOfPerson asking={asking} {...rest} />
}

const RETURN_TO = [INVITE_ID]

function AskedOfPerson({ asking, people, acts, onAsk, ...rest }: Rest & { asking: AskingOfPerson }) {
  const words = useWords()
  const { user } = asking
  const { error, isPending } = acts
  const onClose = () => onAsk(null)
  const isAnother = fateAmong(people, user) !== null
  const fate = useOvertaken(isAnother && !isPending ? 'changed' : null, error)
  if (fate) {
    return (
      <Overtaken
        title={callNameOf(user)}
        close={words.close}
        fate={fate}
        first={firstIn(error)}
        returnFocusTo={RETURN_TO}
        onClose={onClose}
      />
    )
  }
  if (asking.kind === 'person') {
    return <PersonDialog user={user} acts={acts} onAsk={onAsk} onClose={onClose} {...rest} />
  }
  const question = words.asked[asking.act]
  return (
    <ConfirmDialog
      title={question.title(callNameOf(user))}
      confirm={question.confirm}
      cancel={words.cancel}
      isDangerous
      failure={<PeopleFailure error={error} />}
      returnFocusTo={RETURN_TO}
      onConfirm={() => acts.act(asking.act, user)}
      onClose={onClose}
    >
      <p>{question.advice}</p>
    </ConfirmDialog>
  )
}
