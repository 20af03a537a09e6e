import type { BatchList, BatchSummary } from '#contract/batches.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import type { Formats } from '../../../messages/formats.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { useAct } from '../../../use-act.ts'
import styles from './BatchesPage.module.css'
import { type Filters, searchOf } from './filters.ts'
import { Outcome } from './Outcome.tsx'
import { showOlderMutation } from './queries.ts'
import { Took } from './Took.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = {
  filters: Filters
  list: BatchList
  /** Whether it is still what other filters let through. */
  isComing: boolean
}

/** The batches that the filters let through, and a way to those that follow. */
export function BatchesTable({ filters, list: { batches, older }, isComing }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { mutate: showOlder, isPending, error } = useAct(showOlderMutation(useRequest()))
  if (batches.length === 0 && !isComing)
    return <p>{searchOf(filters) === '' ? words.none : words.noneFits}</p>
  return (
    <div className={styles.list} aria-busy={isComing}>
      <Table
        label={words.title}
        columns={columnsIn(words, number)}
        rows={batches}
        keyOf={({ batchId }) => batchId}
      />
      <InlineFailure error={error} />
      {older !== null && (
        <div>
          <Button isPending={isPending} onClick={() => showOlder({ filters, before: older })}>
            {words.showOlder}
          </Button>
        </div>
      )}
    </div>
  )
}

const columnsIn = (words: Words, number: Formats['number']): Column<BatchSummary>[] => [
  {
    title: words.received,
    cell: ({ receivedAt, batchId, state }) => (
      <div className={styles.two}>
        <Moment at={receivedAt} />
        {state !== 'refused' && <code translate="no">{batchId}</code>}
      </div>
    ),
  },
  {
    title: words.caller,
    cell: ({ caller, version, idKind }) => (
      <div className={styles.two}>
        <span>{nameOf(caller) ?? words.unknownCaller}</span>
        <span translate="no">{[`v${version}`, idKind].filter((known) => known !== null).join(', ')}</span>
      </div>
    ),
  },
  {
    title: words.rows,
    isNumber: true,
    cell: ({ state, batchSize }) => (state === 'refused' ? '–' : number(batchSize)),
  },
  { title: words.outcome, cell: (batch) => <Outcome batch={batch} /> },
  { title: words.took, cell: (batch) => <Took batch={batch} /> },
]

const nameOf = (caller: BatchSummary['caller']) =>
  caller && (caller.name ?? caller.address ?? caller.userAgent)
