import type { ListedUser, UserList } from '#contract/users.ts'
import type { Workspace } from '#contract/workspaces.ts'
import { handFocusTo } from '../../../hand-focus.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import { useAct } from '../../../use-act.ts'
import { callNameOf } from './call-name.ts'
import type { Filters } from './filters.ts'
import { PeopleFailure } from './PeopleFailure.tsx'
import { PersonState } from './PersonState.tsx'
import { showMoreMutation } from './queries.ts'
import styles from './PeopleList.module.css'
import { useWords } from './use-words.ts'

/** The list, which stays when somebody is removed. */
const LIST_ID = 'people'
const handFocusOn = handFocusTo(LIST_ID)

type Props = {
  filters: Filters
  list: UserList
  workspaces: readonly Workspace[]
  /** Id of the person who looks. */
  ownId: string | undefined
  /** Whether it is still whom other filters let through. */
  isComing: boolean
  onOpen: (user: ListedUser) => void
}

/** One person a row, by name. */
export function PeopleList({ filters, list, workspaces, ownId, isComing, onOpen }: Props) {
  const words = useWords()
  const columns = useColumns({ workspaces, ownId, onOpen })
  const more = useAct(showMoreMutation(useRequest()))
  if (list.users.length === 0) return <p className={styles.none}>{words.none}</p>
  const { cursor } = list
  return (
    <div id={LIST_ID} className={styles.list} tabIndex={-1} aria-busy={isComing}>
      <Table label={words.people} columns={columns} rows={list.users} keyOf={({ id }) => id} />
      <TimeZone />
      <PeopleFailure error={more.error} />
      {cursor !== null && (
        <div>
          <Button isPending={more.isPending} onClick={() => more.mutate({ filters, cursor })}>
            {words.showMore}
          </Button>
        </div>
      )}
    </div>
  )
}

function useColumns({
  workspaces,
  ownId,
  onOpen,
}: Pick<Props, 'workspaces' | 'ownId' | 'onOpen'>): Column<ListedUser>[] {
  const { columns, never } = useWords()
  return [
    { title: columns.person, cell: (user) => <Person user={user} isSelf={user.id === ownId} /> },
    { title: columns.roles, cell: (user) => <Roles user={user} workspaces={workspaces} /> },
    { title: columns.state, cell: ({ state }) => <PersonState state={state} /> },
    {
      title: columns.lastSeen,
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? never : <Moment at={lastSeenAt} />),
    },
    {
      title: columns.acts,
      isTitleHidden: true,
      cell: (user) => <Change user={user} onOpen={onOpen} />,
    },
  ]
}

function Change({ user, onOpen }: { user: ListedUser; onOpen: Props['onOpen'] }) {
  const words = useWords()
  return (
    <span className={styles.act}>
      <Button
        ref={handFocusOn}
        size="small"
        aria-label={words.of(words.change, callNameOf(user))}
        onClick={() => onOpen(user)}
      >
        {words.change}
      </Button>
    </span>
  )
}

function Person({ user: { name, email }, isSelf }: { user: ListedUser; isSelf: boolean }) {
  const words = useWords()
  const [, local = email, host = ''] = /^(.*)(@.*)$/s.exec(email) ?? []
  return (
    <div className={styles.person}>
      <span>
        <span>{name === '' ? words.nameless : name}</span>{' '}
        {isSelf && <span className={styles.you}>{words.you}</span>}
      </span>
      <span className={styles.email}>
        {local}
        <wbr />
        {host}
      </span>
    </div>
  )
}

function Roles({ user, workspaces }: { user: ListedUser; workspaces: readonly Workspace[] }) {
  const words = useWords()
  const { shell } = useMessages()
  const nameOf = (id: string) => workspaces.find((workspace) => workspace.id === id)?.name ?? id
  if (!user.sysadmin && user.roles.length === 0) return words.holdsNothing
  return (
    <div className={styles.roles}>
      {user.sysadmin && <span>{shell.roles.sysadmin}</span>}
      {user.roles.map(({ workspace, role }) => (
        <span key={workspace}>{shell.roleIn(shell.roles[role], nameOf(workspace))}</span>
      ))}
    </div>
  )
}
