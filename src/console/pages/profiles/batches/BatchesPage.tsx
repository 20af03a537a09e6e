import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { BatchesTable } from './BatchesTable.tsx'
import styles from './BatchesPage.module.css'
import { FilterFields } from './FilterFields.tsx'
import { filtersIn, searchOf } from './filters.ts'
import { batchesQuery } from './queries.ts'
import { useWords } from './use-words.ts'

/** Profiles > Batches: what callers sent, and what became of it. What of it is shown stands in the address. */
export default function BatchesPage() {
  const words = useWords()
  const { duration } = useFormats()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const { filters, notUnderstood } = filtersIn(search)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...batchesQuery(useRequest(), filters),
    placeholderData: (shown) => shown,
    throwOnError: false,
  })
  usePageTitle(words.title)
  useReturnFocus(data !== undefined)

  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      {notUnderstood.length > 0 && (
        <Notice tone="warning" title={words.notUnderstood}>
          {notUnderstood.map((part) => (
            <p key={part}>
              <code translate="no">{part}</code>
            </p>
          ))}
        </Notice>
      )}
      <Card
        title={words.received}
        {...(data && {
          advice: data.keptDays === 0 ? words.keptForEver : words.kept(duration(data.keptDays * 86_400)),
        })}
      >
        <FilterFields
          filters={filters}
          counts={data?.counts}
          onChange={(next) => void navigate({ pathname, search: searchOf(next) })}
        />
        {data ? (
          <BatchesTable key={searchOf(filters)} filters={filters} list={data} isComing={isPlaceholderData} />
        ) : error ? (
          <PartFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </Card>
    </div>
  )
}
