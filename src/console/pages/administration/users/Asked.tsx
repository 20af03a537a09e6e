import type { ListedUser } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { ApiError } from '#client/api-error.ts'
import { firstIn } from '../../../failures/failure-text.ts'
import { Overtaken } from '../../../failures/Overtaken.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { useEver } from '../../../ui/use-ever.ts'
import { type Asking, type AskingOfPerson, INVITE_ID } from './asking.ts'
import { callNameOf } from './call-name.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { PeopleFailure } from './PeopleFailure.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import type { PeopleActs } from './use-people-acts.ts'
import { useWords } from './use-words.ts'
import { WorkspacesDialog } from './WorkspacesDialog.tsx'

type Rest = {
  /** As they are now, as far as they are shown. */
  people: readonly ListedUser[]
  workspaces: readonly Workspace[]
  isSysadmin: boolean
  isMailSetUp: boolean
  acts: PeopleActs
  onAsk: (next: Asking | null) => void
}

/** The dialog that is open. */
export function Asked({ asking, ...rest }: Rest & { asking: Asking }) {
  const { workspaces, isMailSetUp, onAsk } = rest
  const onClose = () => onAsk(null)
  if (asking.kind === 'workspaces') return <WorkspacesDialog workspaces={workspaces} onClose={onClose} />
  if (asking.kind === 'link') {
    return <LinkDialog user={asking.user} isMailSetUp={isMailSetUp} onClose={onClose} />
  }
  return <AskedOfPerson asking={asking} {...rest} />
}

const RETURN_TO = [INVITE_ID]

/** What was answered when it was about something else already. */
const OVERTAKEN = ['precondition-failed', 'not-found', 'conflict']

function AskedOfPerson({ asking, people, acts, onAsk, ...rest }: Rest & { asking: AskingOfPerson }) {
  const words = useWords()
  const { user } = asking
  const { error, isPending } = acts
  const onClose = () => onAsk(null)
  const now = people.find(({ id }) => id === user.id)
  const isRefused = error instanceof ApiError && OVERTAKEN.includes(error.code)
  if (useEver(isRefused || (!isPending && now?.etag !== user.etag))) {
    const first = firstIn(error)
    return <Overtaken title={callNameOf(user)} close={words.close} first={first} onClose={onClose} />
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
