import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { type BatchFailure, type BatchSummary, getBatchFailures } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { Link } from '../../../shell/Link.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import { useAct } from '../../../use-act.ts'
import { Became } from './Became.tsx'
import { CallerOf } from './CallerOf.tsx'
import { searchOf, shownAt } from './filters.ts'
import { GiveUpQuestion } from './GiveUpQuestion.tsx'
import { batchQuery, moreFailuresMutation } from './queries.ts'
import { Took } from './Took.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = { batchId: string; mayDecide: boolean; say: (words: string) => void }

/** One batch: what became of it, and each of its rows that was not applied. */
export function OneBatch({ batchId, mayDecide, say }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { pathname, search } = useLocation()
  const request = useRequest()
  const { data: batch, error, refetch } = useQuery({ ...batchQuery(request, batchId), throwOnError: false })
  const [asked, setAsked] = useState<BatchSummary | null>(null)
  useReturnFocus(batch !== undefined || error !== null)
  return (
    <>
      <p>
        <Link to={pathname + searchOf({ ...shownAt(search).shown, batchId: null })}>{words.backToList}</Link>
      </p>
      <Card
        title={words.oneBatch}
        help={<Help to="console#one-batch" about={words.oneBatch} />}
        advice={<code translate="no">{batchId}</code>}
      >
        {batch && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
        {batch ? (
          <>
            <Facts>
              <div>
                <dt>{words.received}</dt>
                <dd>
                  <Moment at={batch.receivedAt} />
                </dd>
              </div>
              <div>
                <dt>{words.caller}</dt>
                <dd>
                  <CallerOf batch={batch} />
                </dd>
              </div>
              <div>
                <dt>{words.rows}</dt>
                <dd>{number(batch.batchSize)}</dd>
              </div>
              <div>
                <dt>{words.took}</dt>
                <dd>
                  <Took batch={batch} now={batch.now} />
                </dd>
              </div>
            </Facts>
            <TimeZone />
            <Became batch={batch} mayDecide={mayDecide} say={say} onGiveUp={setAsked} />
            {asked && <GiveUpQuestion batch={asked} now={batch} say={say} onClose={() => setAsked(null)} />}
          </>
        ) : error ? (
          <PartFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </Card>
      {batch && batch.failures.length > 0 && (
        <Failures batchId={batchId} first={batch.failures} next={batch.nextFailures} />
      )}
    </>
  )
}

type FailuresProps = {
  batchId: string
  first: BatchFailure[]
  /** Behind which line there are more; null for none. */
  next: number | null
}

/** What was shown when it was asked for: `firstLine` is of the first row that came last. */
type Following = { failures: BatchFailure[]; next: number | null; firstLine: number | undefined }

function Failures({ batchId, first, next }: FailuresProps) {
  const words = useWords()
  const { number } = useFormats()
  const { mutate: showMore, isPending, error } = useAct(moreFailuresMutation(useRequest()))
  const [more, setMore] = useState<Following | null>(null)
  const after = more === null ? next : more.next
  return (
    <Card
      title={words.failedRows}
      help={<Help to="console#one-batch" about={words.failedRows} />}
      advice={words.failedRowsAdvice}
      actions={<DownloadLink href={pathOf(getBatchFailures, { batchId })}>{words.allAsCsv}</DownloadLink>}
    >
      <Table
        label={words.failedRows}
        columns={columnsIn(words, number, more?.firstLine)}
        rows={[...first, ...(more?.failures ?? [])]}
        keyOf={({ line }) => String(line)}
      />
      <InlineFailure error={error} />
      {after !== null && (
        <div>
          <Button
            isPending={isPending}
            onClick={() =>
              showMore(
                { batchId, after },
                {
                  onSuccess: ({ failures, nextFailures }) =>
                    setMore({
                      failures: [...(more?.failures ?? []), ...failures],
                      next: nextFailures,
                      firstLine: failures[0]?.line,
                    }),
                },
              )
            }
          >
            {words.showMore}
          </Button>
        </div>
      )}
    </Card>
  )
}

const columnsIn = (
  { identifier, line, reason, reasons }: Words,
  number: (amount: number) => string,
  focusedLine: number | undefined,
): Column<BatchFailure>[] => [
  {
    title: identifier,
    cell: ({ id, line: ownLine }) => (
      <code translate="no" tabIndex={-1} ref={ownLine === focusedLine ? takeFocus : undefined}>
        {id}
      </code>
    ),
  },
  { title: line, isNumber: true, cell: (failure) => number(failure.line) },
  { title: reason, cell: (failure) => reasons[failure.reason] },
]

/** Always the same function, so that it is called once for a row. */
const takeFocus = (element: HTMLElement | null) => element?.focus()
