import { type BatchSummary, getBatchFailures } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../messages/service-clock.ts'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import styles from './BatchesPage.module.css'
import { useWords } from './use-words.ts'

/** What became of a batch; a bar only where something is on its way or stuck. */
export function Outcome({ batch }: { batch: BatchSummary }) {
  const words = useWords()
  switch (batch.state) {
    case 'complete':
      return <Applied batch={batch} />
    case 'incomplete':
      return <Progress batch={batch} />
    case 'stuck':
      return (
        <div className={styles.outcome}>
          <State tone="error" icon="alert" text={words.stuck} />
          <Progress batch={batch} />
          <p>{words.stuckMeans}</p>
        </div>
      )
    case 'given-up':
      return <GivenUp batch={batch} />
    default:
      return (
        <div className={styles.outcome}>
          <State tone="error" icon="refused" text={words.refused} />
          <p>
            {words.callerWasTold} <q lang="en">{batch.refusal}</q>
          </p>
        </div>
      )
  }
}

type StateProps = { tone: 'success' | 'warning' | 'error'; icon: IconName; text: string }

const State = ({ tone, icon, text }: StateProps) => (
  <p className={styles.state} data-tone={tone}>
    <Icon name={icon} />
    <span>{text}</span>
  </p>
)

function Applied({
  batch: { batchId, successfulUpdates, profilesNotFound, failedUpdates },
}: {
  batch: BatchSummary
}) {
  const words = useWords()
  const { number, list } = useFormats()
  if (profilesNotFound + failedUpdates === 0)
    return <State tone="success" icon="done" text={words.allApplied} />
  const parts = [
    words.applied(successfulUpdates, number(successfulUpdates)),
    ...(failedUpdates > 0 ? [words.failed(failedUpdates, number(failedUpdates))] : []),
    ...(profilesNotFound > 0 ? [words.notFound(profilesNotFound, number(profilesNotFound))] : []),
  ]
  return (
    <div className={styles.outcome}>
      <State tone="warning" icon="alert" text={list(parts)} />
      <div>
        <DownloadLink href={pathOf(getBatchFailures, { batchId })}>{words.notAppliedAsCsv}</DownloadLink>
      </div>
    </div>
  )
}

function GivenUp({ batch: { consumedCount, batchSize, lastAct } }: { batch: BatchSummary }) {
  const words = useWords()
  const { number, when } = useFormats()
  const now = useServiceNow()
  return (
    <div className={styles.outcome}>
      <State tone="warning" icon="alert" text={words.givenUp} />
      <p>{words.doneOf(number(consumedCount), number(batchSize))}</p>
      {lastAct && <p>{words.decidedBy(lastAct.by, when(lastAct.at, now))}</p>}
    </div>
  )
}

function Progress({ batch: { state, consumedCount, batchSize } }: { batch: BatchSummary }) {
  const words = useWords()
  const { locale, number } = useFormats()
  const written = words.doneOf(number(consumedCount), number(batchSize))
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(shareOf(consumedCount, batchSize))
  return (
    <div className={styles.progress} data-state={state}>
      {state === 'incomplete' && <strong>{share}</strong>}
      <span>{written}</span>
      <progress aria-label={written} value={consumedCount} max={Math.max(batchSize, 1)} />
    </div>
  )
}

/** Rounded down: all of it is only what is done. */
const shareOf = (done: number, all: number) => Math.floor((100 * done) / Math.max(all, 1)) / 100
