import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router-dom'
import { useRequest } from '../../../request-context.ts'
import { sessionQuery } from '../../../session.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { NotUnderstood } from '../../../ui/NotUnderstood.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { BatchList } from './BatchList.tsx'
import styles from './BatchesPage.module.css'
import { shownAt } from './filters.ts'
import { OneBatch } from './OneBatch.tsx'
import { useWords } from './use-words.ts'

/** Profiles > Batches: what callers sent, and what became of every row. What of it is shown stands in the address. */
export default function BatchesPage() {
  const words = useWords()
  const { search } = useLocation()
  const { data: state } = useQuery({ ...sessionQuery(useRequest()), enabled: false })
  const { said, say } = useAnnouncement()
  const { shown, notUnderstood } = shownAt(search)
  usePageTitle(words.title)
  if (state?.kind !== 'signed-in') return null

  const mayDecide = state.session.permitted.includes('batches.update')
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      <NotUnderstood title={words.notUnderstood} parts={notUnderstood} />
      {shown.batchId === null ? (
        <BatchList filters={shown} mayDecide={mayDecide} say={say} />
      ) : (
        <OneBatch key={shown.batchId} batchId={shown.batchId} mayDecide={mayDecide} say={say} />
      )}
      <Announcement said={said} />
    </div>
  )
}
