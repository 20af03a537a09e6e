import type { ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { type BatchSummary, getBatchFailures } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import { handFocusTo } from '../../../hand-focus.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Link } from '../../../shell/Link.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import styles from './BatchesPage.module.css'
import { Deciding } from './Deciding.tsx'
import { searchOf, shownAt } from './filters.ts'
import { placeOf } from './GiveUpQuestion.tsx'
import { useWords } from './use-words.ts'

/** A filter may let a batch through no more that was decided about. */
const handFocusOn = handFocusTo('content')

type Props = {
  batch: BatchSummary
  mayDecide: boolean
  say: (words: string) => void
  onGiveUp: (batch: BatchSummary) => void
}

/** What became of a batch so far, and what can be done about it. */
export function Became({ batch, mayDecide, say, onGiveUp }: Props) {
  const words = useWords()
  const { number, locale } = useFormats()
  const { state, batchSize, consumedCount, refusal } = batch
  const written = words.lookedAt(number(consumedCount), number(batchSize))
  if (state === 'refused') {
    return (
      <div className={styles.became}>
        <Outcome tone="error" icon="refused">
          {words.refused}
        </Outcome>
        <p>
          {words.callerWasTold} <q lang="en">{refusal}</q>
        </p>
      </div>
    )
  }
  return (
    <div id={placeOf(batch)} ref={handFocusOn} className={styles.became} tabIndex={-1}>
      {state === 'incomplete' && (
        <Progress
          label={new Intl.NumberFormat(locale, { style: 'percent' }).format(partOf(batch))}
          done={consumedCount}
          of={batchSize}
          written={written}
        />
      )}
      {state === 'stuck' && (
        <>
          <Progress
            isStuck
            label={words.stuckAt(number(consumedCount + 1))}
            done={consumedCount}
            of={batchSize}
            written={written}
          />
          <p>{words.stuckBecause}</p>
        </>
      )}
      {state === 'given-up' && (
        <Outcome tone="error" icon="ended">
          {words.givenUp(number(batchSize - consumedCount))}
        </Outcome>
      )}
      {state !== 'incomplete' && state !== 'stuck' && <Counts batch={batch} />}
      <LastAct batch={batch} />
      {state === 'stuck' && mayDecide && (
        <Deciding batch={batch} say={say} onGiveUp={() => onGiveUp(batch)} />
      )}
    </div>
  )
}

/** Rounded down, for nothing is whole before it is done. */
const partOf = ({ batchSize, consumedCount }: BatchSummary) =>
  batchSize === 0 ? 0 : Math.floor((100 * consumedCount) / batchSize) / 100

/** How many rows were applied and how many were not, with the ways to those. */
function Counts({ batch }: { batch: BatchSummary }) {
  const words = useWords()
  const { number } = useFormats()
  const { pathname, search } = useLocation()
  const { batchId, version, successfulUpdates, profilesNotFound, failedUpdates, state } = batch
  const failed = profilesNotFound + failedUpdates
  if (failed === 0) {
    return state === 'complete' ? (
      <Outcome tone="success" icon="check">
        {words.allApplied}
      </Outcome>
    ) : (
      <p>{words.applied(successfulUpdates, number(successfulUpdates))}</p>
    )
  }
  const { shown } = shownAt(search)
  return (
    <>
      <Outcome tone="warning" icon="alert">
        <span>{words.applied(successfulUpdates, number(successfulUpdates))}</span>{' '}
        {failedUpdates > 0 && <span>{words.failed(failedUpdates, number(failedUpdates))}</span>}{' '}
        {profilesNotFound > 0 && <span>{words.notFound(profilesNotFound, number(profilesNotFound))}</span>}
      </Outcome>
      {profilesNotFound > 0 && version === 1 && <p>{words.versionOne}</p>}
      {shown.batchId === null && (
        <div className={styles.acts}>
          <Link to={pathname + searchOf({ ...shown, batchId })}>{words.seeRows(failed, number(failed))}</Link>
          <DownloadLink label={words.csvOf(batchId)} href={pathOf(getBatchFailures, { batchId })}>
            CSV
          </DownloadLink>
        </div>
      )}
    </>
  )
}

/** Who last decided about it, and when. */
function LastAct({ batch: { lastAct } }: { batch: BatchSummary }) {
  const words = useWords()
  const { instant } = useFormats()
  if (lastAct === null) return null
  return <p>{words.acts[lastAct.act](lastAct.by, instant(lastAct.at))}</p>
}

function Outcome({
  tone,
  icon,
  children,
}: {
  tone: 'success' | 'warning' | 'error'
  icon: IconName
  children: ReactNode
}) {
  return (
    <p className={styles.outcome} data-tone={tone}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
