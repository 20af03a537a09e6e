import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api-context.ts'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { AccountDetails } from './AccountDetails.tsx'
import { ImplementationSkeleton } from './ImplementationSkeleton.tsx'
import { ProfileApi } from './ProfileApi.tsx'
import { implementationQuery } from './queries.ts'
import styles from './ImplementationPage.module.css'

/** Administration > Implementation: what a job needs to call the profile API, and who is let in. */
export function ImplementationPage() {
  const { implementation: words } = useMessages()
  const { data, error, refetch } = useQuery(implementationQuery(useApi()))
  usePageTitle(words.title)

  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      {data ? (
        <>
          {error && <OutOfDate error={error} onRetry={() => void refetch()} />}
          <AccountDetails account={data.account} />
          <ProfileApi implementation={data} />
        </>
      ) : (
        <ImplementationSkeleton />
      )}
    </div>
  )
}
