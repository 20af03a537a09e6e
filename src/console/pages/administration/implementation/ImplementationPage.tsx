import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useLocation } from 'react-router-dom'
import type { ServiceRequest } from '#client/request.ts'
import { useRequest } from '../../../request-context.ts'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import type { PageProps } from '../../../page-props.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { AccountDetails } from './AccountDetails.tsx'
import { linesOfCallers } from './callers-lines.ts'
import { callersCard } from './callers/lazy.ts'
import { ImplementationSkeleton } from './ImplementationSkeleton.tsx'
import { ProfileApi } from './ProfileApi.tsx'
import { implementationQuery, type ReceivedImplementation } from './queries.ts'
import styles from './ImplementationPage.module.css'
import { refusedCard } from './refused/lazy.ts'
import { RefusedPlace } from './refused/RefusedPlace.tsx'
import { TransportNotice } from './TransportNotice.tsx'
import { useWords } from './use-words.ts'

/** How often it is asked who has moved, while the page is looked at. */
const POLL_MS = 30_000

/** Whether the page counts off who sends the newest token: ahead of the switch, and while an old one works. */
const isWatched = (known: ReceivedImplementation | undefined) =>
  known !== undefined &&
  known.callers !== null &&
  (known.settings.enableProfileApiAuthentication ? known.oldTokens.working.length > 0 : known.token !== null)

const preparedAbove = async ({ refused }: Pick<ReceivedImplementation, 'refused'>) =>
  refused !== null && refusedCard.prepare().catch(() => {})

const pageQuery = (request: ServiceRequest) => implementationQuery(request, preparedAbove)

/** Loads what the page shows before it is shown; that it does not come is told in its place. */
export const prefetchImplementation = (client: QueryClient, request: ServiceRequest) =>
  client.prefetchQuery(pageQuery(request))

/**
 * Administration > Implementation: what a job needs to call the profile API, and who is let in.
 *
 * @param clientInPath the client code may also be `?client=`
 */
export default function ImplementationPage({ clientInPath }: PageProps) {
  const words = useWords()
  const { data, error, refetch } = useQuery({
    ...pageQuery(useRequest()),
    refetchInterval: ({ state }) => isWatched(state.data) && POLL_MS,
  })
  const { search } = useLocation()
  const client = clientInPath ?? new URLSearchParams(search).get('client')
  usePageTitle(words.title)
  useReturnFocus(data !== undefined)

  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      {data ? (
        <>
          {error && <OutOfDate error={error} onRetry={() => void refetch()} />}
          {client !== null && client !== data.account.clientCode && (
            <Notice tone="warning" title={words.otherClientTitle(client)}>
              {words.otherClientAdvice(data.account.clientCode)}
            </Notice>
          )}
          <RefusedPlace implementation={data} />
          <TransportNotice session={data.session} />
          <AccountDetails account={data.account} />
          <ProfileApi implementation={data} />
          {data.callers && (
            <PartPlace fallback={<Skeleton {...linesOfCallers(data.callers)} />}>
              <callersCard.Component implementation={data} />
            </PartPlace>
          )}
        </>
      ) : (
        <ImplementationSkeleton />
      )}
    </div>
  )
}
