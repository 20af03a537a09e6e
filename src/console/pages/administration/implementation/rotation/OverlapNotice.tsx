import type { CallersSummary } from '#contract/caller-outline.ts'
import type { OldTokens } from '#contract/implementation.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Meter } from '../../../../ui/Meter.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { nameOf } from '../caller-name.ts'
import styles from './OverlapNotice.module.css'
import { useWords } from './use-words.ts'

type Props = {
  /** Old tokens that work, the one that ends first before the others. */
  working: OldTokens['working']
  /** Whether the current token works. */
  isCurrentUsable: boolean
  /** Null for those who may not see callers. */
  callers: CallersSummary | null
}

/** While old tokens work: how far the callers have come, who has not, and when calls with the first of them begin to fail. */
export default function OverlapNotice({ working, isCurrentUsable, callers }: Props) {
  const words = useWords().overlap
  const { instant } = useFormats()
  const [first] = working
  const last = working.at(-1)
  if (!first || !last) return null
  if (!isCurrentUsable) {
    return (
      <Notice tone="warning" title={first === last ? words.onlyThis(first.lastFour) : words.onlyOld}>
        {words.allFail(instant(last.worksUntil))}
      </Notice>
    )
  }
  const ends = words.ends(first.lastFour, instant(first.worksUntil))
  if (callers !== null && callers.count > 0)
    return <Progress callers={callers} oldCount={working.length} ends={ends} />
  return (
    <Notice tone="info" icon="clock" title={words.title(first.lastFour)}>
      {ends}
    </Notice>
  )
}

type ProgressProps = { callers: CallersSummary; oldCount: number; ends: string }

function Progress({ callers, oldCount, ends }: ProgressProps) {
  const words = useWords().overlap
  const { list, number } = useFormats()
  const { count, standings, first, othersPerDay } = callers
  const { moved, 'not-seen': notSeen } = standings
  const toMove = standings['left-behind'] + standings['sends-both']
  const haveAllMoved = moved === count && othersPerDay === null
  return (
    <Notice
      tone={haveAllMoved ? 'success' : 'info'}
      icon={haveAllMoved ? 'done' : 'clock'}
      title={words.haveMoved(number(moved), count, number(count))}
    >
      <p className={styles.progress}>
        <Meter done={moved} unknown={notSeen} open={toMove} />
        <span>
          {toMove > 0 && (
            <>
              {words.toMove} <b>{namesOf()}</b>.{' '}
            </>
          )}
          {notSeen > 0 && <span>{words.notSeen(notSeen, number(notSeen))}</span>}{' '}
          {othersPerDay !== null && <span>{words.notToldApart}</span>}{' '}
          <span>{haveAllMoved ? words.canEnd(oldCount) : ends}</span>
        </span>
      </p>
    </Notice>
  )

  function namesOf(): string {
    const names = first
      .filter(({ standing }) => standing === 'left-behind' || standing === 'sends-both')
      .map((caller) => nameOf(caller).name ?? words.unknownCaller)
    const left = toMove - names.length
    return list(left > 0 ? [...names, words.more(left, number(left))] : names)
  }
}
