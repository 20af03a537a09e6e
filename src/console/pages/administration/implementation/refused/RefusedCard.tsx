import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { OutOfDate } from '../../../../failures/OutOfDate.tsx'
import { useRequest } from '../../../../request-context.ts'
import { REFUSED_POLL_MS, refusedQuery } from '../../../../refused-calls.ts'
import { Announcement } from '../../../../ui/Announcement.tsx'
import { TimeZone } from '../../../../ui/TimeZone.tsx'
import { useAnnouncement } from '../../../../ui/use-announcement.ts'
import type { ReceivedImplementation } from '../queries.ts'
import { Done, NotDone } from './Outcome.tsx'
import styles from './RefusedCard.module.css'
import { RefusedHead } from './RefusedHead.tsx'
import { RefusedTable } from './RefusedTable.tsx'
import { useWayBack } from './use-way-back.ts'
import { WaysBack } from './WaysBack.tsx'

type Props = {
  implementation: ReceivedImplementation
}

/** Which calls are refused since a change, whose and why, and the way back; and what became of it once it was taken. */
export default function RefusedCard({ implementation }: Props) {
  const { permitted } = implementation.session
  const { data, error, refetch } = useQuery({
    ...refusedQuery(useRequest()),
    enabled: permitted.includes('callers.view'),
    refetchInterval: REFUSED_POLL_MS.shown,
  })
  const way = useWayBack(implementation)
  const { said, say } = useAnnouncement()
  const id = useId()
  const refused = implementation.settings.enableProfileApiAuthentication ? (data ?? null) : null
  return (
    <>
      <Announcement said={said} />
      {way.isDone && <Done way={way} say={say} />}
      {refused === null ? (
        <NotDone way={way} />
      ) : (
        <section className={styles.card} aria-labelledby={id}>
          <RefusedHead id={id} refused={refused} />
          <div className={styles.body}>
            {error && <OutOfDate error={error} onRetry={() => void refetch()} />}
            <RefusedTable {...refused} />
            <TimeZone />
            <WaysBack implementation={implementation} refused={refused} way={way} />
          </div>
        </section>
      )}
    </>
  )
}
