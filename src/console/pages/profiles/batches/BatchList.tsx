import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'
import { BATCH_COUNT_LIMIT, BatchFilter, type BatchSummary } from '#contract/batches.ts'
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
import { Moment } from '../../../ui/Moment.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import { useAct } from '../../../use-act.ts'
import styles from './BatchesPage.module.css'
import { Became } from './Became.tsx'
import { CallerOf } from './CallerOf.tsx'
import { type Filters, Period, searchOf } from './filters.ts'
import { GiveUpQuestion } from './GiveUpQuestion.tsx'
import { batchesQuery, showOlderMutation } from './queries.ts'
import { Took } from './Took.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = { filters: Filters; mayDecide: boolean; say: (words: string) => void }

/** The batches that the filters let through, the newest first. */
export function BatchList({ filters: { only, period }, mayDecide, say }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const request = useRequest()
  const filters = { only, period }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...batchesQuery(request, filters),
    placeholderData: (shown) => shown,
    throwOnError: false,
  })
  const { mutate: showOlder, isPending, error: olderError } = useAct(showOlderMutation(request))
  const [firstNew, setFirstNew] = useState<string>()
  const [asked, setAsked] = useState<BatchSummary | null>(null)
  useReturnFocus(data !== undefined)

  const show = (next: Filters) => void navigate({ pathname, search: searchOf(next) })
  const counted = (name: 'all' | BatchFilter) => {
    if (data === undefined) return words.filters[name]
    const count = data.counts[name]
    return `${words.filters[name]} ${count === null ? words.moreThan(number(BATCH_COUNT_LIMIT)) : number(count)}`
  }
  return (
    <Card
      title={words.sent}
      help={<Help to="console#all-batches" about={words.sent} />}
      advice={data ? keptText(data.keptDays, words, number) : <Skeleton lines={1} width={20} />}
    >
      <div className={styles.filters}>
        {data || error ? (
          <RadioGroup
            legend={words.show}
            isLegendHidden
            choices={(['all', ...BatchFilter.options] as const).map((value) => ({
              value,
              label: counted(value),
            }))}
            value={only ?? 'all'}
            onChange={(value) => show({ period, only: value === 'all' ? null : value })}
          />
        ) : (
          <Skeleton lines={1.7} narrow={4.24} />
        )}
        <SelectField
          label={words.time}
          choices={[
            { value: '', label: words.anyTime },
            ...Period.options.map((value) => ({ value, label: words.periods[value] })),
          ]}
          value={period ?? ''}
          onChange={({ currentTarget: { value } }) =>
            show({ only, period: Period.options.find((known) => known === value) ?? null })
          }
        />
      </div>
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      {data ? (
        <div className={styles.list} aria-busy={isPlaceholderData}>
          {data.batches.length > 0 ? (
            <>
              <Table
                label={words.title}
                columns={columnsIn(words, number, {
                  filters,
                  firstNew,
                  mayDecide,
                  say,
                  now: data.now,
                  onGiveUp: setAsked,
                })}
                rows={data.batches}
                keyOf={({ batchId }) => batchId}
              />
              <TimeZone />
            </>
          ) : (
            !isPlaceholderData && <p>{searchOf(filters) === '' ? words.noneYet : words.none}</p>
          )}
          <InlineFailure error={olderError} />
          {data.older !== null && (
            <div>
              <Button
                isPending={isPending}
                onClick={() =>
                  showOlder(
                    { filters, before: data.older ?? '' },
                    { onSuccess: ({ batches }) => setFirstNew(batches[0]?.batchId) },
                  )
                }
              >
                {words.showOlder}
              </Button>
            </div>
          )}
        </div>
      ) : error ? (
        <PartFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={24} narrow={60} />
      )}
      {asked && (
        <GiveUpQuestion
          batch={asked}
          now={data?.batches.find(({ batchId }) => batchId === asked.batchId)}
          say={say}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  )
}

type Shown = Props & {
  firstNew: string | undefined
  now: string
  onGiveUp: (batch: BatchSummary) => void
}

const columnsIn = (
  { received, caller, rows, state, took }: Words,
  number: (amount: number) => string,
  { filters, firstNew, now, ...deciding }: Shown,
): Column<BatchSummary>[] => [
  {
    title: received,
    cell: (batch) => <Received batch={batch} filters={filters} isFocused={batch.batchId === firstNew} />,
  },
  { title: caller, cell: (batch) => <CallerOf batch={batch} /> },
  {
    title: rows,
    isNumber: true,
    cell: (batch) => (batch.state === 'refused' ? '–' : number(batch.batchSize)),
  },
  { title: state, cell: (batch) => <Became batch={batch} {...deciding} /> },
  { title: took, cell: (batch) => <Took batch={batch} now={now} /> },
]

type ReceivedProps = {
  batch: BatchSummary
  filters: Filters
  /** Whether it gets the focus, because it and those below it have just come. */
  isFocused: boolean
}

function Received({ batch: { batchId, receivedAt, state }, filters, isFocused }: ReceivedProps) {
  const words = useWords()
  const { pathname } = useLocation()
  const ref = isFocused ? takeFocus : undefined
  if (state === 'refused') {
    return (
      <>
        <span ref={ref} tabIndex={-1}>
          <Moment at={receivedAt} />
        </span>
        <small>{words.noId}</small>
      </>
    )
  }
  return (
    <>
      <Link ref={ref} to={pathname + searchOf({ ...filters, batchId })}>
        <Moment at={receivedAt} />
      </Link>
      <small>
        <code translate="no" title={batchId}>
          …<span>{batchId.slice(batchId.lastIndexOf('-'))}</span>
        </code>
      </small>
    </>
  )
}

/** Always the same function, so that it is called once for a batch. */
const takeFocus = (element: HTMLElement | null) => element?.focus()

const keptText = (days: number, { kept, keptForEver }: Words, number: (amount: number) => string) =>
  days === 0 ? keptForEver : kept(days, number(days))
