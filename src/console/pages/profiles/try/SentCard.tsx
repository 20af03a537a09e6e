import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { type Batch, type BatchFailure, getBatchFailures } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { PartFailure } from '../../../failures/PartFailure.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { batchQuery } from './queries.ts'
import styles from './TryPage.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** A batch that was taken in: how far it has come, and which rows were not applied. */
export function SentCard({ batchId, say }: { batchId: string; say: (words: string) => void }) {
  const words = useWords()
  const { number } = useFormats()
  const { data: batch, error, refetch } = useQuery(batchQuery(useRequest(), batchId))
  const placeRef = useRef<HTMLDivElement>(null)
  // The button that sent it has gone.
  useEffect(() => placeRef.current?.focus(), [])
  const isDone = batch?.state === 'complete'
  const told = isDone ? outcomeOf(batch, words, number) : null
  const tell = useEffectEvent(() => told !== null && say(told))
  useEffect(() => {
    if (isDone) tell()
  }, [isDone])
  return (
    <div ref={placeRef} className={styles.place} tabIndex={-1}>
      <Card
        title={words.takenIn}
        help={<Help to="console#sending-it" about={words.takenIn} />}
        advice={<code translate="no">{batchId}</code>}
      >
        {batch && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
        {batch ? (
          <>
            <Progress
              label={words.applying}
              done={batch.consumedCount}
              of={batch.batchSize}
              written={words.appliedOf(number(batch.consumedCount), number(batch.batchSize))}
            />
            {told !== null && (
              <Notice tone={batch.failures.length > 0 ? 'warning' : 'success'} title={told}>
                <p>{words.lookUp}</p>
              </Notice>
            )}
            {batch.state === 'stuck' && <Notice tone="error" title={words.stuck} />}
            {batch.failures.length > 0 && <Failures batch={batch} />}
          </>
        ) : error ? (
          <PartFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={3} />
        )}
      </Card>
    </div>
  )
}

const outcomeOf = (
  { successfulUpdates, profilesNotFound, failedUpdates }: Batch,
  { applied, notApplied }: Words,
  number: (amount: number) => string,
) => {
  const failed = profilesNotFound + failedUpdates
  const done = applied(successfulUpdates, number(successfulUpdates))
  return failed === 0 ? done : `${done} ${notApplied(failed, number(failed))}`
}

function Failures({ batch: { batchId, failures } }: { batch: Batch }) {
  const words = useWords()
  const { number } = useFormats()
  return (
    <section className={styles.part}>
      <h3>{words.failedRows}</h3>
      <Table
        label={words.failedRows}
        columns={columnsIn(words, number)}
        rows={failures}
        keyOf={({ line }) => String(line)}
      />
      <div className={styles.acts}>
        <DownloadLink href={pathOf(getBatchFailures, { batchId })}>{words.allAsCsv}</DownloadLink>
      </div>
    </section>
  )
}

const columnsIn = (
  { identifier, lineColumn, reason, reasons }: Words,
  number: (amount: number) => string,
): Column<BatchFailure>[] => [
  { title: identifier, cell: ({ id }) => <code translate="no">{id}</code> },
  { title: lineColumn, isNumber: true, cell: ({ line }) => number(line) },
  { title: reason, cell: (failure) => reasons[failure.reason] },
]
