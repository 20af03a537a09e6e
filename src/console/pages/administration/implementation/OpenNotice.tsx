import type { CallerOutline, CallersSummary } from '#contract/caller-outline.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { nameOf } from './caller-name.ts'
import styles from './OpenNotice.module.css'
import { type TokenState, isUsable } from './token-state.ts'
import { useWords } from './use-words.ts'

type Props = {
  state: TokenState
  /** Null for those who may not see callers. */
  callers: CallersSummary | null
  /** Undefined for those who may not generate a token. */
  onPrepare: (() => void) | undefined
  isPreparing: boolean
}

/** Authentication is off: who comes in, and how many of them send the token already. */
export function OpenNotice({ state, callers, onPrepare, isPreparing }: Props) {
  const words = useWords()
  return (
    <Notice tone="warning" title={words.openTitle}>
      {callers === null ? <span>{words.open.notSecret}</span> : <Known state={state} callers={callers} />}
      {state.kind === 'none' && onPrepare && (
        <>
          <p>{words.open.prepareAdvice}</p>
          <Button
            variant="primary"
            icon="key"
            isPending={isPreparing}
            aria-haspopup="dialog"
            onClick={onPrepare}
          >
            {words.open.prepare}
          </Button>
        </>
      )}
    </Notice>
  )
}

function Known({ state, callers }: { state: TokenState; callers: CallersSummary }) {
  const { open } = useWords()
  if (isUsable(state)) return <Progress callers={callers} />
  return (
    <p>
      {open.notSecret}{' '}
      {callers.count === 0 ? (
        <span>{open.noCalls}</span>
      ) : (
        <>
          {open.cameWithout} <Names callers={callers} />.
        </>
      )}{' '}
      {state.kind === 'expired' && <span>{open.expired}</span>}
    </p>
  )
}

/** The first of them by name and how many more. */
function Names({ callers: { first, count } }: { callers: CallersSummary }) {
  const { open } = useWords()
  const { list, number } = useFormats()
  const names = first.map((caller) => nameOf(caller).name ?? open.nobodyKnows)
  const more = count - first.length
  return <b>{list(more > 0 ? [...names, open.more(more, number(more))] : names)}</b>
}

/** How many of those who call would be let in, who would not, and of whom it is not known. */
function Progress({ callers }: { callers: CallersSummary }) {
  const { open } = useWords()
  const { number } = useFormats()
  const { count, standingsIfRequired: counts, first, othersPerDay } = callers
  const refused = counts['left-behind'] + counts['sends-both']
  const [laggard] = first
  if (count === 0) return <p>{open.nobodyKnown}</p>
  return (
    <>
      <p className={styles.meter}>
        <Meter done={counts.moved} unknown={counts['not-seen']} open={refused} />
        <b>
          {counts.moved === count
            ? open.allSendIt(count, number(count))
            : open.sendIt(counts.moved, number(counts.moved), number(count))}
        </b>
      </p>
      {refused > 0 && laggard && (
        <p>
          <Laggard caller={laggard} />. <span>{open.wouldBeRefused(refused, number(refused))}</span>
        </p>
      )}
      {counts['not-seen'] > 0 && <p>{open.notSeen(counts['not-seen'], number(counts['not-seen']))}</p>}
      {counts.moved === count && othersPerDay === null && <p>{open.nobodyRefused}</p>}
      {othersPerDay !== null && <p>{open.notToldApart}</p>}
    </>
  )
}

function Laggard({ caller }: { caller: CallerOutline }) {
  const { open } = useWords()
  const { number } = useFormats()
  const { name, detail } = nameOf(caller)
  const perDay = Math.round(caller.callsPerDay)
  const calls = perDay === 0 ? open.lessThanDaily : open.perDay(perDay, number(perDay))
  return (
    <>
      <b>{name ?? open.nobodyKnows}</b> {detail !== null && <span>{`(${detail})`}</span>}{' '}
      <span>{caller.standingIfRequired === 'sends-both' ? open.notAlways(calls) : open.doesNot(calls)}</span>{' '}
      <Moment at={caller.lastCallAt} isAlone />
    </>
  )
}
