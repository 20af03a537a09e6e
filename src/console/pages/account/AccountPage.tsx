import { useQuery } from '@tanstack/react-query'
import { OutOfDate } from '../../failures/OutOfDate.tsx'
import { useRequest } from '../../request-context.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { sessionQuery } from '../../session.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Announcement } from '../../ui/Announcement.tsx'
import { Card } from '../../ui/Card.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TimeZone } from '../../ui/TimeZone.tsx'
import { useAnnouncement } from '../../ui/use-announcement.ts'
import styles from './AccountPage.module.css'
import { Appearance } from './Appearance.tsx'
import { NameCard } from './NameCard.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { accountQuery } from './queries.ts'
import { Rights } from './Rights.tsx'
import { SessionsCard } from './SessionsCard.tsx'
import { useWords } from './use-words.ts'

/** Your account: who one is, how one signs in, where one is signed in, what one may do and whom to ask for more. */
export default function AccountPage() {
  const words = useWords()
  const request = useRequest()
  const { data: state } = useQuery({ ...sessionQuery(request), enabled: false })
  const { data, error, refetch } = useQuery(accountQuery(request))
  const { said, say } = useAnnouncement()
  usePageTitle(words.title)
  useReturnFocus(data !== undefined)
  if (state?.kind !== 'signed-in') return null
  const { session } = state
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p translate="no">{session.user.email}</p>
      </header>
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <NameCard name={session.user.name} say={say} />
          {data.isProviderOnly ? (
            <Card title={words.signingIn} advice={words.atProviderOnly} />
          ) : (
            <>
              <PasswordCard email={session.user.email} hasPassword={data.hasPassword} say={say} />
              <PasskeysCard say={say} />
            </>
          )}
          <SessionsCard sessions={data.sessions} hasPassword={data.hasPassword} say={say} />
          <Appearance />
          <Rights session={session} administrators={data.administrators} />
          <TimeZone />
        </>
      ) : (
        <Skeleton lines={20} />
      )}
      <Announcement said={said} />
    </div>
  )
}
