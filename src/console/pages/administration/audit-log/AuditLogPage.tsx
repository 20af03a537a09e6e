import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { AUDIT_COUNT_LIMIT, exportAuditCsv, exportAuditJsonLines } from '#contract/audit.ts'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import type { Formats } from '../../../messages/formats.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { signedOutKind } from '../../../session.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { NotUnderstood } from '../../../ui/NotUnderstood.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import styles from './AuditLogPage.module.css'
import { ChainState } from './ChainState.tsx'
import { FilterFields } from './FilterFields.tsx'
import { askedBy, filtersIn, searchOf } from './filters.ts'
import { auditQuery, type Overview } from './queries.ts'
import { RecordList } from './RecordList.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** Administration > Audit log: what happened, and by whom. What of it is shown stands in the address. */
export default function AuditLogPage() {
  const words = useWords()
  const { number } = useFormats()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const { filters, notUnderstood } = filtersIn(search)
  const [overview, noteOverview] = useState<Overview | null>(null)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...auditQuery(useRequest(), filters),
    placeholderData: (shown) => shown,
    // With other filters before, the page stays and says so in the list's place.
    throwOnError: (failure) => overview === null && !signedOutKind(failure),
  })
  if (data?.overview && data.overview !== overview) noteOverview(data.overview)
  usePageTitle(words.title)
  useReturnFocus(overview !== null)

  const title = data?.overview ? countOf(data.overview, words, number) : words.records
  const asked = new URLSearchParams(askedBy(filters)).toString()
  const fileOf = ({ path }: { path: string }) => (asked === '' ? path : `${path}?${asked}`)
  return (
    <div className={styles.page}>
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.advice}</p>
        </div>
        <div className={styles.exports}>
          <DownloadLink href={fileOf(exportAuditCsv)}>{words.exportCsv}</DownloadLink>
          <DownloadLink href={fileOf(exportAuditJsonLines)}>{words.exportJsonLines}</DownloadLink>
        </div>
      </header>
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      <NotUnderstood title={words.notUnderstood} parts={notUnderstood} />
      <div className={styles.chain}>
        {overview ? <ChainState overview={overview} /> : <Skeleton lines={2} narrow={5} />}
      </div>
      <Card
        title={title}
        help={<Help to="console#records" about={words.records} />}
        advice={words.exportHolds}
      >
        {/* For the ear, which does not notice that the title changes with the filters. */}
        <output className="visually-hidden">{data && !isPlaceholderData && title}</output>
        <FilterFields
          filters={filters}
          people={overview?.people ?? []}
          onChange={(next, isFurther) =>
            void navigate({ pathname, search: searchOf(next) }, { replace: isFurther })
          }
        />
        {data ? (
          <RecordList key={searchOf(filters)} filters={filters} log={data} isComing={isPlaceholderData} />
        ) : error ? (
          <PartFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={60} narrow={90} />
        )}
      </Card>
    </div>
  )
}

function countOf({ count }: Overview, { found, moreThan }: Words, number: Formats['number']): string {
  return count === null ? moreThan(number(AUDIT_COUNT_LIMIT)) : found(count, number(count))
}
