import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { sessionQuery, signedOutKind } from '../../../session.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { leave } from '../../../shown-once/leave.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { Asked } from './Asked.tsx'
import { type Asking, INVITE_ID } from './asking.ts'
import { FilterFields } from './FilterFields.tsx'
import { filtersIn, searchOf } from './filters.ts'
import { InvitePeople } from './InvitePeople.tsx'
import { PeopleList } from './PeopleList.tsx'
import { usersQuery, workspacesQuery } from './queries.ts'
import { usePeopleActs } from './use-people-acts.ts'
import styles from './UsersPage.module.css'
import { useWords } from './use-words.ts'

/** Administration > Users: who may do what, in each workspace. Who is shown stands in the address. */
export default function UsersPage() {
  const words = useWords()
  const request = useRequest()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const filters = filtersIn(search)
  const [wasShown, noteShown] = useState(false)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...usersQuery(request, filters),
    placeholderData: (shown) => shown,
    // With other filters before, the page stays and says so in the list's place.
    throwOnError: (failure) => !wasShown && !signedOutKind(failure),
  })
  if (data && !wasShown) noteShown(true)
  const { data: workspaces } = useQuery(workspacesQuery(request))
  const { data: session } = useQuery({ ...sessionQuery(request), enabled: false })
  const { said, say } = useAnnouncement()
  const acts = usePeopleActs(say)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isInviting, setInviting] = useState(false)
  usePageTitle(words.title)
  useReturnFocus(wasShown && workspaces !== undefined)

  const me = session?.kind === 'signed-in' ? session.session : null
  const isSysadmin = me?.permitted.includes('users.manage') ?? false
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.advice}</p>
        </div>
        <div className={styles.acts}>
          {isSysadmin && (
            <Button isDisabled={!workspaces} onClick={() => setAsking({ kind: 'workspaces' })}>
              {words.workspaces}
            </Button>
          )}
          <Button
            id={INVITE_ID}
            icon="add"
            variant={isInviting ? 'secondary' : 'primary'}
            isDisabled={!data || !workspaces}
            aria-expanded={isInviting}
            onClick={() => leave(() => setInviting(!isInviting))}
          >
            {words.invite}
          </Button>
        </div>
      </header>
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      {isInviting && workspaces && (
        <InvitePeople
          workspaces={workspaces}
          mayMakeSysadmin={isSysadmin}
          isMailSetUp={data?.isMailSetUp ?? false}
          onClose={() => {
            document.getElementById(INVITE_ID)?.focus()
            setInviting(false)
          }}
        />
      )}
      <Card title={words.people} help={<Help to="console#people" about={words.people} />}>
        <FilterFields
          filters={filters}
          counts={data?.counts}
          workspaces={workspaces ?? []}
          onChange={(next) => void navigate({ pathname, search: searchOf(next) })}
        />
        {data && workspaces ? (
          <PeopleList
            key={searchOf(filters)}
            filters={filters}
            list={data}
            workspaces={workspaces}
            ownId={me?.user.id}
            isComing={isPlaceholderData}
            onOpen={(user) => setAsking({ kind: 'person', user })}
          />
        ) : error ? (
          <PartFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={24} narrow={60} />
        )}
      </Card>
      <Announcement said={said} />
      {asking && data && workspaces && (
        <Asked
          asking={asking}
          people={data.users}
          workspaces={workspaces}
          isSysadmin={isSysadmin}
          isMailSetUp={data.isMailSetUp}
          acts={acts}
          onAsk={(next) => {
            acts.reset()
            setAsking(next)
          }}
        />
      )}
    </div>
  )
}
