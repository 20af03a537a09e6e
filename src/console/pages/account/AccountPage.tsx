import { useQuery } from '@tanstack/react-query'
import { OutOfDate } from '../../failures/OutOfDate.tsx'
import { useRequest } from '../../request-context.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { sessionQuery } from '../../session.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Announcement } from '../../ui/Announcement.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useAnnouncement } from '../../ui/use-announcement.ts'
import styles from './AccountPage.module.css'
import { Appearance } from './Appearance.tsx'
import { NameCard } from './NameCard.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { accountQuery, passkeysQuery } from './queries.ts'
import { Rights } from './Rights.tsx'
import { SessionsCard } from './SessionsCard.tsx'
import { useWords } from './use-words.ts'

/** Your account: who one is, how one signs in, where one is signed in, what one may do and whom to ask for more. */
export default function AccountPage() {
  const words = useWords()
  const request = useRequest()
  const { data: state } = useQuery({ ...sessionQuery(request), enabled: false })
  const { data, error, refetch } = useQuery(accountQuery(request))
  // Asked for at once with the rest, and waited for: what is below it would move.
  const { data: passkeys } = useQuery(passkeysQuery(request))
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
      <NameCard name={session.user.name} say={say} />
      {data && (data.isProviderOnly || passkeys) ? (
        <>
          {data.isProviderOnly || !passkeys ? (
            <Card
              title={words.signingIn}
              help={<Help to="console#signing-in" about={words.signingIn} />}
              advice={words.atProviderOnly}
            />
          ) : (
            <>
              <PasswordCard email={session.user.email} hasPassword={data.hasPassword} say={say} />
              <PasskeysCard own={passkeys} say={say} />
            </>
          )}
          <SessionsCard sessions={data.sessions} hasPassword={data.hasPassword} say={say} />
          <Appearance />
          <Rights session={session} administrators={data.administrators} />
        </>
      ) : (
        <>
          <Card
            title={words.password}
            help={<Help to="console#your-password" about={words.password} />}
            advice={words.passwordAdvice}
          >
            <Skeleton lines={13.4} />
          </Card>
          <Card
            title={words.passkeys}
            help={<Help to="console#your-passkeys" about={words.passkeys} />}
            advice={words.passkeysAdvice}
          >
            <Skeleton lines={1.9} narrow={3.3} />
          </Card>
          <Card
            title={words.sessions}
            help={<Help to="console#your-sessions" about={words.sessions} />}
            advice={words.sessionsAdvice}
          >
            <Skeleton lines={6.3} narrow={10} />
          </Card>
          <Card
            title={words.appearance}
            help={<Help to="console#language-and-theme" about={words.appearance} />}
            advice={words.appearanceAdvice}
          >
            <Skeleton lines={7} narrow={10.2} />
          </Card>
          <Card title={words.rights} help={<Help to="console#what-you-may-do" about={words.rights} />}>
            <Skeleton lines={18.5} narrow={23.4} />
          </Card>
        </>
      )}
      <Announcement said={said} />
    </div>
  )
}
